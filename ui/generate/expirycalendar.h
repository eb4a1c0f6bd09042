// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCalendarWidget>

namespace rox {

/// The calendar of the expiration date, in the colours of the form: Qt's own has red weekends and
/// green arrows.
class ExpiryCalendar : public QCalendarWidget
{
    Q_OBJECT

public:
    explicit ExpiryCalendar(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showColors();
};

} // namespace rox
