// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>
#include <QFont>
#include <QLabel>
#include <QWidget>

/// Finds and presses the parts as a user of a screen reader does: by accessible name.
namespace rox::driver {

/// Look, language and strictness of a test: any warning but the platform's own fails it.
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

/// The text of the label of this object name; "(hidden)" if it cannot be seen.
[[nodiscard]] QString said(const QWidget *window, const QString &objectName);

/// All texts that a window holds in labels, fields, tooltips and accessible properties.
[[nodiscard]] QString everythingSaid(const QWidget *window);

/// What is not whole in sight: parts outside of the widget they stand in, buttons smaller than
/// their text. What scrolls up and down is in sight.
[[nodiscard]] QString cutOff(const QWidget *window);

/// Twice the application's font, for a person who needs it so.
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
