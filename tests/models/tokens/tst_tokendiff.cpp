// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokendiff.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <algorithm>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

using Row = TokenTable::Row;

} // namespace

class TestTokenDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameTokensHaveNoChange();
    void eachFieldIsCompared();
    void revocationIsAChange();
    void movedRowsAreFoundById();
    void duplicateIdsAreMatchedOnce();
};

void TestTokenDiff::sameTokensHaveNoChange()
{
    const QList<Token> tokens = RandomTokens(1).list(300);
    const TokenDiff found = diff(*tableOf(tokens), *tableOf(tokens));
    for (Row row = 0; row < 300; ++row)
        QCOMPARE(found.newRow[row], row);
    QCOMPARE(std::count(found.changed.begin(), found.changed.end(), true), 0);
    QVERIFY(diff(TokenTable(), *tableOf(tokens)).newRow.empty());
    const TokenDiff gone = diff(*tableOf(tokens), TokenTable());
    QCOMPARE(std::count(gone.newRow.begin(), gone.newRow.end(), TokenDiff::Gone), 300);
}

void TestTokenDiff::eachFieldIsCompared()
{
    RandomTokens random(2);
    const QList<Token> tokens = random.list(10);
    QList<Token> later = tokens;
    later[1].name += u'x';
    later[2].roles.append(u"x"_s);
    later[3].issuedAt = 5;
    later[4].expiresAt = 6;
    later[5].revoked = !later[5].revoked;
    later.removeAt(7);
    later.prepend(random.next());
    const TokenDiff found = diff(*tableOf(tokens), *tableOf(later));
    const auto gone = TokenDiff::Gone;
    QCOMPARE(found.newRow, (std::vector<Row>{1, 2, 3, 4, 5, 6, 7, gone, 8, 9}));
    QCOMPARE(found.changed,
             (std::vector<bool>{false, false, true, true, true, true, true, false, false, false}));
}

void TestTokenDiff::revocationIsAChange()
{
    QList<Token> tokens = RandomTokens(3).list(20);
    for (int at = 0; at < tokens.size(); ++at) {
        tokens[at].revoked = false;
        tokens[at].name = QString::number(at);
    }
    tokens[5].name = tokens[6].name; // 6 stops sharing its name once 5 is revoked
    const TokenTablePtr before = tableOf(tokens);
    const TokenDiff found = diff(*before, *before->withRevoked({tokens.at(5).id}));
    for (Row row = 0; row < 20; ++row)
        QCOMPARE(found.changed[row], row == 5 || row == 6);
}

void TestTokenDiff::movedRowsAreFoundById()
{
    RandomTokens random(4);
    const QList<Token> tokens = random.list(500);
    QList<Token> later = tokens;
    std::shuffle(later.begin(), later.end(), std::mt19937(4));
    later.remove(100, 50);
    later.append(random.list(30));
    const TokenDiff found = diff(*tableOf(tokens), *tableOf(later));
    for (qsizetype row = 0; row < tokens.size(); ++row) {
        const auto at = later.indexOf(tokens.at(row));
        QCOMPARE(found.newRow[std::size_t(row)], at < 0 ? TokenDiff::Gone : Row(at));
    }
}

void TestTokenDiff::duplicateIdsAreMatchedOnce()
{
    RandomTokens random(5);
    for (int turn = 0; turn < 200; ++turn) {
        QList<Token> tokens = random.list(30);
        for (Token &token : tokens)
            token.id = QString::number(random.below(8));
        QList<Token> later = tokens;
        std::shuffle(later.begin(), later.end(), std::mt19937(quint32(turn)));
        const TokenDiff found = diff(*tableOf(tokens), *tableOf(later));
        std::vector<bool> taken(later.size());
        for (Row row = 0; row < 30; ++row) {
            const Row to = found.newRow[row];
            if (to == TokenDiff::Gone)
                continue;
            QVERIFY(!taken[to]);
            taken[to] = true;
            QCOMPARE(later.at(qsizetype(to)).id, tokens.at(qsizetype(row)).id);
        }
    }
}

QTEST_GUILESS_MAIN(TestTokenDiff)
#include "tst_tokendiff.moc"
