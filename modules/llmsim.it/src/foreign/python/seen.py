"""What a program saw of an answer, and the words for how that differs from the answer without a fault."""

import re
from dataclasses import dataclass, field

SILENCE = "silence"


@dataclass
class Seen:
    """Pieces of text or arguments as they came, indexes of tool calls, how it ended, and what was raised."""

    pieces: list = field(default_factory=list)
    calls: set = field(default_factory=set)
    end: str | None = None
    usage: bool = False
    error: str | None = None

    def failed(self, error):
        """Notes an exception: its class, with its package if it is none of the SDK's, and how its message begins."""
        kind = type(error)
        package = kind.__module__.split(".")[0]
        name = kind.__name__ if package == "openai" else f"{package}.{kind.__name__}"
        self.error = f"{name}: {beginning(str(error))}".removesuffix(": ")


def beginning(message):
    """So much of a message as is the same in every run."""
    short = re.sub(r"(column|position|char) \d+", r"\1 …", " ".join(message.split()))
    short = short if len(short) <= 48 else short[:48].rstrip() + "…"
    return short.replace("|", "\\|").replace("`", "'")


def described(seen, plain):
    """How an answer differs from the plain one."""
    text = text_flaw(seen, plain)
    if seen.error:
        part = {"": " after the whole text" if len(plain.pieces) > 1 else "", "no text": ""}
        return f"`{seen.error}`" + part.get(text, " after " + text)
    flaws = [flaw for flaw in (text, end_flaw(seen, plain)) if flaw]
    told = seen.end not in (None, plain.end)
    return ("" if told else "**not noticed:** ") + ", ".join(flaws) if flaws else "as usual"


def end_flaw(seen, plain):
    if seen.end is None:
        return "no end"
    if seen.end == SILENCE:
        return "then silence past the time-out"
    if seen.end != plain.end:
        return f"ends with `{seen.end}`"
    return "" if seen.usage or not plain.usage else "no usage"


def text_flaw(seen, plain):
    here, there = seen.pieces, plain.pieces
    if len(seen.calls) > len(plain.calls):
        return f"{len(seen.calls)} tool calls in place of {len(plain.calls)}"
    if here == there:
        return ""
    if here == there[:len(here)]:
        return "a part of the text" if here else "no text"
    if sorted(here) == sorted(there):
        return "two pieces swapped"
    if any(here == there[:i] + [there[i]] + there[i:] for i in range(len(there))):
        return "a piece twice"
    if any(here == there[:i] + there[i + 1:] for i in range(len(there))):
        return "a piece missing"
    return "another text"
