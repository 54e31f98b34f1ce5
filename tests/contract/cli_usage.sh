#!/usr/bin/env bash
# The program huikuan from outside: exit codes, messages, and that nothing saved is lost.
set -u
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
huikuan="$root/build/native/huikuan"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$root" || exit 1
unset HUIKUAN_SCENARIOS
export LANG=en_US.UTF-8 LC_ALL=C.UTF-8
failures=0

# run CODE COMMAND...: output to $work/out and $work/err; the exit code must be CODE.
run() {
  local want="$1" code
  shift
  "$@" >"$work/out" 2>"$work/err" </dev/null
  code=$?
  what="${*/#$huikuan/huikuan}"
  [ "$code" -eq "$want" ] || bad "exit code $code instead of $want"
}
bad() {
  failures=$((failures + 1))
  printf 'FAILED: %s: %s\n' "$what" "$1"
  sed 's/^/    /' "$work/out" "$work/err" | head -n 8
}
out_has() { grep -qE -- "$1" "$work/out" || bad "standard output lacks /$1/"; }
err_has() { grep -qE -- "$1" "$work/err" || bad "standard error lacks /$1/"; }
out_empty() { [ ! -s "$work/out" ] || bad "standard output is not empty"; }
no_gap() { ! grep -q '⟦' "$work/out" "$work/err" || bad "a string is missing: $(grep -oh '⟦[^⟧]*⟧' "$work/out" "$work/err" | sort -u | head -n 5 | tr '\n' ' ')"; }

# Help, and wrong usage.
run 0 "$huikuan" --help; out_has 'simulate'; out_has 'signature'; no_gap
for command in play lint simulate replay signature bench; do
  for lang in en zh; do
    run 0 "$huikuan" $command --help --lang $lang; out_has "huikuan $command"; no_gap
  done
done
run 2 "$huikuan"; err_has 'play, lint, simulate'; out_empty
run 2 "$huikuan" frobnicate; err_has 'no command frobnicate'; err_has 'play, lint'
run 2 "$huikuan" play; err_has 'CASE is required'; err_has 'play --help'
run 2 "$huikuan" play nowhere; err_has 'no case nowhere'; err_has 'first-invoice'
run 2 "$huikuan" play first-invoice --bot nobody; err_has 'nobody'; err_has 'by-the-book'
run 2 "$huikuan" simulate first-invoice --bot nobody --seeds 2; err_has 'by-the-book'; out_empty
run 2 "$huikuan" simulate first-invoice --bot random --seeds 0; err_has 'seeds'
run 2 "$huikuan" simulate first-invoice --bot random --seeds many; err_has 'seeds'
run 2 "$huikuan" simulate first-invoice --bot random --seeds 2 --wrong; err_has 'wrong'
run 2 "$huikuan" lint "$work/nothing"; err_has "$work/nothing"
run 2 "$huikuan" --lang xx signature; err_has 'xx'; err_has 'en, zh'
run 2 "$huikuan" --scenarios "$work" signature; err_has 'cases'

# Languages: by option, and by the environment.
run 2 env LANG=zh_CN.UTF-8 "$huikuan" play nowhere; err_has '没有案例'
run 2 "$huikuan" play nowhere --lang zh; err_has '没有案例'
run 2 env LANG=de_DE.UTF-8 "$huikuan" play nowhere; err_has 'no case'

# Without scenarios: says so, and where to look.
run 0 cp "$huikuan" "$work/alone"
run 1 env -C "$work" "$work/alone" signature; err_has '--scenarios'
run 0 env -C "$work" "$huikuan" signature --runs 2   # found from the program
run 0 env -C "$work" HUIKUAN_SCENARIOS="$root/scenarios" "$work/alone" signature --runs 2

# Simulations.
run 0 "$huikuan" simulate first-invoice --bot by-the-book --seeds 5 --first-seed 3 --json
for key in case bot seeds value values collected_share breaches blockers; do out_has "\"$key\":"; done
run 0 "$huikuan" simulate first-invoice --bot weekly-firm --seeds 5; out_has 'all +5'; no_gap
run 0 "$huikuan" simulate "$root/scenarios/cases/first-invoice" --bot random --seeds 2 --json

# Calibration: every profile, in both languages; the planner is the sixth policy.
run 0 "$huikuan" calibrate --customers 30; out_has '^mild: '; out_has '^stressed: '; no_gap
run 0 "$huikuan" calibrate --profile mild --customers 30 --lang zh; out_has 'Atradius'; no_gap
run 0 "$huikuan" calibrate --profile stressed --customers 30 --json
for key in profile late mean_if_late p50 p95 unpaid disputed_lift between promises_kept targets; do
  out_has "\"$key\":"
done
run 2 "$huikuan" calibrate --profile nobody; err_has 'mild, stressed'; out_empty
run 2 "$huikuan" calibrate --bot nobody; err_has 'nobody'
run 0 "$huikuan" simulate first-invoice --bot planner --seeds 1 --json; out_has '"bot": "planner"'

