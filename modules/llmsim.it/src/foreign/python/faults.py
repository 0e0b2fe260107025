"""Measures what programs see of each fault, and compares the tables with those of the documentation.

The simulator's address is in LLMSIM_FAULTS_URL, the list of faults in LLMSIM_FAULTS, the folder of the tables in
LLMSIM_TABLES. LLMSIM_GOLDEN=write writes them.
"""

import difflib
import json
import os
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from apis import SDKS, Silence
from seen import SILENCE, Seen, described

FAULTS = json.loads(Path(os.environ["LLMSIM_FAULTS"]).read_text())
PATIENCE, LIMIT = 2, 60


@dataclass
class Case:
    """One way to ask. The model's name tells its requests from all others in the statistics."""

    model: str
    fault: str | None
    tool: bool
    patience: float
    retries: int | None

    @property
    def headers(self):
        generator = {"X-LLMSim-Generator": "lorem"} if self.tool else {}
        return ({"X-LLMSim-Fault": self.fault} if self.fault else {}) | generator


def measured(ask, case):
    seen = Seen()
    try:
        ask(case, seen)
    except Silence:
        seen.end = SILENCE
    except Exception as error:
        seen.failed(error)
    return seen


def cell(run, api, ask, entry, plain):
    """What a program without retries sees, and how many requests one with the SDK's usual retries makes."""
    fault, tool = entry["fault"], entry.get("asks") == "tool"
    silent = ("socket" if "WebSocket" in api else "http") in entry.get("silent", [])
    patience = PATIENCE if silent else LIMIT
    seen = measured(ask, Case("plain", fault, tool, patience, 0))
    model = f"{run}-{api}-{fault}".replace(" ", "-")
    measured(ask, Case(model, fault, tool, patience, None))
    return described(seen, plain[tool]), requests(model)


def requests(model):
    with urllib.request.urlopen(os.environ["LLMSIM_FAULTS_URL"] + "/llmsim/stats") as answer:
        return json.load(answer)["model_requests"].get(model, 0)


def table(run, api, ask):
    """A table in which faults with one outcome share a row."""
    plain = {tool: measured(ask, Case("plain", None, tool, LIMIT, 0)) for tool in (False, True)}
    with ThreadPoolExecutor(8) as pool:
        cells = list(pool.map(lambda entry: cell(run, api, ask, entry, plain), FAULTS))
    rows = {}
    for entry, outcome in zip(FAULTS, cells):
        rows.setdefault(outcome, []).append(f"`{entry['fault']}`")
    lines = [f"| {', '.join(faults)} | {seen} | {count} |" for (seen, count), faults in rows.items()]
    return "\n".join([f"## {api}", "", "| fault | the program sees | requests |", "|---|---|---|", *lines, ""])


def page(title, run, apis):
    return f"# {title}\n\n" + "\n".join(table(run, api, ask) for api, ask in apis.items())


def compared(name, actual):
    golden = Path(os.environ["LLMSIM_TABLES"]) / f"{name}.md"
    if os.environ.get("LLMSIM_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(actual)
    expected = golden.read_text()
    for line in difflib.unified_diff(expected.splitlines(), actual.splitlines(), str(golden), "measured", lineterm=""):
        print(line)
    print("ok    " if actual == expected else "FAILED", name)
    return actual == expected


def main():
    time.sleep = lambda seconds: None  # the waits between tries
    results = [compared(name, page(title, name, apis)) for title, (name, apis) in SDKS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
