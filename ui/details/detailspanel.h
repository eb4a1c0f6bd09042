// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/details/tokendetails.h"

#include <QWidget>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace rox {

class SelectionDetails;
class SelectionSummary;
class TextLabel;
class TokenListModel;

/// The panel "Token details": one token, or what several have together.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    DetailsPanel(TokenListModel *model, QAction *copyId, QWidget *parent = nullptr);

    /// Role names that let a token make and revoke tokens.
    void setRevokingRoles(const QStringList &roles);
    /// The token that signs in here. `note` says how it stands with that; empty: it is in use.
    void setOwnToken(const QString &id, const QString &note);
    /// Rows of the list as [first, last].
    void showRows(const QList<std::pair<int, int>> &runs);
    static constexpr int Width = 295;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showToken(int row);
    void showMany(const QList<std::pair<int, int>> &runs, int count);
    [[nodiscard]] TokenFacts factsOf(int row) const;

    TokenListModel *m_model;
    TextLabel *m_title;
    QScrollArea *m_scroll;
    QStackedWidget *m_stack;
    TokenDetails *m_one;
    SelectionDetails *m_many;
    SelectionSummary *m_summary;
    QWidget *m_foot;
    QStringList m_revokingRoles;
    QString m_ownId;
    QString m_ownNote;
    QString m_shownId;
};

} // namespace rox
