/** The parts of the web dashboard that need no browser. */
import assert from "node:assert/strict";
import { count, dollars, few, time, uptime } from "./web/format.js";
import { History, rate } from "./web/history.js";
import { ceiling, placed, runs } from "./web/scale.js";
import { changes, field, written } from "./web/settings.js";
import { short, visible } from "./web/text.js";
import { run } from "./report.mjs";

const stats = (requests, tokens) => ({ total_requests: requests, completion_tokens: tokens, active_requests: 1 });

await run("page", {
  "what cannot be seen is shown": () => {
    assert.equal(visible("a\u001b[31m\u0000\u007f\nb\tc"), "a␛[31m␀␡\nb\tc");
    assert.equal(visible("\u202eevil\u200b\ud800\u2028"), "⟨U+202E⟩evil⟨U+200B⟩⟨U+D800⟩⟨U+2028⟩");
    assert.equal(visible("👩\u200d🚀 <img src=x>"), "👩\u200d🚀 <img src=x>");
  },
  "a long text is cut, and in one line": () => {
    assert.equal(short("ab\ncd", 4), "ab c…");
    assert.equal(short("m".repeat(10_000_000), 80).length, 81);
  },
  "numbers have few characters": () => {
    assert.deepEqual([0, 12_345, 123_456, 1_234_567, 5e9, null].map(count), ["0", "12,345", "123k", "1.23M", "5.00G", "–"]);
    assert.deepEqual([0, 7, 0.254, 12.34, 999.4, 1000].map(few), ["0", "7", "0.25", "12.3", "999", "1.00k"]);
    assert.deepEqual([0.42, 123.4, 999.7, 1234, 125_000, null].map(time), ["0.42 ms", "123 ms", "1.00 s", "1.23 s", "2 min 5 s", "–"]);
    assert.deepEqual([0, 0.01, 3.5, 1234].map(dollars), ["$0.00", "$0.0100", "$3.50", "$1.23k"]);
    assert.deepEqual([42, 180, 7500, 180_000].map(uptime), ["42 s", "3 min", "2 h 5 min", "2 d 2 h"]);
  },
  "a rate is of the time that passed, and none after a reset": () => {
    assert.equal(rate(10, 30, 2000), 10);
    assert.equal(rate(30, 10, 1000), null);
  },
  "the history has gaps where nobody looked, and forgets": () => {
    const history = new History();
    history.add(stats(0, 0), 0);
    history.add(stats(5, 50), 1000);
    history.add(stats(500, 50), 60_000);
    assert.deepEqual(history.series("requests").map(({ value }) => value), [null, 5, null]);
    history.add(stats(500, 50), 301_000);
    assert.deepEqual(history.series("active").map(({ at }) => at), [1000, 60_000, 301_000]);
  },
  "scales are round and not below their numbers": () => {
    assert.deepEqual([0, 2, 2.1, 11, 22, 999, 1000, 1001].map(number => ceiling(number)), [2, 2, 3, 12, 30, 1000, 1000, 1200]);
    assert.equal(placed(5, [0, 10], [100, 0]), 50);
    assert.equal(runs([{ value: 1 }, { value: null }, { value: 2 }, { value: 3 }]).length, 2);
  },
  "a change has the shape of the configuration file": () => {
    assert.deepEqual(changes([["latency.speed", 2], ["latency.profile", null], ["faults", []]]), { latency: { speed: 2, profile: null }, faults: [] });
    assert.equal(written({ kind: "number" }, " 2.5 "), 2.5);
    assert.equal(written({ kind: "text" }, "fixed:7"), "fixed:7");
    assert.equal(written({ kind: "rate" }, ""), null);
    assert.deepEqual([null, 0, "x", ["a", "b"]].map(field), ["", "0", "x", "a,b"]);
  },
});
