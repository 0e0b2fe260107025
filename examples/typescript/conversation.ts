// A conversation that the server keeps, with the official SDK.
import OpenAI from "openai";

const base = process.env.LLMSIM_URL ?? "http://localhost:8080";
const client = new OpenAI({ baseURL: `${base}/openai/v1`, apiKey: "any" });

const conversation = await client.conversations.create({ items: [{ role: "developer", content: "Be brief." }] });
for (const input of ["Hello", "And then?"]) {
  const answer = await client.responses.create({ model: "gpt-5", input, conversation: conversation.id });
  console.log("answer:", answer.output_text, "|", answer.usage?.input_tokens, "tokens of input");
}
for await (const item of client.conversations.items.list(conversation.id, { order: "asc" })) {
  console.log("kept:  ", item.type, "role" in item ? item.role : "");
}
await client.conversations.delete(conversation.id);
