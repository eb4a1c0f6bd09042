#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
#
# check-clean-install.sh DEB: installs only the package and its dependencies on a minimal Debian of
# this machine's release, in a new folder, and starts the program there. Needs root and debootstrap.
set -euo pipefail
# shellcheck source=packaging/debian/bare.sh
. "$(dirname "${BASH_SOURCE[0]}")/bare.sh"
deb=$(readlink -f "$1")
clean=$(mktemp -d /var/tmp/rox-clean.XXXXXX)
chmod 755 "$clean"

finish() {
    umount -q "$clean/proc" || true
    rm -rf --one-file-system "$clean"
}
trap finish EXIT

# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
make_bare_debian "$release" "$clean"
mount -t proc proc "$clean/proc" || true
cp "$deb" "$clean/rox-tokens.deb"

# inside COMMAND…: runs the command in that Debian with an empty environment.
inside() { chroot "$clean" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }

install() { # shows apt's output only after a failure
    inside DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
        >"$clean/apt.log" 2>&1 || { tail -n 30 "$clean/apt.log"; exit 1; }
}

inside apt-get update -qq
install ./rox-tokens.deb
echo "--- installed; starting it"
inside rox-tokens --version
inside QT_QPA_PLATFORM=offscreen rox-tokens --help >/dev/null

# Install the test tools last, so that they cannot hide a missing dependency.
install xvfb xauth xdotool procps
cat >"$clean/look.sh" <<'LOOK'
set -u
rox-tokens --demo &
program=$!
for _ in $(seq 100); do
    titles=$(xdotool search --name 'Rox Tokens' getwindowname %@ 2>/dev/null)
    [ -n "$titles" ] && break
    kill -0 $program 2>/dev/null || { echo "rox-tokens ended by itself"; exit 1; }
    sleep 0.3
done
sleep 2
titles=$(xdotool search --name 'Rox Tokens' getwindowname %@ 2>/dev/null)
echo "window: $titles"
kill -0 $program || { echo "rox-tokens ended by itself"; exit 1; }
kill -TERM $program
wait $program
echo "ended with $?"
pgrep -f /rox-demo-central >/dev/null && { echo "rox-demo-central was left running"; exit 1; }
[ -n "$titles" ]
LOOK
inside xvfb-run -a -s '-screen 0 1280x800x24 -nolisten tcp' sh /look.sh
echo "installs and runs on a clean Debian $release"
