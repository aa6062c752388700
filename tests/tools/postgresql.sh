#!/bin/sh
# postgresql.sh PROGRAM: compares the verdicts of PostgreSQL with the engine's, cell by cell. PROGRAM
# prints the script that does it. Starts a cluster of its own in a temporary folder, which listens on
# a socket there only, and stops it. Without PostgreSQL it ends with 77 (skipped); with
# TESTS_NEED_POSTGRESQL=1 that is a failure.
set -eu

program=$1
server=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$server" ] || [ ! -x "$server/initdb" ] || ! command -v psql >/dev/null 2>&1; then
  echo 'postgresql: not installed here (.ci/setup installs it); nothing is compared'
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

cd "$folder"
$as_user "$server/initdb" -D "$folder/data" -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
$as_user "$server/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 120 \
  -o "-k $folder -c listen_addresses='' -c fsync=off" start >/dev/null || { cat "$folder/log"; exit 1; }

# The user who made the cluster owns it.
run() {
  $as_user psql -h "$folder" -d postgres -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# compare DATABASE [ARGUMENT]: runs the script in a new database.
compare() {
  database=$1
  shift
  run -c "CREATE DATABASE $database"
  "$program" postgresql "$@" >"$folder/script.sql"
  run -d "$database" -f - <"$folder/script.sql"
  run -d "$database" -c 'SELECT * FROM differences ORDER BY length(profile) LIMIT 5' >"$folder/differences"
  if [ -s "$folder/differences" ]; then
    echo "postgresql: $database: differs; day|profile|measure|by SQL|by the engine:"
    cat "$folder/differences"
    exit 1
  fi
  unanswered=$(run -d "$database" -c 'SELECT count(*) FROM compared WHERE companies <> answers')
  companies=$(run -d "$database" -c 'SELECT sum(companies) FROM compared')
  echo "postgresql: $database: $companies companies compared, $unanswered rounds without all answers"
  [ "$unanswered" -eq 0 ] && [ "$companies" -ge 2000 ]
}

compare facts
compare registry mapped
