// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace rox {

/// Why there is nothing to list, and the way on.
struct EmptyStateContent
{
    struct Need ///< a row of "You may not list the tokens": what for, what is missing
    {
        QString deed;
        QString needs;
        bool met = false;
    };

    QString symbol; ///< of resources/icons; empty shows the program's own icon, large
    QString heading;
    QString sentence;
    QString primary;   ///< button; empty: none
    QString secondary; ///< button; empty: none
    QString note;      ///< small, under the buttons
    QString primarySymbol;
    QString secondarySymbol;
    QList<Need> needs;
};

/// A page with icon, heading, sentence, one primary action.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setContent(const EmptyStateContent &content);

Q_SIGNALS:
    void primaryChosen();
    void secondaryChosen();
};

} // namespace rox
