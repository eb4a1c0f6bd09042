// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportformat.h"
#include "models/servers/serverfacts.h"

#include <QStringList>

#include <functional>

namespace rox {

enum class ExportRows : quint8 { Shown, Selected, All, ToRevoke, Staying };

/// What can be exported. The list does not change while the dialog is open.
struct ExportOffer
{
    ServerFacts server;
    QString asOf; ///< "as of 10:42"
    quint32 shown = 0;
    quint32 selected = 0;
    quint32 all = 0;
    quint32 toRevoke = 0; ///< by a clean-up
    quint32 staying = 0;  ///< after it
    /// Those that can be chosen. The first one is chosen at first, or the last one if that
    /// has no row.
    QList<ExportRows> rows = {ExportRows::Shown, ExportRows::Selected, ExportRows::All};
    QString filter;           ///< which rows are shown
    QStringList shownColumns; ///< ids of ReviewColumn, as in the list
    QString title;            ///< of the report
    QString reviewer;

    [[nodiscard]] quint32 count(ExportRows of) const
    {
        switch (of) {
        case ExportRows::Shown:
            return shown;
        case ExportRows::Selected:
            return selected;
        case ExportRows::All:
            return all;
        case ExportRows::ToRevoke:
            return toRevoke;
        case ExportRows::Staying:
            return staying;
        }
        return 0;
    }
};

/// What the user wants.
struct ExportChoice
{
    ExportFormat format = ExportFormat::Csv;
    ExportRows rows = ExportRows::Shown;
    QStringList columns; ///< ids of ReviewColumn
    CsvStyle csv;
    QString title;
    QString reviewer;
};

/// The rows of a choice; at most `most` of them, if that is not 0.
using ReviewOfChoice = std::function<Review(const ExportChoice &choice, std::size_t most)>;

} // namespace rox
