// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/selectedrows.h"

#include <algorithm>

namespace rox {

QList<std::pair<int, int>> rowRuns(const QItemSelection &selection)
{
    QList<std::pair<int, int>> runs;
    runs.reserve(selection.size());
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            runs.emplaceBack(range.top(), range.bottom());
    }
    std::sort(runs.begin(), runs.end());
    qsizetype kept = 0;
    for (qsizetype i = 1; i < runs.size(); ++i) {
        if (runs.at(i).first <= runs.at(kept).second + 1)
            runs[kept].second = std::max(runs.at(kept).second, runs.at(i).second);
        else
            runs[++kept] = runs.at(i);
    }
    runs.resize(runs.isEmpty() ? 0 : kept + 1);
    return runs;
}

QItemSelection selectionOf(const QAbstractItemModel &model, const QList<int> &rows)
{
    QItemSelection selection;
    const int lastColumn = model.columnCount() - 1;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i;
        while (end + 1 < rows.size() && rows.at(end + 1) <= rows.at(end) + 1)
            ++end;
        selection.append(
            QItemSelectionRange(model.index(rows.at(i), 0), model.index(rows.at(end), lastColumn)));
        i = end + 1;
    }
    return selection;
}

} // namespace rox
