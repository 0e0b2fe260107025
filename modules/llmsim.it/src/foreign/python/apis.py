"""How a usual program asks over each API, and what it looks at. A further SDK is one more list like OPENAI."""

import os
import threading

import openai

from seen import Seen

BASE = os.environ["LLMSIM_FAULTS_URL"] + "/openai/v1"
WEATHER = {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
QUESTION = "What's the weather like in Paris?"


def client(case):
    options = {} if case.retries is None else {"max_retries": case.retries}
    return openai.OpenAI(base_url=BASE, api_key="any", timeout=case.patience, default_headers=case.headers, **options)


def chat(case):
    tools = {"tools": [{"type": "function", "function": WEATHER}], "tool_choice": "required"} if case.tool else {}
    return {"model": case.model, "messages": [{"role": "user", "content": QUESTION}], **tools}


def responses(case):
    tools = {"tools": [{"type": "function", **WEATHER}], "tool_choice": "required"} if case.tool else {}
    return {"model": case.model, "input": QUESTION, **tools}


def chat_streamed(case, seen):
    for chunk in client(case).chat.completions.create(
            **chat(case), stream=True, stream_options={"include_usage": True}):
        seen.usage |= chunk.usage is not None
        for choice in chunk.choices:
            seen.end = choice.finish_reason or seen.end
            if choice.delta.content:
                seen.pieces.append(choice.delta.content)
            for call in choice.delta.tool_calls or []:
                seen.calls.add(call.index)
                seen.pieces.append(call.function.arguments)


def chat_whole(case, seen):
    completion = client(case).chat.completions.create(**chat(case))
    choice = completion.choices[0]
    seen.end = choice.finish_reason
    seen.usage = completion.usage is not None
    seen.pieces.append(choice.message.content or "")
    for index, call in enumerate(choice.message.tool_calls or []):
        seen.calls.add(index)
        seen.pieces.append(call.function.arguments)


def response_event(event, seen):
    """Notes an event, and says whether it is the last one."""
    if event.type in ("response.output_text.delta", "response.function_call_arguments.delta"):
        seen.pieces.append(event.delta)
    if event.type == "response.function_call_arguments.delta":
        seen.calls.add(event.output_index)
    if event.type in ("response.completed", "response.incomplete", "response.failed", "error"):
        seen.end = event.type
        seen.usage = event.type == "response.completed" and event.response.usage is not None
    return seen.end is not None


def responses_streamed(case, seen):
    for event in client(case).responses.create(**responses(case), stream=True):
        response_event(event, seen)


def responses_whole(case, seen):
    response = client(case).responses.create(**responses(case))
    seen.end = response.status
    seen.usage = response.usage is not None
    for index, item in enumerate(response.output):
        if item.type == "function_call":
            seen.calls.add(index)
            seen.pieces.append(item.arguments)
    seen.pieces.append(response.output_text)


def responses_socket(case, seen):
    """A connection has no time-out of its own, so one that stays silent is closed from outside."""
    with client(case).responses.connect(extra_headers=case.headers) as connection:
        silent = threading.Event()
        watch = threading.Timer(case.patience, lambda: (silent.set(), connection.close()))
        watch.start()
        try:
            connection.response.create(**responses(case))
            for event in connection:
                if response_event(event, seen):
                    return
        except Exception:
            if not silent.is_set():
                raise
        finally:
            watch.cancel()
        if silent.is_set():
            raise Silence


class Silence(Exception):
    """No exception of the SDK: nothing comes any more, and nothing tells the program."""


OPENAI = {
    "Chat, streamed": chat_streamed,
    "Chat, whole": chat_whole,
    "Responses, streamed": responses_streamed,
    "Responses, whole": responses_whole,
    "Responses over WebSocket": responses_socket,
}
SDKS = {f"openai {openai.__version__} for Python": ("openai-python", OPENAI)}
