// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFont>
#include <QLabel>
#include <QTest>
#include <QWidget>

namespace rox::gui {

/// Finds the parts of the program as a screen reader does: by accessible name, among what is
/// visible, the newest window first. Waits for it.
template <class T = QWidget>
T *find(const QString &accessibleName, int timeoutMs = 10'000)
{
    T *found = nullptr;
    const auto look = [&] {
        found = nullptr;
        const auto all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            auto *candidate = qobject_cast<T *>(widget);
            if (!candidate || !candidate->isVisible()
                || candidate->accessibleName() != accessibleName)
                continue;
            // A modal window hides what is behind it from the user.
            const QWidget *modal = QApplication::activeModalWidget();
            if (modal && candidate->window() != modal)
                continue;
            found = candidate;
        }
        return found != nullptr;
    };
    (void)QTest::qWaitFor(look, timeoutMs);
    return found;
}

/// Presses the middle of a widget, as a mouse does.
void click(QWidget *widget);
void type(QWidget *widget, const QString &text);
/// The row of a view whose column 0 or 1 shows this text, or -1.
[[nodiscard]] int rowOf(const QAbstractItemView *view, const QString &text);
void clickRow(QAbstractItemView *view, int row, int column = 0,
              Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Look, language and strictness of a test: any warning but the platform's own fails it.
void beginTest();

/// The first child of `window` with this accessible name, visible or not; null if there is none.
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

/// What the screen shows of this window, with the dialogs above it, as a PNG. Returns false if the
/// picture is empty or could not be written.
[[nodiscard]] bool photograph(QWidget *window, const QString &path);

} // namespace rox::gui
