// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "network/central/trustinfo.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/democentral.h"
#include "tests/support/stricttest.h"

#include <QCryptographicHash>
#include <QTest>

#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray Challenge = "challenge"_ba;

QString keyOf(const QSslCertificate &authority)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(authority.publicKey().toDer(), QCryptographicHash::Sha256)
            .toHex());
}

void appendField(QByteArray &out, int field, const QByteArray &bytes)
{
    out += char(field << 3 | 2);
    qsizetype size = bytes.size();
    for (; size >= 0x80; size >>= 7)
        out += char(size | 0x80);
    out += char(size);
    out += bytes;
}

QByteArray signedBy(const QSslKey &key, const QByteArray &bytes)
{
    const QByteArray der = key.toDer();
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
        d2i_AutoPrivateKey(nullptr, &at, long(der.size())), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pkey.get());
    EVP_DigestSign(context.get(), nullptr, &size, data, std::size_t(bytes.size()));
    QByteArray signature(qsizetype(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                   std::size_t(bytes.size()));
    signature.truncate(qsizetype(size));
    return signature;
}

/// A Central's answer, of which tests change a part.
struct Answering
{
    explicit Answering(int rsaBits = 0)
        : leaf(authority.leaf({.commonName = "CENTRAL_SERVICE: Central",
                               .organizationalUnit = "CENTRAL_SERVICE",
                               .names = {},
                               .rsaBits = rsaBits}))
    {}
    TestAuthority authority{"StackRox Certificate Authority"};
    TestAuthority other{"StackRox Certificate Authority"};
    Certified leaf;
    QSslCertificate ca = authority.certificate();
    QSslKey key = leaf.key;
    QByteArray challenge = Challenge;

    [[nodiscard]] QByteArray info() const
    {
        QByteArray bytes;
        appendField(bytes, 1, leaf.certificate.toDer());
        appendField(bytes, 1, ca.toDer());
        appendField(bytes, 2, challenge);
        appendField(bytes, 3, "the challenge of Central"_ba);
        appendField(bytes, 4, "an additional CA"_ba);
        return bytes;
    }
    [[nodiscard]] Result<QStringList> keys() const
    {
        const QByteArray bytes = info();
        const QByteArray reply = R"({"trustInfoSerialized":")" + bytes.toBase64()
                                 + R"(","signature":")" + signedBy(key, bytes).toBase64()
                                 + R"(","signatureSecondaryCa":null})";
        return decodeCaKeys(ReplyBody(reply), Challenge);
    }
};

} // namespace

/// By what a Central is known: the demo Central's answer, and answers that prove nothing.
class TestTrustInfo : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void demoIsKnownByTheKeyOfItsCa();
    void secondaryCaIsKnownToo();
    void rsaAndEcAnswersAreVerified_data();
    void rsaAndEcAnswersAreVerified();
    void oldChallengeProvesNothing();
    void signatureOfAnotherKeyProvesNothing();
    void caThatDidNotSignTheCertificateIsNotTaken();
    void malformedAnswerIsRefused_data();
    void malformedAnswerIsRefused();
    void cutProtobufIsNotReadBeyondItsEnd();
    void unknownFieldsAreLeftOut();
    void centralWithoutTheCallIsNotFound();

private:
    Caught<QStringList> ask(Connection connection)
    {
        CentralClient client(std::move(connection));
        Caught<QStringList> caught;
        client.caKeys(this, caught.handler());
        if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
            qWarning("no answer");
        return caught;
    }
};

void TestTrustInfo::demoIsKnownByTheKeyOfItsCa()
{
    const rox::test::DemoCentral demo;
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    const auto authorities = QSslCertificate::fromPath(demo.caFile());
    QCOMPARE(authorities.size(), 1);
    for (int turn = 0; turn < 2; ++turn) {
        const auto caught = ask(demo.connection());
        QVERIFY2(caught.succeeded(), qPrintable(caught.error().detail));
        QCOMPARE(**caught.result, QStringList{keyOf(authorities.first())});
    }
}

