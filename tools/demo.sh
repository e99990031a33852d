#!/usr/bin/env bash
# Walks the example from `pia new` to the published page, in a folder of its own: demo/.
set -euo pipefail
cd "$(dirname "$0")/.."
case "${PIA_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in ja*) lang=ja ;; *) lang=en ;; esac
export PIA_LANG="$lang"
here=demo/assessments/sidewalk-robot

bold=''; plain=''
if [ -t 1 ]; then bold=$'\033[1m'; plain=$'\033[0m'; fi
step() { printf '\n%s$ %s%s\n' "$bold" "$*" "$plain"; "$@"; }

rm -rf demo
step pia init demo
step pia new --sector transport --answers examples/sidewalk-robot/assessment.yaml \
  --dir demo/assessments --name sidewalk-robot --no-input
cp -r examples/sidewalk-robot/evidence "$here"/
step pia check demo
step pia status "$here"
step pia score "$here"
step pia render "$here" --draft --lang ja -o demo/reports/
step pia render "$here" --draft --lang en -o demo/reports/
step pia render "$here" --draft --lang "$lang" --format md -o demo/reports/

if [ "$lang" = ja ]; then printf '\n開いてみてください:\n'; else printf '\nNow open:\n'; fi
printf '  %s\n' demo/reports/public.ja.draft.html demo/reports/public.en.draft.html "demo/reports/public.$lang.draft.md" "$here/assessment.yaml"
