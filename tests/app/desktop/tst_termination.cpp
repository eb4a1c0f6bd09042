// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"
#include "ui/widgets/secretclipboard.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTcpServer>
#include <QTimer>

#include <csignal>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// SIGTERM ends the program whatever is open, with the clipboard cleared.
class TestTermination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signalEndsTheProgram();
    void signalEndsDespiteAWaitingForm();
    void signalEndsDespiteAnUncopiedValue();
    void signalEndsDuringAGenerate();

private:
    static void generate();
    /// Lets the program run, sends the signal, and waits for its end.
    void terminate();

    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestTermination::init()
{
    m_window.reset();
    m_central = std::make_unique<ScriptedCentral>();
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_central->seen("GET", "/v1/mypermissions"), 1);
}

void TestTermination::generate()
{
    press(u"Generate token"_s);
    type(find<QLineEdit>(u"Token name"_s), u"ci-deploy"_s);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    press(u"Generate"_s);
}

void TestTermination::terminate()
{
    auto *clipboard = m_window->application().findChild<SecretClipboard *>();
    QVERIFY(clipboard);
    clipboard->copy(Secret("canary"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"canary"_s);
    constexpr int refused = 7;
    QTimer patience;
    patience.setSingleShot(true);
    connect(&patience, &QTimer::timeout, this, [] { QCoreApplication::exit(refused); });
    patience.start(10'000);
    QTimer::singleShot(0, this, [] { ::raise(SIGTERM); });
    QCOMPARE(QCoreApplication::exec(), 0);
    m_window.reset();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    QVERIFY(!QApplication::activeModalWidget());
}

void TestTermination::signalEndsTheProgram()
{
    terminate();
}

void TestTermination::signalEndsDespiteAWaitingForm()
{
    QTcpServer silent; // takes the connection, and never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    (*m_window)->findChild<QAction *>(u"addServer"_s)->trigger();
    type(find<QLineEdit>(u"Endpoint"_s), u"127.0.0.1:%1"_s.arg(silent.serverPort()));
    press(u"API token"_s);
    type(find<QLineEdit>(u"API token"_s), u"eyJhbGciOi.e30.typed"_s);
    press(u"Connect"_s);
    QTRY_VERIFY(silent.hasPendingConnections());
    QVERIFY(QApplication::activeModalWidget());
    terminate();
}

void TestTermination::signalEndsDespiteAnUncopiedValue()
{
    generate();
    QVERIFY(find<QPushButton>(u"Copy token"_s));
    terminate();
}

void TestTermination::signalEndsDuringAGenerate()
{
    m_central->instead = [](const SeenRequest &request) {
        return request.method == "POST" ? std::optional(Fault{.delay = std::chrono::minutes(1)})
                                        : std::nullopt;
    };
    generate();
    QTRY_COMPARE(m_central->seen("POST", "generate"), 1);
    QVERIFY(QApplication::activeModalWidget());
    terminate();
}

QTEST_MAIN(TestTermination)
#include "tst_termination.moc"
