#!/usr/bin/env bash
# How the policies stand to each other, on every shipped case: see figures.mjs. Sampled; with
# HUIKUAN_FULL=1 (tests/run --full) every figure with all its seeds, the planner's among them.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
exec node --no-experimental-fetch "$here/figures.mjs" "$@"
