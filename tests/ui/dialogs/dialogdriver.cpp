// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/dialogs/dialogdriver.h"

#include "ui/look/calmstyle.h"

#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

namespace rox::driver {

using namespace Qt::StringLiterals;

void beginTest()
{
    static bool looks = false;
    if (!std::exchange(looks, true)) {
        installLook(u"light"_s);
        auto *english = new QTranslator(qApp);
        if (english->load(u":/i18n/rox-tokens_en.qm"_s))
            QApplication::installTranslator(english);
    }
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

QString said(const QWidget *window, const QString &objectName)
{
    const auto *label = window->findChild<QLabel *>(objectName);
    if (!label)
        return u"(missing)"_s;
    return label->isVisibleTo(window) ? label->text() : u"(hidden)"_s;
}

QString everythingSaid(const QWidget *window)
{
    QStringList all;
    QList<const QWidget *> widgets = {window};
    for (const QWidget *child : window->findChildren<QWidget *>())
        widgets.append(child);
    for (const QWidget *widget : widgets) {
        all << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
            << widget->property("text").toString() << widget->property("plainText").toString();
        if (auto *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
            all << access->text(QAccessible::Name) << access->text(QAccessible::Value)
                << access->text(QAccessible::Description);
            if (auto *text = access->textInterface())
                all << text->text(0, text->characterCount());
        }
    }
    return all.join(u'\n');
}

} // namespace rox::driver
