// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/tokens/tokensearch.h"
#include "ui/style/colors.h"

#include <QFont>
#include <QRect>
#include <QStringList>

class QPainter;
class QStyleOptionViewItem;

namespace rox {

/// A rounded label: 20 px high, 4 px corners; Admin is caution with a shield.
struct Chip
{
    QString text;
    QString symbol; ///< icon before the text; may be empty
    Tone tone;
    bool isOutlined = false; ///< with the line of the tone
};

[[nodiscard]] Chip roleChip(const QString &role, const StatusColors &tones);
[[nodiscard]] int chipWidth(const Chip &chip, const QFont &font);
/// Draws the chip at the left of `rect`, vertically centred, elided to fit; returns its width.
int paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QFont &font,
              bool onTint = false, const QList<TokenSearch::Hit> &hits = {});

/// A chip of a row of roles, and where it stands.
struct PlacedChip
{
    Chip chip;
    QRect rect;
    qsizetype role; ///< its place among the roles; of "+n": of the first one that it stands for
    bool isMore = false;
};
/// Whole chips, then "+n"; a lone long one is elided.
[[nodiscard]] QList<PlacedChip> placedRoleChips(const QRect &rect, const QStringList &roles,
                                                const QFont &font, const StatusColors &tones);
/// As placedRoleChips(), with the hits of the search marked. Returns the width used.
int paintRoleChips(QPainter *painter, const QRect &rect, const QStringList &roles,
                   const QFont &font, const StatusColors &tones, bool onTint = false,
                   const TokenSearch &search = {});

/// The pill of a status: 20 px, 14 px icon, word. Active has no fill, Unknown an outline.
struct StatusLook
{
    QString word;
    QString symbol;
    Tone tone;
    bool filled = true;
    bool outlined = false;
};
[[nodiscard]] StatusLook statusLook(TokenStatus status, const StatusColors &tones);
/// In place of the status: it is not known whether the token is revoked.
[[nodiscard]] StatusLook unknownLook(const StatusColors &tones);
[[nodiscard]] int statusPillWidth(const StatusLook &look, const QFont &font);
int paintStatusBadge(QPainter *painter, const QRect &rect, const StatusLook &look,
                     const QFont &font);

/// Server mark: a square with cut corners, 14 px.
void paintServerMark(QPainter *painter, const QRect &rect, const QColor &color);

} // namespace rox
