#!/bin/sh
# The Responses API: a response, one that goes on from it, its items, a stream, and an error.
set -eu
base="${LLMSIM_URL:-http://localhost:8080}/${LLMSIM_PROVIDER:-openai}/v1"

post() {
  curl -sSN "$base/responses" -H 'content-type: application/json' -d "$1"
  echo
}

echo "== a response"
first=$(post '{"model": "gpt-5", "input": "Hello", "max_output_tokens": 40}')
echo "$first"
id=$(echo "$first" | sed 's/.*"id":"\(resp_[^"]*\)".*/\1/')

echo "== what goes on from it"
post "{\"model\": \"gpt-5\", \"input\": \"And then?\", \"previous_response_id\": \"$id\"}"

echo "== its input items"
curl -sS "$base/responses/$id/input_items"
echo

echo "== a stream"
post '{"model": "gpt-4o", "input": "Hello", "max_output_tokens": 16, "stream": true}'

echo "== an error"
post '{"model": "gpt-5", "input": "Hello", "previous_response_id": "resp_nobody"}'
