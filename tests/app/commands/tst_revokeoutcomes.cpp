// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "tests/app/desk.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTranslator>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Limits shortLimits()
{
    Limits limits;
    limits.readBackAfter = {100ms, 200ms};
    return limits;
}

void closeDialog()
{
    press(u"Close"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the event loop would
}

bool isReadOf(const SeenRequest &request, const QByteArray &name)
{
    return request.method == "GET" && request.target.endsWith(QByteArray("/id-of-" + name));
}

Fault badGateway()
{
    return {.bytes = httpReply(502, "<html>", "text/html")};
}

const QRegularExpression AClockTime(u"\\d\\d:\\d\\d:\\d\\d"_s);

} // namespace

Q_DECLARE_METATYPE(rox::test::Fault)

/// The window reports of a revoke only what Central answered or what was read back, and when.
class TestRevokeOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void otherRefusalIsNoRevoke_data();
    void otherRefusalIsNoRevoke();
    void laterRevokeIsFound();
    void lostRevokeStaysUnknown();
    void laterListSettlesALostRevoke_data();
    void laterListSettlesALostRevoke();
    void earlierListSettlesNothing();
    void unknownTokensAreCounted();
    void unsentRevokeIsNotCalledRefused();
    void prunedTokenIsGone();
    void answeredRetryClearsTheUnknown();
    void unreadTokenIsListedAgain();
    void listBeforeTheLastAnswerSettlesItsUnknown();
    void nextRevocationKeepsTheUnknownOfTheOneBefore();
    void nextSessionSettlesTheUnknownInTheBar();

private:
    void open();
    void revoke(const QStringList &names);
    /// A gateway answers every PATCH with 502; reading single tokens works.
    void loseEveryRevoke();
    [[nodiscard]] QString causeContaining(const QString &part) const;
    /// The column Status of this token; empty if it is not listed.
    [[nodiscard]] QString statusOf(const QString &id) const;

    QTranslator m_english;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<Desk> m_desk;
    Session *m_session = nullptr;
};

void TestRevokeOutcomes::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestRevokeOutcomes::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    m_central->tokens = {tokenNamed(u"check"_s)};
}

void TestRevokeOutcomes::cleanup()
{
    m_desk.reset();
    m_central.reset();
}

void TestRevokeOutcomes::open()
{
    m_desk = std::make_unique<Desk>(shortLimits());
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(m_session->table() && m_session->permissions());
}

QString TestRevokeOutcomes::statusOf(const QString &id) const
{
    const int row = m_desk->model.rowOf(id);
    return row < 0 ? QString()
                   : m_desk->model.index(row, sectionOf(TokenColumn::Status)).data().toString();
}

void TestRevokeOutcomes::revoke(const QStringList &names)
{
    QStringList ids;
    for (const QString &name : names)
        ids.append(u"id-of-"_s + name);
    QTRY_VERIFY((m_desk->window.selectIds(ids), m_desk->window.selectedCount() == ids.size()));
    QTRY_VERIFY(m_desk->window.action(MainWindow::Action::Revoke)->isEnabled());
    m_desk->window.action(MainWindow::Action::Revoke)->trigger();
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    press(u"Revoke"_s);
}

void TestRevokeOutcomes::loseEveryRevoke()
{
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        return request.method == "PATCH" ? std::optional(badGateway()) : std::nullopt;
    };
}

void TestRevokeOutcomes::otherRefusalIsNoRevoke_data()
{
    QTest::addColumn<Fault>("answer");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << Fault{.bytes = bytes};
    };
    row("ingress, plain text", httpReply(404, "default backend - 404", "text/plain"));
    row("ingress, JSON", httpReply(404, R"({"message":"no Route matched with those values"})"));
    row("ingress, empty", httpReply(404, "", ""));
    row("path unknown to Central", centralError(404, 5, "Not Found"));
    row("no relation", centralError(500, 13,
                                    "couldn't revoke token: ERROR: relation \"api_tokens\" does "
                                    "not exist"));
    row("no database", centralError(500, 13, "database \"central_active\" does not exist"));
    row("another id", centralError(500, 13, "token with id 'id-of-other' does not exist"));
}

