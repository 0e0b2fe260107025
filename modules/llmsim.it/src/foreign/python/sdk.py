"""The official SDK, unmodified, against a running llmsim whose address is in LLMSIM_URL and whose generator is moody."""

import asyncio
import os

import openai

from report import run

BASE = os.environ["LLMSIM_URL"] + "/openai/v1"
HELLO = [{"role": "user", "content": "Hello!"}]
client = openai.OpenAI(base_url=BASE, api_key="sk-nobody-checks", max_retries=0)
open_responses = client.with_options(base_url=os.environ["LLMSIM_URL"] + "/openresponses/v1")


def creates():
    completion = client.chat.completions.create(model="gpt-4o", messages=HELLO, seed=1)
    assert completion.id.startswith("chatcmpl-")
    assert completion.choices[0].finish_reason == "stop"
    assert completion.choices[0].message.content
    usage = completion.usage
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens


def streams():
    chunks = list(client.chat.completions.create(
        model="gpt-4o", messages=HELLO, seed=1, n=2, stream=True, stream_options={"include_usage": True}))
    whole = client.chat.completions.create(model="gpt-4o", messages=HELLO, seed=1, n=2)
    texts = ["", ""]
    for chunk in chunks:
        for choice in chunk.choices:
            texts[choice.index] += choice.delta.content or ""
    assert texts == [choice.message.content for choice in whole.choices]
    assert chunks[-1].usage == whole.usage and chunks[-1].choices == []
    assert all(chunk.usage is None for chunk in chunks[:-1])
    assert len({chunk.id for chunk in chunks}) == 1


def stream_helper_accumulates():
    with client.chat.completions.stream(
            model="gpt-4o", messages=HELLO, seed=1, stream_options={"include_usage": True}) as stream:
        types = [event.type for event in stream]
        final = stream.get_final_completion()
    whole = client.chat.completions.create(model="gpt-4o", messages=HELLO, seed=1)
    assert "content.delta" in types and "content.done" in types, types
    assert final.choices[0].message.content == whole.choices[0].message.content
    assert final.choices[0].finish_reason == "stop"
    assert final.usage == whole.usage


def logprobs_and_limits():
    choice = client.chat.completions.create(
        model="gpt-4o", messages=HELLO, logprobs=True, top_logprobs=2, max_completion_tokens=5).choices[0]
    assert choice.finish_reason == "length"
    assert len(choice.logprobs.content) == 5
    assert "".join(token.token for token in choice.logprobs.content) == choice.message.content


def lists_and_gets_models():
    models = list(client.models.list())
    assert {"gpt-5", "gpt-4o"} <= {model.id for model in models}
    assert client.models.retrieve("gpt-4o").id == "gpt-4o"


def stores_lists_and_deletes():
    ids = [client.chat.completions.create(
        model="gpt-4o", messages=HELLO, store=True, metadata={"run": "python"}).id for _ in range(5)]
    listed = [item.id for item in client.chat.completions.list(limit=2, metadata={"run": "python"})]
    assert listed == ids, (listed, ids)
    assert client.chat.completions.retrieve(ids[0]).id == ids[0]
    assert [message.content for message in client.chat.completions.messages.list(ids[0])] == ["Hello!"]
    for one in ids:
        assert client.chat.completions.delete(one).deleted


def responses_are_created_and_streamed():
    for one in (client, open_responses):
        asked = {"model": "gpt-5", "input": "Hello!", "reasoning": {"summary": "auto"}}
        whole = one.responses.create(**asked)
        assert whole.status == "completed" and whole.output_text and whole.usage.output_tokens > 0
        events = list(one.responses.create(**asked, stream=True))
        assert [event.sequence_number for event in events] == list(range(len(events)))
        with one.responses.stream(**asked) as stream:
            text = "".join(event.delta for event in stream if event.type == "response.output_text.delta")
            final = stream.get_final_response()
        assert final.output_text == text == whole.output_text
        assert [item.type for item in final.output] == ["reasoning", "message"]
        assert final.output[0].summary[0].text


