#!/usr/bin/env bash
# What action.yml runs: install pia where it is not there, annotate, and leave the findings as SARIF.
# Paths and options come by environment variables, never into the text of a script.
set -euo pipefail

if ! command -v pia >/dev/null 2>&1; then
  room="$(mktemp -d)"
  python3 -m venv "$room"
  "$room/bin/pip" install --quiet "${PIA_INSTALL:-$PIA_SOURCE}"
  PATH="$room/bin:$PATH"
fi

read -r -a paths <<<"${PIA_PATHS:-.}"
read -r -a arguments <<<"${PIA_ARGUMENTS:-}"
sarif="${RUNNER_TEMP:-$(mktemp -d)}/pia.sarif"

pia check "${paths[@]}" "${arguments[@]}" --output-format sarif --output-file "$sarif" >/dev/null 2>&1 || true
if [ -n "${GITHUB_OUTPUT:-}" ] && [ -f "$sarif" ]; then
  echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
pia check "${paths[@]}" "${arguments[@]}" --output-format github
