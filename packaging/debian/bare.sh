# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Source this file. Functions that install a minimal Debian in a folder. Needs root and debootstrap.

# debian_mirror: prints the Debian mirror of this machine's apt sources.
debian_mirror() {
    local mirrors
    # shellcheck disable=SC2016  # apt's own variable
    mirrors=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian')
    if [[ -z $mirrors ]]; then
        echo "apt of this machine names no mirror of Debian in its sources" >&2
        return 1
    fi
    echo "${mirrors%%$'\n'*}"
}

# make_bare_debian RELEASE FOLDER [PACKAGE]: installs debootstrap's minbase variant and copies
# resolv.conf, so that host names resolve.
make_bare_debian() {
    local mirror
    mirror=$(debian_mirror) || return 1
    debootstrap --variant=minbase ${3:+--include="$3"} "$1" "$2" "$mirror" >"$2.log" ||
        { tail -n 20 "$2.log"; rm -f "$2.log"; return 1; }
    rm -f "$2.log"
    cp /etc/resolv.conf "$2/etc/resolv.conf" 2>/dev/null || true
    echo "127.0.0.1 localhost $(uname -n)" >"$2/etc/hosts" # like the Debian installer
}
