// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/logging.h"

#include <QTemporaryFile>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

/// What stands on stderr while this lives, with our handler instead of the test's.
class Errors
{
public:
    Errors()
        : m_handler(qInstallMessageHandler(nullptr))
        , m_stderr(::dup(STDERR_FILENO))
    {
        if (!m_file.open() || ::dup2(m_file.handle(), STDERR_FILENO) < 0)
            qFatal("no file for stderr");
        installLogging();
    }
    ~Errors()
    {
        ::dup2(m_stderr, STDERR_FILENO);
        ::close(m_stderr);
        qInstallMessageHandler(m_handler);
    }
    Errors(const Errors &) = delete;
    Errors &operator=(const Errors &) = delete;

    [[nodiscard]] QByteArray said()
    {
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    QTemporaryFile m_file;
    QtMessageHandler m_handler;
    int m_stderr;
};

} // namespace

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logLinesAreRedacted();
    void messagePatternIsApplied();
    void invalidTextIsWritten();
};

void TestLogging::logLinesAreRedacted()
{
    Errors errors;
    qWarning("token=%s of %s", "canary", "central.example");
    qInfo("two\nlines");
    QCOMPARE(errors.said(), "token=[redacted] of central.example\ntwo\nlines\n"_ba);
}

void TestLogging::messagePatternIsApplied()
{
    qSetMessagePattern(u"%{if-warning}W %{endif}%{category}: %{message}"_s);
    Errors errors;
    qWarning("a Bearer canary1");
    qInfo("b");
    qSetMessagePattern(u"%{if-critical}%{message}%{endif}"_s);
    qInfo("left out");
    qSetMessagePattern(u"%{if-category}%{category}: %{endif}%{message}"_s);
    QCOMPARE(errors.said(), "W default: a Bearer [redacted]\ndefault: b\n"_ba);
}

void TestLogging::invalidTextIsWritten()
{
    Errors errors;
    qWarning().noquote() << QString(QChar(0)) + QChar(0xd800) + u"end"_s;
    QVERIFY(errors.said().endsWith("end\n"));
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
