# A bootstrapped Debian in which the package lives, for the scripts beside this one: `. root.sh`.
# They set `cpack` and `build`, run as root in the top folder, and need a mirror of Debian, as
# /etc/apt names it. ROOT_TAR names a tar of a root to use and, where it is missing, to make.
[ "$(id -u)" -eq 0 ] || { echo 'package-test: run it as root' >&2; exit 2; }
command -v mmdebstrap >/dev/null || { echo 'package-test: install mmdebstrap' >&2; exit 2; }
work=$(mktemp -d)
root=$work/root
current=$(sed -n 's/^set(CPACK_PACKAGE_VERSION "\(.*\)")/\1/p' "$build/CPackConfig.cmake")

step() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"; }
apt() { inside apt-get -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@"; }

enter_mounts() {
  mount --bind /dev "$root/dev"
  mount -t proc proc "$root/proc"
}
leave_mounts() {
  for mount in proc dev; do
    if mountpoint -q "$root/$mount"; then umount "$root/$mount"; fi
  done
}
remove_root() {
  leave_mounts
  # Never through a mount that is still there.
  rm -rf --one-file-system "$work"
}

# Before and after: the same tree under other versions, since what they differ in here is their number.
make_packages() {
  for version in "$@"; do
    "$cpack" --config "$build/CPackConfig.cmake" -G DEB -B "$work/packages" \
      -D CPACK_PACKAGE_VERSION="$version" >"$work/cpack.log" || { cat "$work/cpack.log"; fail 'cpack fails'; }
  done
  for version in "$@"; do
    cp "$work/packages/policycalc_${version}_"*.deb "$root/tmp/policycalc-$version.deb"
  done
}

make_root() {
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  sources=/etc/apt/sources.list.d/debian.sources
  [ -e "$sources" ] || sources=/etc/apt/sources.list
  tar=${ROOT_TAR:-$work/root.tar}
  if ! [ -e "$tar" ]; then
    mmdebstrap --quiet --mode=root --format=tar --variant=minbase --include=ca-certificates,dbus,systemd \
      "$release" "$tar.part" "$sources"
    mv "$tar.part" "$tar"
  fi
  mkdir "$root"
  tar -C "$root" -xf "$tar" --exclude='./dev/*'
  enter_mounts
  # The services of the root are not to be started, and there is no systemd to do it.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  for settings in /etc/apt/apt.conf.d/*proxy*; do
    [ ! -e "$settings" ] || cp "$settings" "$root/etc/apt/apt.conf.d/"
  done
  apt update
  apt install fonts-wqy-microhei  # a small font that has Chinese, so that doctor has nothing to say
}

# Boots the root with a service that runs the words in it, and shows what they print. The root has no
# network but its loopback. Fails unless the words end well.
boot_and_run() {
  cat >"$root/etc/systemd/system/probe.service" <<EOF
[Unit]
After=policycalc.service
[Service]
Type=oneshot
ExecStart=sh -c '{ $1 && echo well; journalctl --no-pager -u policycalc -u policycalc-backup; } >/probe.log 2>&1'
ExecStopPost=systemctl poweroff --no-block
[Install]
WantedBy=multi-user.target
EOF
  inside systemctl -q enable probe.service
  leave_mounts
  timeout "${2:-300}" systemd-nspawn --quiet --directory "$root" --register=no --keep-unit --private-network --boot \
    </dev/null >"$work/boot.log" 2>&1 || tail -n 5 "$work/boot.log"
  enter_mounts
  inside systemctl -q disable probe.service
  rm "$root/etc/systemd/system/probe.service"
  cat "$root/probe.log"
  grep -qx well "$root/probe.log"
}
