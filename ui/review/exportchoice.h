// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportformat.h"
#include "models/servers/serverfacts.h"

#include <QStringList>

#include <array>
#include <functional>

namespace rox {

enum class ExportRows : quint8 { Shown, Selected, All, ToRevoke, Staying };

/// One value for each ExportRows.
template <class T>
class OfExportRows
{
public:
    [[nodiscard]] T &operator[](ExportRows of) { return m_each[std::size_t(of)]; }
    [[nodiscard]] const T &operator[](ExportRows of) const { return m_each[std::size_t(of)]; }

private:
    std::array<T, std::size_t(ExportRows::Staying) + 1> m_each{};
};

/// What can be exported. The list does not change while the dialog is open.
struct ExportOffer
{
    ServerFacts server;
    QString asOf;                 ///< "as of 10:42"
    OfExportRows<quint32> counts; ///< ToRevoke: by a clean-up; Staying: after it
    /// Those that can be chosen. The first one is chosen at first, or the last one if that
    /// has no row.
    QList<ExportRows> rows = {ExportRows::Shown, ExportRows::Selected, ExportRows::All};
    QString filter;           ///< which rows are shown
    QStringList shownColumns; ///< ids of ReviewColumn, as in the list
    QString title;            ///< of the report
    QString reviewer;

    [[nodiscard]] quint32 count(ExportRows of) const { return counts[of]; }
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
