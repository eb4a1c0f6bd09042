// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/searchfold.h"
#include "models/tokens/tokensearch.h"
#include "models/tokens/tokenselection.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <algorithm>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

using Row = TokenTable::Row;

/// The same as select(), as the words of its header say it and without a thought for speed.
class Reference
{
public:
    Reference(QList<Token> tokens, TokenQuery query, UtcMs now)
        : m_tokens(std::move(tokens))
        , m_query(std::move(query))
        , m_now(now)
    {}

    TokenSelection select()
    {
        TokenSelection selection;
        for (Row row = 0; row < Row(m_tokens.size()); ++row) {
            const Token &token = at(row);
            if (!fitsText(token) || !fitsRoles(token))
                continue;
            const TokenStatus status = statusOf(row);
            const int week = ExpiryGrid(m_now, m_query.chartSpan).barOf(token.expiresAt);
            if (isLive(status) && week >= 0)
                ++selection.expiringByBar[std::size_t(week)];
            selection.expiringSoon += status == TokenStatus::Expiring ? 1 : 0;
            if (!m_query.expiry.isOpen() && !m_query.expiry.contains(token.expiresAt))
                continue;
            ++selection.countByStatus[std::size_t(status)];
            if ((!m_query.status || m_query.status == status) && fitsFlags(token))
                selection.rows.push_back(row);
        }
        std::sort(selection.rows.begin(), selection.rows.end(),
                  [this](Row left, Row right) { return less(left, right); });
        return selection;
    }

private:
    const Token &at(Row row) const { return m_tokens.at(qsizetype(row)); }
    TokenStatus statusOf(Row row) const { return statusAt(at(row), m_now, m_query.expiringWindow); }
    bool fitsText(const Token &token) const
    {
        // Half of a surrogate pair is no text, and matches nothing.
        const TokenSearch search(QString::fromUtf8(m_query.text.toUtf8()));
        const auto &words = search.words();
        return std::all_of(words.begin(), words.end(), [&](const SearchWord &word) {
            const auto has = [&](const QString &field) {
                return searchTextOf(field).contains(QString::fromStdString(word.text));
            };
            if (word.isTagOnly) // no token has tags here
                return false;
            return has(token.id)
                   || (!word.isIdOnly
                       && (has(token.name)
                           || std::any_of(token.roles.begin(), token.roles.end(), has)));
        });
    }
    bool idBegins(Row row) const
    {
        const TokenSearch search(QString::fromUtf8(m_query.text.toUtf8()));
        const auto &words = search.words();
        return std::any_of(words.begin(), words.end(), [&](const SearchWord &word) {
            return word.ranksIds
                   && foldedForSearch(at(row).id).startsWith(QString::fromStdString(word.text));
        });
    }
    bool fitsRoles(const Token &token) const
    {
        return std::all_of(m_query.roles.begin(), m_query.roles.end(),
                           [&](const QString &role) { return token.roles.contains(role); });
    }
    bool fitsFlags(const Token &token) const
    {
        const bool isAdmin = token.roles.contains(u"Admin"_s);
        const bool isNever = token.expiresAt >= NeverMs;
        if (viewOf(m_query).isLiveOnly && !isLive(statusAt(token, m_now, m_query.expiringWindow)))
            return false;
        return !m_query.flags || (m_query.flags.testFlag(TokenFlag::Admin) && isAdmin)
               || (m_query.flags.testFlag(TokenFlag::NeverExpires) && isNever);
    }
    int byName(const QString &left, const QString &right) const
    {
        if (const int order = m_collator.compare(left, right))
            return order;
        return left.toStdString().compare(right.toStdString());
    }
    int byColumn(Row left, Row right) const
    {
        const auto compare = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; };
        const Token &l = at(left);
        const Token &r = at(right);
        switch (m_query.sortColumn) {
        case TokenColumn::Status:
            return compare(statusOf(left), statusOf(right));
        case TokenColumn::Name:
            return byName(l.name, r.name);
        case TokenColumn::Roles:
            return byName(l.roles.join(u", "_s), r.roles.join(u", "_s));
        case TokenColumn::Expires:
            if ((l.expiresAt == NoTime) != (r.expiresAt == NoTime))
                return l.expiresAt == NoTime ? 1 : -1;
            return compare(l.expiresAt, r.expiresAt);
        case TokenColumn::Issued:
            return compare(l.issuedAt, r.issuedAt);
        case TokenColumn::Id:
            return compare(l.id.toStdString(), r.id.toStdString());
        case TokenColumn::Revoked: // nothing is remembered
        case TokenColumn::KnownFrom:
        case TokenColumn::Note:
        case TokenColumn::Tags:
        case TokenColumn::FirstSeen:
        case TokenColumn::LastSeen:
        case TokenColumn::Change:
        case TokenColumn::ChangedAt:
        case TokenColumn::Server: // all are of one
        case TokenColumn::CreatedBy:
        case TokenColumn::DeadRoles: // no role is known
        case TokenColumn::DeadSince:
        case TokenColumn::OtherRoles:
        case TokenColumn::StillGrants:
            return 0;
        case TokenColumn::By:
            return compare(l.revoked ? 0 : 1, r.revoked ? 0 : 1);
        }
        return 0;
    }
    bool less(Row left, Row right) const
    {
        if (idBegins(left) != idBegins(right))
            return idBegins(left);
        if (const int order = byColumn(left, right))
            return m_query.order == Qt::AscendingOrder ? order < 0 : order > 0;
        if (const int order = byName(at(left).name, at(right).name))
            return order < 0;
        return left < right;
    }

    QList<Token> m_tokens;
    TokenQuery m_query;
    UtcMs m_now;
    QCollator m_collator = nameCollator();
};

