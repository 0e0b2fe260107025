"""The OpenAI Agents SDK, unmodified, against a running llmsim with its default configuration (LLMSIM_PLAIN_URL)."""

import asyncio
import os

from agents import (Agent, ModelSettings, OpenAIChatCompletionsModel, OpenAIConversationsSession, OpenAIResponsesModel,
                    Runner, function_tool, set_tracing_disabled)
from openai import AsyncOpenAI
from pydantic import BaseModel

from report import run

URL = os.environ["LLMSIM_PLAIN_URL"]
QUESTION = "What's the weather like in San Francisco?"
set_tracing_disabled(True)


def client(provider):
    return AsyncOpenAI(base_url=f"{URL}/{provider}/v1", api_key="sk-nobody-checks", max_retries=0)


def with_each_model(test):
    async def all():
        for provider, kind in (("openai", OpenAIResponsesModel), ("openresponses", OpenAIResponsesModel),
                               ("openai", OpenAIChatCompletionsModel)):
            async with client(provider) as openai:
                await test(kind(model="gpt-5", openai_client=openai))

    asyncio.run(all())


class Report(BaseModel):
    city: str
    degrees: int


def weather(seen):
    @function_tool
    def get_weather(location: str) -> str:
        """Get the current weather of a city."""
        seen.append(location)
        return f"21 degrees in {location}"

    return get_weather


def a_tool_is_called_and_the_run_ends():
    async def once(model):
        seen = []
        agent = Agent(name="Assistant", instructions="Be brief.", model=model, tools=[weather(seen)])
        result = await Runner.run(agent, QUESTION, max_turns=5)
        assert seen == ["San Francisco"], seen
        assert "21 degrees" in result.final_output, result.final_output

        streamed = Runner.run_streamed(agent, QUESTION, max_turns=5)
        kinds = [event.type async for event in streamed.stream_events()]
        assert len(seen) == 2 and "21 degrees" in streamed.final_output, streamed.final_output
        assert "raw_response_event" in kinds and "run_item_stream_event" in kinds, kinds

    with_each_model(once)


def an_agent_hands_off_to_another():
    async def once(model):
        seen = []
        forecaster = Agent(name="Weather agent", handoff_description="Knows the weather of every city.",
                           instructions="Tell the weather.", model=model, tools=[weather(seen)],
                           model_settings=ModelSettings(tool_choice="required"))
        poet = Agent(name="Poetry agent", handoff_description="Writes poems.", model=model)
        triage = Agent(name="Triage", instructions="Hand off.", model=model, handoffs=[poet, forecaster])
        result = await Runner.run(triage, QUESTION, max_turns=6)
        assert result.last_agent is forecaster, result.last_agent.name
        assert len(seen) == 1, seen
        assert "21 degrees" in result.final_output, result.final_output

    with_each_model(once)


def an_output_has_its_type():
    async def once(model):
        agent = Agent(name="Reporter", model=model, output_type=Report)
        result = await Runner.run(agent, "Report the weather of Oslo.")
        assert isinstance(result.final_output, Report), result.final_output

    with_each_model(once)


def a_run_goes_on_in_its_conversation():
    async def once():
        async with client("openai") as openai:
            agent = Agent(name="Assistant", model=OpenAIResponsesModel(model="gpt-5", openai_client=openai))
            conversation = await openai.conversations.create()
            for question in ("Hello, I am Ada.", "Who am I?"):
                assert (await Runner.run(agent, question, conversation_id=conversation.id)).final_output
            said = [item async for item in openai.conversations.items.list(conversation.id, order="asc", limit=2)]
            assert [item.content[0].text for item in said if item.type == "message" and item.role == "user"] == [
                "Hello, I am Ada.", "Who am I?"], said

            session = OpenAIConversationsSession(openai_client=openai)
            for question in ("Hello, I am Ada.", "Who am I?"):
                assert (await Runner.run(agent, question, session=session)).final_output
            assert len(await session.get_items()) >= 4
            assert await session.pop_item()
            await session.clear_session()

    asyncio.run(once())


if __name__ == "__main__":
    raise SystemExit(run("OpenAI Agents SDK for Python", [
        a_tool_is_called_and_the_run_ends, an_agent_hands_off_to_another, an_output_has_its_type,
        a_run_goes_on_in_its_conversation]))
