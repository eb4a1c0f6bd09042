#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""The catalogues of what the sources say.

translations.py check  --lupdate TOOL   fails if an English plural is missing, unfinished or gone,
                                        if a finished form of another language lost an argument,
                                        or if no class asks for the context of a text
translations.py update --lupdate TOOL [--language de]
                                        English: takes new plurals from the sources, fills in what
                                        follows from "(s)" and names what is left to a person.
                                        Another language: makes its catalogue, or takes new texts
translations.py pseudo --lupdate TOOL --output FILE
                                        writes a catalogue of every text, accented and longer
Without its English forms Qt would show "3 token(s)".
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import house

FOLDERS = ("app", "ui", "models", "network")
SOURCE = "en_US"
# "%n selected token(s)": a number and its noun. A verb would have to follow.
FOLLOWS = re.compile(r"%L?n (\w+ )?\w+\(s\)")
VERB = re.compile(r"\b(is|are|was|were|has|have|share|hold)\b")
HEADER = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')


def catalogue(root, language):
    return root / f"resources/translations/rox-tokens_{language}.ts"


def lupdate(tool, root, ts, language=SOURCE, plurals_only=False):
    """Takes the texts of the sources into ts. Returns what lupdate complains about."""
    folders = [folder for folder in FOLDERS if (root / folder).is_dir()]
    done = subprocess.run(
        [tool, "-silent", "-I", str(root), *(["-pluralonly"] if plurals_only else []),
         "-no-obsolete", "-locations", "none", "-source-language", SOURCE,
         "-target-language", language, *folders, "-ts", str(ts)],
        cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)
    return [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]


