#!/bin/sh
# cluster.sh COMMAND…: runs COMMAND beside a PostgreSQL cluster that it starts in a temporary folder
# and stops at the end. The cluster listens on a socket there only. COMMAND finds its address in
# TESTS_POSTGRESQL, its programs in TESTS_POSTGRESQL_BIN and its data in TESTS_POSTGRESQL_DATA. Ends
# with the status of COMMAND; without PostgreSQL with 77 (skipped), or with
# TESTS_NEED_POSTGRESQL=1 with a failure.
set -eu

server=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$server" ] || [ ! -x "$server/initdb" ] || ! command -v psql >/dev/null 2>&1; then
  echo 'postgresql: not installed here (.ci/setup installs it); skipped'
  [ "${TESTS_NEED_POSTGRESQL:-0}" = 1 ] && exit 1
  exit 77
fi

folder=$(mktemp -d)
as_user=''
# The server refuses root.
if [ "$(id -u)" -eq 0 ]; then
  as_user='runuser -u postgres --'
  chown postgres "$folder"
fi

stop() {
  $as_user "$server/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM

here=$(pwd)
cd "$folder"
# The user who makes the cluster owns it.
$as_user "$server/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
{
  echo "unix_socket_directories = '$folder'"
  echo "listen_addresses = ''"
  echo 'max_connections = 300'
} >>"$folder/data/postgresql.conf"
$as_user "$server/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 120 start >/dev/null ||
  { cat "$folder/log"; exit 1; }

export TESTS_POSTGRESQL="postgresql:///postgres?host=$folder&user=postgres"
export TESTS_POSTGRESQL_BIN="$server"
export TESTS_POSTGRESQL_DATA="$folder/data"
cd "$here"
"$@"
