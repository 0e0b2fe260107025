// Agents and typed clients, unmodified, against a running llmsim with its default configuration (LLMSIM_PLAIN_URL):
// every loop must end, every answer must parse.

import assert from "node:assert/strict";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { ChatOpenAI } from "@langchain/openai";
import { tool as langchainTool } from "@langchain/core/tools";
import { generateObject, generateText, stepCountIs, streamObject, streamText, tool } from "ai";
import { createAgent } from "langchain";
import OpenAI from "openai";
import { zodFunction, zodResponseFormat, zodResponsesFunction, zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";
import { run } from "./report.mjs";

const baseURL = process.env.LLMSIM_PLAIN_URL + "/openai/v1";
const apiKey = "sk-nobody-checks";
const model = "gpt-5";
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const question = "What's the weather like in San Francisco?";
const messages = [{ role: "user", content: question }];

const Weather = z.object({ location: z.string(), unit: z.enum(["celsius", "fahrenheit"]) });
const Person = z.object({
  name: z.string(),
  age: z.number().int().min(0).max(120),
  email: z.email(),
  tags: z.array(z.string()).min(1).max(3),
  address: z.object({ street: z.string(), zip: z.string().regex(/^\d{5}$/) }),
  nickname: z.string().nullable(),
  pet: z.union([
    z.object({ kind: z.literal("cat"), lives: z.number().int() }),
    z.object({ kind: z.literal("dog"), good: z.boolean() }),
  ]),
});
const prompt = "Make up a person called Ada Lovelace who lives in London.";

function runnable(seen) {
  return {
    type: "function",
    function: {
      name: "get_weather",
      description: "Get the current weather of a city",
      parameters: {
        type: "object",
        properties: { location: { type: "string" }, unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
        required: ["location"],
      },
      parse: JSON.parse,
      function: (given) => {
        seen.push(given);
        return `21 degrees in ${given.location}`;
      },
    },
  };
}

function weatherTool(seen) {
  return tool({
    description: "Get the current weather of a city",
    inputSchema: Weather,
    execute: async (given) => {
      seen.push(given);
      return { degrees: 21, ...given };
    },
  });
}

function langchainWeather(seen) {
  return langchainTool(
    async (given) => {
      seen.push(given);
      return `21 degrees in ${given.location}`;
    },
    { name: "get_weather", description: "Get the current weather of a city", schema: Weather },
  );
}

const chat = (more = {}) => new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration: { baseURL }, ...more });
const apis = [{ useResponsesApi: false }, { useResponsesApi: true }];

const models = {
  openai: createOpenAI({ baseURL, apiKey }).chat(model),
  responses: createOpenAI({ baseURL, apiKey }).responses(model),
  compatible: createOpenAICompatible({
    name: "llmsim", baseURL, apiKey, supportsStructuredOutputs: true, includeUsage: true,
  })(model),
};

