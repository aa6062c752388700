#!/usr/bin/env bash
# The life of the Debian package in a bootstrapped root: install, serve, restore, upgrade, refuse a
# downgrade, go back, remove, purge; where systemd-nspawn is installed, also under systemd. Runs the
# commands of the operator's manual as they are there. $1: cpack, $2: the build tree of the release.
# Needs root and a mirror of Debian, as /etc/apt names it. ROOT_TAR names a tar of a root to use and,
# where it is missing, to make.
set -euo pipefail
cpack=$1
build=$(realpath "$2")
cd "$(dirname "$0")/../.."
. tests/package/root.sh
service=''

end_service() {
  [ -n "$service" ] || return 0
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  service=''
}
clean_up() {
  end_service
  remove_root
}
trap clean_up EXIT

fail() {
  echo "package-test: $*" >&2
  [ ! -s "$work/service.log" ] || tail -n 20 "$work/service.log" >&2
  exit 1
}
# Sets ports that are free on this machine, which the root shares.
choose_ports() {
  ports=$(python3 -c 'import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(socket.getsockname()[1] for socket in sockets))')
  sed -i "s/8080/${ports% *}/; s/9180/${ports#* }/" "$root/etc/policycalc/policycalc.json"
}

# Runs the unit's ExecStart as its user with its environment.
start_service() {
  unit=$root/usr/lib/systemd/system/policycalc.service
  command=$(sed -n 's/^ExecStart=//p' "$unit")
  user=$(sed -n 's/^User=//p' "$unit")
  environment=$(sed -n 's/^Environment=//p' "$unit")
  : >"$work/out.log"  # of the last start
  # shellcheck disable=SC2086
  chroot "$root" setpriv --reuid="$user" --regid="$user" --init-groups env -i $environment \
    $command >"$work/out.log" 2>"$work/service.log" &
  service=$!
  for _ in $(seq 600); do
    grep -q listening "$work/out.log" && break
    kill -0 "$service" 2>/dev/null || fail 'the service does not start'
    sleep 0.1
  done
  address=$(sed -n 's/^listening on //p' "$work/out.log")
}
ask() { curl -sS --noproxy '*' --max-time 60 "$@"; }
answers_a_match() {
  ask -H 'Content-Type: application/json' "$address/api/v1/match" \
    -d '{"profile":{"district":"360702","ownership":"private"},"as_of":"2026-11-25"}' |
    grep -q '"verdict"' || fail 'a match is not answered'
}
# Feedback is sealed under the key, so reading it shows that database and key are both there.
give_feedback() {
  ask -H 'Content-Type: application/json' "$address/api/v1/feedback" \
    -d '{"kind":"suggestion","message":"kept words"}' | tee "$work/feedback.json" |
    grep -q '"reference"' || fail "feedback is not taken: $(cat "$work/feedback.json")"
  reference=$(sed 's/.*"reference": *"\([^"]*\)".*/\1/' "$work/feedback.json")
}
has_feedback() {
  inside policycalc-service feedback show "$reference" | grep -q 'kept words' || fail "the data is lost: $1"
}
expect() { [ "$2" = "$3" ] || fail "$1: $2, not $3"; }
rights() { expect "$1" "$(chroot "$root" stat -c '%a %U:%G' "$1")" "$2"; }
version() { inside dpkg-query -W -f '${Version} ${db:Status-Abbrev}' policycalc 2>/dev/null || true; }

# $1: a command. Runs the whole block of commands of the manual that has it. $2: the package that
# the block installs, "" for none. Here is no systemd that systemctl could tell anything.
run_manual() {
  backup=$(basename "$(find "$root"/var/backups/policycalc/ "$root/root" -name 'policycalc-*.db' | sort | tail -n 1)")
  python3 - "$1" "$2" "$backup" >"$root/tmp/commands.sh" <<'EOF'
import html, pathlib, re, sys
command, package, backup = sys.argv[1:]
blocks = re.findall('<pre><code>(.*?)</code></pre>', pathlib.Path('webroot/operate.html').read_text('utf-8'), re.S)
block, = (html.unescape(block) for block in blocks if command in html.unescape(block))
block = re.sub(r'\./policycalc_\w+\.deb', package, block.replace('BACKUP.db', backup))
print('systemctl() { echo "left out: systemctl $*"; }')
print(block.replace('apt ', 'apt-get -y -qq --no-install-recommends '))
EOF
  inside sh -ex /tmp/commands.sh
}

# What only systemd can show: that the service says it is ready, inside of its closed room. $1: what
# the service has to find.
boot() {
  if ! command -v systemd-nspawn >/dev/null; then
    echo 'no systemd-nspawn here, so this is left out'
    return
  fi
  boot_and_run 'systemctl is-active policycalc policycalc-backup.timer && systemctl start policycalc-backup && \
    policycalc-service doctor && systemctl stop policycalc && systemctl show -p Result policycalc' ||
    fail 'the service does not run under systemd'
}

step 'bootstrap a root and make three versions of the package'
make_root
make_packages 0.0.9 "$current" 99.0