void TestRevokeOutcomes::otherRefusalIsNoRevoke()
{
    QFETCH(Fault, answer);
    m_central->instead = [answer](const SeenRequest &request) -> std::optional<Fault> {
        const bool isAboutOne = request.method == "PATCH" || isReadOf(request, "check");
        return isAboutOne ? std::optional(answer) : std::nullopt;
    };
    open();
    revoke({u"check"_s});
    QTRY_VERIFY(!m_desk->said().trimmed().isEmpty());
    QVERIFY2(m_desk->said().startsWith("check was not revoked. "_L1), qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().contains("could not be read back"_L1), qPrintable(m_desk->said()));
    closeDialog();
    QCOMPARE(statusOf(u"id-of-check"_s), u"Active"_s);
    QCOMPARE(m_desk->window.selectedIds(), QStringList{u"id-of-check"_s});
    QCOMPARE(m_central->seen("PATCH", "revoke/id-of-check"), 1);
}

void TestRevokeOutcomes::laterRevokeIsFound()
{
    int readings = 0;
    m_central->instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH")
            return badGateway();
        if (isReadOf(request, "check"))
            m_central->tokens.first().revoked = ++readings > 2;
        return std::nullopt;
    };
    open();
    revoke({u"check"_s});
    QTRY_VERIFY(!m_desk->said().trimmed().isEmpty());
    QVERIFY2(m_desk->said().startsWith("check is revoked. Central lists it as revoked"_L1),
             qPrintable(m_desk->said()));
    QCOMPARE(readings, 3);
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 1);
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Revoked"_s);
}

void TestRevokeOutcomes::lostRevokeStaysUnknown()
{
    loseEveryRevoke();
    open();
    const int lists = m_central->seen("GET", "/v1/apitokens");
    revoke({u"check"_s});
    QTRY_VERIFY(!m_desk->said().trimmed().isEmpty());
    QVERIFY2(m_desk->said().startsWith("check may or may not be revoked. "_L1),
             qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().contains("Not yet revoked at "_L1), qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().contains(AClockTime), qPrintable(m_desk->said()));
    closeDialog();
    const QModelIndex status =
        m_desk->model.index(m_desk->model.rowOf(u"id-of-check"_s), sectionOf(TokenColumn::Status));
    QCOMPARE(status.data().toString(), u"Unknown"_s);
    QVERIFY(status.data(TokenListModel::FlagsRole)
                .value<TokenFlags>()
                .testFlag(TokenFlag::UnknownOutcome));
    QCOMPARE(status.data(Qt::AccessibleTextRole).toString(),
             u"Unknown: it may or may not be revoked"_s);
    QVERIFY(find<QWidget>(u"Status: Unknown"_s)); // in the details panel
    // Three GETs of the token, and no list: it would only repeat them.
    QCOMPARE(m_central->seen("GET", "/v1/apitokens"), lists + 3);
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 1);
}

void TestRevokeOutcomes::laterListSettlesALostRevoke_data()
{
    QTest::addColumn<QString>("became");
    QTest::addColumn<bool>("byTheBar");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("said");
    const QString revoked = u"check is revoked. Central lists it as revoked (looked at "_s;
    const QString active = u"check is still active. Central listed it as active at "_s;
    const QString gone = u"check is gone. Central has no such token any more (looked at "_s;
    for (const bool byTheBar : {true, false}) {
        const char *how = byTheBar ? "look again" : "refresh";
        QTest::addRow("revoked, %s", how) << u"revoked"_s << byTheBar << u"Revoked"_s << revoked;
        QTest::addRow("active, %s", how) << u"active"_s << byTheBar << u"Active"_s << active;
        QTest::addRow("gone, %s", how) << u"gone"_s << byTheBar << QString() << gone;
    }
}

void TestRevokeOutcomes::laterListSettlesALostRevoke()
{
    QFETCH(QString, became);
    QFETCH(bool, byTheBar);
    QFETCH(QString, status);
    QFETCH(QString, said);
    loseEveryRevoke();
    open();
    revoke({u"check"_s});
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Unknown"_s);
    closeDialog();
    if (became == "revoked"_L1)
        m_central->tokens.first().revoked = true;
    else if (became == "gone"_L1)
        m_central->tokens.clear();
    if (byTheBar)
        press(u"Look again"_s);
    else
        m_session->refresh();
    QTRY_VERIFY2(m_desk->said().startsWith(said), qPrintable(m_desk->said()));
    QTRY_COMPARE(statusOf(u"id-of-check"_s), status);
    QVERIFY(m_session->openRevokes()->isEmpty());
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 1);
}

void TestRevokeOutcomes::earlierListSettlesNothing()
{
    bool isSlow = false;
    m_central->instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH")
            return badGateway();
        if (isSlow && request.target == "/v1/apitokens")
            return Fault{.bytes = httpReply(200, R"({"tokens":[]})"), .delay = 2500ms};
        return std::nullopt;
    };
    open();
    isSlow = true;
    m_session->refresh();
    QTRY_VERIFY(m_session->isReading());
    isSlow = true;
    revoke({u"check"_s});
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Unknown"_s);
    QVERIFY(m_session->isReading());
    QTRY_VERIFY(!m_session->isReading());
    QVERIFY(m_session->openRevokes()->contains(u"id-of-check"_s));
    QVERIFY2(m_desk->said().startsWith("check may or may not be revoked. "_L1),
             qPrintable(m_desk->said()));
}

