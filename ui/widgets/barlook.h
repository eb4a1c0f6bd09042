// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/tones.h"
#include "ui/widgets/messagebar.h"

class QPainter;
class QRect;

namespace rox {

/// How a bar of this severity looks: MessageBar over a list, NoticeBar in a dialog.
struct BarLook
{
    Tone tone;
    QString symbol; ///< the severity's own
};

[[nodiscard]] BarLook barLook(Severity severity, const QPalette &palette);
/// Fill and line of the bar.
void paintBar(QPainter *painter, const QRect &rect, const Tone &tone);
/// The text of a bar as rich text, only for the weight of its lead: every character is escaped.
[[nodiscard]] QString barText(const Message &message);
/// What a screen reader says of it.
[[nodiscard]] QString plainBarText(const Message &message);

} // namespace rox
