// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchmessage.h"

#include <QTest>
#include <QtEndian>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

LaunchMessage sample()
{
    LaunchMessage message;
    message.request.endpoint = *Endpoint::parse(u"https://central.example.com:8443"_s);
    message.request.credential = {Credential::Kind::Password, u"zoë"_s, Secret("secret")};
    message.request.caFile = u"/somewhere/ca-ü.pem"_s;
    message.activationToken = "activate-me";
    return message;
}

} // namespace

/// A LaunchMessage decodes to the encoded values, or not at all.
class TestLaunchMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageIsDecodedUnchanged();
};

void TestLaunchMessage::messageIsDecodedUnchanged()
{
    const QByteArray sent = sample().encoded();
    QCOMPARE(qFromBigEndian<quint32>(sent.constData()), quint32(sent.size() - 4));
    const QByteArray body = sent.mid(4);
    const auto message = LaunchMessage::decoded(body);
    QVERIFY(message);
    QVERIFY(message->request.endpoint == sample().request.endpoint);
    QCOMPARE(message->request.credential.kind, sample().request.credential.kind);
    QCOMPARE(message->request.credential.userName, sample().request.credential.userName);
    QVERIFY(message->request.credential.secret.equals(sample().request.credential.secret));
    QCOMPARE(message->request.caFile, sample().request.caFile);
    QCOMPARE(message->activationToken, sample().activationToken);
    QVERIFY(!message->request.demo);
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY(!LaunchMessage::decoded(body.left(size)));
    QVERIFY(!LaunchMessage::decoded(body + 'x'));
    // The demo flag is kept, and a relative CA file is resolved against the current folder.
    LaunchMessage demo;
    demo.request.demo = true;
    demo.request.caFile.clear();
    QVERIFY(LaunchMessage::decoded(demo.encoded().mid(4))->request.demo);
    LaunchMessage near = sample();
    near.request.caFile = u"ca.pem"_s;
    QCOMPARE(LaunchMessage::decoded(near.encoded().mid(4))->request.caFile,
             QDir::current().filePath(u"ca.pem"_s));
}

QTEST_GUILESS_MAIN(TestLaunchMessage)
#include "tst_launchmessage.moc"
