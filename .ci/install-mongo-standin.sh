#!/usr/bin/env bash
# Installs the wire-compatible stand-in for MongoDB that tests use where there is no mongod, into a folder of
# its own, where the tests look for it, and prints the path of its program.
set -euo pipefail
folder="${1:-${XDG_CACHE_HOME:-$HOME/.cache}/verbatim/mongo-standin}"
program="$folder/bin/secantusd-py"
if [ ! -x "$program" ]; then
  # One that was cut off is of no use.
  rm -rf "$folder"
  mkdir -p "$(dirname "$folder")"
  python3 -m venv "$folder" >&2
  "$folder/bin/pip" install --quiet --no-input --disable-pip-version-check 'secantusdb==0.7.0b3' >&2
fi
echo "$program"
