#!/bin/sh
# Models, a whole answer, a stream, and an error.
set -eu
base="${LLMSIM_URL:-http://localhost:8080}/openai/v1"

echo "== the first models"
curl -sS "$base/models" | head -c 300
echo

echo "== a whole answer"
curl -sS "$base/chat/completions" -H 'content-type: application/json' \
  -d '{"model": "gpt-5", "max_tokens": 12, "messages": [{"role": "user", "content": "Hello"}]}'
echo

echo "== a stream with its usage"
curl -sSN "$base/chat/completions" -H 'content-type: application/json' \
  -d '{"model": "gpt-5", "max_tokens": 3, "stream": true, "stream_options": {"include_usage": true},
       "messages": [{"role": "user", "content": "Hello"}]}'

echo "== an error"
curl -sS "$base/chat/completions" -H 'content-type: application/json' \
  -d '{"model": "gpt-5", "temperature": 3, "messages": [{"role": "user", "content": "Hello"}]}'
echo
