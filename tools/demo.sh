#!/usr/bin/env bash
# Walks the example from `pia new` to the published page, in a folder of its own: demo/.
set -euo pipefail
cd "$(dirname "$0")/.."
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in ja*) lang=ja ;; *) lang=${PIA_LANG:-en} ;; esac
export PIA_LANG="$lang"

step() { printf '\n\033[1m$ %s\033[0m\n' "$*"; "$@"; }

rm -rf demo
step pia init demo
step pia new --title "歩道を走る配送ロボット" --sector transport --answers examples/sidewalk-robot/assessment.yaml \
  --dir demo/assessments/sidewalk-robot --no-input
cp -r examples/sidewalk-robot/evidence demo/assessments/sidewalk-robot/
step pia check demo
step pia status demo/assessments/sidewalk-robot
step pia score demo/assessments/sidewalk-robot
step pia render demo/assessments/sidewalk-robot --lang ja -o demo/reports/
step pia render demo/assessments/sidewalk-robot --lang en -o demo/reports/
step pia render demo/assessments/sidewalk-robot --lang "$lang" --format md -o demo/reports/

if [ "$lang" = ja ]; then
  printf '\n開いてみてください:\n'
else
  printf '\nNow open:\n'
fi
printf '  %s\n' demo/reports/public.ja.html demo/reports/public.en.html demo/assessments/sidewalk-robot/assessment.yaml