void TestTrustInfo::secondaryCaIsKnownToo()
{
    const rox::test::DemoCentral demo({u"--secondary-ca"_s});
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    const auto caught = ask(demo.connection());
    QVERIFY2(caught.succeeded(), qPrintable(caught.error().detail));
    QCOMPARE((*caught.result)->size(), 2);
    QCOMPARE((*caught.result)->first(), keyOf(QSslCertificate::fromPath(demo.caFile()).first()));
}

void TestTrustInfo::rsaAndEcAnswersAreVerified_data()
{
    QTest::addColumn<int>("rsaBits");
    QTest::newRow("RSA") << 2048;
    QTest::newRow("EC") << 0;
}

void TestTrustInfo::rsaAndEcAnswersAreVerified()
{
    QFETCH(int, rsaBits);
    const Answering central(rsaBits);
    const auto keys = central.keys();
    QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().detail));
    QCOMPARE(*keys, QStringList{keyOf(central.authority.certificate())});
}

void TestTrustInfo::oldChallengeProvesNothing()
{
    Answering central;
    central.challenge = "another"_ba;
    QVERIFY(!central.keys());
    QCOMPARE(central.keys().error().kind, Kind::WrongShape);
}

void TestTrustInfo::signatureOfAnotherKeyProvesNothing()
{
    Answering central;
    central.key = central.other.leaf({}).key;
    QVERIFY(!central.keys());
}

void TestTrustInfo::caThatDidNotSignTheCertificateIsNotTaken()
{
    Answering central;
    central.ca = central.other.certificate(); // it has the same name
    QVERIFY(!central.keys());
}

void TestTrustInfo::malformedAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("no JSON") << "<html>"_ba;
    QTest::newRow("no fields") << "{}"_ba;
    QTest::newRow("null") << R"({"trustInfoSerialized":null,"signature":null})"_ba;
    QTest::newRow("no base64") << R"({"trustInfoSerialized":"%%%","signature":""})"_ba;
    QTest::newRow("a number") << R"({"trustInfoSerialized":1})"_ba;
    QTest::newRow("no protobuf") << R"({"trustInfoSerialized":"////","signature":"AAAA"})"_ba;
}

void TestTrustInfo::malformedAnswerIsRefused()
{
    QFETCH(QByteArray, reply);
    QVERIFY(!decodeCaKeys(ReplyBody(reply), Challenge));
    QVERIFY(!decodeCaKeys(ReplyBody(reply), {}));
}

void TestTrustInfo::cutProtobufIsNotReadBeyondItsEnd()
{
    const QByteArray whole = Answering().info();
    const auto info = parseTrustInfo(whole);
    QVERIFY(info);
    QCOMPARE(info->chain.size(), 2);
    int wholeFields = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const QByteArray cut(whole.constData(), size); // the sanitizers see what is behind it
        wholeFields += parseTrustInfo(cut) ? 1 : 0;
    }
    QCOMPARE(wholeFields, 5); // nothing, and after each field but the last
}

void TestTrustInfo::unknownFieldsAreLeftOut()
{
    QByteArray bytes = "\x30\x96\x01"_ba;    // field 6, a varint
    bytes += "\x39"_ba + QByteArray(8, 'x'); // field 7, 64 bits
    bytes += "\x45"_ba + QByteArray(4, 'x'); // field 8, 32 bits
    appendField(bytes, 9, "unknown"_ba);
    appendField(bytes, 2, Challenge);
    const auto info = parseTrustInfo(bytes);
    QVERIFY(info);
    QCOMPARE(info->challenge, Challenge);
    QVERIFY(!parseTrustInfo("\x0b"_ba)); // a group
    QVERIFY(!parseTrustInfo(QByteArray(11, '\xff')));
}

void TestTrustInfo::centralWithoutTheCallIsNotFound()
{
    const LoopbackTls tls;
    FaultServer server(tls.server());
    server.play({Fault{.bytes = centralError(404, 5, "Not Found")}});
    const auto caught = ask(tls.connectionTo(server));
    QCOMPARE(caught.error().kind, Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestTrustInfo)
#include "tst_trustinfo.moc"