TokenQuery randomQuery(RandomTokens &random, const QList<Token> &tokens)
{
    static const QStringList texts{u"ci"_s,      u"JENKINS 1"_s, u"straße"_s,  u"SS"_s,
                                   u"i\u0307"_s, u"é"_s,         u"e\u0301"_s, u"ａｂｃ"_s,
                                   u"🚀"_s,       u"\u202e"_s,    u"שלום"_s,    u"admin"_s,
                                   u"-4"_s,      u"a-1 b"_s,     u"0 1 2 3"_s, u"σ"_s,
                                   u"xxxxx"_s,   u"no such"_s,   u" \u00a0 "_s};
    TokenQuery query;
    switch (random.below(4)) {
    case 0:
        break;
    case 1:
        query.text = random.oneOf(tokens).id.mid(int(random.below(8)), 1 + int(random.below(20)));
        break;
    case 2:
        query.text = random.oneOf(tokens).name.mid(int(random.below(3)), 1 + int(random.below(9)));
        break;
    default:
        query.text = random.oneOf(texts) + (random.below(3) ? QString() : u" adm"_s);
    }
    if (random.below(3) == 0)
        query.status = TokenStatus(random.below(TokenStatusCount));
    if (random.below(3) == 0)
        query.flags = random.below(2) ? TokenFlags(TokenFlag::Admin)
                                      : TokenFlag::Admin | TokenFlag::NeverExpires;
    if (random.below(5) == 0)
        query.roles = random.oneOf(tokens).roles.mid(0, 2);
    if (random.below(6) == 0)
        query.text.prepend(u"id:"_s);
    if (random.below(4) == 0)
        query.expiry.from = RandomNow + UtcMs(random.below(30)) * 7 * DayMs;
    if (random.below(4) == 0)
        query.expiry.until = RandomNow + UtcMs(random.below(60)) * 7 * DayMs;
    query.sortColumn = columnAt(int(random.below(uint(tokenColumns().size()))));
    query.order = random.below(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
    query.expiringWindow = UtcMs(random.below(60)) * DayMs;
    query.chartSpan = random.oneOf(ChartSpans).span;
    return query;
}

Token tokenWith(const QString &id, const QString &name)
{
    Token token;
    token.id = id;
    token.name = name;
    return token;
}

} // namespace

class TestTokenSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latestRevokeIsFirst();
    void creatorWordSelectsWhatTheUserMade_data();
    void creatorWordSelectsWhatTheUserMade();
    void unknownCreatorsComeLast();
    void selectsAsTheSlowReferenceDoes_data();
    void selectsAsTheSlowReferenceDoes();
    void emptyTableSelectsNothing();
    void textIsFoundFolded_data();
    void textIsFoundFolded();
    void wordsMayMatchInDifferentFields();
    void matchDoesNotCrossRows();
    void countsDoNotDependOnTheStatus();
    void expiriesAreCountedByWeek();
    void expiryWindowLeavesOutTokensWithoutExpiry();
    void idPrefixOutranksTheOrder();
    void idWordIgnoresNamesAndRoles();
    void idHitsAreReported_data();
    void idHitsAreReported();
    void roleFilterTakesWholeRoles();
    void countsFollowRoleAndExpiry();
    void stopEndsTheSelection();
};

void TestTokenSelection::selectsAsTheSlowReferenceDoes_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTokenSelection::selectsAsTheSlowReferenceDoes()
{
    QFETCH(quint32, seed);
    RandomTokens random(seed);
    const QList<Token> tokens = random.list(1 + int(random.below(400)));
    TokenTablePtr table = tableOf(tokens);
    for (int turn = 0; turn < 25; ++turn) {
        const TokenQuery query = randomQuery(random, tokens);
        const TokenSelection found = select(*table, query, RandomNow);
        const TokenSelection expected = Reference(tokens, query, RandomNow).select();
        QCOMPARE(found.countByStatus, expected.countByStatus);
        QCOMPARE(found.expiringByBar, expected.expiringByBar);
        QCOMPARE(found.expiringSoon, expected.expiringSoon);
        QVERIFY2(found.rows == expected.rows, qPrintable(query.text));
    }
}

void TestTokenSelection::emptyTableSelectsNothing()
{
    TokenQuery query;
    query.text = u"a b"_s;
    query.flags = TokenFlag::Admin;
    query.sortColumn = TokenColumn::Status;
    const TokenSelection found = select(TokenTable(), query, 0);
    QVERIFY(found.rows.empty());
    QCOMPARE(found.countAll(), 0U);
}

void TestTokenSelection::latestRevokeIsFirst()
{
    QList<Token> tokens;
    TokenHistory history;
    const auto add = [&](const QString &id, bool revoked, UtcMs revokedAt, UtcMs revokedBy) {
        tokens.append({id, id, {}, NoTime, NoTime, revoked});
        history.lives.insert(id, {.revokedBy = revokedBy, .revokedAt = revokedAt});
    };
    add(u"a-active"_s, false, NoTime, NoTime);
    add(u"b-unknown"_s, true, NoTime, NoTime);
    add(u"c-old"_s, true, NoTime, 100);
    add(u"d-ours"_s, true, 300, 200);
    add(u"e-new"_s, true, NoTime, 200);
    const TokenKnowledge known{.history = std::make_shared<const TokenHistory>(history)};
    TokenQuery query;
    query.sortColumn = TokenColumn::Revoked;
    query.order = Qt::DescendingOrder;
    QCOMPARE(select(*tableOf(tokens), query, 0, known).rows, (std::vector<Row>{3, 4, 2, 0, 1}));
    query.status = TokenStatus::Revoked;
    query.order = Qt::AscendingOrder;
    QCOMPARE(select(*tableOf(tokens), query, 0, known).rows, (std::vector<Row>{1, 2, 4, 3}));
    query.sortColumn = TokenColumn::By;
    QCOMPARE(select(*tableOf(tokens), query, 0, known).rows, (std::vector<Row>{3, 1, 2, 4}));
}

