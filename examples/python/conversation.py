"""A conversation that the server keeps, with the official SDK."""

import os

from openai import OpenAI

client = OpenAI(base_url=os.environ.get("LLMSIM_URL", "http://localhost:8080") + "/openai/v1", api_key="any")

conversation = client.conversations.create(items=[{"role": "developer", "content": "Be brief."}])
for question in ("Hello", "And then?"):
    answer = client.responses.create(model="gpt-5", input=question, conversation=conversation.id)
    print("answer:", answer.output_text, "|", answer.usage.input_tokens, "tokens of input")
for item in client.conversations.items.list(conversation.id, order="asc"):
    print("kept:  ", item.type, getattr(item, "role", ""))
client.conversations.delete(conversation.id)
