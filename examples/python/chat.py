"""A whole answer, a stream, and an error, with the official SDK."""

import os

from openai import BadRequestError, OpenAI

base = os.environ.get("LLMSIM_URL", "http://localhost:8080")
client = OpenAI(base_url=f"{base}/openai/v1", api_key="any")
hello = [{"role": "user", "content": "Hello"}]

answer = client.chat.completions.create(model="gpt-5", messages=hello, max_tokens=12)
print("whole:   ", answer.choices[0].message.content, "|", answer.choices[0].finish_reason, answer.usage.total_tokens)

print("streamed: ", end="")
with client.chat.completions.stream(model="gpt-5", messages=hello) as stream:
    for event in stream:
        if event.type == "content.delta":
            print(event.delta, end="", flush=True)
    print(" |", stream.get_final_completion().choices[0].finish_reason)

try:
    client.chat.completions.create(model="gpt-5", messages=hello, temperature=3)
except BadRequestError as error:
    print("error:   ", error.code, error.param, error.message)
