// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokerows.h"
#include "models/servers/serverfacts.h"
#include "models/values/clock.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rox {

class RevokeList;

/// What the pages of "Revoke tokens" are about. The objects outlive the pages.
struct RevokeContext
{
    ServerFacts server;
    RevokeListModel *model = nullptr;
    RevokeRows *rows = nullptr;
    const Clock *clock = nullptr;
};

/// A stage of "Revoke tokens": a heading, the server, a sentence, the tokens, and what can be done.
class RevokePage : public QWidget
{
    Q_OBJECT

public:
    /// After a change of the model.
    virtual void refresh() = 0;
    /// Is the default and has the focus first; null: no button.
    [[nodiscard]] virtual QPushButton *harmlessButton() const { return nullptr; }
    /// Gives the list the height of its rows.
    virtual void fitRows();
    /// Of the window, in pixels.
    [[nodiscard]] virtual int windowWidth() const { return 592; }

protected:
    RevokePage(const RevokeContext &context, RevokeRows::Layout layout, QWidget *parent);
    /// Lays the list out, `above` directly over it; then addRow() appends what stands under it.
    void addList(QWidget *above = nullptr);
    QHBoxLayout *addRow(int distance);
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &objectName);
    void setHeading(const QString &text);
    void setMeaning(const QString &text);

    [[nodiscard]] const RevokeContext &context() const { return m_context; }
    [[nodiscard]] RevokeList *list() const { return m_list; }
    [[nodiscard]] QLabel *heading() const { return m_heading; }
    /// The line of the meaning, for what stands beside it.
    [[nodiscard]] QHBoxLayout *meaningRow() const { return m_meaningRow; }

private:
    RevokeContext m_context;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_meaning;
    QHBoxLayout *m_meaningRow = nullptr;
    RevokeList *m_list;
};

} // namespace rox
