// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>
#include <QFont>
#include <QLabel>
#include <QWidget>

/// Finds and presses widgets by accessible name, like a screen reader.
namespace rox::driver {

/// Sets up style, language, and failing on every warning but the platform's own.
void beginTest();

template <class T>
[[nodiscard]] T *part(const QWidget *window, const QString &accessibleName)
{
    for (T *widget : window->findChildren<T *>()) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

[[nodiscard]] inline QAbstractButton *button(const QWidget *window, const QString &name)
{
    return part<QAbstractButton>(window, name);
}

/// The text of the label with this object name; "(hidden)" if it is not visible.
[[nodiscard]] QString said(const QWidget *window, const QString &objectName);

/// All texts of a window's labels, fields, tooltips and accessible properties.
[[nodiscard]] QString everythingSaid(const QWidget *window);

/// Lists clipped widgets: outside of their parent, or buttons smaller than their text. Content that
/// can be scrolled vertically is not clipped.
[[nodiscard]] QString cutOff(const QWidget *window);

/// Doubles the application's font while it exists.
class DoubledFont
{
public:
    DoubledFont();
    ~DoubledFont();
    Q_DISABLE_COPY_MOVE(DoubledFont)

private:
    QFont m_before;
};

} // namespace rox::driver
