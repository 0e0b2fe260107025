// What the Responses API keeps, with the official SDK, unmodified, against a running llmsim (LLMSIM_PLAIN_URL).

import assert from "node:assert/strict";
import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";
import { run } from "./report.mjs";

const base = process.env.LLMSIM_PLAIN_URL;
const client = new OpenAI({ baseURL: base + "/openai/v1", apiKey: "sk-nobody-checks", maxRetries: 0 });
const openResponses = client.withOptions({ baseURL: base + "/openresponses/v1" });
const model = "gpt-4o";
const user = (content) => ({ type: "message", role: "user", content });

async function texts(id) {
  const all = [];
  for await (const item of client.conversations.items.list(id, { limit: 2, order: "asc" })) {
    all.push(item.content[0].text);
  }
  return all;
}

/** The events up to the end of one response. */
async function until(events) {
  const numbers = [];
  for (;;) {
    const { value } = await events.next();
    if (value.type === "error") throw value.error;
    if (value.type !== "message") continue;
    numbers.push(value.message.sequence_number);
    if (value.message.type === "response.completed") {
      assert.deepEqual(numbers, numbers.map((_, index) => index));
      return value.message.response;
    }
  }
}

const tests = {
  async conversationsHoldItems() {
    const conversation = await client.conversations.create({ metadata: { topic: "demo" }, items: [user("Hello!")] });
    assert.match(conversation.id, /^conv_/);
    const changed = await client.conversations.update(conversation.id, { metadata: { topic: "other" } });
    assert.deepEqual(changed.metadata, { topic: "other" });
    const said = [0, 1, 2, 3].map((n) => `message ${n}`);
    const added = await client.conversations.items.create(conversation.id, { items: said.map(user) });
    assert.deepEqual(await texts(conversation.id), ["Hello!", ...said]);
    const path = { conversation_id: conversation.id };
    assert.equal((await client.conversations.items.retrieve(added.data[0].id, path)).id, added.data[0].id);
    assert.equal((await client.conversations.items.delete(added.data[0].id, path)).id, conversation.id);
    assert.ok((await client.conversations.delete(conversation.id)).deleted);
    await assert.rejects(client.conversations.retrieve(conversation.id), OpenAI.NotFoundError);
  },

  async responsesBelongToAConversation() {
    const { id } = await client.conversations.create();
    const first = await client.responses.create({ model, input: "Hello!", conversation: id });
    assert.deepEqual(first.conversation, { id });
    const second = await client.responses.stream({ model, input: "And?", conversation: { id } }).finalResponse();
    assert.deepEqual(await texts(id), ["Hello!", first.output_text, "And?", second.output_text]);
  },

  async streamsInTheBackgroundAreTakenUpAgain() {
    for (const one of [client, openResponses]) {
      const seen = [];
      const stream = await one.responses.create({ model, input: "Hello!", background: true, stream: true });
      for await (const event of stream) if (seen.push(event) === 3) break;
      const rest = await one.responses.retrieve(seen[0].response.id, { stream: true, starting_after: 2 });
      for await (const event of rest) seen.push(event);
      assert.deepEqual(seen.map((event) => event.sequence_number), seen.map((_, index) => index));
      assert.equal(seen.at(-1).type, "response.completed");
    }
  },

  async theWebSocketClientTalks() {
    for (const one of [client, openResponses]) {
      const socket = new ResponsesWS(one);
      try {
        const events = socket.stream()[Symbol.asyncIterator]();
        socket.send({ type: "response.create", model, input: "Hello!", store: false });
        const first = await until(events);
        socket.send({ type: "response.create", model, input: "And?", store: false, previous_response_id: first.id });
        const second = await until(events);
        assert.equal(second.previous_response_id, first.id);
        assert.ok(second.usage.input_tokens > first.usage.total_tokens);
        socket.send({ type: "response.create", model, input: "And?", previous_response_id: "resp_nobody" });
        await assert.rejects(until(events), /previous_response_not_found|not found/);
      } finally {
        socket.close();
      }
    }
  },
};

await run("state of responses with the SDK for Node", tests);
