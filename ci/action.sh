#!/usr/bin/env bash
# What action.yml runs: install pia where it is not there, annotate, and leave the findings as SARIF.
# Paths and options come by environment variables, never into the text of a script; blanks and line ends part them.
set -euo pipefail

if ! command -v pia >/dev/null 2>&1; then
  room="$(mktemp -d)"
  python3 -m venv "$room"
  if [ -d "$room/Scripts" ]; then # Windows
    PATH="$room/Scripts:$PATH"
  else
    PATH="$room/bin:$PATH"
  fi
  python -m pip --disable-pip-version-check install --quiet "${PIA_INSTALL:-$PIA_SOURCE}"
fi

read -r -d '' -a words <<<"${PIA_PATHS:-.} ${PIA_ARGUMENTS:-}" || true # one list, never empty: old bash stumbles over those
sarif="${RUNNER_TEMP:-$(mktemp -d)}/pia.sarif"
rm -f "$sarif"

pia check "${words[@]}" --output-format sarif --output-file "$sarif" >/dev/null 2>&1 || true
if [ -n "${GITHUB_OUTPUT:-}" ] && [ -f "$sarif" ]; then
  echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
pia check "${words[@]}" --output-format github
