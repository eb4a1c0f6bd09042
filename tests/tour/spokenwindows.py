#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""spokenwindows.py BIN_DIR: the program with --demo, read over the AT-SPI bus. tests/tour/spoken
makes the desktop for it.

In each window and dialog every widget that takes the focus has a name, no text has markup, one
widget alone has the focus at any time, and Tab reaches and leaves each. The steps build on each
other, so the first failure ends the run.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from spokenprogram import SpokenProgram, press, type_text, wait_for

MARKUP = re.compile(r"<[a-z/!][^>]*>|&[a-z]+;|&#[0-9]+;")
MAIN = "– Rox Tokens"


def check(program, title):
    """What is said of the active window, and where Tab goes in it."""
    program.wait_for_window(title)
    time.sleep(0.3)  # what follows the first paint
    parts = program.parts()
    faults = [f"{part} has no name" for part in parts
              if part.is_shown and "focusable" in part.states and not part.is_item
              and not part.name]
    faults += [f"{part} has markup: {part.description}" for part in parts
               if part.is_shown and (MARKUP.search(part.name) or MARKUP.search(part.description))]
    assert not faults, "\n".join([title, *faults])
    walk_by_tab(program, parts, title)
    print(f"{title}: {len(parts)} parts, {sum(part.is_tab_stop for part in parts)} in Tab's way",
          flush=True)


def walk_by_tab(program, parts, title):
    """The header of a table is a part of it in AT-SPI: no widget has the focus then."""
    stops = [part for part in parts if part.is_tab_stop]
    assert stops, f"{title}: nothing takes the focus"
    reached, at, stays, in_headers = set(), None, 0, 0
    for _ in range(3 * len(parts)):
        focused = program.focused(parts)
        assert len(focused) <= 1, f"{title}: the focus is in {[str(part) for part in focused]}"
        # Tab also goes from part to part of a date, and from link to link.
        before, at = at, focused[0] if focused else None
        stays = stays + 1 if at == before else 0
        assert stays < 10 or len(stops) == 1, f"{title}: {at} keeps Tab"
        if stays >= 10 or (at != before and at in reached):
            break
        if at:
            reached.add(at)
        else:
            in_headers += 1
        press("Tab")
        end = time.monotonic() + 0.2
        while program.focused(parts) == focused and time.monotonic() < end:
            time.sleep(0.02)
    missed = [str(part) for part in stops if part not in reached]
    assert not missed, f"{title}: Tab misses {missed}"
    tables = [part for part in parts if part.role == "table" and part.is_shown]
    assert in_headers <= len(tables), f"{title}: the focus is nowhere {in_headers} times"


def leave(program):
    press("Escape")
    program.wait_for_window(MAIN)


def main_window(program, _):
    program.wait_for_window(MAIN)
    tokens = wait_for(lambda: program.part("Tokens", "table"), "the list")
    wait_for(lambda: program.child_count(tokens) > 1000, "the list has rows")
    wait_for(lambda: program.focused([tokens]), "the list has the focus")
    check(program, MAIN)
    program.tab_to("Tokens", "table")
    press("Down")
    wait_for(lambda: program.part("Token details"), "the details")
    check(program, MAIN)


def dialogs(program, _):
    for keys, title in [("ctrl+n", "Generate token"), ("ctrl+e", "Export"), ("ctrl+p", "Export"),
                        ("ctrl+comma", "Settings"), ("ctrl+question", "Keys"), ("F1", "Help"),
                        ("ctrl+l", "Find a leaked token"), ("ctrl+shift+n", "Connect")]:
        press(keys)
        check(program, title)
        leave(program)


def dialogs_of_the_menu(program, _):
    press("ctrl+m")
    wait_for(lambda: program.part("Help", "menu item", "menu"), "the menu bar")
    for keys, title in [(("alt+h", "b"), "About"), (("alt+s", "i"), "Import connections")]:
        press(*keys)
        check(program, title)
        leave(program)
    press("ctrl+m")


def generated_token(program, _):
    press("ctrl+n")
    program.wait_for_window("Generate token")
    program.fill("Token name", "spoken")
    program.tab_to("Roles", "list")
    press("space")
    program.push("Generate")
    check(program, "Token generated")
    program.push("Copy token")
    program.push("Done")
    program.wait_for_window(MAIN)


def revoke_question(program, _):
    program.fill("Search tokens", "spoken")
    program.tab_to("Tokens", "table")
    press("Home", "Delete")
    check(program, "Revoke")
    leave(program)
    program.fill("Search tokens", "")


def unknown_certificate(program, central):
    press("ctrl+shift+n")
    program.wait_for_window("Connect")
    program.fill("Endpoint", central["endpoint"])
    program.tab_to("API token", "text")
    type_text(central["apiToken"])  # the field takes a secret from keys and the clipboard alone
    program.tab_to("Keep in keychain", "check box")
    press("space")  # the keychain of this session would ask for a password
    program.push("Connect")
    check(program, "Unknown certificate")
    program.push("Trust this certificate")
    program.wait_for_window("Connect")
    wait_for(lambda: program.part("Show tokens"), "it is connected")
    check(program, "Connect")
    program.push("Show tokens")
    program.wait_for_window(MAIN)


def leaked_token(program, central):
    program.fill("Search tokens", central["apiToken"])
    program.push("Find it…")
    program.wait_for_window("Find a leaked token")
    wait_for(lambda: "enabled" in program.part("Check at Central").states, "the token is listed")
    check(program, "Find a leaked token")
    program.push("Check at Central")
    program.wait_for_window("Check at Central")
    check(program, "Check at Central")
    program.push("Send and check")
    wait_for(lambda: (copy := program.part("Copy report")) and "enabled" in copy.states,
             "Central has answered")
    check(program, "Check at Central")
    program.push("Close")
    program.wait_for_window("Find a leaked token")
    leave(program)


def removed_server(program, _):
    program.tab_to("Servers", "list")
    press("Delete")
    check(program, "Remove")
    leave(program)


STEPS = [main_window, dialogs, dialogs_of_the_menu, generated_token, revoke_question,
         unknown_certificate, leaked_token, removed_server]


def main(folder):
    programs = pathlib.Path(folder)
    with tempfile.TemporaryDirectory() as home, \
         subprocess.Popen([programs / "rox-demo-central"], stdout=subprocess.PIPE) as demo:
        central = json.loads(demo.stdout.readline())
        # What roxctl has signed in to, for "Import connections".
        pathlib.Path(home, "roxctl-config.yaml").write_text(
            "centrals:\n  central.example.com:443:\n    access:\n      accessToken: "
            f"{central['apiToken']}\n      issuedAt: 2026-08-22T10:15:30Z\n", encoding="utf-8")
        with subprocess.Popen([programs / "rox-tokens", "--demo"],
                              env=os.environ | {"ROX_CONFIG_DIR": home}) as process:
            try:
                program = SpokenProgram("rox-tokens")
                for step in STEPS:
                    step(program, central)
            finally:
                process.terminate()
                demo.terminate()
        return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
