// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokennote.h"

#include <QList>
#include <QWidget>

class QAction;
class QLayout;
class QScrollArea;
class QStackedWidget;

namespace rox {

class SelectionDetails;
class TextLabel;
class TokenDetails;
class TokenListModel;

/// The panel "Token details": one token, or a summary of several.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `actions` have a button each, in this order.
    DetailsPanel(TokenListModel *model, const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// The token that signs in here, or did. `note` says how it stands with that; empty: it is in
    /// use.
    void setOwnToken(const QString &id, const QString &note);
    /// Rows of the list as [first, last].
    void showRows(const QList<std::pair<int, int>> &runs);
    /// The answer to noteChosen() and tagsChosen(): a sentence on why it was not kept; empty: it
    /// was.
    void settleNote(const QString &tokenId, NoteKind kind, const QString &text,
                    const QString &reason);
    void focusNote();
    static constexpr int Width = 295;

Q_SIGNALS:
    void closeRequested();
    /// To be kept: a note, or all tags of a token as tagsAsText().
    void noteChosen(const QString &tokenId, rox::NoteKind kind, const QString &text);
    void noteLeft(); ///< by Esc

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// When rows are shown for the first time. At the start none are, and the fonts of the parts
    /// take time to load.
    void makeParts();
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QWidget *makePages();
    [[nodiscard]] QWidget *makeFoot();
    void showToken(int row);
    void showMany(const QList<std::pair<int, int>> &runs, int count);

    TokenListModel *m_model;
    QList<QAction *> m_actions;
    TextLabel *m_title = nullptr;
    QScrollArea *m_scroll = nullptr;
    QStackedWidget *m_stack = nullptr;
    TokenDetails *m_one = nullptr;
    SelectionDetails *m_many = nullptr;
    QWidget *m_foot = nullptr;
    QString m_ownId;
    QString m_ownNote;
    QString m_shownId;
};

} // namespace rox
