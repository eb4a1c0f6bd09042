// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QSpacerItem;

namespace rox {

class PermissionsTable;
class OfferCard;
class SymbolMark;
class TextLabel;

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

/// A page with icon, heading, sentence, one primary action. In a small window it scrolls.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);
    void setContent(const EmptyPageContent &content);
    void focusPrimary();

Q_SIGNALS:
    void primaryChosen();
    void secondaryChosen();
    void offerTaken();

private:
    void fill(const EmptyPageContent &content);
    QPushButton *addButton(const QString &objectName);
    SymbolMark *m_picture;
    QSpacerItem *m_pictureGap;
    TextLabel *m_heading;
    TextLabel *m_sentence;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    TextLabel *m_note;
    QWidget *m_needsRoom; ///< the table and the gap above it
    PermissionsTable *m_needs;
    QWidget *m_offerRoom; ///< the card and the gap above it
    OfferCard *m_offer;
    QWidget *m_parts;                          ///< all of the above
    QTimer m_patience;                         ///< until m_parts are shown
    std::optional<EmptyPageContent> m_content; ///< what is shown
};

} // namespace rox
