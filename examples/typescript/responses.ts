// The Responses API with the official SDK: an answer, a stream that goes on from it, and an error.
import OpenAI, { BadRequestError } from "openai";

const base = process.env.LLMSIM_URL ?? "http://localhost:8080";
const client = new OpenAI({ baseURL: `${base}/${process.env.LLMSIM_PROVIDER ?? "openai"}/v1`, apiKey: "any" });

const first = await client.responses.create({ model: "gpt-5", input: "Hello" });
console.log("whole:   ", first.output_text, "|", first.status, first.usage?.total_tokens);

const stream = client.responses.stream({ model: "gpt-5", input: "And then?", previous_response_id: first.id });
process.stdout.write("streamed: ");
stream.on("response.output_text.delta", (event) => process.stdout.write(event.delta));
console.log(" |", (await stream.finalResponse()).status);

try {
  await client.responses.create({ model: "gpt-5", input: "Hello", previous_response_id: "resp_nobody" });
} catch (error) {
  if (error instanceof BadRequestError) console.log("error:   ", error.code, error.param, error.message);
}
