"""The Responses API with the official SDK: an answer, a stream, a tool and what comes of it, and an error."""

import json
import os

from openai import BadRequestError, OpenAI

base = os.environ.get("LLMSIM_URL", "http://localhost:8080")
client = OpenAI(base_url=f"{base}/{os.environ.get('LLMSIM_PROVIDER', 'openai')}/v1", api_key="any")

first = client.responses.create(model="gpt-5", input="Hello")
print("whole:   ", first.output_text, "|", first.status, first.usage.total_tokens)

print("streamed: ", end="")
with client.responses.stream(model="gpt-5", input="And then?", previous_response_id=first.id) as stream:
    for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
    print(" |", stream.get_final_response().status)

tools = [{
    "type": "function", "name": "get_weather", "description": "Current weather of a city", "strict": True,
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"],
                   "additionalProperties": False},
}]
asked = client.responses.create(model="gpt-5", input="What's the weather like in Oslo?", tools=tools)
call = next(item for item in asked.output if item.type == "function_call")
print("call:    ", call.name, json.loads(call.arguments))
result = {"type": "function_call_output", "call_id": call.call_id, "output": "12 degrees"}
told = client.responses.create(model="gpt-5", input=[result], tools=tools, previous_response_id=asked.id)
print("told:    ", told.output_text)

try:
    client.responses.create(model="gpt-5", input="Hello", previous_response_id="resp_nobody")
except BadRequestError as error:
    print("error:   ", error.code, error.param, error.message)
