// A whole answer, a stream, and an error, with the official SDK.
import OpenAI, { BadRequestError } from "openai";

const base = process.env.LLMSIM_URL ?? "http://localhost:8080";
const client = new OpenAI({ baseURL: `${base}/openai/v1`, apiKey: "any" });
const messages = [{ role: "user" as const, content: "Hello" }];

const answer = await client.chat.completions.create({ model: "gpt-5", messages, max_tokens: 12 });
console.log("whole:   ", answer.choices[0].message.content, "|", answer.choices[0].finish_reason, answer.usage?.total_tokens);

const stream = client.chat.completions.stream({ model: "gpt-5", messages, max_tokens: 12 });
process.stdout.write("streamed: ");
stream.on("content", (delta) => process.stdout.write(delta));
const streamed = await stream.finalChatCompletion();
console.log(" |", streamed.choices[0].finish_reason);

try {
  await client.chat.completions.create({ model: "gpt-5", messages, temperature: 3 });
} catch (error) {
  if (error instanceof BadRequestError) console.log("error:   ", error.code, error.param, error.message);
}
