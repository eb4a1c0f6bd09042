// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/candidate.h"

#include <QFrame>
#include <QList>

namespace rox {

/// The candidates inside a message bar, each with the buttons Keep and Revoke. The first Keep is
/// the focus proxy.
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
