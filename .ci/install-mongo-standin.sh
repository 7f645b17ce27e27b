#!/usr/bin/env bash
# Installs the wire-compatible stand-in for MongoDB that tests use where there is no mongod, into a folder of
# its own, and prints the path of its program. Use: MONGODB_STANDIN=$(bash .ci/install-mongo-standin.sh)
set -euo pipefail
folder="${1:-${XDG_CACHE_HOME:-$HOME/.cache}/verbatim/mongo-standin}"
program="$folder/bin/secantusd-py"
if [ ! -x "$program" ]; then
  python3 -m venv "$folder" >&2
  "$folder/bin/pip" install --quiet --disable-pip-version-check 'secantusdb==0.7.0b3' >&2
fi
echo "$program"
