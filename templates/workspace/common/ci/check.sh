#!/bin/sh
# The same check on any CI service, and by hand: sh ci/check.sh / どの CI でも、手元でも同じ確認: sh ci/check.sh
set -eu
cd "$(dirname "$0")/.."
if ! command -v pia >/dev/null 2>&1; then
  python3 -m venv .venv
  .venv/bin/pip install --quiet --requirement requirements.txt
  PATH="$PWD/.venv/bin:$PATH"
fi
# On GitHub the findings stand beside the lines / GitHub では、指摘を行の横に表示します
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  pia check . --output-format github
else
  pia check .
fi
