#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""The rules of the house, over every source of the tree.

house.py [--root DIR] [--qt-headers DIR] [--executable NAME=SOURCES]...

Prints one line per violation and exits 1 if there is one. docs/architecture.md has the table
of who may include whom in words; FOLDERS below has it in data.
"""
import argparse
import dataclasses
import pathlib
import re
import subprocess
import sys

STANDARD, QT_CORE = "C and C++", "QtCore"


@dataclasses.dataclass(frozen=True)
class Folder:
    """What sources below this folder may include."""
    ours: tuple = ()       # prefixes of our own headers, besides those of the folder itself
    qt: tuple = ()         # Qt modules
    libraries: tuple = ()  # names of LIBRARIES
    anything: bool = False


VALUES, TOKENS = "models/values/", "models/tokens/"
MODELS = (VALUES, TOKENS, "models/roles/", "models/servers/", "models/revoke/",
          "models/review/", "models/rotate/")
EXPECTED = ("expected",)
WIDGETS = (QT_CORE, "QtGui", "QtWidgets", "QtSvg")
BELOW_FEATURES = MODELS + ("ui/style/", "ui/text/", "ui/widgets/")
SHARED_BY_NETWORK = ("network/addressrace.h", "network/delivery.h", "network/proxylookup.h",
                     "network/timestamp.h")

BELOW_APP = ("models/", "network/", "ui/")
APP_QT = (QT_CORE, "QtGui", "QtWidgets", "QtNetwork", "QtSql", "QtSvg", "QtDBus")
# Each row may include those before it; launch, desktop and profiles do not include each other.
APP = (("app/launch", "app/desktop", "app/profiles"), ("app/servers",), ("app/tokens",),
       ("app/pages",), ("app/commands",), ("app",))


def folders_of_app():
    below = BELOW_APP
    for row in APP:
        for folder in row:
            libraries = EXPECTED + (("yaml-cpp",) if folder == "app/profiles" else ())
            yield folder, Folder(ours=below, qt=APP_QT, libraries=libraries)
        below += tuple(folder + "/" for folder in row)


FOLDERS = {
    "models/values": Folder(qt=(QT_CORE,), libraries=EXPECTED),
    "models/tokens/table": Folder(
        ours=(VALUES, "models/tokens/token.h"),
        qt=(QT_CORE,), libraries=EXPECTED),
    "models/tokens": Folder(ours=(VALUES, "models/roles/", "models/tokens/table/"),
                            qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/roles": Folder(ours=(VALUES, "models/tokens/table/"), qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/servers": Folder(ours=(VALUES,), qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/revoke": Folder(ours=(VALUES, TOKENS, "models/roles/"), qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/review": Folder(ours=(VALUES, TOKENS, "models/roles/"), qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/rotate": Folder(ours=(VALUES, TOKENS, "models/servers/", "models/history/"), qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "models/history": Folder(ours=(VALUES, TOKENS, "models/roles/"), qt=(QT_CORE, "QtSql"),
                             libraries=EXPECTED + ("zlib",)),
    "network/demo": Folder(
        libraries=("cpp-httplib", "nlohmann-json", "libjwt", "openssl", "zlib")),
    "network/trust": Folder(ours=(VALUES,) + SHARED_BY_NETWORK, qt=(QT_CORE, "QtNetwork"),
                            libraries=EXPECTED),
    "network/central": Folder(
        ours=(VALUES, TOKENS, "models/roles/", "network/trust/") + SHARED_BY_NETWORK,
        qt=(QT_CORE, "QtNetwork"), libraries=("expected", "simdjson", "zlib", "openssl")),
    "network/signin": Folder(
        ours=(VALUES, TOKENS, "network/trust/", "network/central/") + SHARED_BY_NETWORK,
        qt=(QT_CORE, "QtNetwork"), libraries=("expected", "simdjson")),
    "network/keychain": Folder(ours=(VALUES,) + SHARED_BY_NETWORK,
                               qt=(QT_CORE, "QtNetwork", "QtDBus"),
                               libraries=("expected", "qtkeychain")),
    "network": Folder(ours=(VALUES,), qt=(QT_CORE, "QtNetwork"), libraries=EXPECTED),
    "ui/style": Folder(qt=WIDGETS),
    "ui/text": Folder(ours=MODELS, qt=(QT_CORE, "QtGui"), libraries=EXPECTED),
    "ui/widgets": Folder(ours=MODELS + ("ui/style/", "ui/text/"), qt=WIDGETS, libraries=EXPECTED),
    # No feature includes another.
    **{feature: Folder(ours=BELOW_FEATURES, qt=WIDGETS, libraries=EXPECTED)
       for feature in ("ui/servers", "ui/tokens", "ui/details", "ui/generate", "ui/revoke", "ui/rotate",
                       "ui/connect", "ui/settings", "ui/help")},
    "ui/review": Folder(ours=BELOW_FEATURES, qt=WIDGETS + ("QtPrintSupport",), libraries=EXPECTED),
    "ui/window": Folder(
        ours=BELOW_FEATURES + ("ui/servers/", "ui/tokens/", "ui/details/"), qt=WIDGETS,
        libraries=EXPECTED),
    **dict(folders_of_app()),
    "tests": Folder(anything=True),
}

# The rest of the world by the start of an include: what no entry names is a new dependency.
LIBRARIES = {
    "tl/": "expected", "simdjson": "simdjson", "qt6keychain/": "qtkeychain",
    "httplib.h": "cpp-httplib", "nlohmann/": "nlohmann-json", "jwt.h": "libjwt",
    "openssl/": "openssl", "zlib.h": "zlib", "yaml-cpp/": "yaml-cpp", "benchmark/": "benchmark",
    "sys/": STANDARD, "netinet/": STANDARD, "arpa/": STANDARD, "linux/": STANDARD,
}

PROGRAM = ("app/", "ui/", "models/", "network/")

# (where, pattern, why). Comments are gone when these are tried; strings are not.
FORBIDDEN = [
    (("app/", "ui/", "models/", "network/"), r"\bQEventLoop\b", "nested event loop"),
    (("app/", "ui/", "models/", "network/"), r"\bprocessEvents\s*\(", "nested event loop"),
    (("app/", "ui/", "network/"), r"(?<!Application::)\bexec\s*\(",
     "nested event loop: use open() or show()"),
    (("app/", "ui/", "models/", "network/"),
     r"\bwaitFor(Connected|Encrypted|ReadyRead|BytesWritten|Disconnected)\s*\(", "blocks"),
    (("app/", "ui/", "models/"), r"\bQSortFilterProxyModel\b",
     "quadratic on long lists: select() makes row numbers"),
    (("app/", "ui/", "models/", "network/", "tests/"), r"\b(SIGNAL|SLOT)\s*\(",
     "string-based connection"),
    (PROGRAM, r"\bignoreSslErrors\s*\(\s*\)", "forgives every certificate"),
    (PROGRAM, r"\bclearConnectionCache\s*\(", "requests in flight never finish"),
    (PROGRAM, r"\bVerifyNone\b", "trusts by default"),
    (PROGRAM, r"\bsetAutoDefault\s*\(",
     "Return would press the dialog's default button, not the one that has the focus"),
    (PROGRAM, r'"/(home|root|tmp|usr|opt|etc|var|work|Users)/', "hard-coded path"),
]

# These headers of a folder are for the named sources alone, and for the folder itself and tests.
FOR_FEW = {
    "network/central/centralwrites.h": (
        r"app/(tokens/tokenwrites|servers/session)\.(h|cpp)",
        "only TokenWrites may write to a Central, and Session makes it"),
}

# Sources that may call QTest::qWait(): how often, and why no signal and no condition says enough.
WAITS = {
    "tests/app/servers/tst_connecting.cpp": (1, "leaves a server after another time each turn"),
    "tests/network/central/tst_centralclient.cpp": (
        5, "leaves a call after another time each turn; longer than an answer that must not be told"),
    "tests/network/central/tst_generatebehindnginx.cpp": (1, "longer than a request that nginx repeats"),
    "tests/network/central/tst_generatecall.cpp": (
        2, "longer than a request that is sent twice, than an answer that must not be told"),
    "tests/network/central/tst_revokecall.cpp": (1, "longer than a read-back that must not come"),
    "tests/support/gui/driver.cpp": (1, "focus frames and fades have no signal"),
    "tests/ui/widgets/tst_secretfield.cpp": (1, "holds a button down"),
    "tests/ui/preview_window.cpp": (5, "no test; fades have no signal"),
}
WAIT = re.compile(r"\bqWait\s*\(")

# Tests that may compare a time that has passed with an upper bound: how often, and why.
TIMED = {
    "tests/network/tst_addressrace.cpp": (2, "the pause between two addresses is what is tested"),
}
TIME_BOUND = re.compile(r"\belapsed\(\)\s*<=?\s*\d")

# Switches over ApiError::Kind that may have a default label, and why.
DEFAULTS = {
    "app/servers/connectflow.cpp": "a kind that names no field is about the whole connection",
    "network/signin/signin.cpp": "renames four kinds; every other keeps its name",
    "ui/text/errortext.cpp": "three switches in a row share the kinds; tst_errortext has all",
    "ui/text/erroradvice.cpp": "three switches in a row share the kinds; tst_errortext has all",
}

LINES_OF_PRODUCT, LINES_OF_TESTS = 500, 750  # tables of tests may be longer

# Tests of no single folder: what they share, the house itself, a walk, figures, fuzzing, systems.
TESTS_OF_THEIR_OWN = {"tests/support", "tests/house", "tests/tour", "tests/bench", "tests/fuzz",
                      "tests/distros"}

SPDX = ("SPDX-FileCopyrightText: 2026 The Rox Tokens authors",
        "SPDX-License-Identifier: Apache-2.0")
NEEDS_SPDX = {".cpp", ".h", ".cmake", ".sh", ".py"}
SKIPPED = {"build", ".git", "__pycache__"}

SWITCH = re.compile(r"\bswitch\s*\([^{]*\)\s*\{")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


def without_comments(text):
    """Blanks comments, keeping lines; string and character literals stay."""
    pattern = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
                         r'|//[^\n]*|/\*.*?\*/', re.S)
    return pattern.sub(
        lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0].startswith("/") else m[0], text)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def block_at(code, start):
    """The text from start, which is behind an opening brace, to its closing brace."""
    depth = 1
    for found in re.finditer(r"[{}]", code[start:]):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return code[start:start + found.start()]
    return code[start:]


class QtModules:
    """Which Qt module a header belongs to, by Qt's own include folders."""

    def __init__(self, headers):
        self.headers = pathlib.Path(headers)
        if not (self.headers / QT_CORE).is_dir():
            raise SystemExit(f"{headers}: no Qt headers here")
        self.module_of = {}
        for module in sorted(self.headers.glob("Qt*")):
            for header in module.iterdir():
                self.module_of.setdefault(header.name, module.name)

    def of(self, include):
        first = include.split("/")[0]
        if "/" in include and (self.headers / first).is_dir():
            return first
        return self.module_of.get(include)


