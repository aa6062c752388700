#!/usr/bin/env bash
# systemd takes the units, and they are closed enough: the exposure is 2.0 at most. $1: the program.
set -euo pipefail
command -v systemd-analyze >/dev/null || { echo 'units: no systemd-analyze here'; exit 77; }
most_exposure=20  # tenths
units=src/package/systemd
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0

# The program is not installed here.
for unit in "$units"/*; do
  sed "s|/usr/bin/policycalc|$1|" "$unit" >"$folder/$(basename "$unit")"
done
complaints=$(systemd-analyze verify --man=no "$folder"/* 2>&1 | grep policycalc || true)
if [ -n "$complaints" ]; then
  echo "units: $complaints"
  status=1
fi

for service in policycalc policycalc-backup; do
  report=$(systemd-analyze security --offline=true --no-pager "$folder/$service.service" 2>&1)
  exposure=$(sed -n 's/.*Overall exposure level for .*: \([0-9]*\)\.\([0-9]\).*/\1\2/p' <<<"$report")
  echo "units: $service: exposure ${exposure:-unknown} tenths, at most $most_exposure"
  if [ -z "$exposure" ] || [ "$((10#$exposure))" -gt "$most_exposure" ]; then
    echo "$report"
    status=1
  fi
done
exit "$status"
