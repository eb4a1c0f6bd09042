// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace rox {

class EmptyPageParts;

/// Why the list is not shown, and what the user can do about it.
struct EmptyPageContent
{
    struct Need ///< a row of "You may not list the tokens": what for, what is missing
    {
        QString deed;
        QString needs;
        bool met = false;

        bool operator==(const Need &) const = default;
    };

    struct Offer ///< a card under the buttons: what was found, and the button to use it
    {
        QString symbol;
        QString lead; ///< semibold
        QString text;
        QString button;

        bool operator==(const Offer &) const = default;
    };

    QString symbol = {}; ///< of resources/icons; empty shows the program's own icon, large
    QString heading = {};
    QString sentence = {};
    QString primary = {};   ///< button; empty: none
    QString secondary = {}; ///< button; empty: none
    QString note = {};      ///< small, under the buttons
    QString primarySymbol = {};
    QString secondarySymbol = {};
    QList<Need> needs = {};
    std::optional<Offer> offer = {};
    bool waits = false; ///< says what is waited for; not shown for a wait that ends at once

    bool operator==(const EmptyPageContent &) const = default;
};

/// A page with icon, heading, sentence, one primary action. In a small window it scrolls. A page
/// that waits is empty for its first 300 ms: one that came and went at once would be a flash.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);
    void setContent(const EmptyPageContent &content);
    void focusPrimary(); ///< now, or once the page is shown

Q_SIGNALS:
    void primaryChosen();
    void secondaryChosen();
    void offerTaken();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void await();
    void showParts();
    void makeParts();

    EmptyPageParts *m_parts = nullptr; ///< made when they are first shown
    QWidget *m_scroll = nullptr;       ///< around m_parts
    QTimer m_patience;                 ///< until m_content is shown
    bool m_takesFocus = false;         ///< once it is shown
    std::optional<EmptyPageContent> m_content;
};

} // namespace rox
