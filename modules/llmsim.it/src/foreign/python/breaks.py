"""What the official SDK makes of broken streams: python breaks.py http://localhost:8080/openai/v1 prints a table."""

import sys

import openai

FAULTS = [
    "reset@3", "close@3", "stall:200ms@3", "hang:200ms@3", "trickle:1ms", "truncated_chunk@3", "half_event@3",
    "malformed_json@3", "missing_end", "truncated@3", "duplicate@3", "swap@3", "split:1ms", "split_character:1ms",
    "joined", "crlf", "comments", "slow_headers:1ms", "stream_error@3",
]  # fmt: skip


def chat(client, headers):
    text, finish = "", None
    stream = client.chat.completions.create(
        model="gpt-4o", stream=True, messages=[{"role": "user", "content": "Hi"}], extra_headers=headers
    )
    for chunk in stream:
        for choice in chunk.choices:
            text += choice.delta.content or ""
            finish = choice.finish_reason or finish
    return text, finish is not None


def responses(client, headers):
    text, ended = "", False
    stream = client.responses.create(model="gpt-4o", input="Hi", stream=True, extra_headers=headers)
    for event in stream:
        text += event.delta if event.type == "response.output_text.delta" else ""
        ended = ended or event.type == "response.completed"
        if event.type == "response.failed":
            return text, "response.failed"
    return text, ended


def whole(client, headers):
    answer = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], extra_headers=headers
    )
    return answer.choices[0].message.content, True


def seen(client, ask, fault, usual):
    try:
        text, ended = ask(client, {"X-LLMSim-Fault": fault})
    except Exception as wrong:
        return f"`{type(wrong).__module__.split('.')[0]}.{type(wrong).__name__}`"
    if isinstance(ended, str):
        return f"`{ended}`"
    same = "right" if text == usual else "shorter, no error" if usual.startswith(text) else "wrong, no error"
    return same if ended else f"{same}, no finish"


def main():
    client = openai.OpenAI(base_url=sys.argv[1], api_key="none", max_retries=0, timeout=10)
    ways = [chat, responses, whole]
    usual = [ask(client, {})[0] for ask in ways]
    print(f"| fault | chat stream | Responses stream | whole chat |  <!-- openai {openai.__version__} for Python -->")
    print("|---|---|---|---|")
    for fault in FAULTS:
        row = [seen(client, ask, fault, text) for ask, text in zip(ways, usual)]
        print("| `" + "` | ".join([fault, " | ".join(row)]) + " |", flush=True)


main()
