// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/mergedtable.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/models/randomtokens.h"
#include "tests/support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

/// Every signal by which a view learns of a change.
class Signals
{
public:
    explicit Signals(QAbstractItemModel *model)
        : changed(model, &QAbstractItemModel::dataChanged)
        , inserted(model, &QAbstractItemModel::rowsInserted)
        , removed(model, &QAbstractItemModel::rowsRemoved)
        , laidOut(model, &QAbstractItemModel::layoutChanged)
        , reset(model, &QAbstractItemModel::modelReset)
    {}

    [[nodiscard]] QList<qsizetype> counts() const
    {
        return {changed.size(), inserted.size(), removed.size(), laidOut.size(), reset.size()};
    }
    void clear()
    {
        for (QSignalSpy *spy : {&changed, &inserted, &removed, &laidOut, &reset})
            spy->clear();
    }

    QSignalSpy changed, inserted, removed, laidOut, reset;
};

const QList<qsizetype> None{0, 0, 0, 0, 0};

TokenQuery byName(const QString &text = {})
{
    TokenQuery query;
    query.text = text;
    query.sortColumn = TokenColumn::Name;
    return query;
}

QList<Token> plainTokens(int count)
{
    QList<Token> tokens;
    for (int at = 0; at < count; ++at) {
        tokens.append({u"id-%1"_s.arg(at),
                       u"ci-%1"_s.arg(at),
                       {u"Admin"_s},
                       RandomNow - DayMs,
                       RandomNow + 100 * DayMs,
                       false});
    }
    return tokens;
}

