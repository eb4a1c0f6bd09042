#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0
"""Proves that house.py can fail: each rule gets a planted breach, and a twin it must let pass."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import house
import translations

QT_HEADERS = os.environ.get("ROX_QT_HEADERS") or house.default_qt_headers()
LUPDATE = os.environ.get("ROX_LUPDATE") or "/usr/lib/qt6/bin/lupdate"
HEAD = "".join(f"// {line}\n" for line in house.SPDX)

# Headers that the planted includes name.
OURS = ["models/values/secret.h", "models/tokens/token.h", "models/tokens/tokenlistmodel.h",
        "models/tokens/table/tokentable.h", "models/roles/role.h", "models/servers/profile.h",
        "models/revoke/list.h", "models/history/history.h", "network/delivery.h",
        "network/trust/trust.h", "network/central/centralclient.h", "network/central/centralwrites.h",
        "network/signin/signin.h",
        "app/launch/request.h", "app/desktop/file.h", "app/profiles/store.h",
        "app/tokens/listing.h", "app/pages/pages.h", "app/commands/command.h", "app/application.h",
        "network/keychain/store.h", "network/demo/store.h", "ui/style/colors.h", "ui/text/times.h",
        "ui/widgets/bar.h", "ui/tokens/view.h", "ui/revoke/dialog.h", "ui/window/mainwindow.h",
        "app/servers/session.h"]

ALLOWED = [
    ("models/values/a.cpp", '#include "models/values/secret.h"'),
    ("models/values/a.cpp", "#include <QString>\n#include <QtCore/QDate>\n#include <tl/expected.hpp>"),
    ("models/values/a.cpp", "#include <vector>\n#include <unistd.h>\n#include <sys/stat.h>"),
    ("models/history/a.cpp", '#include "models/tokens/token.h"\n#include <QSqlQuery>'),
    ("models/history/a.cpp", "void f(QSqlQuery &q) { q.exec(); }"),
    ("models/tokens/a.cpp", '#include "models/values/secret.h"\n#include <QBrush>'),
    ("models/tokens/a.cpp", '#include "models/tokens/table/tokentable.h"'),
    ("models/tokens/a.cpp", '#include "models/roles/role.h"'),
    ("models/tokens/table/a.cpp", '#include "models/tokens/token.h"'),
    ("models/revoke/a.cpp", '#include "models/tokens/token.h"'),
    ("network/a.cpp", '#include "models/values/secret.h"\n#include <QNetworkReply>'),
    ("network/trust/a.cpp", '#include "network/delivery.h"'),
    ("network/central/a.cpp", '#include "network/trust/trust.h"\n#include "models/roles/role.h"\n'
                              '#include <simdjson.h>\n#include <zlib.h>'),
    ("network/signin/a.cpp", '#include "network/central/centralclient.h"'),
    ("network/keychain/a.cpp", "#include <QDBusMessage>\n#include <qt6keychain/keychain.h>"),
    ("app/profiles/a.cpp", "#include <yaml-cpp/yaml.h>"),
    ("app/servers/a.cpp", '#include "app/launch/request.h"\n#include "app/profiles/store.h"'),
    ("app/tokens/a.cpp", '#include "app/servers/session.h"'),
    ("app/pages/a.cpp", '#include "app/tokens/listing.h"\n#include "app/servers/session.h"'),
    ("app/commands/a.cpp", '#include "app/pages/pages.h"\n#include "app/desktop/file.h"'),
    ("app/a.cpp", '#include "app/commands/command.h"\n#include "app/launch/request.h"'),
    ("network/demo/a.cpp", '#include "network/demo/store.h"\n#include <httplib.h>\n#include <openssl/x509.h>'),
    ("ui/text/a.cpp", '#include "models/revoke/list.h"'),
    ("ui/widgets/a.cpp", '#include "ui/style/colors.h"\n#include "ui/text/times.h"'),
    ("ui/tokens/a.cpp", '#include "models/tokens/tokenlistmodel.h"\n#include <QTableView>\n#include "a.moc"'),
    ("ui/window/a.cpp", '#include "ui/tokens/view.h"'),
    ("app/a.cpp", '#include "ui/window/mainwindow.h"\n#include "network/central/centralclient.h"'),
    ("app/a.cpp", "int f() { return QApplication::exec(); }"),
    ("app/a.cpp", "#include <QDBusConnection>"),
    ("tests/a.cpp", '#include "network/demo/store.h"\n#include <QTest>\n#include <benchmark/benchmark.h>'),
    ("tests/ui/tokens/tst_a.cpp", ""),
    ("tests/tour/tst_tour.cpp", ""),
    ("ui/window/a.cpp", "// never QDialog::exec(), nor QEventLoop\n/* SIGNAL(x()) */"),
    ("ui/window/a.cpp", 'auto s = "https://example.org//x"; // processEvents('),
    ("app/a.cpp", 'auto path = "/v1/apitokens";'),
    ("network/central/a.cpp", "void f() { reply->ignoreSslErrors(expected); }"),
    ("network/central/a.cpp", '#include "network/central/centralwrites.h"'),
    ("app/tokens/tokenwrites.h", '#pragma once\n#include "network/central/centralwrites.h"'),
    ("app/servers/session.cpp", '#include "network/central/centralwrites.h"'),
    ("tests/network/central/tst_a.cpp", '#include "network/central/centralwrites.h"'),
    ("tests/app/tst_a.cpp", "QTest::qWaitFor(f);"),
    ("tests/support/gui/driver.cpp", "QTest::qWait(250);"),
    ("tests/app/tst_a.cpp", "QVERIFY(timer.elapsed() >= 100);"),
    ("tests/bench/a.cpp", "while (timer.elapsed() < 100) {}"),
    ("ui/window/a.cpp", "bool isShort() { return timer.elapsed() < 100; }"),
    ("ui/window/a.cpp", "\n" * 497),
    ("tests/ui/window/tst_a.cpp", "\n" * 747),
    ("app/a.cpp", "switch (k) { case Kind::Lost: return 1; case ApiError::Kind::Refused: return 2; }"),
    ("app/a.cpp", "switch (k) { case TrustRule::Kind::System: return 1; default: return 2; }"),
    ("app/a.cpp", "switch (k) { case Kind::Lost: if (k) { f(); } } switch (role) { default: {} }"),
    ("ui/text/errortext.cpp", "switch (k) { case Kind::Lost: return 1; default: return 2; }"),
]

REFUSED = [
    ("models/values/a.cpp", '#include "models/tokens/tokenlistmodel.h"', "may not include models"),
    ("models/values/a.cpp", "#include <QColor>", "may not use QtGui"),
    ("models/values/a.cpp", "#include <QtGui/QColor>", "may not use QtGui"),
    ("models/values/a.cpp", "#include <simdjson.h>", "may not use simdjson"),
    ("models/tokens/a.cpp", '#include "models/servers/profile.h"',
     "may not include models/servers"),
    ("models/roles/a.cpp", '#include "models/tokens/tokenlistmodel.h"',
     "may not include models/tokens"),
    ("models/tokens/table/a.cpp", '#include "models/tokens/tokenlistmodel.h"',
     "may not include models/tokens"),
    ("models/servers/a.cpp", '#include "models/tokens/token.h"', "may not include models/tokens"),
    ("models/history/a.cpp", '#include "network/central/centralclient.h"', "may not include network"),
    ("models/history/a.cpp", '#include "ui/window/mainwindow.h"', "may not include ui"),
    ("models/history/a.cpp", '#include "models/revoke/list.h"', "may not include models"),
    ("models/tokens/a.cpp", "#include <QWidget>", "may not use QtWidgets"),
    ("models/tokens/a.cpp", "#include <QNetworkReply>", "may not use QtNetwork"),
    ("models/roles/a.cpp", '  #  include "network/central/centralclient.h"', "may not include network"),
    ("models/a.cpp", "", "a source outside"),
    ("network/a.cpp", '#include "models/tokens/token.h"', "may not include models"),
    ("network/trust/a.cpp", '#include "network/central/centralclient.h"',
     "may not include network/central"),
    ("network/central/a.cpp", '#include "network/signin/signin.h"', "may not include network/signin"),
    ("network/central/a.cpp", '#include "models/servers/profile.h"', "may not include models/servers"),
    ("network/signin/a.cpp", '#include "network/keychain/store.h"',
     "may not include network/keychain"),
    ("network/keychain/a.cpp", '#include "network/central/centralclient.h"',
     "may not include network/central"),
    ("network/central/a.cpp", '#include "network/demo/store.h"', "may not include network/demo"),
    ("network/central/a.cpp", "#include <QMessageBox>", "may not use QtWidgets"),
    ("network/central/a.cpp", "#include <httplib.h>", "may not use cpp-httplib"),
    ("network/central/a.cpp", "#include <yaml-cpp/yaml.h>", "may not use yaml-cpp"),
    ("network/central/a.cpp", "#include <QDBusMessage>", "may not use QtDBus"),
    ("network/keychain/a.cpp", "#include <simdjson.h>", "may not use simdjson"),
    ("app/a.cpp", "#include <qt6keychain/keychain.h>", "may not use qtkeychain"),
    ("network/demo/a.cpp", "#include <QString>", "may not use QtCore"),
    ("network/demo/a.cpp", '#include "models/values/secret.h"', "may not include models/values"),
    ("network/demo/a.cpp", '#include "network/central/centralclient.h"', "may not include network"),
    ("network/demo/a.cpp", "#include <simdjson.h>", "may not use simdjson"),
    ("ui/style/a.cpp", '#include "ui/text/times.h"', "may not include ui/text"),
    ("ui/text/a.cpp", '#include "ui/widgets/bar.h"', "may not include ui/widgets"),
    ("ui/text/a.cpp", "#include <QWidget>", "may not use QtWidgets"),
    ("ui/widgets/a.cpp", '#include "ui/tokens/view.h"', "may not include ui/tokens"),
    ("ui/tokens/a.cpp", '#include "ui/revoke/dialog.h"', "may not include ui/revoke"),
    ("ui/tokens/a.cpp", '#include "ui/window/mainwindow.h"', "may not include ui/window"),
    ("ui/window/a.cpp", '#include "network/central/centralclient.h"', "may not include network"),
    ("ui/window/a.cpp", '#include "app/servers/session.h"', "may not include app"),
    ("ui/window/a.cpp", "#include <QNetworkAccessManager>", "may not use QtNetwork"),
    ("ui/window/a.cpp", "#include <QDBusConnection>", "may not use QtDBus"),
    ("ui/a.cpp", "", "a source outside"),
    ("app/a.cpp", '#include "network/demo/store.h"', "may not include network/demo"),
    ("app/profiles/a.cpp", '#include "app/launch/request.h"', "may not include app/launch"),
    ("app/launch/a.cpp", '#include "app/desktop/file.h"', "may not include app/desktop"),
    ("app/desktop/a.cpp", '#include "app/servers/session.h"', "may not include app/servers"),
    ("app/servers/a.cpp", '#include "app/tokens/listing.h"', "may not include app/tokens"),
    ("app/servers/a.h", '#pragma once\n#include "app/pages/pages.h"', "may not include app/pages"),
    ("app/tokens/a.cpp", '#include "app/pages/pages.h"', "may not include app/pages"),
    ("app/pages/a.cpp", '#include "app/commands/command.h"', "may not include app/commands"),
    ("app/commands/a.cpp", '#include "app/application.h"', "may not include app"),
    ("app/servers/a.cpp", "#include <yaml-cpp/yaml.h>", "may not use yaml-cpp"),
    ("app/other/a.cpp", "", "a source outside"),
    ("app/a.cpp", "#include <boost/asio.hpp>", "a library that the house does not know"),
    ("ui/window/a.cpp", '#include "mainwindow.h"', "names no file of ours"),
    ("ui/window/a.cpp", '#include "../window/mainwindow.h"', "names no file of ours"),
    ("tests/ui/parts/tst_a.cpp", "", "mirrors none"),
    ("ui/tokens/tst_a.cpp", "", "mirrors none"),
    ("ui/window/a.cpp", "void f(QDialog &d) { d.exec(); }", "nested event loop"),
    ("app/a.cpp", "void f(QDialog *d) { d->exec (); }", "nested event loop"),
    ("models/tokens/a.cpp", "QEventLoop loop;", "nested event loop"),
    ("network/central/a.cpp", "QCoreApplication::processEvents();", "nested event loop"),
    ("network/central/a.cpp", "socket.waitForReadyRead(100);", "blocks"),
    ("models/tokens/a.h", "#pragma once\nclass A : QSortFilterProxyModel {};", "quadratic"),
    ("ui/window/a.cpp", "connect(a, SIGNAL(x()), b, SLOT(y()));", "string-based connection"),
    ("network/central/a.cpp", "reply->ignoreSslErrors();", "forgives every certificate"),
    ("network/central/a.cpp", "ssl.setPeerVerifyMode(QSslSocket::VerifyNone);", "trusts by default"),
    ("network/central/a.cpp", "manager.clearConnectionCache();", "never finish"),
    ("ui/window/a.cpp", "button->setAutoDefault(false);", "not the one that has the focus"),
    ("app/a.cpp", 'auto s = u"/usr/share/rox"_s;', "hard-coded path"),
    ("app/a.cpp", 'auto s = "//"; auto t = "/etc/rox";', "hard-coded path"),
    ("ui/window/a.h", "class A {};", "no #pragma once"),
    ("ui/window/A.cpp", "", "lower case"),
    ("other/a.cpp", "", "a source outside"),
    ("app/tokens/a.cpp", '#include "network/central/centralwrites.h"', "only TokenWrites"),
    ("app/tokens/tokenwritesofmine.cpp", '#include "network/central/centralwrites.h"',
     "only TokenWrites"),
    ("network/signin/a.cpp", '#include "network/central/centralwrites.h"', "only TokenWrites"),
    ("tests/app/tst_a.cpp", "QTest::qWait(1);", "qWait"),
    ("tests/support/gui/driver.cpp", "QTest::qWait(250); QTest::qWait (2);", "qWait"),
    ("tests/app/tst_a.cpp", "QVERIFY(timer.elapsed() < 100);", "a timed test"),
    ("ui/window/a.cpp", "\n" * 499, "more than 500"),
    ("tests/ui/window/tst_a.cpp", "\n" * 749, "more than 750"),
    ("app/a.cpp", "switch (e.kind) { case Kind::Lost: return 1; default: return 2; }",
     "hides a new ApiError::Kind"),
    ("app/a.cpp", "switch (e.kind) { case ApiError::Kind::Refused: { f(); } default : ; }",
     "hides a new ApiError::Kind"),
]

ERRORS = """#pragma once
struct ApiError { enum class Kind { // of every call
    Refused, ///< by Central
    Lost }; };
