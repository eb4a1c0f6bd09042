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

# wait_until COMMAND…: up to half a minute. A machine under load starts an X server slowly.
wait_until() {
    for _ in $(seq 300); do
        "$@" 2>/dev/null && return
        sleep 0.1
    done
    echo "waited in vain for: $*" >&2
    cat "$private"/*.log >&2 2>/dev/null || true
    return 1
}

has_window_manager() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }

# screen WIDTHxHEIGHT: starts an Xvfb with a window manager.
screen() {
    local number=$((100 + RANDOM))
    local number_file=$private/display.$number
    # Xvfb and its clients share abstract sockets with every other container on this network
    # namespace: the number that Xvfb finds free can lead a client to another container's screen.
    # -noreset: the server would reset when xprop leaves as its only client, and refuse openbox then.
    Xvfb ":$number" -displayfd 3 -screen 0 "$1x24" -noreset -nolisten tcp 3>"$number_file" 2>/dev/null &
    pids+=($!)
    wait_until test -s "$number_file" || return
    export DISPLAY=:$number
    openbox 2>/dev/null &
    pids+=($!)
    # A running window manager sets _NET_SUPPORTING_WM_CHECK on the root window.
    wait_until has_window_manager
}
