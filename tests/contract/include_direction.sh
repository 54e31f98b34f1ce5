#!/usr/bin/env bash
# The layers of the engine: an arrow is the only allowed include direction, and the engine names no
# UI, clock, file, thread, locale or host random numbers. Prints every offender.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
bad=0
offend() { printf '%s\n' "$*"; bad=1; }

# What each layer may include of the others ("huikuan" = the api values).
declare -A may=(
  [api]="core huikuan"
  [core]="core"
  [world]="core huikuan world"
  [content]="core huikuan world content"
  [recognise]="core huikuan world content recognise"
  [rules]="core huikuan world content rules"
  [bots]="core huikuan world content rules bots"
  [save]="core huikuan world content rules save"
  [search]="core huikuan world content rules bots save search"
  [review]="core huikuan world content rules bots save search review"
  [assess]="core huikuan world content rules bots save search review assess"
  [session]="core huikuan world content recognise rules bots save search review assess session"
  [author]="core huikuan world content recognise rules bots save search review assess author"
  [cli]="huikuan cli"
)
for layer in "${!may[@]}"; do
  [ -d "sim/$layer" ] || continue
  while IFS=: read -r file line text; do
    target=$(sed -E 's/.*#include *[<"]([^>"]+)[>"].*/\1/' <<<"$text")
    top=${target%%/*}
    case "$target" in */*) ;; *) continue ;; esac
    case " core world content recognise rules bots save search review assess session author cli huikuan " in
      *" $top "*) ;;
      *) continue ;;  # a library
    esac
    case " ${may[$layer]} " in
      *" $top "*) ;;
      *) offend "$file:$line: $layer must not include $target" ;;
    esac
  done < <(grep -rnE '^#include' "sim/$layer" --include='*.h' --include='*.cpp')
done
for dir in app model panels author worker lms; do
  [ -d "web/$dir" ] || continue
  while IFS=: read -r file line text; do
    target=$(sed -E 's/.*#include *[<"]([^>"]+)[>"].*/\1/' <<<"$text")
    case "${target%%/*}" in
      core|world|content|recognise|rules|bots|save|search|review|assess|session)
        offend "$file:$line: web knows sim/api only, not $target" ;;
    esac
  done < <(grep -rnE '^#include' "web/$dir" --include='*.h' --include='*.cpp')
done
forbidden='imgui|SDL|emscripten|chrono|ctime|time\.h|fstream|iostream|cstdio|filesystem|thread|mutex|random>|locale|unordered_map|unordered_set'
while read -r hit; do offend "$hit: the engine must not know this"; done < <(
  grep -rnE "^#include *[<\"]($forbidden)" sim --include='*.h' --include='*.cpp' | grep -v '^sim/cli/' || true)
while read -r hit; do offend "$hit: no libm below the experiments"; done < <(
  grep -rnE '^#include *<c?math(\.h)?>' sim/core sim/world sim/rules sim/content sim/bots sim/save sim/assess 2>/dev/null || true)
while read -r hit; do offend "$hit: no floating point in State and rules"; done < <(
  grep -rnE '\b(double|float)\b' sim/core sim/world sim/rules sim/bots sim/save --include='*.h' --include='*.cpp' \
    | grep -vE '^[^:]+:[0-9]+: *(//|\*)|//.*\b(double|float)\b' || true)
while read -r hit; do offend "$hit: bots act on Known only"; done < <(
  grep -rnE 'truth|Truth' sim/bots --include='*.h' --include='*.cpp' | grep -vE ': *//' || true)
[ "$bad" = 0 ] && echo "include directions hold"
exit "$bad"
