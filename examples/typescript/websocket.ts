// Responses over a WebSocket with the official SDK: one after the other, the second goes on from the first.
import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";

const base = process.env.LLMSIM_URL ?? "http://localhost:8080";
const client = new OpenAI({ baseURL: `${base}/${process.env.LLMSIM_PROVIDER ?? "openai"}/v1`, apiKey: "any" });
const socket = new ResponsesWS(client);
const events = socket.stream();

async function play(label: string): Promise<string> {
  process.stdout.write(label);
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error("the connection was closed");
    if (value.type === "error") {
      console.log(value.error.message);
      return "";
    }
    if (value.type !== "message") continue;
    const event = value.message;
    if (event.type === "response.output_text.delta") process.stdout.write(event.delta);
    if (event.type === "response.completed") {
      console.log(" |", event.response.usage?.total_tokens);
      return event.response.id;
    }
  }
}

socket.send({ type: "response.create", model: "gpt-5", input: "Hello", store: false });
const first = await play("first:   ");
socket.send({ type: "response.create", model: "gpt-5", input: "And then?", store: false, previous_response_id: first });
await play("second:  ");
socket.send({ type: "response.create", model: "gpt-5", input: "And then?", previous_response_id: "resp_nobody" });
await play("error:   ");
socket.close();
