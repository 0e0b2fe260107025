"""What the Responses API keeps, with the official SDK, unmodified, against a running llmsim (LLMSIM_PLAIN_URL)."""

import os

import openai

from report import run

URL = os.environ["LLMSIM_PLAIN_URL"]
client = openai.OpenAI(base_url=URL + "/openai/v1", api_key="sk-nobody-checks", max_retries=0)
open_responses = client.with_options(base_url=URL + "/openresponses/v1")


def text(response):
    return response.output_text


def conversations_hold_items():
    conversation = client.conversations.create(
        metadata={"topic": "demo"}, items=[{"type": "message", "role": "user", "content": "Hello!"}])
    assert conversation.id.startswith("conv_") and conversation.metadata == {"topic": "demo"}
    assert client.conversations.update(conversation.id, metadata={"topic": "other"}).metadata == {"topic": "other"}
    added = client.conversations.items.create(conversation.id, items=[
        {"type": "message", "role": "user", "content": f"message {i}"} for i in range(4)])
    assert len(added.data) == 4 and not added.has_more
    listed = [item.content[0].text for item in client.conversations.items.list(conversation.id, limit=2, order="asc")]
    assert listed == ["Hello!"] + [f"message {i}" for i in range(4)], listed
    one = added.data[0].id
    assert client.conversations.items.retrieve(one, conversation_id=conversation.id).id == one
    assert client.conversations.items.delete(one, conversation_id=conversation.id).id == conversation.id
    assert client.conversations.delete(conversation.id).deleted
    error = raised(lambda: client.conversations.retrieve(conversation.id))
    assert type(error) is openai.NotFoundError, error


def responses_belong_to_a_conversation():
    conversation = client.conversations.create()
    first = client.responses.create(model="gpt-4o", input="Hello!", conversation=conversation.id)
    assert first.conversation.id == conversation.id
    with client.responses.stream(model="gpt-4o", input="And?", conversation={"id": conversation.id}) as stream:
        for _ in stream:
            pass
        second = stream.get_final_response()
    assert second.usage.input_tokens > first.usage.input_tokens + first.usage.output_tokens
    listed = [item.content[0].text for item in client.conversations.items.list(conversation.id, order="asc")]
    assert listed == ["Hello!", text(first), "And?", text(second)], listed
    error = raised(lambda: client.responses.create(
        model="gpt-4o", input="x", conversation=conversation.id, previous_response_id=first.id))
    assert type(error) is openai.BadRequestError and error.code == "mutually_exclusive_parameters", error


def streams_in_the_background_are_taken_up_again():
    for one in (client, open_responses):
        stream = one.responses.create(model="gpt-4o", input="Hello!", background=True, stream=True)
        seen = [next(stream) for _ in range(3)]
        stream.close()
        id = seen[0].response.id
        rest = list(one.responses.retrieve(id, stream=True, starting_after=seen[-1].sequence_number))
        numbers = [event.sequence_number for event in seen + rest]
        assert numbers == list(range(len(numbers))), numbers
        assert rest[-1].type == "response.completed"
        assert text(one.responses.retrieve(id)) == text(rest[-1].response)


def the_websocket_client_talks():
    for one in (client, open_responses):
        with one.responses.connect() as connection:
            connection.response.create(model="gpt-4o", input="Hello!", store=False)
            first = last(connection)
            connection.response.create(
                model="gpt-4o", input="And?", store=False, previous_response_id=first.id)
            second = last(connection)
            assert second.previous_response_id == first.id
            assert second.usage.input_tokens > first.usage.input_tokens + first.usage.output_tokens
            connection.response.create(model="gpt-4o", input="And?", previous_response_id="resp_nobody")
            error = connection.recv()
            assert error.type == "error" and error.code == "previous_response_not_found", error


def last(connection):
    numbers = []
    for event in connection:
        numbers.append(event.sequence_number)
        if event.type == "response.completed":
            assert numbers == list(range(len(numbers))), numbers
            return event.response
        assert event.type != "error", event
    raise AssertionError("no end")


def raised(call):
    try:
        call()
    except openai.APIStatusError as error:
        return error
    raise AssertionError("nothing was raised")


if __name__ == "__main__":
    raise SystemExit(run("state of responses with the SDK for Python", [
        conversations_hold_items, responses_belong_to_a_conversation, streams_in_the_background_are_taken_up_again,
        the_websocket_client_talks]))
