#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""tidy.py BUILD_DIR: clang-tidy over our sources in compile_commands.json.

A source that passed is not looked at again until it, its flags, the checks or a header that
it includes change. The memory lies in the user's cache folder, as ccache's does, and holds no
path of the tree, so a fresh clone profits too. Set ROX_TIDY_CACHE to move it.

ROX_TIDY_MINUTES bounds it: what it did not come to is said, and looked at another time.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY = "clang-tidy-14"
SKIPPED = object()
CACHE = pathlib.Path(
    os.environ.get("ROX_TIDY_CACHE")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    / "rox-tokens" / "tidy")


def digest(*parts):
    sum_ = hashlib.sha256()
    for part in parts:
        sum_.update(part.encode() + b"\0")
    return sum_.hexdigest()


class Fingerprints:
    """Content for files of the tree; size and time for the system's, which are many."""

    def __init__(self):
        self.known = {}

    def of(self, name):
        if name not in self.known:
            path = ROOT / name
            try:
                if os.path.isabs(name):
                    stat = path.stat()
                    self.known[name] = f"{stat.st_size}:{stat.st_mtime_ns}"
                else:
                    self.known[name] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self.known[name] = "missing"
        return self.known[name]


def neutral(text):
    return text.replace(str(ROOT), "@")


def relative(path):
    try:
        return str(pathlib.Path(path).resolve().relative_to(ROOT))
    except ValueError:
        return str(pathlib.Path(path))


def dependencies(entry):
    """What the compiler reads for this source, by its own word."""
    command = shlex.split(entry["command"])
    if os.path.basename(command[0]) == "ccache":
        command = command[1:]
    if "-o" in command:
        at = command.index("-o")
        del command[at:at + 2]
    command = [word for word in command if word != "-c"] + ["-M"]
    made = subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True)
    if made.returncode != 0:
        return None
    words = made.stdout.replace("\\\n", " ").split(":", 1)[1].split()
    return sorted({relative(os.path.join(entry["directory"], word)) for word in words})


class Source:
    def __init__(self, entry, checks, prints):
        self.entry = entry
        self.name = relative(entry["file"])
        self.prints = prints
        self.key = digest(checks, self.name, neutral(entry["command"]))
        self.note = CACHE / self.key

    def state(self, files):
        return digest(*(f"{name}={self.prints.of(name)}" for name in files))

    def passed_before(self):
        try:
            note = json.loads(self.note.read_text())
        except (OSError, ValueError):
            return False
        return note["state"] == self.state(note["files"])

    def run(self, build, until):
        if time.monotonic() >= until:
            return self.name, SKIPPED
        tidy = subprocess.run([TIDY, "--quiet", "-p", build, self.entry["file"]],
                              capture_output=True, text=True)
        if tidy.returncode != 0:
            return self.name, tidy.stdout + tidy.stderr
        files = dependencies(self.entry)
        if files:
            CACHE.mkdir(parents=True, exist_ok=True)
            partial = self.note.with_suffix(f".{os.getpid()}")
            partial.write_text(json.dumps({"state": self.state(files), "files": files}))
            partial.replace(self.note)
        return self.name, None


def is_ours(entry):
    name = relative(entry["file"])
    return not os.path.isabs(name) and not name.startswith("build/")


def main(build):
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True)
    checks = version.stdout + (ROOT / ".clang-tidy").read_text()
    entries = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    prints = Fingerprints()
    # A source compiled for two targets needs one look.
    sources = {entry["file"]: Source(entry, checks, prints) for entry in entries if is_ours(entry)}
    if not sources:
        sys.exit("compile_commands.json names no source of ours")
    stale = [source for source in sources.values() if not source.passed_before()]
    # The dearest first, so that no core idles at the end.
    stale.sort(key=lambda source: -os.path.getsize(source.entry["file"]))
    minutes = os.environ.get("ROX_TIDY_MINUTES")
    until = time.monotonic() + 60 * float(minutes) if minutes else float("inf")
    failed = done = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for name, complaint in pool.map(lambda source: source.run(build, until), stale):
            done += 1
            if complaint is SKIPPED:
                skipped += 1
            elif complaint is not None:
                failed += 1
                print(f"--- {name}\n{complaint}", flush=True)
            elif done % 10 == 0:
                print(f"    {done} of {len(stale)}", flush=True)
    print(f"{len(sources)} sources, {len(stale) - skipped} looked at, {failed} failed")
    if skipped:
        print(f"{skipped} not looked at: the {minutes} minutes were over")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