# The signature: the hash alone on the last line; its log can be compared.
run 0 "$huikuan" signature --runs 5 --log "$work/log1"; cp "$work/out" "$work/hash"
tail -n 1 "$work/hash" | grep -qE '^[0-9a-f]{16}$' || bad "no hash on the last line"
grep -qE '^first-invoice 1 0 [0-9a-f]{16}$' "$work/log1" || bad "the log lacks its first step"
run 0 "$huikuan" signature --runs 5 --log "$work/log2"
cmp -s "$work/out" "$work/hash" && cmp -s "$work/log1" "$work/log2" || bad "two runs differ"
run 1 "$huikuan" signature --runs 1 --log "$work/no/folder"; err_has 'no/folder'

# Transcripts in both languages, and saves.
for lang in en zh; do
  for bot in random nag-daily polite-waiter weekly-firm by-the-book; do
    run 0 "$huikuan" play first-invoice --lang $lang --bot $bot --seed 3; no_gap
  done
done
run 0 "$huikuan" play first-invoice --bot by-the-book --seed 3 --save "$work/a.save"
run 2 "$huikuan" play first-invoice --bot random --save "$work/a.save"; err_has 'exists already'
run 0 "$huikuan" replay "$work/a.save"; out_has 'verified'; out_has 'seed 3'; no_gap
run 0 "$huikuan" replay "$work/a.save" --case first-invoice --lang zh; no_gap
run 2 "$huikuan" replay "$work/none"; err_has "$work/none"
tr 'A-M' 'B-N' <"$work/a.save" >"$work/b.save"
run 1 "$huikuan" replay "$work/b.save"; err_has 'damaged'
head -c 40 "$work/a.save" >"$work/c.save"
run 1 "$huikuan" replay "$work/c.save"; err_has 'damaged'
head -c 3000 /dev/urandom >"$work/d.save"
run 1 "$huikuan" replay "$work/d.save"; err_has 'damaged'
: >"$work/e.save"
run 1 "$huikuan" replay "$work/e.save"; err_has 'damaged'
cp "$work/b.save" "$work/b.copy"
run 1 "$huikuan" play first-invoice --save "$work/b.save"; err_has 'left as it is'
cmp -s "$work/b.save" "$work/b.copy" || bad "a damaged save was changed"

# Played by hand: a few steps, saved, gone on with, the end of the input taken calmly.
printf '3\n1\n\n11\n' | "$huikuan" play first-invoice --seed 4 --save "$work/hand" >"$work/out" 2>"$work/err"
what="play by hand"
[ "$?" -eq 0 ] && [ -s "$work/hand" ] || bad "play by hand did not end well"
no_gap; out_has 'Saved in'
run 0 "$huikuan" replay "$work/hand"; out_has 'seed 4'; out_has 'verified: 2 commands'
printf 'h\ns\nzh\nq\n' | "$huikuan" play first-invoice --save "$work/hand" >"$work/out" 2>"$work/err" ||
  bad "going on failed"
no_gap; out_has 'Going on from'; out_has '已存到'
run 2 "$huikuan" play first-invoice --save "$work/hand" --seed 5; err_has 'seed 4'

# Lint: the shipped files are clean; broken ones are named by file, line and column.
run 0 "$huikuan" lint scenarios
run 0 "$huikuan" lint scenarios/cases/first-invoice scenarios/catalogue/acts/greet.json
cp -r scenarios "$work/scenarios"
printf '{\n  "id": "greet",\n  "purpose": "opne",\n' >"$work/scenarios/catalogue/acts/greet.json"
run 1 "$huikuan" lint "$work/scenarios"
out_has "^$work/scenarios/catalogue/acts/greet\.json:[0-9]+:[0-9]+: [a-z_.]+: ."
run 1 "$huikuan" lint "$work/scenarios/catalogue/acts/greet.json" --lang zh
out_has 'greet\.json:[0-9]+:[0-9]+: '
run 0 "$huikuan" lint "$work/scenarios/catalogue/tasks"   # elsewhere nothing is wrong
run 1 "$huikuan" play first-invoice --scenarios "$work/scenarios"; err_has 'greet\.json:[0-9]+:[0-9]+'
mkdir -p "$work/my-case"
sed 's/"start": "2026-03-02"/"start": "2026-13-02"/' scenarios/cases/first-invoice/case.json >"$work/my-case/case.json"
run 1 "$huikuan" lint "$work/my-case"; out_has "^$work/my-case/case\.json:[0-9]+:[0-9]+: "
run 2 "$huikuan" lint "$work/a.save"; err_has 'a\.save'
printf '{"strings": {' >"$work/scenarios/lang/en/cli.json"
run 1 "$huikuan" signature --scenarios "$work/scenarios"; err_has 'lang/en/cli\.json'
run 1 "$huikuan" lint "$work/scenarios" --scenarios "$work/scenarios"; out_has 'lang/en/cli\.json:[0-9]+'

echo "$failures failures"
[ "$failures" -eq 0 ]
