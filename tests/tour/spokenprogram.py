# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""Reads a running program over the AT-SPI bus, as a screen reader does, and types into it."""
import dataclasses
import subprocess
import time

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused",
          25: "showing", 30: "visible"}  # of AtspiStateType
VIEWS = ("list", "table", "tree", "chart")  # their children are no widgets
MOST_ITEMS = 200  # of a view that is read item by item
PATIENCE = 20  # seconds


def wait_for(what, why, seconds=PATIENCE):
    """Returns the first value of what() that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := what():
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {why}")


def press(*keys):
    """Keys as xdotool names them, one after another."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "1", text], check=True)


@dataclasses.dataclass(frozen=True)
class Part:
    """One object of the program, in AT-SPI's words."""
    path: str
    role: str
    name: str
    description: str
    states: frozenset
    is_item: bool  # of one of VIEWS

    def __str__(self):
        return f'{self.role} "{self.name}"'

    @property
    def is_shown(self):
        return {"showing", "visible"} <= self.states

    @property
    def is_tab_stop(self):
        """Arrow keys go to the other buttons of a group; a label takes the focus by a click."""
        return (self.is_shown and {"focusable", "enabled"} <= self.states and not self.is_item
                and self.role != "label"
                and (self.role != "radio button" or "checked" in self.states))


class SpokenProgram:
    """`name`: as the program is called in the registry of AT-SPI."""

    def __init__(self, name):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._program = wait_for(lambda: self._find(name), f"{name} is on the bus")

    def _call(self, program, path, interface, method, arguments=None):
        try:
            reply = self._bus.call_sync(program, path, interface, method, arguments, None,
                                        Gio.DBusCallFlags.NONE, 5000, None).unpack()
        except GLib.Error:  # the object is gone
            return None
        return reply[0] if reply else None

    def _property(self, program, path, name):
        return self._call(program, path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (ACCESSIBLE, name)))

    def _find(self, name):
        for program, path in self._call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE,
                                        "GetChildren") or []:
            if self._property(program, path, "Name") == name:
                return program
        return None

    def _states(self, path):
        words = self._call(self._program, path, ACCESSIBLE, "GetState") or (0, 0)
        bits = words[0] | words[1] << 32
        return frozenset(word for bit, word in STATES.items() if bits >> bit & 1)

    def _read(self, path, is_item):
        return Part(path=path, is_item=is_item, states=self._states(path),
                    role=self._call(self._program, path, ACCESSIBLE, "GetRoleName") or "",
                    name=self._property(self._program, path, "Name") or "",
                    description=self._property(self._program, path, "Description") or "")

    def _children(self, path):
        return [child for _, child in
                self._call(self._program, path, ACCESSIBLE, "GetChildren") or []]

    def window(self):
        """The window that is active; None if it is not one of the program."""
        for path in self._children(ROOT):
            if "active" in self._states(path):
                return self._read(path, False)
        return None

    def parts(self):
        """All that stands in the active window. Of a long list or table only the widget."""
        window = self.window()
        return self._below(window) if window else []

    def _below(self, part):
        found = [part]
        if not part.is_shown or part.role in VIEWS and self.child_count(part) > MOST_ITEMS:
            return found
        for path in self._children(part.path):
            found += self._below(self._read(path, part.is_item or part.role in VIEWS))
        return found

    def child_count(self, part):
        return self._property(self._program, part.path, "ChildCount") or 0

    def part(self, name, *roles):
        """The shown part of this name in the active window; None if there is none."""
        for part in self.parts():
            if part.name == name and part.is_shown and (not roles or part.role in roles):
                return part
        return None

    def focused(self, parts):
        """Those of these widgets that have the focus now, by their own word."""
        return [part for part in parts
                if not part.is_item and "focused" in self._states(part.path)]

    def wait_for_window(self, title):
        wait_for(lambda: (window := self.window()) and title in window.name,
                 f"the window {title} is active, and not {self.window()}")

    def push(self, button):
        """Presses the button of this name by its action, once it is enabled."""
        part = wait_for(
            lambda: (found := self.part(button, "push button")) and "enabled" in found.states
            and found, f"the button {button} is enabled")
        self._call(self._program, part.path, "org.a11y.atspi.Action", "DoAction",
                   GLib.Variant("(i)", (0,)))

    def fill(self, field, text):
        part = wait_for(lambda: self.part(field, "text", "password text"), f"the field {field}")
        assert self._call(self._program, part.path, "org.a11y.atspi.EditableText",
                          "SetTextContents", GLib.Variant("(s)", (text,))), field

    def tab_to(self, name, role):
        parts = self.parts()
        for _ in range(60):
            if (name, role) in [(part.name, part.role) for part in self.focused(parts)]:
                return
            press("Tab")
            time.sleep(0.05)
        raise AssertionError(f"Tab does not come to {role} {name}")
