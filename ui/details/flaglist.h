// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/textlabel.h"

#include <QWidget>

namespace rox {

/// Flags of tokens: a symbol and a sentence each, one under another.
class FlagList : public QWidget
{
    Q_OBJECT

public:
    struct Flag
    {
        QString symbol;
        TextTone tone = TextTone::Caution;
        QString text;
        QString why; ///< after the text, in secondary

        bool operator==(const Flag &) const = default;
    };

    explicit FlagList(QWidget *parent = nullptr);
    void setFlags(const QList<Flag> &flags);
    [[nodiscard]] const QList<Flag> &flags() const { return m_flags; }

private:
    QList<Flag> m_flags;
    QWidget *m_content = nullptr;
};

} // namespace rox