def messages(ts):
    """{(context, source, comment): (forms, unfinished)}; a text without a plural has one form."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"),
                   message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[key] = (forms or [translation.text or ""],
                          translation.get("type") == "unfinished")
    return found


def faults_of(key, forms, unfinished):
    name = f'{key[0]}: "{key[1]}"'
    if any("%n" in text for text in (key[1], *forms)):
        return [f"{name}: %n has no separators of thousands: write %Ln"]
    if unfinished or not all(forms):
        return [f"{name}: not translated"]
    if len(forms) > 1 and any("(s)" in form for form in forms):
        return [f'{name}: a form still says "(s)"']
    if "%Ln" in key[1] and "%Ln" not in forms[-1]:
        return [f"{name}: the plural lost its %n"]
    arguments = set(re.findall(r"%L?\d", key[1]))
    if any(arguments != set(re.findall(r"%L?\d", form)) for form in forms):
        return [f"{name}: a form lost an argument"]
    return []


# What a scope is called, what closes one, and what gives a class a tr() of its own.
SCOPE = re.compile(r"""
    \bnamespace\s+(?P<space>[\w:]+)\s*\{
    | \b(?:class|struct)\s+(?P<type>[\w:]+)(?:\s+final)?\s*(?::(?!:)[^;{}()]*)?\{
    | (?P<open>\{) | (?P<close>\})
    | \b(?P<own>Q_OBJECT|Q_GADGET)\b
    | \bQ_DECLARE_TR_FUNCTIONS\(\s*(?P<declared>[\w:]+)\s*\)""", re.X)


def contexts_in(text):
    """The contexts that tr() and translate() of this source ask for at run time."""
    code = house.without_comments(text)
    yield from re.findall(r'\btranslate\(\s*"([^"]+)"', code)
    scopes = []
    for found in SCOPE.finditer(re.sub(r'"(?:\\.|[^"\\\n])*"', '""', code)):
        if found["close"]:
            del scopes[-1:]
        elif found["own"]:
            yield "::".join(filter(None, scopes))
        elif found["declared"]:
            yield found["declared"]
        else:
            scopes.append(found["space"] or found["type"] or "")


def unknown_contexts(root, contexts):
    """Contexts that nothing asks for at run time: lupdate guesses, a base class has the tr()."""
    asked = {context for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
             if path.suffix in (".cpp", ".h")
             for context in contexts_in(path.read_text(encoding="utf-8"))}
    for context in sorted(set(contexts) - asked):
        yield f"{context}: no class says this at run time"


def updated(tool, root, ts, language=SOURCE, plurals_only=False):
    """What ts would hold after an update, and the complaints of lupdate."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / ts.name
        if ts.is_file():
            shutil.copy(ts, fresh)
        complaints = lupdate(tool, root, fresh, language, plurals_only)
        return messages(fresh), complaints


def check_contexts(tool, root):
    said, complaints = updated(tool, root, pathlib.Path("all.ts"))
    return complaints + list(unknown_contexts(root, {key[0] for key in said}))


def check(tool, root, ts):
    """What is wrong with the English file, as lines of text."""
    committed = messages(ts)
    said, _ = updated(tool, root, ts, plurals_only=True)
    faults = [f'{key[0]}: "{key[1]}": new; run ./dev translations'
              for key in said.keys() - committed.keys()]
    faults += [f'{key[0]}: "{key[1]}": no longer said; run ./dev translations'
               for key in committed.keys() - said.keys()]
    for key, (forms, unfinished) in committed.items():
        faults += faults_of(key, forms, unfinished or len(forms) != 2)
    return sorted(faults) + check_contexts(tool, root)


def check_other(ts):
    """What is wrong in another language. A text that is not translated yet shows in English."""
    return [f"{ts.name}: {fault}" for key, (forms, unfinished) in messages(ts).items()
            if not unfinished for fault in faults_of(key, forms, unfinished)]


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


def update(tool, root, language):
    """Takes what the sources say into the catalogue of a language; makes it if there is none."""
    ts = catalogue(root, language)
    if language == "en":
        lupdate(tool, root, ts, plurals_only=True)
        fill(ts)
        return f"{ts.name}: {len(messages(ts))} plurals"
    lupdate(tool, root, ts, language)
    texts = messages(ts)
    left = sum(unfinished for _, unfinished in texts.values())
    return f"{ts.name}: {len(texts)} texts, {left} not translated yet"


# Every Latin letter gets a mark, so that a letter without one was not translated.
MARKED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀćđèƒğĥíĵķľɱñóƥɋŕšŧúṽŵẋýžÀƁĆĐÈƑĞĤÍĴĶĽṀÑÓƤɊŔŠŦÚṼŴẊÝŽ")
# Arguments, markup and entities stay as they are.
KEPT = re.compile(r"(%L?\d+|%L?n|<[^<>]+>|&\w+;)")
# "ddd d MMM yyyy, HH:mm"
TIME_FORMAT = re.compile(r"[dMyHhmsAPap\s.,:/-]*(MMM|yyyy|HH|hh)[dMyHhmsAPap\s.,:/-]*")


def pseudo(text):
    """About 40 % longer, as other languages are, in brackets that show where a text was cut."""
    if TIME_FORMAT.fullmatch(text):
        return text
    parts = KEPT.split(text)
    letters = sum(len(part) for part in parts[0::2])
    marked = "".join(part if at % 2 else part.translate(MARKED) for at, part in enumerate(parts))
    more = "".join("ō" if at % 6 else " " for at in range(1, 1 + max(1, letters * 4 // 10 - 2)))
    return f"[{marked}{more}]"


def write_pseudo(tool, root, output):
    output.unlink(missing_ok=True)
    lupdate(tool, root, output)
    tree = ET.parse(output)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        said = pseudo(message.findtext("source"))
        for form in list(translation.iter("numerusform")) or [translation]:
            form.text = said
    write(tree, output)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("check", "update", "pseudo"))
    parser.add_argument("--lupdate", required=True)
    parser.add_argument("--language", default=os.environ.get("ROX_LANGUAGE") or "en")
    parser.add_argument("--output", type=pathlib.Path)
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2])
    options = parser.parse_args(arguments)
    if options.what == "pseudo":
        write_pseudo(options.lupdate, options.root, options.output.resolve())
        return 0
    if options.what == "update":
        print(update(options.lupdate, options.root, options.language))
    english = catalogue(options.root, "en")
    faults = check(options.lupdate, options.root, english)
    for ts in sorted(english.parent.glob("rox-tokens_*.ts")):
        faults += check_other(ts) if ts != english else []
    print("\n".join(faults) or f"{len(messages(english))} plurals, all said in English")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
