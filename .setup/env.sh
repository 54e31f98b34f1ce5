# Environment for building: `source .setup/env.sh`, then `cmake --preset NAME`.
# Chooses the Emscripten to use: EMSDK, else an emcc >= 3.1.6 in PATH, else Debian's.
# Sets EMSCRIPTEN_ROOT and HUIKUAN_EMSCRIPTEN_VERSION (empty when there is none yet),
# HUIKUAN_EMSCRIPTEN_TOOLCHAIN, HUIKUAN_EMCC, HUIKUAN_EMXX, HUIKUAN_THIRDPARTY; for Debian's also EM_CONFIG, EM_CACHE.

: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
export HUIKUAN_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/huikuan"

# True if version $1 >= version $2.
huikuan_version_ge() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]; }

huikuan_emscripten_version() { # ROOT
  tr -d '" \n' <"$1/emscripten-version.txt" 2>/dev/null | sed 's/-.*//' || true
}

huikuan_find_emscripten() {
  local candidate version
  EMSCRIPTEN_ROOT=""
  HUIKUAN_EMSCRIPTEN_VERSION=""
  for candidate in "${EMSDK:+$EMSDK/upstream/emscripten/emcc}" "$(command -v emcc || true)" \
    /usr/bin/emcc; do
    [ -n "$candidate" ] && [ -e "$candidate" ] || continue
    candidate="$(dirname "$(readlink -f "$candidate")")"
    version="$(huikuan_emscripten_version "$candidate")"
    [ -n "$version" ] && huikuan_version_ge "$version" 3.1.6 || continue
    EMSCRIPTEN_ROOT="$candidate"
    HUIKUAN_EMSCRIPTEN_VERSION="$version"
    return 0
  done
  return 0
}

huikuan_find_emscripten
export EMSCRIPTEN_ROOT HUIKUAN_EMSCRIPTEN_VERSION
export HUIKUAN_EMSCRIPTEN_TOOLCHAIN="$EMSCRIPTEN_ROOT/cmake/Modules/Platform/Emscripten.cmake"
export HUIKUAN_THIRDPARTY="$HUIKUAN_CACHE/thirdparty-em${HUIKUAN_EMSCRIPTEN_VERSION:-none}"
export HUIKUAN_EMCC="$EMSCRIPTEN_ROOT/emcc" HUIKUAN_EMXX="$EMSCRIPTEN_ROOT/em++"

if [ "$EMSCRIPTEN_ROOT" = /usr/share/emscripten ]; then
  # Debian's: its own cache is frozen, and other Node builds do not see Debian's acorn.
  export HUIKUAN_EMCC=/usr/bin/emcc HUIKUAN_EMXX=/usr/bin/em++
  export EM_CONFIG="$HUIKUAN_CACHE/emscripten-$HUIKUAN_EMSCRIPTEN_VERSION/config"
  export EM_CACHE="$HUIKUAN_CACHE/emscripten-$HUIKUAN_EMSCRIPTEN_VERSION/cache"
  case ":${NODE_PATH:-}:" in
    *:/usr/share/nodejs:*) ;;
    *) export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}" ;;
  esac
fi