/// The sentence of the group in the dialog whose cause contains `part`; else empty.
QString TestRevokeOutcomes::causeContaining(const QString &part) const
{
    const QAbstractItemModel *report = find<QListView>(u"Tokens to revoke"_s)->model();
    for (int row = 0; row < report->rowCount(); ++row) {
        QString cause = report->index(row, 0).data(RevokeListModel::SentenceRole).toString();
        if (cause.contains(part))
            return cause;
    }
    return {};
}

void TestRevokeOutcomes::unknownTokensAreCounted()
{
    m_central->tokens = {tokenNamed(u"a"_s), tokenNamed(u"b"_s), tokenNamed(u"c"_s),
                         tokenNamed(u"d"_s)};
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        if (request.target.endsWith("id-of-a") || request.target.endsWith("id-of-b"))
            return badGateway();
        if (request.target.endsWith("id-of-c"))
            return Fault{.bytes = centralError(401, 16, "credentials not found")};
        return std::nullopt;
    };
    open();
    revoke({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"1 not revoked, 2 not known."_s);
    QStringList actions;
    for (const MessageAction &action : newsOrMessage(&m_desk->window).actions)
        actions.append(action.text);
    QCOMPARE(actions, (QStringList{u"Look again"_s, u"Retry failed…"_s}));
    QCOMPARE(newsOrMessage(&m_desk->window).text,
             u"c stays selected for another try. Central's answer for 2 tokens was lost: they may "
             "or may not be revoked."_s);
    const QString refused = causeContaining(u"This one was not revoked: still active at "_s);
    QVERIFY(!refused.isEmpty());
    QVERIFY2(!refused.contains("Nothing"_L1), qPrintable(refused));
    closeDialog();
    QCOMPARE(statusOf(u"id-of-a"_s), u"Unknown"_s);
    QCOMPARE(statusOf(u"id-of-b"_s), u"Unknown"_s);
    QCOMPARE(statusOf(u"id-of-c"_s), u"Active"_s);
    QCOMPARE(statusOf(u"id-of-d"_s), u"Revoked"_s);

    m_central->tokens[0].revoked = true;
    press(u"Look again"_s);
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"1 not revoked, 1 still active."_s);
    const QString listed = newsOrMessage(&m_desk->window).text;
    QVERIFY2(listed.contains("1 revoked, 1 active."_L1), qPrintable(listed));
    QVERIFY2(listed.contains(AClockTime), qPrintable(listed));

    m_central->instead = nullptr;
    press(u"Retry failed…"_s);
    auto *again = find<QListView>(u"Tokens to revoke"_s);
    QVERIFY(again);
    QCOMPARE(again->model()->rowCount(), 2); // c, and b that was listed as active
    press(u"Revoke"_s);
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"2 tokens revoked."_s);
    const QString proof = newsOrMessage(&m_desk->window).text;
    QVERIFY2(proof.startsWith("Central answered for 2 tokens: revoked."_L1), qPrintable(proof));
}

// The server goes away: revokes under way are unknown, later ones were never sent.
void TestRevokeOutcomes::unsentRevokeIsNotCalledRefused()
{
    m_central->tokens.clear();
    QStringList names;
    for (int i = 1; i <= 6; ++i) {
        names.append(u"check-%1"_s.arg(i));
        m_central->tokens.append(tokenNamed(names.last()));
    }
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH")
            m_central->server().close();
        return m_central->server().isListening() ? std::nullopt
                                                 : std::optional(Fault{.then = Fault::Then::Reset});
    };
    open();
    revoke(names);
    QTRY_VERIFY(newsOrMessage(&m_desk->window).id == "revoke"_L1);
    const QString lead = newsOrMessage(&m_desk->window).lead;
    const auto parts = QRegularExpression(u"^(\\d) not sent, (\\d) not known\\.$"_s).match(lead);
    QVERIFY2(parts.hasMatch(), qPrintable(lead));
    QCOMPARE(parts.captured(1).toInt() + parts.captured(2).toInt(), 6);
    QCOMPARE(parts.captured(2).toInt(), m_session->openRevokes()->ids().size());
    const QString why = causeContaining(u"was not sent."_s);
    QVERIFY(!why.isEmpty());
    QVERIFY2(!why.contains("revoked"_L1), qPrintable(why));
    closeDialog();
    QCOMPARE(m_desk->window.selectedIds().size(), 6);
}

