"""Responses over a WebSocket with the official SDK: one after the other, the second goes on from the first."""

import os

from openai import OpenAI  # pip install 'openai[realtime]'

base = os.environ.get("LLMSIM_URL", "http://localhost:8080")
client = OpenAI(base_url=f"{base}/{os.environ.get('LLMSIM_PROVIDER', 'openai')}/v1", api_key="any")


def play(connection, label):
    print(label, end=" ")
    for event in connection:
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
        elif event.type == "response.completed":
            print(" |", event.response.usage.total_tokens)
            return event.response
        elif event.type == "error":
            print(event.code, event.message)
            return None


with client.responses.connect() as connection:
    connection.response.create(model="gpt-5", input="Hello", store=False)
    first = play(connection, "first:  ")
    connection.response.create(model="gpt-5", input="And then?", store=False, previous_response_id=first.id)
    play(connection, "second: ")
    connection.response.create(model="gpt-5", input="And then?", previous_response_id="resp_nobody")
    play(connection, "error:  ")
