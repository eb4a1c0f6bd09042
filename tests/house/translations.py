#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""The English plural forms of what the sources say.

translations.py check  --lupdate TOOL   fails if a plural is missing, unfinished or gone
translations.py update --lupdate TOOL   takes new ones from the sources; fills in what follows
                                        from "(s)" and names what is left to a person
Without these forms Qt would show "3 token(s)".
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

FOLDERS = ("app", "ui", "models")
# "%n selected token(s)": a number and its noun. A verb would have to follow.
FOLLOWS = re.compile(r"%L?n (\w+ )?\w+\(s\)")
VERB = re.compile(r"\b(is|are|was|were|has|have|share|hold)\b")
HEADER = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')


def lupdate(tool, root, ts):
    folders = [folder for folder in FOLDERS if (root / folder).is_dir()]
    done = subprocess.run(
        [tool, "-silent", "-I", str(root), "-pluralonly", "-no-obsolete", "-locations", "none",
         "-source-language", "en_US", "-target-language", "en_US", *folders, "-ts", str(ts)],
        cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)


def plurals(ts):
    """{(context, source, comment): (forms, unfinished)}"""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            if message.get("numerus") != "yes":
                continue
            key = (context.findtext("name"), message.findtext("source"),
                   message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[key] = (forms, translation.get("type") == "unfinished")
    return found


def faults_of(key, forms, unfinished):
    name = f'{key[0]}: "{key[1]}"'
    if any("%n" in text for text in (key[1], *forms)):
        return [f"{name}: %n has no separators of thousands: write %Ln"]
    if unfinished or len(forms) != 2 or not all(forms):
        return [f"{name}: not translated"]
    if any("(s)" in form for form in forms):
        return [f'{name}: a form still says "(s)"']
    if re.search("%L?n", key[1]) and not re.search("%L?n", forms[1]):
        return [f"{name}: the plural lost its %n"]
    arguments = set(re.findall(r"%L?\d", key[1]))
    if any(arguments != set(re.findall(r"%L?\d", form)) for form in forms):
        return [f"{name}: a form lost an argument"]
    return []


def unknown_contexts(root, contexts):
    """Contexts that tr() never asks for at run time: lupdate guesses where it cannot see a class."""
    text = "\n".join(path.read_text(encoding="utf-8") for folder in FOLDERS
                     for path in sorted((root / folder).rglob("*")) if path.suffix in (".cpp", ".h"))
    for context in sorted(contexts):
        quoted = re.escape(context)
        own = re.search(rf'Q_DECLARE_TR_FUNCTIONS\({quoted}\)|translate\(\s*"{quoted}"', text)
        name = context.removeprefix("rox::")
        if not own and (name == context or not re.search(rf"\b(class|struct) {name}\b", text)):
            yield f"{context}: no class says this at run time"


def check(tool, root, ts):
    """What is wrong with the committed file, as lines of text."""
    committed = plurals(ts)
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / ts.name
        shutil.copy(ts, fresh)
        lupdate(tool, root, fresh)
        said = plurals(fresh)
    faults = [f'{key[0]}: "{key[1]}": new; run ./dev translations'
              for key in said.keys() - committed.keys()]
    faults += [f'{key[0]}: "{key[1]}": no longer said; run ./dev translations'
               for key in committed.keys() - said.keys()]
    faults += unknown_contexts(root, {key[0] for key in committed})
    for key, (forms, unfinished) in committed.items():
        faults += faults_of(key, forms, unfinished)
    return sorted(faults)


def fill(ts):
    """Writes the forms that follow from "(s)" alone."""
    tree = ET.parse(ts)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source")
        if message.get("numerus") != "yes" or translation.get("type") != "unfinished":
            continue
        if not FOLLOWS.search(source) or VERB.search(source) or source.count("(s)") != 1:
            continue
        forms = list(translation.iter("numerusform"))
        if len(forms) != 2:
            continue
        forms[0].text, forms[1].text = source.replace("(s)", ""), source.replace("(s)", "s")
        del translation.attrib["type"]
    write(tree, ts)


def write(tree, ts):
    ET.indent(tree, space="    ")
    ts.write_text(HEADER + ET.tostring(tree.getroot(), encoding="unicode") + "\n",
                  encoding="utf-8")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("check", "update"))
    parser.add_argument("--lupdate", required=True)
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2])
    options = parser.parse_args(arguments)
    ts = options.root / "resources/translations/rox-tokens_en.ts"
    if options.what == "update":
        lupdate(options.lupdate, options.root, ts)
        fill(ts)
    faults = check(options.lupdate, options.root, ts)
    print("\n".join(faults) or f"{len(plurals(ts))} plurals, all said in English")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