"""


class Planted(unittest.TestCase):
    def violations(self, name, text, head=HEAD):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for header in OURS:
                self.write(root / header, HEAD + "#pragma once\n")
            self.write(root / "models/values/apierror.h", HEAD + ERRORS)
            self.write(root / name, head + text + "\n")
            return house.House(root, QT_HEADERS).check()

    @staticmethod
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def test_what_is_allowed_passes(self):
        for name, text in ALLOWED:
            with self.subTest(name=name, text=text):
                self.assertEqual(self.violations(name, text), [])

    def test_what_is_refused_is_found_and_named(self):
        for name, text, why in REFUSED:
            with self.subTest(name=name, text=text):
                found = self.violations(name, text)
                self.assertTrue(found, "nothing found")
                self.assertTrue(all(one.startswith(name + ":") for one in found), found)
                self.assertIn(why, found[0])

    def test_the_line_is_the_line(self):
        found = self.violations(
            "ui/window/a.cpp", '/* one\ntwo */\n#include "app/servers/session.h"')
        self.assertTrue(found[0].startswith("ui/window/a.cpp:5: "), found)

    def test_licence_lines(self):
        self.assertEqual(len(self.violations("ui/window/a.cpp", "", head="")), 2)
        self.assertEqual(len(self.violations("ui/window/a.cpp", "", head="\n" + HEAD)), 2)
        self.assertEqual(len(self.violations("run", "echo", head="#!/bin/sh\n")), 2)
        spdx = HEAD.replace("//", "#")
        self.assertEqual(self.violations("run", "echo", head="#!/bin/sh\n" + spdx), [])

    def test_the_map_names_real_paths(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            self.write(root / "app/a.cpp", HEAD)
            self.write(root / "CONTRIBUTING.md", "`app/`, `app/a.*` and `./dev test`\n`ui/words/`\n")
            self.assertEqual(house.House(root, QT_HEADERS).check(),
                             ["CONTRIBUTING.md:2: ui/words/: no such path"])

    def test_an_empty_tree_is_no_pass(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertTrue(house.House(folder, QT_HEADERS).check())

    def test_the_executable_is_one_file(self):
        for sources, good in [("main.cpp", True), ("/x/app/main.cpp", True), ("", False),
                              ("main.cpp;app.cpp", False), ("other.cpp", False)]:
            with self.subTest(sources=sources):
                one = house.House(".", QT_HEADERS)
                house.check_executable(one, "rox-tokens=" + sources)
                self.assertEqual(one.violations == [], good)


class Translations(unittest.TestCase):
    TS = ('<TS version="2.1" language="en_US"><context><name>ui</name><message numerus="yes">'
          '<source>{source}</source><translation{state}><numerusform>{one}</numerusform>'
          '<numerusform>{many}</numerusform></translation></message></context></TS>')
    GOOD = {"source": "%Ln token(s) of %1", "state": "", "one": "%Ln token of %1",
            "many": "%Ln tokens of %1"}

    def faults(self, said, run=translations.check, **entry):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            Planted.write(root / "ui/a.cpp", f"""
                #include <QCoreApplication>
                QString f(int n) {{ return QCoreApplication::translate("ui", "{said}", "", n); }}
                """)
            ts = root / "resources/translations/rox-tokens_en.ts"
            Planted.write(ts, self.TS.format(**{**self.GOOD, **entry}))
            return run(LUPDATE, root, ts)

    def test_finished_plurals_pass(self):
        self.assertEqual(self.faults("%Ln token(s) of %1"), [])

    def test_each_fault_is_found(self):
        for entry, why in [({"state": ' type="unfinished"'}, "not translated"),
                           ({"many": ""}, "not translated"),
                           ({"many": "%Ln token(s) of %1"}, 'still says "(s)"'),
                           ({"many": "tokens of %1"}, "lost its %n"),
                           ({"one": "%Ln token"}, "lost an argument"),
                           ({"one": "%n token of %1"}, "write %Ln")]:
            with self.subTest(entry=entry):
                self.assertIn(why, "".join(self.faults("%Ln token(s) of %1", **entry)))

    def test_a_number_without_separators_is_found(self):
        plain = {"source": "%n token(s)", "one": "%n token", "many": "%n tokens"}
        self.assertIn("write %Ln", "".join(self.faults("%n token(s)", **plain)))

    def test_new_and_gone_are_found(self):
        faults = "\n".join(self.faults("%Ln role(s)"))
        self.assertIn('"%Ln role(s)": new', faults)
        self.assertIn('"%Ln token(s) of %1": no longer said', faults)

    def test_a_context_is_asked_for_by_its_own_class_alone(self):
        text = """namespace rox { namespace {
            class Seen final : public QObject { Q_OBJECT struct Part { int a = {}; }; };
            class Bare : public Seen { void f() { g("{"); } };
            struct Words { Q_DECLARE_TR_FUNCTIONS(Words) };
            struct Heir : Words {}; // Q_OBJECT
            } class Outer { struct Inner : QObject { Q_OBJECT }; }; }
            QString s = QCoreApplication::translate("Launch", "x");"""
        self.assertEqual(set(translations.contexts_in(text)),
                         {"rox::Seen", "Words", "rox::Outer::Inner", "Launch"})

    def contexts(self, text):
        with tempfile.TemporaryDirectory() as folder:
            Planted.write(pathlib.Path(folder) / "ui/a.cpp", "#include <QCoreApplication>\n" + text)
            return translations.check_contexts(LUPDATE, pathlib.Path(folder))

    def test_a_context_that_is_never_asked_for_is_found(self):
        words = "struct Words { Q_DECLARE_TR_FUNCTIONS(Words) }; "
        self.assertEqual(self.contexts(words + 'auto f() { return Words::tr("x"); }'), [])
        faults = self.contexts(
            words + 'struct Heir : Words { QString f(); }; QString Heir::f() { return tr("x"); }')
        self.assertIn("lacks Q_OBJECT macro", faults[0])
        self.assertEqual(faults[1:], ["Heir: no class says this at run time"])

    def test_another_language_has_every_text(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            Planted.write(root / "ui/a.cpp", """
                #include <QCoreApplication>
                QString f(int n) { return QCoreApplication::translate("ui", "%Ln token(s)", "", n)
                                   + QCoreApplication::translate("ui", "of %1"); }
                """)
            ts = translations.catalogue(root, "de")
            ts.parent.mkdir(parents=True)
            for _ in range(2): # makes it, then refreshes it
                self.assertEqual(translations.update(LUPDATE, root, "de"),
                                 "rox-tokens_de.ts: 2 texts, 2 not translated yet")
            self.assertEqual(translations.check_other(ts), [])
            self.assertIn('language="de"', ts.read_text())
            ts.write_text(ts.read_text().replace('<translation type="unfinished"></translation>',
                                                 "<translation>von</translation>"))
            self.assertIn("lost an argument", "".join(translations.check_other(ts)))

    def test_the_build_takes_up_another_language(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for language in ("en", "de"):
                Planted.write(translations.catalogue(root, language), self.TS.format(**self.GOOD))
            ours = pathlib.Path(__file__).resolve().parents[2] / "resources/translations"
            Planted.write(root / "a.cpp", "")
            Planted.write(root / "CMakeLists.txt", f"""
                cmake_minimum_required(VERSION 3.25)
                project(Planted LANGUAGES CXX)
                find_package(Qt6 REQUIRED COMPONENTS Core)
                add_library(rox_resources STATIC a.cpp)
                add_subdirectory("{ours}" translations)""")
            subprocess.run(["cmake", "-G", "Ninja", "-S", folder, "-B", root / "build"], check=True,
                           capture_output=True)
            made = (root / "build/build.ninja").read_text()
            for language in ("en", "de"):
                self.assertIn(f"resources/translations/rox-tokens_{language}.qm", made)

    def test_a_pseudo_text_keeps_what_the_program_fills_in(self):
        for text in ("%Ln token(s) of %1", "<b>%1</b>&nbsp;is 100 % used", "x"):
            said = translations.pseudo(text)
            letters = translations.KEPT.sub("", text)
            self.assertGreaterEqual(len(translations.KEPT.sub("", said)), 1.35 * len(letters))
            self.assertEqual(translations.KEPT.findall(said), translations.KEPT.findall(text))
            self.assertNotRegex(translations.KEPT.sub("", said), "[A-Za-z]")

    def test_update_fills_what_follows(self):
        def update(tool, root, ts):
            translations.lupdate(tool, root, ts, plurals_only=True)
            translations.fill(ts)
            return translations.messages(ts)
        self.assertEqual(self.faults("%Ln role(s)", run=update),
                         {("ui", "%Ln role(s)", ""): (["%Ln role", "%Ln roles"], False)})


if __name__ == "__main__":
    unittest.main()
