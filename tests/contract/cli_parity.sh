#!/usr/bin/env bash
# The program gives the same answers natively and as WebAssembly under Node.
set -u
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
native="$root/build/native/huikuan"
module="$root/build/wasm/huikuan.js"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$root" || exit 1
unset HUIKUAN_SCENARIOS
export LANG=en_US.UTF-8 LC_ALL=C.UTF-8
if [ ! -f "$module" ]; then
  echo "$module is not built yet (.setup/build wasm-node huikuan)"
  exit 1
fi
failures=0

# same ARGUMENTS...: equal standard output and exit codes.
same() {
  local code other
  "$native" "$@" >"$work/native" 2>"$work/native.err" </dev/null
  code=$?
  node --no-experimental-fetch "$module" "$@" >"$work/wasm" 2>"$work/wasm.err" </dev/null
  other=$?
  if [ "$code" -ne "$other" ] || ! cmp -s "$work/native" "$work/wasm" ||
    ! cmp -s "$work/native.err" "$work/wasm.err"; then
    failures=$((failures + 1))
    echo "DIFFERS ($code, $other): huikuan $*"
    diff "$work/native" "$work/wasm" | head -n 5
    diff "$work/native.err" "$work/wasm.err" | head -n 5
  fi
}

for bot in random nag-daily polite-waiter weekly-firm by-the-book; do
  same simulate first-invoice --bot "$bot" --seeds 20 --json
done
same simulate first-invoice --bot weekly-firm --every 2 --seeds 20 --json
same play first-invoice --bot by-the-book --seed 5 --lang zh
same play first-invoice --bot random --seed 2
same simulate first-invoice --bot planner --seeds 1 --json
same calibrate --customers 40 --json
same lint scenarios
same lint "$work/nothing"
same play nowhere
same simulate first-invoice --bot by-the-book
same --help

# A save made by one is read by the other.
"$native" play first-invoice --bot weekly-firm --seed 6 --save "$work/save" >/dev/null
same replay "$work/save"
node --no-experimental-fetch "$module" play first-invoice --bot weekly-firm --seed 6 \
  --save "$work/save.wasm" >/dev/null
cmp "$work/save" "$work/save.wasm" || failures=$((failures + 1))

echo "$failures differences"
[ "$failures" -eq 0 ]