def responses_are_stored_continued_and_deleted():
    for one in (client, open_responses):
        first = one.responses.create(model="gpt-4o", input="Hello!")
        second = one.responses.create(model="gpt-4o", input="And?", previous_response_id=first.id)
        assert second.usage.input_tokens > first.usage.input_tokens + first.usage.output_tokens
        assert one.responses.retrieve(first.id).output_text == first.output_text
        items = [{"role": "user", "content": f"message {i}"} for i in range(5)]
        many = one.responses.create(model="gpt-4o", input=items)
        listed = [item.content[0].text for item in one.responses.input_items.list(many.id, limit=2, order="asc")]
        assert listed == [item["content"] for item in items], listed
        one.responses.delete(first.id)
        try:
            one.responses.retrieve(first.id)
            raise AssertionError("found")
        except openai.NotFoundError:
            pass


def errors_have_their_classes():
    expected = {400: openai.BadRequestError, 401: openai.AuthenticationError, 403: openai.PermissionDeniedError,
                404: openai.NotFoundError, 409: openai.ConflictError, 422: openai.UnprocessableEntityError,
                429: openai.RateLimitError, 500: openai.InternalServerError, 503: openai.InternalServerError}
    for status, kind in expected.items():
        for stream in (False, True):
            error = raised(lambda: list(client.chat.completions.create(
                model="gpt-4o", messages=[{"role": "user", "content": f"fail {status}"}], stream=stream)))
            assert type(error) is kind and error.status_code == status, (status, error)
            assert error.request_id
    error = raised(lambda: client.chat.completions.create(model="gpt-4o", messages=HELLO, temperature=3))
    assert type(error) is openai.BadRequestError and error.param == "temperature", error
    error = raised(lambda: client.models.retrieve("gpt-17"))
    assert type(error) is openai.NotFoundError and error.code == "model_not_found", error


def retries_while_it_may():
    patient = client.with_options(max_retries=2)
    before = total_requests()
    raised(lambda: patient.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "fail 429"}]))
    assert total_requests() - before == 3


def total_requests():
    import json
    import urllib.request
    with urllib.request.urlopen(os.environ["LLMSIM_URL"] + "/llmsim/stats") as answer:
        return json.load(answer)["total_requests"]


def raw_responses_have_headers():
    raw = client.chat.completions.with_raw_response.create(model="gpt-4o", messages=HELLO)
    assert raw.headers["x-request-id"] == raw.parse()._request_id
    assert int(raw.headers["openai-processing-ms"]) >= 0
    with client.chat.completions.with_streaming_response.create(
            model="gpt-4o", messages=HELLO, stream=True) as streaming:
        assert streaming.headers["content-type"].startswith("text/event-stream")
        assert [line for line in streaming.iter_lines() if line][-1] == "data: [DONE]"


def asyncio_works():
    async def many():
        async with openai.AsyncOpenAI(base_url=BASE, api_key="sk-nobody-checks") as asynchronous:
            answers = await asyncio.gather(*[asynchronous.chat.completions.create(
                model="gpt-4o", messages=HELLO, seed=1) for _ in range(50)])
            stream = await asynchronous.chat.completions.create(
                model="gpt-4o", messages=HELLO, seed=1, stream=True)
            text = "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
        assert {answer.choices[0].message.content for answer in answers} == {text}

    asyncio.run(many())


def raised(call):
    try:
        call()
    except openai.APIStatusError as error:
        return error
    raise AssertionError("nothing was raised")


def main():
    tests = [creates, streams, stream_helper_accumulates, logprobs_and_limits, lists_and_gets_models,
             stores_lists_and_deletes, responses_are_created_and_streamed,
             responses_are_stored_continued_and_deleted, errors_have_their_classes, retries_while_it_may, raw_responses_have_headers,
             asyncio_works]
    return run(f"openai {openai.__version__} for Python", tests)


if __name__ == "__main__":
    raise SystemExit(main())
