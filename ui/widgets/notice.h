// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/messagebar.h"

class QTimer;

namespace rox {

/// News, such as "3 tokens revoked", on a card over the lower edge of a list. It moves nothing and
/// takes no focus. It goes after 8 s, but not while the pointer is on it; a failure stays.
/// Accessible name "Notice".
class Notice : public MessageBar
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    /// Over the lower edge of `list`, whose window it becomes a part of; not shown before.
    void placeOver(QWidget *list);
    void show(const Message &news); ///< in place of the one before
    void dismiss();
    void clear(); ///< the same, without a signal
    /// A failure waits for the user; news go by themselves.
    [[nodiscard]] static bool stays(const Message &message);
    static constexpr int Shadow = 6; ///< around the card

Q_SIGNALS:
    void dismissed(const QString &id); ///< not of news that others have replaced

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QPointer<QWidget> m_list;
    QTimer *m_hide;
};

} // namespace rox