namespace {

/// Five tokens, of which the last has no known creator.
TokenKnowledge madeByUsers()
{
    TokenHistory history;
    history.lives.insert(u"a"_s, {.creator = {u"sso:4df1b98c-24ed-4073:Zoë"_s, {}, {}}});
    history.lives.insert(u"b"_s, {.creator = {u"admin"_s, {}, {}}});
    history.lives.insert(u"c"_s, {.creator = {u"auth-token:0b5d92c6-7be4"_s, {}, u"ci-main"_s}});
    history.lives.insert(u"d"_s, {.creator = {u"auth-token:1b5d92c6-7be4"_s, {}, {}}});
    return {.history = std::make_shared<const TokenHistory>(history)};
}

TokenTablePtr fiveTokens()
{
    QList<Token> tokens;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"admin"_s})
        tokens.append({id, id, {}, NoTime, NoTime, false});
    return tableOf(tokens);
}

} // namespace

void TestTokenSelection::creatorWordSelectsWhatTheUserMade_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Row>>("rows");
    QTest::newRow("user") << u"by:admin"_s << QList<Row>{1};
    QTest::newRow("case and accent") << u"BY:zoe"_s << QList<Row>{0};
    QTest::newRow("name of a token") << u"by:ci-m"_s << QList<Row>{2};
    QTest::newRow("tokens") << u"by:token"_s << QList<Row>{2, 3};
    QTest::newRow("id of a token") << u"by:0b5d92"_s << QList<Row>{2};
    QTest::newRow("provider") << u"by:4df1b98c"_s << QList<Row>{0};
    QTest::newRow("with another word") << u"by:token d"_s << QList<Row>{3};
    QTest::newRow("two") << u"by:token by:ci"_s << QList<Row>{2};
    QTest::newRow("none") << u"by:ann"_s << QList<Row>{};
    QTest::newRow("without the prefix") << u"admin"_s << QList<Row>{4};
    QTest::newRow("still typed") << u"by:"_s << QList<Row>{0, 4, 1, 2, 3};
}

void TestTokenSelection::creatorWordSelectsWhatTheUserMade()
{
    QFETCH(QString, text);
    QFETCH(QList<Row>, rows);
    TokenQuery query;
    query.text = text;
    query.sortColumn = TokenColumn::Name;
    const TokenSelection found = select(*fiveTokens(), query, 0, madeByUsers());
    QCOMPARE(QList<Row>(found.rows.begin(), found.rows.end()), rows);
    if (text.startsWith("by:a"_L1))
        QVERIFY(select(*fiveTokens(), query, 0, {}).rows.empty());
}

void TestTokenSelection::unknownCreatorsComeLast()
{
    TokenQuery query;
    query.sortColumn = TokenColumn::CreatedBy;
    // admin, token 1b5d…, token ci-main, Zoë
    QCOMPARE(select(*fiveTokens(), query, 0, madeByUsers()).rows,
             (std::vector<Row>{1, 3, 2, 0, 4}));
    query.order = Qt::DescendingOrder;
    QCOMPARE(select(*fiveTokens(), query, 0, madeByUsers()).rows,
             (std::vector<Row>{0, 2, 3, 1, 4}));
}

