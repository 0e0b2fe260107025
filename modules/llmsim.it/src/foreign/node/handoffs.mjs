// The OpenAI Agents SDK, unmodified, against a running llmsim with its default configuration (LLMSIM_PLAIN_URL).

import assert from "node:assert/strict";
import {
  Agent, OpenAIChatCompletionsModel, OpenAIConversationsSession, OpenAIResponsesModel, run as runAgent,
  setTracingDisabled, tool,
} from "@openai/agents";
import OpenAI from "openai";
import { z } from "zod";
import { run } from "./report.mjs";

const base = process.env.LLMSIM_PLAIN_URL;
const question = "What's the weather like in San Francisco?";
const client = (provider) => new OpenAI({ baseURL: `${base}/${provider}/v1`, apiKey: "sk-nobody-checks", maxRetries: 0 });
const openai = client("openai");
setTracingDisabled(true);

const models = {
  responses: new OpenAIResponsesModel(openai, "gpt-5"),
  openresponses: new OpenAIResponsesModel(client("openresponses"), "gpt-5"),
  chat: new OpenAIChatCompletionsModel(openai, "gpt-5"),
};

function weather(seen) {
  return tool({
    name: "get_weather",
    description: "Get the current weather of a city.",
    parameters: z.object({ location: z.string() }),
    execute: async ({ location }) => {
      seen.push(location);
      return `21 degrees in ${location}`;
    },
  });
}

const tests = {
  ...perModel("aToolIsCalledAndTheRunEnds", async (model) => {
    const seen = [];
    const agent = new Agent({ name: "Assistant", instructions: "Be brief.", model, tools: [weather(seen)] });
    const result = await runAgent(agent, question, { maxTurns: 5 });
    assert.deepEqual(seen, ["San Francisco"]);
    assert.match(result.finalOutput, /21 degrees/);

    const streamed = await runAgent(agent, question, { maxTurns: 5, stream: true });
    const kinds = new Set();
    for await (const event of streamed) kinds.add(event.type);
    await streamed.completed;
    assert.equal(seen.length, 2);
    assert.match(streamed.finalOutput, /21 degrees/);
    assert.ok(kinds.has("raw_model_stream_event") && kinds.has("run_item_stream_event"));
  }),

  ...perModel("anAgentHandsOffToAnother", async (model) => {
    const seen = [];
    const forecaster = new Agent({
      name: "Weather agent", handoffDescription: "Knows the weather of every city.", instructions: "Tell the weather.",
      model, tools: [weather(seen)], modelSettings: { toolChoice: "required" },
    });
    const poet = new Agent({ name: "Poetry agent", handoffDescription: "Writes poems.", model });
    const triage = Agent.create({ name: "Triage", instructions: "Hand off.", model, handoffs: [poet, forecaster] });
    const result = await runAgent(triage, question, { maxTurns: 6 });
    assert.equal(result.lastAgent.name, "Weather agent");
    assert.equal(seen.length, 1);
    assert.match(result.finalOutput, /21 degrees/);
  }),

  ...perModel("anOutputHasItsType", async (model) => {
    const Report = z.object({ city: z.string(), degrees: z.number().int() });
    const agent = new Agent({ name: "Reporter", model, outputType: Report });
    Report.parse((await runAgent(agent, "Report the weather of Oslo.")).finalOutput);
  }),

  async aRunGoesOnInItsConversation() {
    const agent = new Agent({ name: "Assistant", model: models.responses });
    const { id } = await openai.conversations.create();
    for (const said of ["Hello, I am Ada.", "Who am I?"]) {
      assert.ok((await runAgent(agent, said, { conversationId: id })).finalOutput);
    }
    const users = [];
    for await (const item of openai.conversations.items.list(id, { order: "asc", limit: 2 })) {
      if (item.role === "user") users.push(item.content[0].text);
    }
    assert.deepEqual(users, ["Hello, I am Ada.", "Who am I?"]);

    const session = new OpenAIConversationsSession({ client: openai });
    for (const said of ["Hello, I am Ada.", "Who am I?"]) {
      assert.ok((await runAgent(agent, said, { session })).finalOutput);
    }
    assert.ok((await session.getItems()).length >= 4);
    await session.clearSession();
  },
};

function perModel(name, test) {
  return Object.fromEntries(Object.entries(models).map(([kind, model]) => [`${name}_${kind}`, () => test(model)]));
}

await run("OpenAI Agents SDK for Node", tests);
