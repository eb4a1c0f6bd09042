// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/focusaccess.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QWidget>

namespace rox {

namespace {

class FocusAccess final : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (widget()->focusProxy())
            state.focused = QApplication::focusWidget() == widget();
        return state;
    }
};

/// The roles are those of Qt's own interfaces.
QAccessibleInterface *accessOf(const QString &className, QObject *object)
{
    if (!object || !object->isWidgetType())
        return nullptr;
    auto *widget = static_cast<QWidget *>(object);
    if (className == QLatin1String("QDialogButtonBox"))
        return new FocusAccess(widget, QAccessible::Grouping);
    if (className == QLatin1String("QFrame"))
        return new FocusAccess(widget, QAccessible::Border);
    if (className == QLatin1String("QWidget"))
        return new FocusAccess(widget);
    return nullptr;
}

} // namespace

void installFocusAccess()
{
    QAccessible::installFactory(accessOf);
}

} // namespace rox