void TestRevokeOutcomes::prunedTokenIsGone()
{
    open();
    QTRY_VERIFY(
        (m_desk->window.selectIds({u"id-of-check"_s}), m_desk->window.selectedCount() == 1));
    QTRY_VERIFY(m_desk->window.action(MainWindow::Action::Revoke)->isEnabled());
    m_desk->window.action(MainWindow::Action::Revoke)->trigger();
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    m_central->tokens.clear();
    press(u"Revoke"_s);
    QTRY_VERIFY(!m_desk->said().trimmed().isEmpty());
    QVERIFY2(m_desk->said().startsWith(
                 "check is gone. Central has no such token any more (looked at "_L1),
             qPrintable(m_desk->said()));
}

void TestRevokeOutcomes::answeredRetryClearsTheUnknown()
{
    loseEveryRevoke();
    open();
    revoke({u"check"_s});
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Unknown"_s);
    closeDialog();
    // A refusal that cannot be read back proves nothing about the revoke before.
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        const bool isAboutOne = request.method == "PATCH" || isReadOf(request, "check");
        return isAboutOne ? std::optional(Fault{.bytes = centralError(403, 7, "no")})
                          : std::nullopt;
    };
    press(u"Revoke again…"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("check was not revoked. "_L1),
                 qPrintable(m_desk->said()));
    closeDialog();
    QCOMPARE(statusOf(u"id-of-check"_s), u"Unknown"_s);
    m_central->instead = nullptr;
    press(u"Retry failed…"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("check is revoked. Central answered at "_L1),
                 qPrintable(m_desk->said()));
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Revoked"_s);
}

void TestRevokeOutcomes::unreadTokenIsListedAgain()
{
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH")
            m_central->tokens.first().revoked = true;
        const bool isAboutOne = request.method == "PATCH" || isReadOf(request, "check");
        return isAboutOne ? std::optional(badGateway()) : std::nullopt;
    };
    open();
    revoke({u"check"_s});
    QTRY_VERIFY2(m_desk->said().startsWith("check is revoked. Central lists it as revoked"_L1),
                 qPrintable(m_desk->said()));
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Revoked"_s);
}

void TestRevokeOutcomes::listBeforeTheLastAnswerSettlesItsUnknown()
{
    m_central->tokens = {tokenNamed(u"a"_s), tokenNamed(u"b"_s)};
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        return request.target.endsWith("id-of-a")
                   ? badGateway()
                   : Fault{.bytes = httpReply(200, "{}"), .delay = 2500ms};
    };
    open();
    revoke({u"a"_s, u"b"_s});
    QTRY_VERIFY(m_session->openRevokes()->contains(u"id-of-a"_s));
    m_central->tokens[0].revoked = true;
    m_session->refresh();
    QTRY_VERIFY(m_session->openRevokes()->isEmpty());
    QVERIFY2(m_desk->said().trimmed().isEmpty(), qPrintable(m_desk->said())); // the job still runs
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"2 tokens revoked."_s);
    QVERIFY(find<QAbstractItemView>(u"Tokens to revoke"_s));
    QCOMPARE(m_desk->window.findChild<QPushButton *>(u"retryFailed"_s)->isVisible(), false);
    closeDialog();
}

void TestRevokeOutcomes::nextRevocationKeepsTheUnknownOfTheOneBefore()
{
    m_central->tokens = {tokenNamed(u"a"_s), tokenNamed(u"b"_s)};
    loseEveryRevoke();
    open();
    revoke({u"a"_s});
    QTRY_COMPARE(statusOf(u"id-of-a"_s), u"Unknown"_s);
    closeDialog();
    m_central->instead = nullptr;
    revoke({u"b"_s});
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"1 not known."_s);
    m_central->tokens[0].revoked = true;
    press(u"Look again"_s);
    QTRY_COMPARE(newsOrMessage(&m_desk->window).lead, u"2 tokens revoked."_s);
}

void TestRevokeOutcomes::nextSessionSettlesTheUnknownInTheBar()
{
    loseEveryRevoke();
    open();
    revoke({u"check"_s});
    QTRY_COMPARE(statusOf(u"id-of-check"_s), u"Unknown"_s);
    closeDialog();
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("check is still active. Central listed it"_L1),
                 qPrintable(m_desk->said()));
    QCOMPARE(statusOf(u"id-of-check"_s), u"Active"_s);
}

QTEST_MAIN(TestRevokeOutcomes)
#include "tst_revokeoutcomes.moc"
