#!/usr/bin/env bash
# Sentences kept out of training: see recognise.mjs.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
exec node --no-experimental-fetch tests/contract/recognise.mjs "$@"
