// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/token.h"

#include <QFrame>
#include <QList>

#include <functional>

namespace rox {

/// A token that a generate with a lost answer may have made.
struct Candidate
{
    Token token;
    bool sameRoles = false;
    UtcMs askedAt = NoTime;
};

/// The candidates inside a message bar: what each is, and a choice for each.
class CandidateList : public QFrame
{
    Q_OBJECT

public:
    CandidateList(const QList<Candidate> &candidates, UtcMs now, QWidget *parent = nullptr);
    /// Takes out what needs no choice any more.
    void removeIf(const std::function<bool(const Token &)> &settled);

Q_SIGNALS:
    void revokeRequested(const QString &id);
    void emptied(); ///< every candidate was kept or is gone

private:
    void addRow(const Candidate &candidate, UtcMs now);
    void removeRow(QWidget *row);
    struct Row
    {
        Token token;
        QWidget *widget;
    };
    QList<Row> m_rows;
};

} // namespace rox
