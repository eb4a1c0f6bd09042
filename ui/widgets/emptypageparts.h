// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QPushButton;
class QSpacerItem;

namespace rox {

struct EmptyPageContent;
class OfferCard;
class PermissionsTable;
class SymbolMark;
class TextLabel;

/// The widgets of an EmptyPage, in a column.
class EmptyPageParts : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPageParts(QWidget *parent = nullptr);
    void fill(const EmptyPageContent &content);
    void focusPrimary();

Q_SIGNALS:
    void primaryChosen();
    void secondaryChosen();
    void offerTaken();

private:
    QPushButton *addButton(const QString &objectName);
    void layOut();
    void fillButtons(const EmptyPageContent &content);

    SymbolMark *m_picture;
    QSpacerItem *m_pictureGap = nullptr;
    TextLabel *m_heading;
    TextLabel *m_sentence;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    TextLabel *m_note;
    QWidget *m_needsRoom; ///< the table and the gap above it
    PermissionsTable *m_needs;
    QWidget *m_offerRoom; ///< the card and the gap above it
    OfferCard *m_offer;
};

} // namespace rox
