// The official SDK, unmodified, against a running llmsim whose address is in LLMSIM_URL and whose generator is moody.

import assert from "node:assert/strict";
import OpenAI from "openai";
import { VERSION } from "openai/version";
import { run } from "./report.mjs";

const baseURL = process.env.LLMSIM_URL + "/openai/v1";
const client = new OpenAI({ baseURL, apiKey: "sk-nobody-checks", maxRetries: 0 });
const messages = [{ role: "user", content: "Hello!" }];
const hello = { model: "gpt-4o", messages, seed: 1 };

const tests = {
  async creates() {
    const completion = await client.chat.completions.create(hello);
    assert.match(completion.id, /^chatcmpl-/);
    assert.equal(completion.choices[0].finish_reason, "stop");
    assert.ok(completion.choices[0].message.content);
    const { usage } = completion;
    assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
  },

  async streams() {
    const stream = await client.chat.completions.create({
      ...hello, n: 2, stream: true, stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const whole = await client.chat.completions.create({ ...hello, n: 2 });
    const texts = ["", ""];
    for (const choice of chunks.flatMap((chunk) => chunk.choices)) texts[choice.index] += choice.delta.content ?? "";
    assert.deepEqual(texts, whole.choices.map((choice) => choice.message.content));
    assert.deepEqual(chunks.at(-1).usage, whole.usage);
    assert.deepEqual(chunks.at(-1).choices, []);
  },

  async runnerAccumulates() {
    const runner = client.chat.completions.stream({ ...hello, stream_options: { include_usage: true } });
    let text = "";
    runner.on("content", (delta) => (text += delta));
    const final = await runner.finalChatCompletion();
    const whole = await client.chat.completions.create(hello);
    assert.equal(text, whole.choices[0].message.content);
    assert.equal(final.choices[0].message.content, text);
    assert.equal(final.choices[0].finish_reason, "stop");
    assert.deepEqual(final.usage, whole.usage);
    assert.equal((await runner.totalUsage()).total_tokens, whole.usage.total_tokens);
  },

  async logprobsAndLimits() {
    const { choices } = await client.chat.completions.create({
      ...hello, logprobs: true, top_logprobs: 2, max_completion_tokens: 5,
    });
    assert.equal(choices[0].finish_reason, "length");
    assert.equal(choices[0].logprobs.content.length, 5);
    assert.equal(choices[0].logprobs.content.map(({ token }) => token).join(""), choices[0].message.content);
  },

  async responsesAreCreatedStreamedAndStored() {
    const openResponses = client.withOptions({ baseURL: process.env.LLMSIM_URL + "/openresponses/v1" });
    for (const one of [client, openResponses]) {
      const asked = { model: "gpt-5", input: "Hello!", reasoning: { summary: "auto" } };
      const whole = await one.responses.create(asked);
      const numbers = [];
      const stream = one.responses.stream(asked);
      stream.on("event", (event) => numbers.push(event.sequence_number));
      const final = await stream.finalResponse();
      assert.equal(final.output_text, whole.output_text);
      assert.deepEqual(numbers, numbers.map((_, index) => index));
      assert.equal((await one.responses.retrieve(whole.id)).output_text, whole.output_text);
      const items = [1, 2, 3, 4, 5].map((n) => ({ role: "user", content: `message ${n}` }));
      const many = await one.responses.create({ model: "gpt-4o", input: items, previous_response_id: whole.id });
      const listed = [];
      for await (const item of one.responses.inputItems.list(many.id, { limit: 2, order: "asc" })) {
        listed.push(item.content[0].text);
      }
      assert.deepEqual(listed, items.map((item) => item.content));
      await one.responses.delete(whole.id);
      assert.ok((await raised(one.responses.retrieve(whole.id))) instanceof OpenAI.NotFoundError);
    }
  },

  async listsAndGetsModels() {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    assert.ok(ids.includes("gpt-5") && ids.includes("gpt-4o"));
    assert.equal((await client.models.retrieve("gpt-4o")).id, "gpt-4o");
  },

  async storesListsAndDeletes() {
    const ids = [];
    for (let i = 0; i < 5; i++) {
      ids.push((await client.chat.completions.create({ ...hello, store: true, metadata: { run: "node" } })).id);
    }
    const listed = [];
    for await (const item of client.chat.completions.list({ limit: 2, metadata: { run: "node" } })) {
      listed.push(item.id);
    }
    assert.deepEqual(listed, ids);
    assert.equal((await client.chat.completions.retrieve(ids[0])).id, ids[0]);
    for (const id of ids) assert.ok((await client.chat.completions.delete(id)).deleted);
  },

  async errorsHaveTheirClasses() {
    const expected = {
      400: OpenAI.BadRequestError, 401: OpenAI.AuthenticationError, 403: OpenAI.PermissionDeniedError,
      404: OpenAI.NotFoundError, 409: OpenAI.ConflictError, 422: OpenAI.UnprocessableEntityError,
      429: OpenAI.RateLimitError, 500: OpenAI.InternalServerError, 503: OpenAI.InternalServerError,
    };
    for (const [status, kind] of Object.entries(expected)) {
      for (const stream of [false, true]) {
        const failing = { model: "gpt-4o", messages: [{ role: "user", content: `fail ${status}` }], stream };
        const error = await raised(client.chat.completions.create(failing));
        assert.equal(error.constructor, kind, `${status} is ${error}`);
        assert.equal(error.status, Number(status));
        assert.ok(error.requestID);
      }
    }
    const wrong = await raised(client.chat.completions.create({ ...hello, temperature: 3 }));
    assert.ok(wrong instanceof OpenAI.BadRequestError && wrong.param === "temperature");
    const unknown = await raised(client.models.retrieve("gpt-17"));
    assert.ok(unknown instanceof OpenAI.NotFoundError && unknown.code === "model_not_found");
  },

  async retriesWhileItMay() {
    const patient = client.withOptions({ maxRetries: 2 });
    const before = await totalRequests();
    await raised(patient.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: "fail 429" }] }));
    assert.equal((await totalRequests()) - before, 3);
  },

  async rawResponsesHaveHeaders() {
    const { data, response, request_id: id } = await client.chat.completions.create(hello).withResponse();
    assert.ok(data.choices.length);
    assert.equal(response.headers.get("x-request-id"), id);
    assert.ok(Number(response.headers.get("openai-processing-ms")) >= 0);
  },

  async aStreamCanBeAborted() {
    const stream = await client.chat.completions.create({ ...hello, stream: true });
    for await (const chunk of stream) {
      assert.ok(chunk.id);
      stream.controller.abort();
    }
    assert.ok((await client.chat.completions.create(hello)).id);
  },

  async manyAtOnce() {
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.chat.completions.create(hello)));
    assert.equal(new Set(answers.map((answer) => answer.choices[0].message.content)).size, 1);
    assert.equal(new Set(answers.map((answer) => answer.id)).size, 50);
  },
};

async function totalRequests() {
  return (await (await fetch(process.env.LLMSIM_URL + "/llmsim/stats")).json()).total_requests;
}

async function raised(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was raised");
}

await run(`openai ${VERSION} for Node`, tests);
