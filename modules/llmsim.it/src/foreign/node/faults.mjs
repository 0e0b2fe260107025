// Measures what programs see of each fault, and compares the tables with those of the documentation.
//
// The simulator's address is in LLMSIM_FAULTS_URL, the list of faults in LLMSIM_FAULTS, the folder of the tables in
// LLMSIM_TABLES. LLMSIM_GOLDEN=write writes them.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { SDKS } from "./apis.mjs";
import { described, named, nothing, SILENCE } from "./seen.mjs";

const { LLMSIM_FAULTS_URL, LLMSIM_FAULTS, LLMSIM_TABLES, LLMSIM_GOLDEN } = process.env;
const FAULTS = JSON.parse(readFileSync(LLMSIM_FAULTS));
const [PATIENCE, LIMIT] = [2_000, 60_000];
const TRIES = 3;

// The waits between tries take no time.
const usualTimeout = globalThis.setTimeout;
globalThis.setTimeout = (call, millis, ...values) =>
  usualTimeout(call, /internal.utils.sleep/.test(new Error().stack) ? 0 : millis, ...values);

async function measured(sdk, ask, asked) {
  const seen = nothing();
  const limit = new Promise((resolve) => usualTimeout(resolve, 2 * TRIES * asked.patience, true).unref());
  try {
    const late = await Promise.race([ask(asked, seen), limit]);
    if (late) seen.end = SILENCE;
  } catch (error) {
    seen.error = named(error, sdk.isOwn);
  }
  return seen;
}

/** One way to ask. The model's name tells its requests from all others in the statistics. */
function asking(fault, tool, patience, retries, model = "plain") {
  const headers = { ...(fault && { "X-LLMSim-Fault": fault }), ...(tool && { "X-LLMSim-Generator": "lorem" }) };
  return { headers, tool, patience, retries, model };
}

/** What a program without retries sees, and how many requests one with the SDK's usual retries makes. */
async function cell(sdk, api, { fault, asks, silent = [] }, plain) {
  const ask = sdk.apis[api];
  const patience = silent.includes(api.includes("WebSocket") ? "socket" : "http") ? PATIENCE : LIMIT;
  const tool = asks === "tool";
  const seen = await measured(sdk, ask, asking(fault, tool, patience, 0));
  const model = `${sdk.name}-${api}-${fault}`.replaceAll(" ", "-");
  await measured(sdk, ask, asking(fault, tool, patience, undefined, model));
  const stats = await (await fetch(LLMSIM_FAULTS_URL + "/llmsim/stats")).json();
  return `${described(seen, plain[Number(tool)])} | ${stats.model_requests[model] ?? 0}`;
}

/** A table in which faults with one outcome share a row. */
async function table(sdk, api) {
  const plain = [];
  for (const tool of [false, true]) plain.push(await measured(sdk, sdk.apis[api], asking(undefined, tool, LIMIT, 0)));
  const cells = await Promise.all(FAULTS.map((entry) => cell(sdk, api, entry, plain)));
  const rows = new Map();
  FAULTS.forEach(({ fault }, i) => rows.set(cells[i], [...(rows.get(cells[i]) ?? []), `\`${fault}\``]));
  const lines = [...rows].map(([outcome, faults]) => `| ${faults.join(", ")} | ${outcome} |`);
  return [`## ${api}`, "", "| fault | the program sees | requests |", "|---|---|---|", ...lines, ""].join("\n");
}

function compared(name, actual) {
  const golden = `${LLMSIM_TABLES}/${name}.md`;
  if (LLMSIM_GOLDEN === "write") {
    mkdirSync(LLMSIM_TABLES, { recursive: true });
    writeFileSync(golden, actual);
  }
  const [expected, measured] = [readFileSync(golden, "utf8").split("\n"), actual.split("\n")];
  for (const line of expected) if (!measured.includes(line)) console.log("-", line);
  for (const line of measured) if (!expected.includes(line)) console.log("+", line);
  const same = expected.join("\n") === actual;
  console.log(same ? "ok    " : "FAILED", name);
  return same;
}

let same = true;
for (const [title, sdk] of Object.entries(SDKS)) {
  const tables = [];
  for (const api of Object.keys(sdk.apis)) tables.push(await table(sdk, api));
  same = compared(sdk.name, `# ${title}\n\n${tables.join("\n")}`) && same;
}
process.exit(same ? 0 : 1);
