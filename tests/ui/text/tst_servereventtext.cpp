// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/servereventtext.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = ServerEvent::Kind;

class TestServerEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreInTheText_data();
    void factsAreInTheText();
};

void TestServerEventText::factsAreInTheText_data()
{
    QTest::addColumn<ServerEvent>("event");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *name, ServerEvent event, const QStringList &parts) {
        event.name = u"lab\u202e"_s; // from another user's file: made visible
        QTest::newRow(name) << event << QStringList(u"lab"_s) + parts;
    };
    ApiError busy;
    busy.kind = ApiError::Kind::Unavailable;
    const KeychainFailure locked{KeychainState::Locked, {}};
    const KeychainFailure failed{KeychainState::Failed, {}};
    row("renewal", {.kind = Kind::SignInNotRenewed, .at = 37'440'000, .error = busy}, {u"10:24"_s});
    row("not kept", {.kind = Kind::SignInNotKept, .keychain = locked}, {u"is locked"_s});
    row("locked", {.kind = Kind::NotRemoved, .keychain = locked}, {u"Unlock it"_s});
    row("failed", {.kind = Kind::NotRemoved, .keychain = failed}, {u"Try again later"_s});
    row("no service", {.kind = Kind::RemovedNotForgotten}, {u"was removed"_s});
    row("import", {.kind = Kind::NotImported, .keychain = failed}, {u"keychain failed"_s});
    QTest::newRow("detail") << ServerEvent{.kind = Kind::ProfilesNotSaved, .detail = u"Full."_s}
                            << QStringList{u"Full."_s};
}

void TestServerEventText::factsAreInTheText()
{
    QFETCH(ServerEvent, event);
    QFETCH(QStringList, parts);
    const QString text = serverEventText(event);
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && !text.contains(u'\u202e'), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestServerEventText)
#include "tst_servereventtext.moc"
