// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"

#include <QList>

namespace rox {

struct ReviewSource;

/// What the content of an exported cell is made of.
struct ReviewCell
{
    TokenCell token;
    const ReviewSource &source;
};

/// A column of the source: the same in each row of one server.
struct SourceColumnInfo
{
    QLatin1StringView id;
    QString (*title)();
    CellValue (*value)(const ReviewCell &);
    QString (*text)(const ReviewCell &) =
        nullptr; ///< null: the same in each row of several servers
};

/// One column of an exported file: one of tokenColumns(), or one that says where the row is from.
class ReviewColumn
{
public:
    explicit ReviewColumn(const TokenColumnInfo &info)
        : m_ofToken(&info)
    {}
    explicit ReviewColumn(const SourceColumnInfo &info)
        : m_ofSource(&info)
    {}

    /// Names the column in a file; never translated.
    [[nodiscard]] QLatin1StringView id() const
    {
        return m_ofToken ? m_ofToken->id : m_ofSource->id;
    }
    [[nodiscard]] QString title() const
    {
        return m_ofToken ? m_ofToken->title() : m_ofSource->title();
    }
    [[nodiscard]] CellValue value(const ReviewCell &cell) const;
    /// For people; only of a column that differs from row to row.
    [[nodiscard]] QString text(const ReviewCell &cell) const
    {
        return m_ofToken ? m_ofToken->text(cell.token) : m_ofSource->text(cell);
    }
    [[nodiscard]] bool isOfToken() const { return m_ofToken != nullptr; }
    /// It differs from server to server.
    [[nodiscard]] bool isOfServer() const { return m_ofSource && m_ofSource->text; }
    [[nodiscard]] bool is(TokenColumn column) const
    {
        return m_ofToken && m_ofToken->column == column;
    }
    bool operator==(const ReviewColumn &) const = default;

private:
    const TokenColumnInfo *m_ofToken = nullptr;
    const SourceColumnInfo *m_ofSource = nullptr;
};

/// All of them. Those of the source stand after Name and Status. The column Server is one of the
/// source: a list of one server has it too.
[[nodiscard]] QList<ReviewColumn> reviewColumns();
/// Of reviewColumns(), those with these ids.
[[nodiscard]] QList<ReviewColumn> reviewColumns(const QStringList &ids);

} // namespace rox
