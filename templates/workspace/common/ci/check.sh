#!/bin/sh
# The same check on any CI service, and by hand: sh ci/check.sh / どの CI でも、手元でも同じ確認: sh ci/check.sh
set -eu
cd "$(dirname "$0")/.."
if ! command -v pia >/dev/null 2>&1; then
  python3 -m venv .venv
  if ! .venv/bin/pip --disable-pip-version-check install --quiet --requirement requirements.txt; then
    echo "pia could not be installed: name a version, a wheel or a git address that pip finds in requirements.txt" >&2
    echo "pia を入れられませんでした。requirements.txt に、pip で入る版、wheel、git の場所のどれかを書いてください" >&2
    exit 2
  fi
  PATH="$PWD/.venv/bin:$PATH"
fi
export PIA_LANG="${PIA_LANG:-@LANGUAGE@}"
# What was signed and released stays: compared with the branch that a pull or merge request goes to, or with what a push found.
# 決裁と公開の記録が消えていないかを、プルリクエスト(マージリクエスト)の行き先のブランチ、または push の前と比べます
set -- .
before="${PIA_BEFORE:-${CI_COMMIT_BEFORE_SHA:-}}"
if [ -n "${GITHUB_BASE_REF:-}" ]; then
  set -- "$@" --against "origin/$GITHUB_BASE_REF"
elif [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}" ]; then
  set -- "$@" --against "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
elif [ -n "$before" ] && git cat-file -e "$before^{commit}" 2>/dev/null; then
  set -- "$@" --against "$before"
fi
# On GitHub the findings stand beside the lines / GitHub では、指摘を行の横に表示します
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  set -- "$@" --output-format github
fi
pia check "$@"
