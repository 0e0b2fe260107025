// How a usual program asks over each API, and what it looks at. A further SDK is one more entry of SDKS.

import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";
import { VERSION } from "openai/version";
import { SILENCE } from "./seen.mjs";

const baseURL = process.env.LLMSIM_FAULTS_URL + "/openai/v1";
const weather = {
  name: "weather", parameters: { type: "object", properties: { city: { type: "string" } } },
};
const question = "What's the weather like in Paris?";

function client({ headers, patience, retries }) {
  const options = retries === undefined ? {} : { maxRetries: retries };
  return new OpenAI({ baseURL, apiKey: "any", timeout: patience, logLevel: "off", defaultHeaders: headers, ...options });
}

function chat({ model, tool }) {
  const tools = { tools: [{ type: "function", function: weather }], tool_choice: "required" };
  return { model, messages: [{ role: "user", content: question }], ...(tool && tools) };
}

function responses({ model, tool }) {
  const tools = { tools: [{ type: "function", ...weather }], tool_choice: "required" };
  return { model, input: question, ...(tool && tools) };
}

async function chatStreamed(asked, seen) {
  const stream = await client(asked).chat.completions.create({
    ...chat(asked), stream: true, stream_options: { include_usage: true },
  });
  for await (const chunk of stream) {
    seen.usage ||= Boolean(chunk.usage);
    for (const { delta, finish_reason } of chunk.choices) {
      seen.end = finish_reason ?? seen.end;
      if (delta.content) seen.pieces.push(delta.content);
      for (const call of delta.tool_calls ?? []) {
        seen.calls.add(call.index);
        seen.pieces.push(call.function.arguments);
      }
    }
  }
}

async function chatWhole(asked, seen) {
  const completion = await client(asked).chat.completions.create(chat(asked));
  const [{ finish_reason, message }] = completion.choices;
  seen.end = finish_reason;
  seen.usage = Boolean(completion.usage);
  seen.pieces.push(message.content ?? "");
  for (const [index, call] of (message.tool_calls ?? []).entries()) {
    seen.calls.add(index);
    seen.pieces.push(call.function.arguments);
  }
}

/** Notes an event, and says whether it is the last one. */
function responseEvent(event, seen) {
  if (/^response\.(output_text|function_call_arguments)\.delta$/.test(event.type)) seen.pieces.push(event.delta);
  if (event.type === "response.function_call_arguments.delta") seen.calls.add(event.output_index);
  if (/^(response\.(completed|incomplete|failed)|error)$/.test(event.type)) {
    seen.end = event.type;
    seen.usage = Boolean(event.response?.usage);
  }
  return Boolean(seen.end);
}

async function responsesStreamed(asked, seen) {
  const stream = await client(asked).responses.create({ ...responses(asked), stream: true });
  for await (const event of stream) responseEvent(event, seen);
}

async function responsesWhole(asked, seen) {
  const response = await client(asked).responses.create(responses(asked));
  seen.end = response.status;
  seen.usage = Boolean(response.usage);
  for (const [index, item] of response.output.entries()) {
    if (item.type !== "function_call") continue;
    seen.calls.add(index);
    seen.pieces.push(item.arguments);
  }
  seen.pieces.push(response.output_text);
}

/** A connection has no time-out of its own, so one that stays silent is closed from outside. */
async function responsesSocket(asked, seen) {
  const socket = new ResponsesWS(client(asked), { headers: asked.headers });
  let silent = false;
  const watch = setTimeout(() => {
    silent = true;
    socket.close();
  }, asked.patience);
  try {
    socket.send({ type: "response.create", ...responses(asked) });
    for await (const event of socket.stream()) {
      if (event.type === "message" && responseEvent(event.message, seen)) return;
      if (event.type === "error") throw event.error;
      if (event.type === "close" && !silent) seen.end = `close ${event.code}`;
    }
  } finally {
    clearTimeout(watch);
    socket.close();
  }
  if (silent) seen.end = SILENCE;
}

export const SDKS = {
  [`openai ${VERSION} for Node`]: {
    name: "openai-node",
    isOwn: (error) => error instanceof OpenAI.OpenAIError || error?.constructor?.name === "WebSocketError",
    apis: {
      "Chat, streamed": chatStreamed,
      "Chat, whole": chatWhole,
      "Responses, streamed": responsesStreamed,
      "Responses, whole": responsesWhole,
      "Responses over WebSocket": responsesSocket,
    },
  },
};
