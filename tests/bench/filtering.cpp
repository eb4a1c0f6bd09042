// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/derivedrows.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

QStringList typed()
{
    return {u"c"_s,     u"ci"_s,   u"ci-"_s,         u"ci-1"_s,
            u"ci-17"_s, u"ci-1"_s, u"ci-17 admin"_s, QString()};
}

/// A table view like the window's, with a uniform row height.
std::unique_ptr<QTableView> viewOf(QAbstractItemModel *model)
{
    auto view = std::make_unique<QTableView>();
    view->setModel(model);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->hide();
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->resize(1280, 800);
    view->show();
    QCoreApplication::processEvents();
    view->selectRow(3);
    return view;
}

/// The duration of the slowest keystroke while a search is typed and deleted.
double worstOf(const std::function<void(const QString &)> &type)
{
    double worst = 0;
    for (const QString &text : typed())
        worst = std::max(worst, medianMs(1, [&] { type(text); }));
    return worst;
}

double medianWorst(int runs, const std::function<void(const QString &)> &type)
{
    std::vector<double> worst;
    worst.reserve(std::size_t(runs));
    for (int run = 0; run < runs; ++run)
        worst.push_back(worstOf(type));
    std::sort(worst.begin(), worst.end());
    return worst[worst.size() / 2];
}

class OurList
{
public:
    explicit OurList(TokenTablePtr table, const TokenKnowledge &known = {})
        : m_table(std::move(table))
        , m_view(viewOf(&m_model))
    {
        m_model.setKnowledge(known);
        type({});
    }
    void type(const QString &text)
    {
        TokenQuery query;
        query.text = text;
        m_model.show(m_table, select(*m_table, query, Now, m_model.knowledge()), Now);
        m_view->viewport()->repaint();
    }
    TokenListModel &model() { return m_model; }
    void paint() { m_view->viewport()->repaint(); }

private:
    TokenTablePtr m_table;
    TokenListModel m_model;
    std::unique_ptr<QTableView> m_view;
};

/// The peer: a simple search that folds each row's texts once and looks for each word in each row.
class NaiveSearch
{
public:
    explicit NaiveSearch(const TokenTable &table)
    {
        for (TokenTable::Row row = 0; row < table.size(); ++row) {
            const Token token = table.token(row);
            m_texts.append(foldedForSearch(
                QStringList{token.name, token.id, token.roles.join(u'\n')}.join(u'\n')));
        }
    }
    void type(const QString &text)
    {
        const QStringList words = foldedForSearch(text).split(u' ', Qt::SkipEmptyParts);
        QList<qsizetype> rows;
        for (qsizetype row = 0; row < m_texts.size(); ++row) {
            if (std::all_of(words.begin(), words.end(),
                            [&](const QString &word) { return m_texts.at(row).contains(word); }))
                rows.append(row);
        }
        keep(rows);
    }

private:
    QStringList m_texts;
};

} // namespace

QString rowsText(TokenTable::Row rows)
{
    return rows >= 1'000'000 ? u"%1 M"_s.arg(rows / 1'000'000) : u"%1 k"_s.arg(rows / 1'000);
}

void benchFiltering(const TokenTablePtr &table, double mostMs, const QString &rows,
                    const TokenKnowledge &knowledge)
{
    TokenKnowledge known = knowledge;
    known.derived.rows = derive(*table, known, Now); // made once for each list
    const double sweep = medianWorst(5, [&](const QString &text) {
        TokenQuery query;
        query.text = text;
        keep(select(*table, query, Now, known));
    });
    NaiveSearch naive(*table);
    const double peer = medianWorst(3, [&](const QString &text) { naive.type(text); });
    print({u"worst keystroke, select alone, %1"_s.arg(rows),
           sweep,
           peer,
           u"QString::contains row by row, no sort"_s,
           {}});
    OurList list(table, known);
    const double ours = medianWorst(5, [&](const QString &text) { list.type(text); });
    print({u"worst keystroke, select and paint, %1"_s.arg(rows),
           ours,
           peer,
           u"QString::contains, no sort, no paint"_s,
           {Bar::Of::Ours, mostMs}});
}

void benchFilteringBesideProxy(const TokenTablePtr &table)
{
    OurList list(table);
    const double ours = medianWorst(5, [&](const QString &text) { list.type(text); });
    TokenListModel all;
    all.show(table, select(*table, {}, Now), Now);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&all);
    proxy.setFilterKeyColumn(sectionOf(TokenColumn::Name));
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    const auto view = viewOf(&proxy);
    const double peer = medianWorst(1, [&](const QString &text) {
        proxy.setFilterFixedString(text);
        view->viewport()->repaint();
    });
    print({u"worst keystroke, select and paint, %1"_s.arg(rowsText(table->size())),
           ours,
           peer,
           u"QSortFilterProxyModel over the name"_s,
           {Bar::Of::Ratio, 1}});
}

void benchRefreshing(const QByteArray &reply)
{
    const TokenTablePtr table = tableOf(reply);
    table->prepare();
    const QString rows = rowsText(table->size());
    OurList list(table);
    const auto refresh = [&](const char *what, const std::function<TokenTablePtr(int)> &next,
                             double most) {
        std::vector<TokenTablePtr> tables;
        tables.reserve(5);
        for (int run = 0; run < 5; ++run)
            tables.push_back(next(run));
        std::vector<TokenSelection> selections;
        for (const TokenTablePtr &each : tables) {
            each->prepare();
            selections.push_back(select(*each, {}, Now));
        }
        std::size_t run = 0;
        const double ours = medianMs(5, [&] {
            list.model().show(tables[run], selections[run], Now);
            list.paint();
            ++run;
        });
        const double reset = medianMs(3, [&] {
            OurList fresh(table);
            keep(fresh);
        });
        print({QString::fromLatin1(what).arg(rows),
               ours,
               reset,
               u"a model reset: all state of the view lost"_s,
               {Bar::Of::Ours, most}});
    };
    const double frame = table->size() > 100'000 ? 160 : 16;
    refresh(
        "a refresh that changes nothing, GUI thread, %1", [&](int) { return tableOf(reply); },
        frame);
    refresh(
        "a refresh with 10 changes, GUI thread, %1",
        [&](int run) {
            TokenTablePtr changed = tableOf(reply);
            for (int at = 0; at < 10; ++at) {
                Token token = changed->token(TokenTable::Row(run * 50 + at * 7));
                token.name += u'x';
                if (at % 2)
                    token.id += u'x';
                changed = changed->withToken(token);
            }
            return changed;
        },
        frame);
}

} // namespace rox::bench