void TestTokenSelection::textIsFoundFolded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hits");
    QTest::newRow("blank") << u"x"_s << u" \t "_s << true;
    QTest::newRow("case") << u"Jenkins"_s << u"jENK"_s << true;
    QTest::newRow("sharp s by ss") << u"Straße"_s << u"STRASSE"_s << true;
    QTest::newRow("ss by sharp s") << u"STRASSE"_s << u"straße"_s << true;
    QTest::newRow("Turkish İ by itself") << u"İzmir"_s << u"İZM"_s << true;
    QTest::newRow("Turkish İ by i") << u"İzmir"_s << u"i"_s << true;
    QTest::newRow("without the dotless letter") << u"ısı"_s << u"isi"_s << true;
    QTest::newRow("without the accent") << u"café"_s << u"cafe "_s << true;
    QTest::newRow("a typed accent counts") << u"cafe"_s << u"café"_s << false;
    QTest::newRow("composed by decomposed") << u"café"_s << u"cafe\u0301"_s << true;
    QTest::newRow("decomposed by composed") << u"cafe\u0301"_s << u"CAFÉ"_s << true;
    QTest::newRow("full width") << u"ＡＢＣ"_s << u"abc"_s << true;
    QTest::newRow("right to left") << u"שלום עולם"_s << u"עולם שלום"_s << true;
    QTest::newRow("astral") << u"ship 🚀"_s << u"🚀"_s << true;
    QTest::newRow("another of its plane") << u"ship 🚀"_s << u"🚁"_s << false;
    QTest::newRow("NUL by its symbol") << QString(u"a"_s + QChar(u'\0')) << u"a\u2400"_s << true;
    QTest::newRow("NUL by NUL") << QString(u"a"_s + QChar(u'\0')) << QString(QChar(u'\0')) << true;
    QTest::newRow("no NUL") << u"a"_s << QString(QChar(u'\0')) << false;
    QTest::newRow("end of a long one") << QString(10'000, u'x') + u"end"_s << u"xend"_s << true;
    QTest::newRow("longer than it all") << u"x"_s << QString(20'000, u'x') << false;
    QTest::newRow("half a pair") << u"x"_s << QString(QChar(0xd83d)) << false;
    QTest::newRow("no pattern") << u"abc"_s << u"a.c a* [abc]"_s << false;
}

void TestTokenSelection::textIsFoundFolded()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    Token token;
    token.name = name;
    TokenQuery query;
    query.text = text;
    QTEST(!select(*tableOf({token}), query, 0).rows.empty(), "hits");
}

void TestTokenSelection::wordsMayMatchInDifferentFields()
{
    Token token;
    token.id = u"7be41f0a-ID"_s;
    token.name = u"gitlab runner"_s;
    token.roles = {u"Continuous Integration"_s, u"Analyst"_s};
    const TokenTablePtr table = tableOf({token});
    const auto hits = [&](const QString &text) {
        TokenQuery query;
        query.text = text;
        return !select(*table, query, 0).rows.empty();
    };
    QVERIFY(hits(u"gitlab analyst 7be4"_s));
    QVERIFY(hits(u"continuous integration"_s));
    QVERIFY(!hits(u"gitlab analyst 7be5"_s));
    // A word is looked for within one field.
    QVERIFY(!hits(u"runner7be4"_s));
    QVERIFY(!hits(u"integrationanalyst"_s));
}

void TestTokenSelection::matchDoesNotCrossRows()
{
    QList<Token> tokens;
    for (const QString &name : {u"abab"_s, u"ab"_s, u"b"_s}) {
        Token token;
        token.name = name;
        token.id = u"a"_s;
        tokens.append(token);
    }
    TokenQuery query;
    query.sortColumn = TokenColumn::Name;
    const auto rowsFor = [&](const QString &text) {
        query.text = text;
        return select(*tableOf(tokens), query, 0).rows;
    };
    QCOMPARE(rowsFor(u"ab"_s), (std::vector<Row>{1, 0})); // not an id's a and the next name's b
    QCOMPARE(rowsFor(u"aab"_s), std::vector<Row>{});
    QCOMPARE(rowsFor(u"ba"_s), std::vector<Row>{0});
}

