// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"
#include "ui/tokens/tokenview.h"

#include <QApplication>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Chosen = 20'000;

/// `Chosen` ids spread over the shown rows, so that no two rows are adjacent.
QStringList scatteredIds(const TokenListModel &model)
{
    QStringList ids;
    const int step = std::max(2, model.rowCount() / Chosen);
    for (int row = 1; row < model.rowCount() && ids.size() < Chosen; row += step)
        ids.append(model.idAt(row));
    return ids;
}

/// The peer: one linear search per id.
QList<int> rowsOneByOne(const TokenListModel &model, const QStringList &ids)
{
    QList<int> rows;
    for (const QString &id : ids)
        rows.append(model.rowOf(id));
    return rows;
}

} // namespace

void benchSelecting(const TokenTablePtr &table, double mostMs)
{
    table->prepare();
    TokenListModel model;
    TokenView view(&model);
    view.resize(1280, 800);
    view.show();
    model.show(table, select(*table, {}, Now), Now);
    QCoreApplication::processEvents();
    const QStringList ids = scatteredIds(model);
    const double peer = medianMs(1, [&] { keep(rowsOneByOne(model, ids)); });
    const double rows = medianMs(5, [&] { keep(model.rowsOf(ids)); });
    const QString work = u"rows of %1 ids of %2"_s.arg(Chosen).arg(rowsText(table->size()));
    print({work, rows, peer, u"a look through the list for each"_s, {Bar::Of::Ours, mostMs}});
    // Alternate between two sets of ids, so that each run changes the selection.
    int turn = 0;
    const double selected =
        medianMs(5, [&] { view.selectRows(model.rowsOf(ids.mid(turn++ % 2))); });
    print({u"select %1 ids of %2"_s.arg(Chosen).arg(rowsText(table->size())),
           selected,
           peer,
           u"a look through the list for each, unselected"_s,
           {Bar::Of::Ours, mostMs}});
    const double painted = medianMs(5, [&] { view.viewport()->repaint(); });
    print({u"paint with %1 selected of %2"_s.arg(Chosen).arg(rowsText(table->size())),
           painted,
           peer,
           u"a look through the list for each, unselected"_s,
           {Bar::Of::Ours, mostMs}});
}

} // namespace rox::bench
