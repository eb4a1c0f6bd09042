// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/announce.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    // With a frame's role the events below are nobody's concern.
    if (className == "rox::MessageBar"_L1 || className == "rox::NoticeBar"_L1)
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void prepareToAnnounce()
{
    static const bool installed = (QAccessible::installFactory(interfaceFor), true);
    Q_UNUSED(installed)
}

void announce(QWidget *bar)
{
    // AT-SPI knows no alert: there it is an alert's coming into sight that is said.
    for (const QAccessible::Event what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(bar, what);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace rox
