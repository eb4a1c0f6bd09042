// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QFrame>
#include <QList>

namespace rox {

/// A token that a generate with a lost answer may have made.
struct Candidate
{
    Token token;
    bool sameRoles = false;
    UtcMs askedAt = NoTime;

    bool operator==(const Candidate &) const = default;
};

/// The candidates inside a message bar: what each is, and a choice for each. The focus goes to the
/// first choice.
class CandidateList : public QFrame
{
    Q_OBJECT

public:
    CandidateList(const QList<Candidate> &candidates, UtcMs now, QWidget *parent = nullptr);

Q_SIGNALS:
    void keepRequested(const QString &id);
    void revokeRequested(const QString &id);

private:
    void addRow(const Candidate &candidate, UtcMs now);
};

} // namespace rox