class House:
    def __init__(self, root, qt_headers):
        self.root = pathlib.Path(root)
        self.qt = QtModules(qt_headers)
        self.violations = []
        self.kinds = self.kinds_of_errors()

    def kinds_of_errors(self):
        """The enumerators of ApiError::Kind."""
        header = self.root / "models/values/apierror.h"
        if not header.is_file():
            return set()
        code = without_comments(header.read_text(encoding="utf-8"))
        found = re.search(r"enum class Kind[^{]*\{([^}]*)\}", code)
        return set(re.findall(r"\b[A-Z]\w*", found[1])) if found else set()

    def say(self, name, line, what):
        self.violations.append(f"{name}:{line}: {what}")

    def files(self):
        for path in sorted(self.root.rglob("*")):
            parts = path.relative_to(self.root).parts
            if path.is_file() and not SKIPPED.intersection(parts):
                yield "/".join(parts), path

    def check(self):
        seen = 0
        for name, path in self.files():
            if path.suffix in (".cpp", ".h"):
                seen += 1
                self.check_source(name, path.read_text(encoding="utf-8"))
            if self.wants_spdx(path):
                self.check_spdx(name, path.read_text(encoding="utf-8"))
        if seen == 0:
            self.say(".", 0, "no source found")
        self.check_map()
        return self.violations

    # --- who may include whom -------------------------------------------------------

    def folder_of(self, name):
        fitting = [folder for folder in FOLDERS if name.startswith(folder + "/")]
        return max(fitting, key=len, default=None)

    def check_source(self, name, text):
        code = without_comments(text)
        folder = self.folder_of(name)
        if folder is None or (folder == "app" and name.count("/") > 1):
            self.say(name, 1, "a source outside " + ", ".join(FOLDERS))
            return
        if name.endswith(".h") and "#pragma once" not in code:
            self.say(name, 1, "no #pragma once")
        if pathlib.PurePath(name).name.lower() != pathlib.PurePath(name).name:
            self.say(name, 1, "file names are lower case")
        self.check_twin(name)
        self.check_length(name, text)
        self.check_waits(name, code)
        self.check_times(name, code)
        self.check_defaults(name, code)
        for found in INCLUDE.finditer(code):
            why = self.refusal(name, folder, found[1] == '"', found[2])
            if why:
                self.say(name, line_of(code, found.start()), f'#include of "{found[2]}": {why}')
        for where, pattern, why in FORBIDDEN:
            if name.startswith(where):
                for found in re.finditer(pattern, code):
                    self.say(name, line_of(code, found.start()), f"{found[0].strip()}: {why}")

    def check_twin(self, name):
        """A test lies in the folder that mirrors the one it tries."""
        folder = str(pathlib.PurePath(name).parent)
        if not pathlib.PurePath(name).name.startswith("tst_") or folder in TESTS_OF_THEIR_OWN:
            return
        twin = self.root / folder.removeprefix("tests/")
        if not name.startswith("tests/") or not twin.is_dir():
            self.say(name, 1, "a test whose folder mirrors none of the program's")

    def check_length(self, name, text):
        most = LINES_OF_TESTS if name.startswith("tests/") else LINES_OF_PRODUCT
        lines = text.count("\n")
        if lines > most:
            self.say(name, most + 1, f"{lines} lines, more than {most}: it holds two ideas")

    def check_waits(self, name, code):
        waits = list(WAIT.finditer(code))
        for found in waits[WAITS.get(name, (0, ""))[0]:]:
            self.say(name, line_of(code, found.start()),
                     "qWait: a test waits for a condition (QTRY_…) or a signal (QSignalSpy)")

    def check_times(self, name, code):
        """A machine under load would fail such a test; tests/bench measures speed, as ratios."""
        if not name.startswith("tests/") or name.startswith("tests/bench/"):
            return
        bounds = list(TIME_BOUND.finditer(code))
        for found in bounds[TIMED.get(name, (0, ""))[0]:]:
            self.say(name, line_of(code, found.start()), "a timed test: tests/bench measures speed")

    def check_defaults(self, name, code):
        """A switch over ApiError::Kind names every kind, so that the compiler asks about a new one."""
        if name in DEFAULTS:
            return
        for found in SWITCH.finditer(code):
            block = block_at(code, found.end())
            cases = re.findall(r"\bcase\s+(?:\w+::)*Kind::(\w+)\s*:", block)
            label = re.search(r"\bdefault\s*:", block)
            if label and cases and self.kinds.issuperset(cases):
                self.say(name, line_of(code, found.end() + label.start()),
                         "default: hides a new ApiError::Kind from the compiler")

    def refusal(self, name, folder, quoted, include):
        rules = FOLDERS[folder]
        if quoted:
            return self.refusal_of_ours(name, folder, rules, include)
        module = self.qt.of(include)
        if rules.anything:
            return None
        if module:
            return None if module in rules.qt else f"{folder} may not use {module}"
        library = next((library for start, library in LIBRARIES.items()
                        if include.startswith(start)), None)
        if library is None:
            if "/" in include or include.endswith((".hpp", ".hh")) or include[0] == "Q":
                return "a library that the house does not know"
            return None
        if library == STANDARD or library in rules.libraries:
            return None
        return f"{folder} may not use {library}"

    def refusal_of_ours(self, name, folder, rules, include):
        if include.endswith(".moc") and "/" not in include:
            return None
        if not (self.root / include).is_file() or "/" not in include or ".." in include:
            return "names no file of ours by folder and name"
        if rules.anything:
            return None
        owner = self.folder_of(include)
        allowed = owner == folder or any(
            include.startswith(prefix) for prefix in rules.ours)
        if owner == "network/demo" and folder != "network/demo":
            allowed = False  # shares no code with the client, nor with anything
        if not allowed:
            return f"{folder} may not include {owner}"
        few, why = FOR_FEW.get(include, (None, None))
        return why if few and owner != folder and not re.fullmatch(few, name) else None

    def check_map(self):
        """CONTRIBUTING.md sends nobody to a path that does not exist."""
        guide = self.root / "CONTRIBUTING.md"
        if not guide.is_file():
            return
        for number, line in enumerate(guide.read_text(encoding="utf-8").split("\n"), 1):
            for path in re.findall(r"`((?:app|ui|models|network|resources|tests|packaging|docs)/"
                                   r"[^`\s]*)`", line):
                if not any(self.root.glob(path.rstrip("/"))):
                    self.say("CONTRIBUTING.md", number, f"{path}: no such path")

    # --- licence ----------------------------------------------------------------------

    def wants_spdx(self, path):
        if path.suffix in NEEDS_SPDX or path.name == "CMakeLists.txt":
            return True
        if path.suffix:
            return False
        with path.open("rb") as file:
            return file.read(2) == b"#!"

    def check_spdx(self, name, text):
        lines = text.split("\n", 3)
        if lines[0].startswith("#!"):
            lines = lines[1:]
        for number, wanted in enumerate(SPDX):
            if number >= len(lines) or lines[number].lstrip("/# ") != wanted:
                self.say(name, number + 1, f"this line should be: {wanted}")


def check_executable(house, claim):
    """main.cpp is the only source of an executable: tests link what ships."""
    name, _, sources = claim.partition("=")
    names = [pathlib.PurePath(source).name for source in re.split("[;,]", sources) if source]
    if names != ["main.cpp"]:
        house.say("CMakeLists.txt", 0, f"{name} is built of {names or 'nothing'}, not of main.cpp alone")


def default_qt_headers():
    for tool in ("qtpaths6", "/usr/lib/qt6/bin/qtpaths", "qmake6"):
        try:
            return subprocess.run([tool, "-query", "QT_INSTALL_HEADERS"], check=True,
                                  capture_output=True, text=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
    raise SystemExit("no qtpaths6 nor qmake6: name Qt's include folder with --qt-headers")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--qt-headers")
    parser.add_argument("--executable", action="append", default=[], metavar="NAME=SOURCES")
    options = parser.parse_args(arguments)
    house = House(options.root, options.qt_headers or default_qt_headers())
    house.check()
    for claim in options.executable:
        check_executable(house, claim)
    for violation in house.violations:
        print(violation)
    return 1 if house.violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
