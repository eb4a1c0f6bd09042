// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <array>

namespace rox {

class TokenListModel;

/// What several selected tokens are together. Counted a piece at a time, so that a million selected
/// rows stall nothing.
class SelectionSummary : public QObject
{
    Q_OBJECT

public:
    struct Facts
    {
        int count = 0;
        std::array<int, TokenStatusCount> byStatus{};
        QStringList roles; ///< all of them, sorted
        int admins = 0;
        UtcMs firstExpiry = NoTime; ///< of those neither expired nor revoked
        bool signedIn = false;
    };

    explicit SelectionSummary(QObject *parent = nullptr);

    /// `runs` are rows as [first, last]. Emits finished() at once for a few rows, else later.
    void start(TokenListModel *model, const QList<std::pair<int, int>> &runs);
    void stop();
    [[nodiscard]] const Facts &facts() const { return m_facts; }

Q_SIGNALS:
    void finished();

private:
    void countSome();
    void countRow(int row);

    QPointer<TokenListModel> m_model;
    QList<std::pair<int, int>> m_left;
    Facts m_facts;
    QSet<QString> m_roles;
    QSet<const void *> m_roleLists; ///< lists seen; tokens share them
    QSet<const void *> m_adminLists;
    QTimer m_timer;
};

} // namespace rox
