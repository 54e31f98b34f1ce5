# Shared by the set-up scripts, web/run and tests/run. Source it, do not run it.
# Gives: HUIKUAN_ROOT, HUIKUAN_CACHE, step, note, die, as_root, stamped, a failure trap.

set -euo pipefail

HUIKUAN_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
export HUIKUAN_ROOT
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
export HUIKUAN_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/huikuan"
export LC_ALL="${LC_ALL:-C.UTF-8}"
mkdir -p "$HUIKUAN_CACHE"

CURRENT_STEP="starting"
CURRENT_HELP="Run the same command again; if it fails again, the messages above say where."

# step TEXT [WHAT-TO-DO-IF-IT-FAILS]
step() {
  CURRENT_STEP="$1"
  CURRENT_HELP="${2:-Run the same command again; if it fails again, the messages above say where.}"
  printf '==> %s\n' "$1"
}

note() { printf '    %s\n' "$*"; }

die() {
  trap - ERR
  printf '\n!!! %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '    %s\n' "$line" >&2; done
  exit 1
}

on_error() {
  local code=$?
  trap - ERR
  printf '\n!!! Failed at the step: %s (exit code %d)\n' "$CURRENT_STEP" "$code" >&2
  printf '    What to do: %s\n' "$CURRENT_HELP" >&2
  exit "$code"
}
set -E
trap on_error ERR

# Runs a command as root: directly, or with sudo, or says what is missing.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    die "This needs root rights, and there is no sudo here." \
      "Run as root: $*" "then start this again."
  fi
}

# Only one set-up at a time in one cache folder; a second one waits.
with_lock() {
  exec 9>"$HUIKUAN_CACHE/setup.lock"
  if ! flock -n 9; then
    note "another set-up is running, waiting for it"
    flock 9
  fi
}

# sum_of TEXT-OR-FILES...: one short hash over the given files' content and words.
sum_of() {
  local item
  for item in "$@"; do
    if [ -f "$item" ]; then cat "$item"; else printf '%s\n' "$item"; fi
  done | sha256sum | cut -c1-16
}

# is_done NAME SUM: was this piece of work finished with this very sum?
is_done() { [ "$(cat "$HUIKUAN_CACHE/stamps/$1" 2>/dev/null || true)" = "$2" ]; }

mark_done() {
  mkdir -p "$HUIKUAN_CACHE/stamps"
  printf '%s\n' "$2" >"$HUIKUAN_CACHE/stamps/$1"
}

# log_run LOGFILE COMMAND...: quiet run; on failure the end of the log is shown.
log_run() {
  local log="$1"
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    printf '    ---- last lines of %s ----\n' "$log" >&2
    tail -n 60 "$log" >&2
    return 1
  fi
}

jobs_count() { nproc 2>/dev/null || echo 2; }
