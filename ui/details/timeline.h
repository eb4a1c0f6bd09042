// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/timeline.h"

#include <QWidget>

namespace rox {

/// Words and draws the events of a token's life, one under another.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);
    void setEntries(const QList<TimelineEntry> &entries, UtcMs now);
    [[nodiscard]] const QList<TimelineEntry> &entries() const { return m_entries; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString titleOf(TimelineEntry::Kind kind);
    [[nodiscard]] QString timeOf(const TimelineEntry &entry) const;

    QList<TimelineEntry> m_entries;
    UtcMs m_now = NoTime;
};

} // namespace rox
