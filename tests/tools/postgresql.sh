#!/bin/sh
# postgresql.sh PROGRAM: compares the verdicts of PostgreSQL with the engine's, cell by cell. PROGRAM
# prints the script that does it. Runs beside a cluster: `cluster.sh sh postgresql.sh PROGRAM`.
set -eu

program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

# run DATABASE ARGUMENT...: psql on a database of the cluster, whose address names another one.
run() {
  address=$(echo "$TESTS_POSTGRESQL" | sed "s|///[^?]*|///$1|")
  shift
  psql -d "$address" -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# compare DATABASE [ARGUMENT]: runs the script in a new database.
compare() {
  database=$1
  shift
  run postgres -c "CREATE DATABASE $database"
  "$program" postgresql "$@" >"$folder/script.sql"
  run "$database" -f - <"$folder/script.sql"
  run "$database" -c 'SELECT * FROM differences ORDER BY length(profile) LIMIT 5' >"$folder/differences"
  if [ -s "$folder/differences" ]; then
    echo "postgresql: $database: differs; day|profile|measure|by SQL|by the engine:"
    cat "$folder/differences"
    exit 1
  fi
  unanswered=$(run "$database" -c 'SELECT count(*) FROM compared WHERE companies <> answers')
  companies=$(run "$database" -c 'SELECT sum(companies) FROM compared')
  echo "postgresql: $database: $companies companies compared, $unanswered rounds without all answers"
  [ "$unanswered" -eq 0 ] && [ "$companies" -ge 2000 ]
}

compare facts
compare registry mapped