void TestTokenSelection::countsDoNotDependOnTheStatus()
{
    RandomTokens random(9);
    const TokenTablePtr table = tableOf(random.list(1'000));
    TokenQuery query;
    query.text = u"ci"_s;
    const TokenSelection all = select(*table, query, RandomNow);
    QCOMPARE(std::size_t(all.countAll()), all.rows.size());
    for (int status = 0; status < TokenStatusCount; ++status) {
        query.status = TokenStatus(status);
        const TokenSelection some = select(*table, query, RandomNow);
        QCOMPARE(some.countByStatus, all.countByStatus);
        QCOMPARE(some.expiringByBar, all.expiringByBar);
        QCOMPARE(some.rows.size(), std::size_t(all.countByStatus.at(std::size_t(status))));
    }
}

void TestTokenSelection::expiriesAreCountedByWeek()
{
    constexpr UtcMs week = 7 * DayMs;
    const UtcMs today = ExpiryGrid(RandomNow).range(0, 0).from;
    const auto weekOf = [](UtcMs expires, bool revoked = false) {
        Token token;
        token.expiresAt = expires;
        token.revoked = revoked;
        const auto weeks = select(*tableOf({token}), {}, RandomNow).expiringByBar;
        const auto found = std::find(weeks.begin(), weeks.end(), 1U);
        return found == weeks.end() ? -1 : int(found - weeks.begin());
    };
    QCOMPARE(weekOf(RandomNow - 1), -1);
    QCOMPARE(weekOf(RandomNow), -1);
    QCOMPARE(weekOf(RandomNow + 1), 0);
    QCOMPARE(weekOf(today + week - 1), 0);
    QCOMPARE(weekOf(today + week), 1); // as the range [from, until) of the query would
    QCOMPARE(weekOf(today + MaxExpiryBars * week - 1), MaxExpiryBars - 1);
    QCOMPARE(weekOf(today + MaxExpiryBars * week), -1);
    QCOMPARE(weekOf(RandomNow + 1, true), -1);
    QCOMPARE(weekOf(NoTime), -1);
    QCOMPARE(weekOf(253402300799000), -1);
}

void TestTokenSelection::expiryWindowLeavesOutTokensWithoutExpiry()
{
    Token endless;
    Token dated;
    dated.expiresAt = 500;
    const TokenTablePtr table = tableOf({endless, dated});
    const auto rowsIn = [&](UtcMs from, UtcMs until) {
        TokenQuery query;
        query.expiry = {from, until};
        return select(*table, query, 0).rows;
    };
    QCOMPARE(rowsIn(NoTime, NoTime), (std::vector<Row>{1, 0}));
    QCOMPARE(rowsIn(500, NoTime), std::vector<Row>{1});
    QCOMPARE(rowsIn(501, NoTime), std::vector<Row>{});
    QCOMPARE(rowsIn(NoTime, 501), std::vector<Row>{1});
    QCOMPARE(rowsIn(NoTime, 500), std::vector<Row>{});
    QCOMPARE(rowsIn(500, 501), std::vector<Row>{1});
}

void TestTokenSelection::idPrefixOutranksTheOrder()
{
    const TokenTablePtr table =
        tableOf({tokenWith(u"a91c0e5d-3f28"_s, u"a"_s), tokenWith(u"b0000000"_s, u"b-3f2"_s),
                 tokenWith(u"3f2a91d0"_s, u"c"_s), tokenWith(u"c0000000"_s, u"d"_s)});
    TokenQuery query;
    query.sortColumn = TokenColumn::Name;
    for (const QString &text : {u"3f2"_s, u"3F2"_s}) {
        query.text = text;
        query.order = Qt::AscendingOrder;
        QCOMPARE(select(*table, query, 0).rows, (std::vector<Row>{2, 0, 1}));
        query.order = Qt::DescendingOrder;
        QCOMPARE(select(*table, query, 0).rows, (std::vector<Row>{2, 1, 0}));
    }
    query.text = u"b"_s; // a short word is no id: the order stays
    QCOMPARE(select(*table, query, 0).rows, std::vector<Row>{1});
    query.text = u"c"_s;
    QCOMPARE(select(*table, query, 0).rows, (std::vector<Row>{3, 2, 0}));
}

void TestTokenSelection::idWordIgnoresNamesAndRoles()
{
    Token role = tokenWith(u"0000"_s, u"x"_s);
    role.roles = {u"3f2"_s};
    const TokenTablePtr table =
        tableOf({role, tokenWith(u"0001"_s, u"3f2"_s), tokenWith(u"000-3f2"_s, u"3f2 too"_s),
                 tokenWith(u"3f2"_s, u"y"_s)});
    TokenQuery query;
    query.text = u"ID:3F2"_s;
    query.sortColumn = TokenColumn::Name;
    QCOMPARE(select(*table, query, 0).rows, (std::vector<Row>{3, 2}));
    query.text = u"id:3f2 too"_s;
    QCOMPARE(select(*table, query, 0).rows, std::vector<Row>{2});
    query.text = u"id:3"_s;
    QCOMPARE(select(*table, query, 0).rows, (std::vector<Row>{3, 2}));
    query.text = u"id:"_s; // the rest is still to be typed
    QCOMPARE(select(*table, query, 0).rows.size(), std::size_t(4));
}

void TestTokenSelection::idHitsAreReported_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hitsIds");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("name") << u"jenkins"_s << false;
    QTest::newRow("role") << u"analyst"_s << false;
    QTest::newRow("id alone") << u"77c4"_s << true;
    QTest::newRow("begin of an id") << u"3f2"_s << true;
    QTest::newRow("name that also is in the id") << u"a91"_s << false;
    QTest::newRow("short word") << u"3f"_s << false;
    QTest::newRow("short word with id:") << u"id:3f"_s << true;
    QTest::newRow("of a token that is not shown") << u"77c4 nothing"_s << false;
    QTest::newRow("second word") << u"jenkins 77c4"_s << true;
}

void TestTokenSelection::idHitsAreReported()
{
    QFETCH(QString, text);
    Token token = tokenWith(u"3f2a91d0-77c4"_s, u"jenkins-a91"_s);
    token.roles = {u"Analyst"_s};
    TokenQuery query;
    query.text = text;
    QTEST(select(*tableOf({token}), query, 0).hitsIds, "hitsIds");
}

void TestTokenSelection::roleFilterTakesWholeRoles()
{
    QList<Token> tokens;
    for (const QStringList &roles : {QStringList{u"Admin"_s}, QStringList{u"Admin helper"_s},
                                     QStringList{u"Analyst"_s, u"Admin"_s}, QStringList{}}) {
        tokens.append(tokenWith(QString::number(tokens.size()), u"Admin"_s));
        tokens.last().roles = roles;
    }
    TokenQuery query;
    query.roles = {u"Admin"_s};
    QCOMPARE(select(*tableOf(tokens), query, 0).rows, (std::vector<Row>{0, 2}));
    query.roles.append(u"Analyst"_s);
    QCOMPARE(select(*tableOf(tokens), query, 0).rows, std::vector<Row>{2});
    query.roles = {u"Nobody has it"_s};
    QVERIFY(select(*tableOf(tokens), query, 0).rows.empty());
}

void TestTokenSelection::countsFollowRoleAndExpiry()
{
    RandomTokens random(11);
    const TokenTablePtr table = tableOf(random.list(1'000));
    const QString role = table->roleNames().constFirst();
    TokenQuery query;
    query.roles = {role};
    const TokenSelection ofRole = select(*table, query, RandomNow);
    QCOMPARE(std::size_t(ofRole.countAll()), ofRole.rows.size());
    query.expiry = ExpiryGrid(RandomNow).range(0, 3);
    const TokenSelection ofWeeks = select(*table, query, RandomNow);
    QCOMPARE(std::size_t(ofWeeks.countAll()), ofWeeks.rows.size());
    QVERIFY(ofWeeks.rows.size() < ofRole.rows.size());
    // The chart goes on showing the weeks that were not chosen.
    QCOMPARE(ofWeeks.expiringByBar, ofRole.expiringByBar);
    for (const auto &[flags, count] : ofWeeks.countByFlags)
        QVERIFY(std::size_t(count) <= ofWeeks.rows.size());
}

void TestTokenSelection::stopEndsTheSelection()
{
    RandomTokens random(10);
    const TokenTablePtr table = tableOf(random.list(2'000));
    TokenQuery query;
    query.text = u"c"_s;
    std::atomic_bool stop = false;
    QVERIFY(!select(*table, query, RandomNow, {}, &stop).rows.empty());
    stop = true;
    const TokenSelection stopped = select(*table, query, RandomNow, {}, &stop);
    QVERIFY(stopped.rows.empty());
    QCOMPARE(stopped.countAll(), 0U);
}

QTEST_GUILESS_MAIN(TestTokenSelection)
#include "tst_tokenselection.moc"
