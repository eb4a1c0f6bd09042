// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QAction>
#include <QListView>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The token that signs in is recognized although /v1/auth/status fails.
class TestOwnRevoke : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenInUseIsLastWithoutAuthStatus();
    void tokenInUseIsKeptWithoutAuthStatus();

private:
    void askToRevokeAll();
    [[nodiscard]] QList<QByteArray> revokesSeen();
    ScriptedCentral m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestOwnRevoke::askToRevokeAll()
{
    m_window.reset();
    m_central.tokens = {tokenNamed(u"a-own"_s), tokenNamed(u"b"_s), tokenNamed(u"c"_s)};
    m_central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target == "/v1/auth/status")
            return Fault{.bytes = centralError(503, 14, "not yet")};
        return std::nullopt;
    };
    Connection connection = m_central.connection();
    connection.credential.secret = Secret(apiToken(u"id-of-a-own"_s));
    const int before = m_central.seen("GET", "/v1/auth/status");
    m_window = std::make_unique<OpenWindow>(std::move(connection));
    QTRY_COMPARE(m_window->rowCount(), 3);
    QTRY_COMPARE(m_central.seen("GET", "/v1/auth/status"), before + 1);
    m_window->tokens()->setFocus();
    m_window->tokens()->selectAll();
    QTRY_COMPARE((*m_window)->selectedCount(), 3);
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Revoke)->isEnabled());
    (*m_window)->action(MainWindow::Action::Revoke)->trigger();
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    press(u"Revoke"_s);
}

QList<QByteArray> TestOwnRevoke::revokesSeen()
{
    QList<QByteArray> targets;
    for (const SeenRequest &request : m_central.server().requests()) {
        if (request.method == "PATCH")
            targets.append(request.target.mid(request.target.lastIndexOf('/') + 1));
    }
    return targets;
}

void TestOwnRevoke::tokenInUseIsKeptWithoutAuthStatus()
{
    const auto before = revokesSeen().size();
    askToRevokeAll();
    QVERIFY(find<QPushButton>(u"Keep it, revoke 2"_s, 2000));
    press(u"Keep it, revoke 2"_s);
    QTRY_COMPARE(revokesSeen().size(), before + 2);
    QVERIFY(!revokesSeen().mid(before).contains("id-of-a-own"));
}

void TestOwnRevoke::tokenInUseIsLastWithoutAuthStatus()
{
    const auto before = revokesSeen().size();
    askToRevokeAll();
    QVERIFY(find<QPushButton>(u"Revoke it too"_s, 2000));
    press(u"Revoke it too"_s);
    QTRY_COMPARE(revokesSeen().size(), before + 3);
    QCOMPARE(revokesSeen().constLast(), QByteArray("id-of-a-own"));
}

QTEST_MAIN(TestOwnRevoke)
#include "tst_ownrevoke.moc"
