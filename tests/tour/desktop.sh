# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# To be sourced: a private home and runtime folder in $private, removed at the end with all
# processes in `pids`; screen() starts an X server.

private=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$private"
}
trap cleanup EXIT
export HOME=$private/home XDG_RUNTIME_DIR=$private/run XDG_CONFIG_HOME=$private/home/.config
mkdir -p "$XDG_CONFIG_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
export LC_ALL=C.UTF-8 TZ=Europe/Berlin QT_QPA_PLATFORM=xcb ROX_TOKENS_INSTANCE=$private
unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP

# screen WIDTHxHEIGHT: starts an Xvfb with a window manager.
screen() {
    local number_file=$private/display.$1 number=$((100 + RANDOM))
    # Xvfb and its clients share abstract sockets with every other container on this network
    # namespace: the number that Xvfb finds free can lead a client to another container's screen.
    Xvfb ":$number" -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$number_file" 2>/dev/null &
    pids+=($!)
    for _ in $(seq 100); do [ -s "$number_file" ] && break; sleep 0.1; done
    export DISPLAY=:$number
    openbox 2>/dev/null &
    pids+=($!)
    # A running window manager sets _NET_SUPPORTING_WM_CHECK on the root window.
    for _ in $(seq 100); do
        xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
        sleep 0.1
    done
}
