#!/usr/bin/env bash
# Prometheus takes the alerts and the example of its configuration, and each alert fires when it has to.
set -euo pipefail
command -v promtool >/dev/null || { echo 'alerts: no promtool here'; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp src/package/prometheus/policycalc.rules.yml tests/package/alerts.test.yml "$folder"
promtool check rules "$folder/policycalc.rules.yml"
sed "s|/usr/share/doc/policycalc/examples/prometheus|$folder|" src/package/prometheus/scrape.yml \
  >"$folder/prometheus.yml"
promtool check config "$folder/prometheus.yml"
promtool test rules "$folder/alerts.test.yml"
