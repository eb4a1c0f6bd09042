// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QWidget>

namespace rox {

/// What happened to a token and what is ahead, one under another.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString what;
        QString when;
        bool ahead = false;
        bool soon = false; ///< ahead, and calls for attention

        bool operator==(const Entry &) const = default;
    };

    explicit Timeline(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Entry> m_entries;
};

} // namespace rox