step "install $current"
apt install "/tmp/policycalc-$current.deb"
rights /var/lib/policycalc '700 policycalc:policycalc'
rights /var/backups/policycalc '700 policycalc:policycalc'
rights /etc/policycalc '750 root:policycalc'
rights /etc/policycalc/policycalc.json '640 root:policycalc'
inside systemd-analyze verify --man=no /usr/lib/systemd/system/policycalc.service \
  /usr/lib/systemd/system/policycalc-backup.timer || fail 'systemd refuses the units'
for unit in multi-user.target.wants/policycalc.service timers.target.wants/policycalc-backup.timer; do
  [ -L "$root/etc/systemd/system/$unit" ] || fail "$unit is not enabled"
done
inside setpriv --reuid=nobody --regid=nogroup --clear-groups cat /etc/policycalc/policycalc.json >/dev/null 2>&1 && fail 'everyone reads the settings'

choose_ports

step 'boot it under systemd'
boot

step 'start it and answer a match'
start_service
answers_a_match
give_feedback
has_feedback 'at once'
end_service

step 'make the daily backup as its unit does'
# shellcheck disable=SC2046
inside setpriv --reuid=policycalc --regid=policycalc --init-groups env POLICYCALC_CONFIG=/etc/policycalc/policycalc.json \
  $(sed -n 's/^ExecStart=//p' "$root/usr/lib/systemd/system/policycalc-backup.service")
ls "$root"/var/backups/policycalc/policycalc-*.db >/dev/null || fail 'there is no backup'

step 'lose the database and restore it as the manual says'
rm "$root/var/lib/policycalc/policycalc.db"
run_manual $'systemctl start policycalc\npolicycalc-service doctor' ''
start_service
answers_a_match
end_service
has_feedback 'after a restore'

step 'upgrade to 99.0, with data and a changed setting'
sed -i 's/"backup_days": 30/"backup_days": 14/' "$root/etc/policycalc/policycalc.json"
start_service
touch "$work/before-upgrade"
apt install -o Dpkg::Options::=--force-confdef /tmp/policycalc-99.0.deb
answers_a_match  # the service runs on
end_service
expect 'the version' "$(version)" '99.0 ii '
grep -q '"backup_days": 14' "$root/etc/policycalc/policycalc.json" || fail 'the changed setting is lost'
[ "$(find "$root/var/backups/policycalc" -newer "$work/before-upgrade" -name '*.db' | wc -l)" -eq 1 ] ||
  fail 'the upgrade made no backup'
start_service
answers_a_match
end_service
has_feedback 'after an upgrade'

step "refuse the downgrade to $current"
said=$(apt --allow-downgrades install "/tmp/policycalc-$current.deb" 2>&1) && fail 'a downgrade is taken'
echo "$said" | grep "policycalc: $current is older than 99.0" || fail "a downgrade is refused without a clear line: $said"
expect 'the version' "$(version)" '99.0 ii '
start_service
answers_a_match
end_service

step "go back to $current as the manual says"
run_manual 'apt purge policycalc' "/tmp/policycalc-$current.deb"
expect 'the version' "$(version)" "$current ii "
grep -q '"backup_days": 14' "$root/etc/policycalc/policycalc.json" || fail 'the settings are lost'
start_service
answers_a_match
end_service
has_feedback 'after going back'
inside policycalc-service doctor || fail 'doctor finds a fault'

step 'remove: data and settings stay'
apt install -o Dpkg::Options::=--force-confdef /tmp/policycalc-99.0.deb
apt remove policycalc
expect 'the version' "$(version)" '99.0 rc '
[ ! -e "$root/usr/bin/policycalc" ] || fail 'the program is still there'
[ -e "$root/var/lib/policycalc/policycalc.db" ] || fail 'the data is gone'
[ -e "$root/var/lib/policycalc/policycalc.key" ] || fail 'the key is gone'
apt install "/tmp/policycalc-$current.deb" >/dev/null 2>&1 && fail 'an older version takes over the data'
apt install /tmp/policycalc-99.0.deb
has_feedback 'after a removal'

step 'purge, unattended: the data stays by default'
said=$(apt purge policycalc 2>&1)
echo "$said" | grep 'policycalc: the data is kept' || fail "purge does not say what it keeps: $said"
[ -e "$root/var/lib/policycalc/policycalc.db" ] || fail 'the data is gone'
[ ! -e "$root/etc/policycalc" ] || fail 'the settings are still there'
apt install /tmp/policycalc-99.0.deb
has_feedback 'after a purge that kept it'

step 'purge, told to remove the data'
echo 'policycalc policycalc/remove-data boolean true' | inside debconf-set-selections
apt purge policycalc
for gone in var/lib/policycalc var/backups/policycalc etc/policycalc usr/share/policycalc; do
  [ ! -e "$root/$gone" ] || fail "$gone is still there"
done
inside getent passwd policycalc && fail 'the user is still there'
find "$root/etc/systemd" "$root/var/lib/systemd" -name '*policycalc*' | grep . && fail 'traces of the units are left'

step 'purge, asked in a terminal: it asks before it removes data'
apt install "/tmp/policycalc-$current.deb"
start_service
end_service
said=$(echo no | inside env DEBIAN_FRONTEND=teletype dpkg --purge policycalc 2>&1)
echo "$said" | grep 'Remove all data of policycalc?' || fail "purge does not ask: $said"
[ -e "$root/var/lib/policycalc/policycalc.db" ] || fail 'the answer no removes the data'
echo
echo 'package-test: passed'
