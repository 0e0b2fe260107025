"""Typed clients and agents, unmodified, against a running llmsim with its default configuration (LLMSIM_PLAIN_URL)."""

import json
import os
from enum import Enum

import openai
from langchain.agents import create_agent
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, EmailStr, Field

from report import run

BASE = os.environ["LLMSIM_PLAIN_URL"] + "/openai/v1"
MODEL = "gpt-5"
QUESTION = [{"role": "user", "content": "What's the weather like in San Francisco?"}]
PERSON = [{"role": "user", "content": "Make up a person called Ada Lovelace who lives in London."}]
client = openai.OpenAI(base_url=BASE, api_key="sk-nobody-checks", max_retries=0)
open_responses = client.with_options(base_url=os.environ["LLMSIM_PLAIN_URL"] + "/openresponses/v1")


class Unit(str, Enum):
    celsius = "celsius"
    fahrenheit = "fahrenheit"


class GetWeather(BaseModel):
    """Get the current weather of a city"""

    location: str
    unit: Unit


class Address(BaseModel):
    street: str
    zip: str = Field(pattern=r"^[0-9]{5}$")


class Person(BaseModel):
    name: str
    age: int = Field(ge=0, le=120)
    email: EmailStr
    nickname: str | None
    addresses: list[Address] = Field(min_length=1, max_length=2)
    friends: list["Person"]


def parses_with_pydantic():
    completion = client.chat.completions.parse(model=MODEL, messages=PERSON, response_format=Person)
    assert isinstance(completion.choices[0].message.parsed, Person)


def stream_helper_parses():
    with client.chat.completions.stream(model=MODEL, messages=PERSON, response_format=Person) as stream:
        types = {event.type for event in stream}
        final = stream.get_final_completion()
    assert isinstance(final.choices[0].message.parsed, Person)
    assert {"content.delta", "content.done"} <= types, types


def tool_arguments_parse():
    tools = [openai.pydantic_function_tool(GetWeather)]
    completion = client.chat.completions.parse(model=MODEL, messages=QUESTION, tools=tools, tool_choice="required", seed=1)
    call = completion.choices[0].message.tool_calls[0]
    assert isinstance(call.function.parsed_arguments, GetWeather)
    with client.chat.completions.stream(
            model=MODEL, messages=QUESTION, tools=tools, tool_choice="required", seed=1) as stream:
        types = {event.type for event in stream}
        streamed = stream.get_final_completion().choices[0].message.tool_calls[0]
    assert "tool_calls.function.arguments.delta" in types and "tool_calls.function.arguments.done" in types, types
    assert streamed.function.parsed_arguments == call.function.parsed_arguments


def a_loop_by_hand_ends():
    messages, tools, turns = list(QUESTION), [openai.pydantic_function_tool(GetWeather)], 0
    while True:
        turns += 1
        message = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        messages.append(message)
        if not message.tool_calls:
            break
        for call in message.tool_calls:
            city = json.loads(call.function.arguments)["location"]
            messages.append({"role": "tool", "tool_call_id": call.id, "content": f"21 degrees in {city}"})
        assert turns < 5
    assert turns == 2 and "21 degrees in San Francisco" in message.content, (turns, message)


def a_cut_object_says_so():
    try:
        client.chat.completions.parse(model=MODEL, messages=PERSON, response_format=Person, max_completion_tokens=5)
    except openai.LengthFinishReasonError:
        return
    raise AssertionError("no LengthFinishReasonError")


def bad_tool_turns_are_refused():
    orphan = QUESTION + [{"role": "tool", "tool_call_id": "call_nobody", "content": "x"}]
    try:
        client.chat.completions.create(model=MODEL, messages=orphan)
    except openai.BadRequestError as error:
        assert "tool_calls" in error.message
        return
    raise AssertionError("no BadRequestError")


def chat(**more):
    return ChatOpenAI(model=MODEL, api_key="sk-nobody-checks", base_url=BASE, max_retries=0, **more)


def responses_parse_with_pydantic():
    for one in (client, open_responses):
        parsed = one.responses.parse(model=MODEL, input=PERSON, text_format=Person)
        assert isinstance(parsed.output_parsed, Person)
        with one.responses.stream(model=MODEL, input=PERSON, text_format=Person) as stream:
            for _ in stream:
                pass
            assert isinstance(stream.get_final_response().output_parsed, Person)


def a_loop_of_responses_ends():
    tools = [{"type": "function", "name": "get_weather", "description": "Get the current weather of a city",
              "strict": True, "parameters": {"type": "object", "properties": {"location": {"type": "string"}},
                                             "required": ["location"], "additionalProperties": False}}]
    for one in (client, open_responses):
        for stored in (True, False):
            said = one.responses.create(model=MODEL, input=QUESTION, tools=tools, store=stored)
            call = next(item for item in said.output if item.type == "function_call")
            assert json.loads(call.arguments) == {"location": "San Francisco"}
            result = {"type": "function_call_output", "call_id": call.call_id, "output": "21 degrees"}
            last = (one.responses.create(model=MODEL, input=[result], tools=tools, previous_response_id=said.id) if stored
                    else one.responses.create(model=MODEL, input=QUESTION + said.output + [result], tools=tools))
            assert "21 degrees" in last.output_text, last


def langchain_structured_output():
    for responses in (False, True):
        model = chat(use_responses_api=responses).with_structured_output(Person, method="json_schema")
        assert isinstance(model.invoke(PERSON), Person)
    # Not Person: the framework unrolls references, and sends an empty schema for one that goes round.
    assert isinstance(chat().with_structured_output(Address, method="function_calling").invoke(PERSON), Address)


def langchain_agent_ends():
    seen = []

    @tool
    def get_weather(location: str) -> str:
        """Get the current weather of a city."""
        seen.append(location)
        return f"21 degrees in {location}"

    for streaming in (False, True):
        for responses in (False, True):
            agent = create_agent(chat(streaming=streaming, use_responses_api=responses), [get_weather])
            said = agent.invoke({"messages": QUESTION}, {"recursion_limit": 10})["messages"]
            assert "21 degrees" in said[-1].text, said
    assert seen == ["San Francisco"] * 4, seen


if __name__ == "__main__":
    raise SystemExit(run("typed clients and loops in Python", [
        parses_with_pydantic, stream_helper_parses, tool_arguments_parse, a_loop_by_hand_ends, a_cut_object_says_so,
        bad_tool_turns_are_refused, responses_parse_with_pydantic, a_loop_of_responses_ends, langchain_structured_output, langchain_agent_ends]))
