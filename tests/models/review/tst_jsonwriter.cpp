// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/jsonwriter.h"
#include "tests/models/review/reviewsamples.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

/// Python's reader refuses what is no JSON; it is printed in ASCII.
QJsonObject readBack(const Review &review)
{
    return readByPython(written(review, ExportFormat::Json),
                        u"import json, sys\n"
                        "print(json.dumps(json.load(open(sys.argv[1], encoding='utf-8'))))"_s)
        .object();
}

} // namespace

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileNamesComeBackEqual();
    void missingTimesAreNull();
    void sourceIsSaidOnce();
    void listWithoutRowsIsValid();
};

void TestJsonWriter::hostileNamesComeBackEqual()
{
    const QList<Token> tokens = hostileTokens();
    const QJsonArray read = readBack(reviewOf(tokens)).value("tokens"_L1).toArray();
    QCOMPARE(read.size(), tokens.size());
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        const QJsonObject token = read.at(at).toObject();
        QCOMPARE(token.value("name"_L1).toString(), tokens.at(at).name);
        QCOMPARE(token.value("id"_L1).toString(), tokens.at(at).id);
        QCOMPARE(token.value("roles"_L1).toArray(),
                 QJsonArray::fromStringList(tokens.at(at).roles));
    }
}

void TestJsonWriter::missingTimesAreNull()
{
    const QJsonArray read = readBack(reviewOf(hostileTokens())).value("tokens"_L1).toArray();
    QVERIFY(read.at(1).toObject().value("expires"_L1).isNull());
    QVERIFY(read.at(2).toObject().value("issued"_L1).isNull());
    QCOMPARE(read.at(0).toObject().value("expires"_L1).toString(), u"2026-08-25T08:42:00Z"_s);
}

void TestJsonWriter::sourceIsSaidOnce()
{
    const QJsonObject read = readBack(reviewOf(hostileTokens()));
    QCOMPARE(read.value("server"_L1).toString(), u"prod-eu"_s);
    QCOMPARE(read.value("as_of"_L1).toString(), u"2026-08-25T08:40:00Z"_s);
    QCOMPARE(read.value("status_at"_L1).toString(), u"2026-08-25T08:42:00Z"_s);
    QVERIFY(!read.value("tokens"_L1).toArray().first().toObject().contains("server"_L1));
}

void TestJsonWriter::listWithoutRowsIsValid()
{
    const QJsonObject read = readBack(reviewOf({}));
    QCOMPARE(read.value("count"_L1).toInt(-1), 0);
    QVERIFY(read.value("tokens"_L1).isArray());
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
