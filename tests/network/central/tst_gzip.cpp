// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/gzip.h"
#include "tests/support/gzipped.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

constexpr qint64 Plenty = 1 << 30;

QByteArray mixed(qsizetype size)
{
    QByteArray bytes;
    for (quint32 i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i * 2654435761U) + ',';
    return bytes.left(size);
}

} // namespace

class TestGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inflatedBytesAreTheOriginal_data();
    void inflatedBytesAreTheOriginal();
    void membersAreConcatenated();
    void cutStreamIsBadJson();
    void brokenStreamIsBadJson();
    void capIsExact();
    void bombIsReplyTooBig();
    void wrongLengthIsIgnored();
    void stopEndsInflating();
};

void TestGzip::inflatedBytesAreTheOriginal_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 1000, 16 * 1024, 256 * 1024, 1 << 20, 9'999'999})
        QTest::addRow("%d bytes", int(size)) << size;
}

void TestGzip::inflatedBytesAreTheOriginal()
{
    QFETCH(qsizetype, size);
    const QByteArray content = mixed(size);
    const auto body = inflated(gzipped(content), Plenty);
    QVERIFY2(body, qPrintable(body ? QString() : body.error().detail));
    QVERIFY(body->view() == content);
    // simdjson reads the bytes behind the end.
    if (size > 0)
        QCOMPARE(*body->view().end(), '\0');
}

void TestGzip::membersAreConcatenated()
{
    const QByteArray packed = gzipped("{\"tokens\":") + gzipped({}) + gzipped("[]}");
    const auto body = inflated(packed, Plenty);
    QVERIFY(body);
    QVERIFY(body->view() == "{\"tokens\":[]}");
}

void TestGzip::cutStreamIsBadJson()
{
    const QByteArray packed = gzipped(mixed(5000));
    for (qsizetype size = 0; size < packed.size(); ++size) {
        const auto body = inflated(QByteArrayView(packed).first(size), Plenty);
        QVERIFY2(!body, QByteArray::number(size));
        QCOMPARE(body.error().kind, Kind::BadJson);
        QVERIFY(body.error().detail.contains(u"cut off"_s));
    }
}

void TestGzip::brokenStreamIsBadJson()
{
    const QByteArray packed = gzipped(mixed(5000));
    QByteArray noSuchBlock = packed;
    constexpr qsizetype HeadBytes = 10;
    noSuchBlock[HeadBytes] = '\x07';
    const QByteArray wrongSum = packed.chopped(8) + QByteArray(8, '\x55');
    for (const QByteArray &bad : {"{\"tokens\":[]}"_ba, noSuchBlock, wrongSum}) {
        const auto body = inflated(bad, Plenty);
        QVERIFY(!body);
        QCOMPARE(body.error().kind, Kind::BadJson);
        QVERIFY2(body.error().detail.contains(u"broken"_s), qPrintable(body.error().detail));
    }
}

void TestGzip::capIsExact()
{
    const QByteArray packed = gzipped(mixed(1'000'000));
    QVERIFY(inflated(packed, 1'000'000));
    const auto tooBig = inflated(packed, 999'999);
    QVERIFY(!tooBig);
    QCOMPARE(tooBig.error().kind, Kind::ReplyTooBig);
}

void TestGzip::bombIsReplyTooBig()
{
    const QByteArray bomb = gzipped(QByteArray(200 << 20, ' '));
    QVERIFY(bomb.size() < 1 << 20);
    const auto body = inflated(bomb, Plenty);
    QVERIFY(!body);
    QCOMPARE(body.error().kind, Kind::ReplyTooBig);
    // A small body is no bomb, whatever its ratio.
    QVERIFY(inflated(gzipped(QByteArray(60 << 20, ' ')), Plenty));
}

// The last four bytes have the length of the content modulo 4 GiB.
void TestGzip::wrongLengthIsIgnored()
{
    const QByteArray packed = gzipped("{}").chopped(4) + QByteArray(4, '\xff');
    const auto body = inflated(packed, Plenty);
    QVERIFY(!body);
    QCOMPARE(body.error().kind, Kind::BadJson);
}

void TestGzip::stopEndsInflating()
{
    std::stop_source stop;
    stop.request_stop();
    const auto body = inflated(gzipped(mixed(5000)), Plenty, stop.get_token());
    QVERIFY(!body);
    QCOMPARE(body.error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