/// What another listing may bring.
void refresh(RandomTokens &random, QList<Token> &tokens, int size, bool idsTwice)
{
    switch (random.below(6)) {
    case 0:
        std::shuffle(tokens.begin(), tokens.end(), std::mt19937(random.below(1'000)));
        break;
    case 1:
        for (quint32 left = random.below(quint32(size)); left > 0 && !tokens.isEmpty(); --left)
            tokens.removeAt(random.below(quint32(tokens.size())));
        break;
    case 2:
        while (tokens.size() < size)
            tokens.insert(random.below(quint32(tokens.size()) + 1), random.next());
        break;
    case 3:
        if (!tokens.isEmpty()) {
            Token &token = tokens[random.below(quint32(tokens.size()))];
            const Token other = random.next();
            token.name = other.name;
            token.expiresAt = other.expiresAt;
            token.revoked = other.revoked;
            if (idsTwice)
                token.id = tokens.first().id;
        }
        break;
    default:
        break;
    }
}

void varyQuery(RandomTokens &random, TokenQuery &query)
{
    if (random.below(3) == 0)
        query.text = random.below(2) ? QString::number(random.below(10)) : QString();
    if (random.below(4) == 0)
        query.sortColumn = columnAt(int(random.below(uint(tokenColumns().size()))));
}

} // namespace

class TestTokenListModel : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyModelIsSilent();
    void headerHasATitleForEachColumn();
    void cellsAreWordedAndSpoken_data();
    void cellsAreWordedAndSpoken();
    void rowOfSeveralServersNamesItsOwn();
    void rememberedRevokesAreWorded();
    void sharedNameIsFlaggedAndSpoken();
    void unchangedListEmitsNothing();
    void changedTokenEmitsOneRow();
    void manyChangesEmitOneSignal();
    void setNowEmitsDataChangedOnce();
    void statusThatChangesWithTimeIsEmitted();
    void fewRowsAreInsertedAndRemoved();
    void filterKeepsTheSelectionOfRowsThatStay();
    void filterToNothingAndBack();
    void sortKeepsTheSelection();
    void selectionOfAllSurvives();
    void signedInTokenIsFlagged();
    void openRevokesAreUnknown();
    void rowsOfManyIdsAreFoundOnce();
    void randomRefreshesKeepPersistentIndexes_data();
    void randomRefreshesKeepPersistentIndexes();

private:
    [[nodiscard]] bool has(int row, TokenFlag flag) const
    {
        return m_model->index(row, 0).data(TokenListModel::FlagsRole).value<TokenFlags>() & flag;
    }
    void show(const TokenTablePtr &table, const TokenQuery &query, UtcMs now = RandomNow)
    {
        m_model->show(table, select(*table, query, now), now);
    }

    std::unique_ptr<TokenListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTokenListModel::init()
{
    StrictTest::init();
    m_model = std::make_unique<TokenListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTokenListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestTokenListModel::emptyModelIsSilent()
{
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), int(tokenColumns().size()));
    QCOMPARE(m_model->rowOf(u"x"_s), -1);
    QVERIFY(m_model->table()->isEmpty());
    Signals seen(m_model.get());
    m_model->setNow(5);
    m_model->setSignedInTokenId(u"x"_s);
    show(tableOf({}), {});
    QCOMPARE(seen.counts(), None);
}

void TestTokenListModel::headerHasATitleForEachColumn()
{
    QStringList titles;
    for (int column = 0; column < m_model->columnCount(); ++column)
        titles.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(titles,
             (QStringList{u"Status"_s,     u"Name"_s,       u"Roles"_s,       u"Expires"_s,
                          u"Issued"_s,     u"ID"_s,         u"Revoked"_s,     u"By"_s,
                          u"Known from"_s, u"Created by"_s, u"Note"_s,        u"Tags"_s,
                          u"First seen"_s, u"Last seen"_s,  u"Change"_s,      u"When"_s,
                          u"Dead role"_s,  u"Dead since"_s, u"Other roles"_s, u"Still grants"_s,
                          u"Server"_s}));
    QVERIFY(
        !m_model->headerData(m_model->columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
}

void TestTokenListModel::cellsAreWordedAndSpoken_data()
{
    QTest::addColumn<Token>("token");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<QStringList>("spoken");
    QTest::newRow("plain")
        << Token{u"1"_s, u"ci"_s, {u"Admin"_s, u"Analyst"_s}, RandomNow - DayMs, RandomNow + DayMs,
                 false}
        << QStringList{u"Expiring"_s, u"ci"_s, u"Admin, Analyst"_s, u"2026-08-23 10:15"_s,
                       u"2026-08-21 10:15"_s}
        << QStringList{u"Expiring"_s, u"ci"_s, u"2 role(s): Admin, Analyst"_s,
                       u"Expires 2026-08-23 10:15"_s, u"Issued 2026-08-21 10:15"_s};
    QTest::newRow("nothing known")
        << Token{}
        << QStringList{u"Active"_s, QString(), u"no roles"_s, u"no expiration"_s, u"not known"_s}
        << QStringList{u"Active"_s, u"(no name), can do nothing"_s, u"No roles"_s,
                       u"No expiration"_s, u"Issue time not known"_s};
    QTest::newRow("year 9999") << Token{u"1"_s, u"x"_s, {}, 0, 253402300799000, true}
                               << QStringList{u"Revoked"_s, u"x"_s, u"no roles"_s, u"never"_s,
                                              u"1970-01-01 00:00"_s}
                               << QStringList{u"Revoked"_s, u"x, can do nothing"_s, u"No roles"_s,
                                              u"Never expires"_s, u"Issued 1970-01-01 00:00"_s};
    QTest::newRow("hidden characters")
        << Token{u"1"_s, u"\u202exe\n"_s, {u"\u200b"_s}, 0, RandomNow, false}
        << QStringList{u"Expired"_s, u"⟨U+202E⟩xe\u240a"_s, u"⟨U+200B⟩"_s, u"2026-08-22 10:15"_s,
                       u"1970-01-01 00:00"_s}
        << QStringList{u"Expired"_s, u"⟨U+202E⟩xe\u240a"_s, u"1 role(s): ⟨U+200B⟩"_s,
                       u"Expired 2026-08-22 10:15"_s, u"Issued 1970-01-01 00:00"_s};
}

void TestTokenListModel::cellsAreWordedAndSpoken()
{
    QFETCH(Token, token);
    show(tableOf({token}), {});
    QStringList shown;
    QStringList spoken;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QModelIndex cell = m_model->index(0, column);
        shown.append(cell.data().toString());
        spoken.append(cell.data(Qt::AccessibleTextRole).toString());
        QCOMPARE(cell.data(TokenListModel::IdRole).toString(), token.id);
        QCOMPARE(cell.data(TokenListModel::NameRole).toString(), token.name); // raw
        QCOMPARE(cell.data(TokenListModel::RolesRole).toStringList(), token.roles);
        QCOMPARE(cell.data(TokenListModel::ExpiresRole).value<UtcMs>(), token.expiresAt);
        QCOMPARE(cell.data(TokenListModel::IssuedRole).value<UtcMs>(), token.issuedAt);
        QCOMPARE(cell.data(TokenListModel::StatusRole).value<TokenStatus>(),
                 statusAt(token, RandomNow));
    }
    QCOMPARE(shown.at(sectionOf(TokenColumn::Id)), token.id);
    QCOMPARE(spoken.at(sectionOf(TokenColumn::Id)), QString(u"ID " + token.id));
    shown.resize(sectionOf(TokenColumn::Id)); // what is remembered has a test of its own
    spoken.resize(sectionOf(TokenColumn::Id));
    QTEST(shown, "shown");
    QTEST(spoken, "spoken");
    QCOMPARE(m_model->tokenAt(0), token);
    QCOMPARE(m_model->idAt(0), token.id);
}

void TestTokenListModel::rowOfSeveralServersNamesItsOwn()
{
    const MergedTable merged(
        {{tableOf({{u"a"_s, u"n"_s, {}}}), 0}, {tableOf({{u"b"_s, u"n"_s, {}}}), 1}});
    show(merged.table(), {});
    QVERIFY(!m_model->index(0, 0).data(TokenListModel::ServerRole).isValid());
    TokenKnowledge known;
    known.parts = {{.server = {.name = u"prod-eu"_s, .place = 0}},
                   {.server = {.name = u"lab"_s, .place = 1, .asOf = RandomNow, .isOfNow = false}}};
    m_model->setKnowledge(known);
    const auto cell = [this](const QString &id) {
        return m_model->index(m_model->rowOf(id), sectionOf(TokenColumn::Server));
    };
    QCOMPARE(cell(u"a"_s).data().toString(), u"prod-eu"_s);
    QCOMPARE(cell(u"a"_s).data(Qt::AccessibleTextRole).toString(), u"on prod-eu"_s);
    QCOMPARE(cell(u"b"_s).data(Qt::AccessibleTextRole).toString(),
             u"on lab, as of 2026-08-22 10:15"_s);
    QCOMPARE(m_model->detailAt(m_model->rowOf(u"b"_s)).server, u"lab"_s);
    QCOMPARE(m_model->unrevokedByPart({{0, 1}}), std::vector<int>({1, 1}));
    TokenQuery query;
    query.sortColumn = TokenColumn::Server;
    query.order = Qt::DescendingOrder;
    QCOMPARE(select(*merged.table(), query, RandomNow, known).rows,
             std::vector<TokenTable::Row>({1, 0}));
}

void TestTokenListModel::rememberedRevokesAreWorded()
{
    QList<Token> tokens;
    for (const char *id : {"active", "forgotten", "ours", "between", "before"})
        tokens.append({QLatin1StringView(id), u"n"_s, {}, NoTime, NoTime, id[0] != 'a'});
    TokenHistory history;
    history.lives.insert(u"ours"_s, {.revokedAt = RandomNow, .isRemembered = true});
    history.lives.insert(u"between"_s,
                         {.lastActive = RandomNow - MinuteMs, .revokedBy = RandomNow});
    history.lives.insert(u"before"_s, {.revokedBy = RandomNow});
    show(tableOf(tokens), {});
    m_model->setHistory(std::make_shared<const TokenHistory>(history));
    const auto texts = [&](const QString &id) {
        QStringList all;
        for (const TokenColumn column :
             {TokenColumn::Revoked, TokenColumn::By, TokenColumn::KnownFrom})
            all.append(m_model->index(m_model->rowOf(id), sectionOf(column)).data().toString());
        return all;
    };
    QCOMPARE(texts(u"active"_s), (QStringList{u""_s, u""_s, u"Central"_s}));
    QCOMPARE(texts(u"forgotten"_s), (QStringList{u"not known"_s, u"not known"_s, u"Central"_s}));
    QCOMPARE(texts(u"ours"_s), (QStringList{u"2026-08-22 10:15"_s, u"you"_s, u"Remembered"_s}));
    QCOMPARE(texts(u"between"_s), (QStringList{u"2026-08-22 10:14 to 2026-08-22 10:15"_s,
                                               u"not known"_s, u"Central"_s}));
    QCOMPARE(texts(u"before"_s),
             (QStringList{u"before 2026-08-22 10:15"_s, u"not known"_s, u"Central"_s}));
}

void TestTokenListModel::sharedNameIsFlaggedAndSpoken()
{
    QList<Token> tokens = plainTokens(3);
    tokens[1].name = tokens[0].name;
    show(tableOf(tokens), byName());
    QVERIFY(has(0, TokenFlag::SharedName));
    QVERIFY(!has(2, TokenFlag::SharedName));
    QCOMPARE(m_model->index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"ci-0, another token has this name"_s);
    QVERIFY(!m_model->index(0, 0).data(Qt::DecorationRole).isValid());
    QVERIFY(!m_model->data({}, Qt::DisplayRole).isValid());
}

void TestTokenListModel::unchangedListEmitsNothing()
{
    const QList<Token> tokens = RandomTokens(1).list(500);
    const TokenTablePtr table = tableOf(tokens);
    show(table, byName());
    Signals seen(m_model.get());
    show(table, byName());
    show(tableOf(tokens), byName());
    show(table->withRevoked({}), byName());
    QCOMPARE(seen.counts(), None);
    // Central may list in another order: what is shown is the same.
    QList<Token> turned = tokens;
    QMap<QString, int> names;
    for (Token &token : turned)
        token.name += QString::number(names.size()), names.insert(token.name, 0);
    show(tableOf(turned), byName());
    seen.clear();
    std::reverse(turned.begin(), turned.end());
    show(tableOf(turned), byName());
    QCOMPARE(seen.counts(), None);
}

void TestTokenListModel::changedTokenEmitsOneRow()
{
    QList<Token> tokens = plainTokens(50);
    show(tableOf(tokens), byName());
    Signals seen(m_model.get());
    tokens[7].roles.append(u"Analyst"_s);
    show(tableOf(tokens), byName());
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QCOMPARE(seen.changed[0][0].toModelIndex(), m_model->index(7, 0));
    QCOMPARE(seen.changed[0][1].toModelIndex(), m_model->index(7, m_model->columnCount() - 1));
    QCOMPARE(m_model->tokenAt(7), tokens[7]);

    seen.clear();
    show(m_model->table()->withRevoked({u"id-8"_s}), byName());
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QCOMPARE(seen.changed[0][0].toModelIndex(), m_model->index(8, 0));
}

void TestTokenListModel::manyChangesEmitOneSignal()
{
    QList<Token> tokens = plainTokens(200);
    show(tableOf(tokens), byName());
    for (int at = 0; at < 200; at += 2)
        tokens[at].revoked = true;
    Signals seen(m_model.get());
    show(tableOf(tokens), byName());
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QCOMPARE(seen.changed[0][1].toModelIndex(), m_model->index(199, m_model->columnCount() - 1));
}

void TestTokenListModel::setNowEmitsDataChangedOnce()
{
    show(tableOf(plainTokens(10)), byName());
    Signals seen(m_model.get());
    m_model->setNow(RandomNow);
    QCOMPARE(seen.counts(), None);
    m_model->setNow(RandomNow + 101 * DayMs);
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QCOMPARE(seen.changed[0][0].toModelIndex(), m_model->index(0, 0));
    QCOMPARE(seen.changed[0][1].toModelIndex(), m_model->index(9, m_model->columnCount() - 1));
    QCOMPARE(m_model->index(3, 0).data().toString(), u"Expired"_s);
    QCOMPARE(m_model->now(), RandomNow + 101 * DayMs);
}

void TestTokenListModel::statusThatChangesWithTimeIsEmitted()
{
    QList<Token> tokens = plainTokens(10);
    tokens[4].expiresAt = RandomNow + DayMs;
    const TokenTablePtr table = tableOf(tokens);
    show(table, byName());
    Signals seen(m_model.get());
    show(table, byName(), RandomNow + HourMs);
    QCOMPARE(seen.counts(), None);
    show(table, byName(), RandomNow + 2 * DayMs);
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QCOMPARE(seen.changed[0][0].toModelIndex(), m_model->index(4, 0));
    seen.clear();
    m_model->show(table, select(*table, byName(), m_model->now()), m_model->now(), 120 * DayMs);
    QCOMPARE(seen.changed.size(), 2); // on both sides of the one that expired
}

void TestTokenListModel::fewRowsAreInsertedAndRemoved()
{
    QList<Token> tokens = plainTokens(100);
    show(tableOf(tokens), byName());
    const QPersistentModelIndex kept = m_model->index(50, 2);
    const QPersistentModelIndex gone = m_model->index(10, 1);
    Signals seen(m_model.get());
    tokens.remove(10, 3);
    Token fresh = tokens.first();
    fresh.id = u"fresh"_s;
    fresh.name = u"aaa"_s;
    tokens.append(fresh);
    show(tableOf(tokens), byName());
    QCOMPARE(seen.counts(), (QList<qsizetype>{0, 1, 1, 0, 0}));
    QVERIFY(!gone.isValid());
    QCOMPARE(kept.row(), 48);
    QCOMPARE(kept.data(TokenListModel::IdRole).toString(), u"id-50"_s);
    QCOMPARE(m_model->rowOf(u"fresh"_s), 0);
    QCOMPARE(m_model->rowOf(u"id-10"_s), -1);
}

void TestTokenListModel::filterKeepsTheSelectionOfRowsThatStay()
{
    const TokenTablePtr table = tableOf(plainTokens(800));
    show(table, byName());
    const QPersistentModelIndex kept = m_model->index(475, 1);
    const QPersistentModelIndex hidden = m_model->index(474, 1);
    Signals seen(m_model.get());
    show(table, byName(u"7"_s)); // scattered: far more runs than signals are worth
    QCOMPARE(seen.counts(), (QList<qsizetype>{0, 0, 1, 1, 0}));
    QCOMPARE(kept.data(TokenListModel::IdRole).toString(), u"id-475"_s);
    QCOMPARE(kept.column(), 1);
    QCOMPARE(hidden.data(TokenListModel::IdRole).toString(), u"id-474"_s);
    seen.clear();
    show(table, byName(u"77"_s));
    QVERIFY(!hidden.isValid());
    QVERIFY(!kept.isValid());
    show(table, byName());
    QCOMPARE(m_model->rowCount(), 800);
    QCOMPARE(seen.reset.size(), 0);
}

void TestTokenListModel::filterToNothingAndBack()
{
    const TokenTablePtr table = tableOf(plainTokens(500));
    show(table, byName());
    Signals seen(m_model.get());
    show(table, byName(u"nothing like it"_s));
    show(table, byName());
    QCOMPARE(seen.counts(), (QList<qsizetype>{0, 1, 1, 0, 0}));
}

void TestTokenListModel::sortKeepsTheSelection()
{
    RandomTokens random(2);
    QList<Token> tokens = random.list(600);
    TokenTablePtr table = tableOf(tokens);
    show(table, {});
    QItemSelectionModel selection(m_model.get());
    QSet<QString> chosen;
    for (int turn = 0; turn < 20; ++turn) {
        const int row = int(random.below(600));
        chosen.insert(m_model->idAt(row));
        selection.select(m_model->index(row, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    selection.setCurrentIndex(m_model->index(300, 2), QItemSelectionModel::NoUpdate);
    const QString current = m_model->idAt(300);
    const auto selected = [&] {
        QSet<QString> ids;
        for (const QModelIndex &index : selection.selectedRows())
            ids.insert(m_model->idAt(index.row()));
        return ids;
    };
    TokenQuery query;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        query.sortColumn = columnAt(column);
        query.order = column % 2 ? Qt::AscendingOrder : Qt::DescendingOrder;
        show(table, query);
        QCOMPARE(selected(), chosen);
        QCOMPARE(m_model->idAt(selection.currentIndex().row()), current);
    }
    // A refresh in which a chosen token is gone, many came, and the sort turns as well.
    const QString gone = *chosen.begin();
    tokens.removeIf([&](const Token &token) { return token.id == gone; });
    tokens.append(random.list(300));
    std::shuffle(tokens.begin(), tokens.end(), std::mt19937(2));
    show(tableOf(tokens), byName());
    chosen.remove(gone);
    QCOMPARE(selected(), chosen);
}

void TestTokenListModel::selectionOfAllSurvives()
{
    const TokenTablePtr table = tableOf(plainTokens(500));
    show(table, byName());
    QItemSelectionModel selection(m_model.get());
    selection.select(
        QItemSelection(m_model->index(0, 0), m_model->index(499, m_model->columnCount() - 1)),
        QItemSelectionModel::Select);
    show(table, byName(u"7"_s));
    QCOMPARE(int(selection.selectedRows().size()), m_model->rowCount());
}

void TestTokenListModel::signedInTokenIsFlagged()
{
    const QList<Token> tokens = plainTokens(5);
    show(tableOf(tokens), byName());
    Signals seen(m_model.get());
    m_model->setSignedInTokenId(u"id-3"_s);
    m_model->setSignedInTokenId(u"id-3"_s);
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QVERIFY(has(3, TokenFlag::SignedIn));
    QVERIFY(!has(2, TokenFlag::SignedIn));
    QCOMPARE(m_model->index(3, 1).data(Qt::AccessibleTextRole).toString(),
             u"ci-3, the token you are signed in with"_s);
    QList<Token> later = tokens;
    later.removeFirst();
    show(tableOf(later), byName());
    QVERIFY(has(2, TokenFlag::SignedIn));
    seen.clear();
    m_model->setSignedInTokenId({});
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QVERIFY(!has(2, TokenFlag::SignedIn));
}

void TestTokenListModel::openRevokesAreUnknown()
{
    const QList<Token> tokens = plainTokens(100);
    show(tableOf(tokens), byName());
    const auto isOpen = [this](const QString &id) {
        return has(m_model->rowOf(id), TokenFlag::UnknownOutcome);
    };
    Signals seen(m_model.get());
    m_model->setOpenRevokes({u"id-3"_s, u"not listed"_s});
    m_model->setOpenRevokes({u"not listed"_s, u"id-3"_s});
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QVERIFY(isOpen(u"id-3"_s) && !isOpen(u"id-2"_s));
    const QModelIndex status = m_model->index(m_model->rowOf(u"id-3"_s), 0);
    QCOMPARE(status.data().toString(), u"Unknown"_s);
    QCOMPARE(status.data(Qt::AccessibleTextRole).toString(),
             u"Unknown: it may or may not be revoked"_s);
    // It is counted and filtered by what Central listed.
    QCOMPARE(status.data(TokenListModel::StatusRole).value<TokenStatus>(), TokenStatus::Active);
    QList<Token> later = tokens;
    later.removeFirst();
    show(tableOf(later), byName());
    QVERIFY(isOpen(u"id-3"_s));
    seen.clear();
    m_model->setOpenRevokes({u"id-5"_s});
    QCOMPARE(seen.counts(), (QList<qsizetype>{2, 0, 0, 0, 0}));
    QVERIFY(!isOpen(u"id-3"_s) && isOpen(u"id-5"_s));
    QStringList many;
    for (const Token &token : later)
        many.append(token.id);
    seen.clear();
    m_model->setOpenRevokes(many);
    QCOMPARE(seen.counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    QVERIFY(isOpen(u"id-99"_s));
}

void TestTokenListModel::rowsOfManyIdsAreFoundOnce()
{
    TokenTableBuilder builder;
    for (int i = 0; i < 1000; ++i) {
        Token token;
        token.id = u"id-%1"_s.arg(i);
        token.name = u"name-%1"_s.arg(i % 3);
        builder.add(token);
    }
    const TokenTablePtr table = builder.build();
    TokenQuery query;
    query.text = u"name-1"_s; // a third of them is shown
    show(table, query);
    QStringList ids{u"nowhere"_s, QString(), u"id-4"_s, u"id-4"_s};
    QList<int> rows;
    for (int i = 999; i >= 0; i -= 7) {
        ids.append(u"id-%1"_s.arg(i));
        if (const int row = m_model->rowOf(ids.last()); row >= 0)
            rows.append(row);
    }
    rows.append(m_model->rowOf(u"id-4"_s));
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QVERIFY(rows.size() > 40);
    QCOMPARE(m_model->rowsOf(ids), rows);
    QCOMPARE(m_model->rowsOf({}), QList<int>());
    show(std::make_shared<const TokenTable>(), {});
    QCOMPARE(m_model->rowsOf(ids), QList<int>());
}

void TestTokenListModel::randomRefreshesKeepPersistentIndexes_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("idsTwice");
    for (quint32 seed = 0; seed < 8; ++seed) {
        QTest::addRow("few, seed %u", seed) << seed << 12 << false;
        QTest::addRow("many, seed %u", seed) << seed << 160 << false;
        QTest::addRow("ids that come twice, seed %u", seed) << seed << 40 << true;
    }
}

void TestTokenListModel::randomRefreshesKeepPersistentIndexes()
{
    QFETCH(quint32, seed);
    QFETCH(int, size);
    QFETCH(bool, idsTwice);
    RandomTokens random(seed);
    QList<Token> tokens = random.list(size);
    TokenTablePtr table = tableOf(tokens);
    TokenQuery query;
    UtcMs now = RandomNow;
    Signals seen(m_model.get());
    for (int turn = 0; turn < 80; ++turn) {
        std::vector<std::pair<QPersistentModelIndex, QString>> kept;
        for (int row = 0; row < m_model->rowCount(); row += 1 + int(random.below(30)))
            kept.emplace_back(m_model->index(row, int(random.below(5))), m_model->idAt(row));

        refresh(random, tokens, size, idsTwice);
        if (random.below(3)) // or only another look at the same list
            table = random.below(4) || tokens.isEmpty() ? tableOf(tokens)
                                                        : table->withRevoked({tokens[0].id});
        varyQuery(random, query);
        if (random.below(4) == 0)
            now += DayMs;

        const TokenSelection selection = select(*table, query, now);
        m_model->show(table, selection, now);

        QCOMPARE(std::size_t(m_model->rowCount()), selection.rows.size());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->tokenAt(row), table->token(selection.rows[std::size_t(row)]));
        for (const auto &[index, id] : kept) {
            if (index.isValid())
                QCOMPARE(index.data(TokenListModel::IdRole).toString(), id);
            else
                QVERIFY(idsTwice || m_model->rowOf(id) < 0);
        }
        QCOMPARE(seen.reset.size(), 0);
    }
    QVERIFY(!seen.inserted.empty() && !seen.removed.empty() && !seen.laidOut.empty());
}

QTEST_MAIN(TestTokenListModel)
#include "tst_tokenlistmodel.moc"
