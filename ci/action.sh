#!/usr/bin/env bash
# What action.yml runs: install pia where it is not there, annotate, and leave the findings as SARIF.
# Paths and options come by environment variables, never into the text of a script. Blanks and line ends part options;
# paths stand on lines of their own, or on one line alone, parted by blanks.
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

words=(check) # never empty: old bash stumbles over empty lists
if [[ "${PIA_PATHS:-.}" == *$'\n'* ]]; then
  while IFS= read -r line; do
    line="${line%$'\r'}"
    [ -z "${line// /}" ] || words+=("$line")
  done <<<"$PIA_PATHS"
else
  read -r -a parts <<<"${PIA_PATHS:-.}"
  words+=("${parts[@]}")
fi
if [ -n "${PIA_ARGUMENTS:-}" ]; then
  read -r -d '' -a parts <<<"$PIA_ARGUMENTS" || true
  words+=("${parts[@]}")
fi
if [ -z "${PIA_AGAINST:-}" ] && [ -n "${GITHUB_BASE_REF:-}" ] && [[ " ${words[*]}" != *" --against"* ]]; then
  PIA_AGAINST="origin/$GITHUB_BASE_REF"
fi
if [ -n "${PIA_AGAINST:-}" ]; then
  words+=(--against "$PIA_AGAINST")
fi
sarif="${RUNNER_TEMP:-$(mktemp -d)}/pia.sarif"
rm -f "$sarif"

pia "${words[@]}" --output-format sarif --output-file "$sarif" >/dev/null 2>&1 || true
if [ -n "${GITHUB_OUTPUT:-}" ] && [ -f "$sarif" ]; then
  echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
pia "${words[@]}" --output-format github
