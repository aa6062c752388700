#!/usr/bin/env bash
# A newcomer with nothing but the manual, in a bare Debian under systemd: the package, nginx with a
# certificate for a trial, the first administrator, a change of the policies, an upgrade, a backup, a
# disaster, a restore. Every command is one of the manual's, in its words; between them stand checks of
# what it promises. $1: cpack, $2: the build tree of the release. See root.sh for what it needs, and
# systemd-nspawn.
set -euo pipefail
cpack=$1
build=$(realpath "$2")
cd "$(dirname "$0")/../.."
. tests/package/root.sh
trap remove_root EXIT
fail() { echo "newcomer: $*" >&2; exit 1; }
command -v systemd-nspawn >/dev/null || fail 'install systemd-container'

step 'a bare Debian, with two versions of the package in /root'
make_root
make_packages "$current" 99.0
mv "$root/tmp/policycalc-$current.deb" "$root/root/policycalc_${current}_$(dpkg --print-architecture).deb"
mv "$root/tmp/policycalc-99.0.deb" "$root/root/policycalc_NEW.deb"
# What `apt install` of the manual fetches: there is no network once the root is booted.
inside apt-get -y -qq install --download-only "/root/policycalc_${current}_$(dpkg --print-architecture).deb" nginx openssl
apt install curl jq
python3 tests/package/newcomer.py webroot/operate.html "$current" >"$root/newcomer.sh"
step 'boot it and follow the manual'
rm "$root/usr/sbin/policy-rc.d"
boot_and_run 'bash /newcomer.sh' 600 || fail 'a promise of the manual is not kept'
echo 'newcomer: every promise is kept'