const tests = {
  async runToolsEnds() {
    const seen = [];
    const runner = client.chat.completions.runTools({ model, messages, tools: [runnable(seen)] });
    const text = await runner.finalContent();
    assert.equal(seen.length, 1);
    assert.equal(seen[0].location, "San Francisco");
    assert.match(text, /21 degrees in San Francisco/);
  },

  async runToolsStreamedEnds() {
    const seen = [];
    const runner = client.chat.completions.runTools({
      model, messages, tools: [runnable(seen)], stream: true, stream_options: { include_usage: true },
    });
    const text = await runner.finalContent();
    assert.equal(seen.length, 1);
    assert.match(text, /21 degrees in San Francisco/);
    assert.equal((await runner.totalUsage()).completion_tokens > 0, true);
  },

  async aQuestionAboutSomethingElseGetsText() {
    const { choices } = await client.chat.completions.create({
      model, messages: [{ role: "user", content: "Hello, who are you?" }], tools: [runnable([])].map(strip),
    });
    assert.equal(choices[0].finish_reason, "stop");
    assert.ok(choices[0].message.content);
    assert.equal(choices[0].message.tool_calls, undefined);
  },

  async toolChoiceBinds() {
    const create = (tool_choice) => client.chat.completions.create({
      model, messages: [{ role: "user", content: "Hello" }], tools: [strip(runnable([]))], tool_choice,
    });
    for (const choice of ["required", { type: "function", function: { name: "get_weather" } }]) {
      const [call] = (await create(choice)).choices[0].message.tool_calls;
      assert.equal(call.function.name, "get_weather");
      assert.equal(typeof JSON.parse(call.function.arguments).location, "string");
    }
    assert.equal((await create("none")).choices[0].message.tool_calls, undefined);
  },

  async parsesWithZod() {
    const completion = await client.chat.completions.parse({
      model, messages: [{ role: "user", content: prompt }], response_format: zodResponseFormat(Person, "person"),
    });
    Person.parse(completion.choices[0].message.parsed);
  },

  async parsesToolArgumentsWithZod() {
    const completion = await client.chat.completions.parse({
      model, messages, tools: [zodFunction({ name: "get_weather", parameters: Weather })], tool_choice: "required",
    });
    Weather.parse(completion.choices[0].message.tool_calls[0].function.parsed_arguments);
  },

  async streamsAndParsesWithZod() {
    const stream = client.chat.completions.stream({
      model, messages: [{ role: "user", content: prompt }], response_format: zodResponseFormat(Person, "person"),
    });
    let deltas = 0;
    stream.on("content.delta", () => deltas++);
    const completion = await stream.finalChatCompletion();
    Person.parse(completion.choices[0].message.parsed);
    assert.ok(deltas > 5);
  },

  async jsonObjectParses() {
    const { choices } = await client.chat.completions.create({
      model,
      messages: [{ role: "user", content: 'Reply in JSON with the keys "city" and "country".' }],
      response_format: { type: "json_object" },
    });
    assert.deepEqual(Object.keys(JSON.parse(choices[0].message.content)).sort(), ["city", "country"]);
  },

  async aCutObjectSaysSo() {
    await assert.rejects(
      client.chat.completions.parse({
        model, messages, max_completion_tokens: 5, response_format: zodResponseFormat(Person, "person"),
      }),
      OpenAI.LengthFinishReasonError ?? /length/,
    );
  },

  async responsesParseWithZod() {
    const asked = { model, input: prompt, text: { format: zodTextFormat(Person, "person") } };
    Person.parse((await client.responses.parse(asked)).output_parsed);
    const stream = client.responses.stream(asked);
    let deltas = 0;
    stream.on("response.output_text.delta", () => deltas++);
    Person.parse((await stream.finalResponse()).output_parsed);
    assert.ok(deltas > 5);
  },

  async aLoopOfResponsesEnds() {
    const tools = [zodResponsesFunction({ name: "get_weather", parameters: Weather })];
    const first = await client.responses.parse({ model, input: question, tools });
    const call = first.output.find((item) => item.type === "function_call");
    Weather.parse(call.parsed_arguments);
    const output = { type: "function_call_output", call_id: call.call_id, output: "21 degrees" };
    const last = await client.responses.create({ model, previous_response_id: first.id, tools, input: [output] });
    assert.match(last.output_text, /21 degrees/);
  },

  ...perModel("generatesAnObject", async (sdk) => {
    const { object } = await generateObject({ model: sdk, schema: Person, prompt, maxRetries: 0 });
    Person.parse(object);
  }),

  ...perModel("streamsAnObject", async (sdk) => {
    const { object, partialObjectStream } = streamObject({ model: sdk, schema: Person, prompt, maxRetries: 0 });
    let partial = 0;
    for await (const _ of partialObjectStream) partial++;
    Person.parse(await object);
    assert.ok(partial > 3);
  }),

  ...perModel("generateTextLoopsAndEnds", async (sdk) => {
    const seen = [];
    const { text, steps } = await generateText({
      model: sdk, prompt: question, tools: { get_weather: weatherTool(seen) }, stopWhen: stepCountIs(10), maxRetries: 0,
    });
    assert.equal(seen.length, 1);
    assert.equal(steps.length, 2);
    assert.match(text, /21/);
  }),

  ...perModel("streamTextLoopsAndEnds", async (sdk) => {
    const seen = [];
    const result = streamText({
      model: sdk, prompt: question, tools: { get_weather: weatherTool(seen) }, stopWhen: stepCountIs(10), maxRetries: 0,
    });
    const text = await result.text;
    assert.equal(seen.length, 1);
    assert.equal((await result.steps).length, 2);
    assert.match(text, /21/);
  }),

  ...perModel("requiredToolChoiceCalls", async (sdk) => {
    const { toolCalls } = await generateText({
      model: sdk, prompt: "Hello", tools: { get_weather: weatherTool([]) }, toolChoice: "required", maxRetries: 0,
    });
    assert.equal(toolCalls[0].toolName, "get_weather");
  }),

  async langchainStructuredOutput() {
    for (const api of apis) {
      for (const method of ["jsonSchema", "functionCalling", "jsonMode"]) {
        const schema = method === "jsonMode" ? z.object({ city: z.string() }) : Person;
        const asked = method === "jsonMode" ? 'Reply in JSON with the key "city".' : prompt;
        const typed = chat(api).withStructuredOutput(schema, { method, name: "extract" });
        schema.parse(await typed.invoke(asked));
        // The framework's parser of streamed calls takes no content in parts, which is how it shows the Responses API's.
        if (api.useResponsesApi && method === "functionCalling") continue;
        let last;
        for await (const partial of await typed.stream(asked)) last = partial;
        schema.parse(last);
      }
    }
  },

  async langchainAgentEnds() {
    for (const api of apis) {
      const seen = [];
      const agent = createAgent({ model: chat(api), tools: [langchainWeather(seen)] });
      const { messages: said } = await agent.invoke({ messages }, { recursionLimit: 10 });
      assert.equal(seen.length, 1);
      assert.match(said.at(-1).text, /21 degrees/);
    }
  },

  async langchainAgentEndsStreamed() {
    for (const api of apis) {
      const seen = [];
      const agent = createAgent({ model: chat(api), tools: [langchainWeather(seen)] });
      let text = "";
      for await (const [part] of await agent.stream({ messages }, { recursionLimit: 10, streamMode: "messages" })) {
        if (part.type === "ai") text += part.text;
      }
      assert.equal(seen.length, 1);
      assert.match(text, /21 degrees/);
    }
  },
};

function strip({ type, function: { name, description, parameters } }) {
  return { type, function: { name, description, parameters } };
}

function perModel(name, test) {
  return Object.fromEntries(Object.entries(models).map(([kind, sdk]) => [`${name}_${kind}`, () => test(sdk)]));
}

await run("typed clients and loops for Node", tests);
