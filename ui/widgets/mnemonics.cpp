// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/mnemonics.h"

#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// A letter would take the place of this shortcut.
bool hasOwnShortcut(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && !button->shortcut().isEmpty()
           && button->shortcut() != QKeySequence::mnemonic(button->text());
}

/// Those that paint the underline. A TextLabel paints its text as it is.
bool hasMnemonic(const QWidget *widget)
{
    if (hasOwnShortcut(widget))
        return false;
    if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget)
        || qobject_cast<const QRadioButton *>(widget))
        return true;
    const auto *label = qobject_cast<const QLabel *>(widget);
    return label && label->buddy() && !qobject_cast<const TextLabel *>(widget);
}

QString textOf(const QWidget *widget)
{
    return widget->property("text").toString();
}

/// Where the text asks for its letter: the place of "&", or -1.
qsizetype markIn(const QString &text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0 && at + 1 < text.size();
         at = text.indexOf(u'&', at + 2)) {
        if (text.at(at + 1) != u'&')
            return at;
    }
    return -1;
}

/// Places of the letters in a text without a mark: the first ones of its words, then the others.
QList<qsizetype> lettersOf(const QString &text)
{
    QList<qsizetype> first;
    QList<qsizetype> others;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at).isLetterOrNumber())
            (at == 0 || text.at(at - 1).isSpace() ? first : others).append(at);
    }
    return first + others;
}

/// Returns the text with a mark at a letter that is not used yet, and adds it to `used`.
QString marked(QString text, QSet<QChar> *used)
{
    const qsizetype mark = markIn(text);
    if (mark >= 0) {
        const QChar letter = text.at(mark + 1).toUpper();
        if (!used->contains(letter)) {
            used->insert(letter);
            return text;
        }
        text.remove(mark, 1);
    }
    for (const qsizetype at : lettersOf(text)) {
        const QChar letter = text.at(at).toUpper();
        if (!used->contains(letter)) {
            used->insert(letter);
            return text.insert(at, u'&');
        }
    }
    return text;
}

} // namespace

Mnemonics::Mnemonics(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool Mnemonics::eventFilter(QObject *watched, QEvent *event)
{
    // A text that changes asks for a new layout, and so does a part that is shown or hidden.
    if ((event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest)
        && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (qobject_cast<QDialog *>(widget) && event->type() == QEvent::Show)
            chooseMnemonics(widget);
        else if (qobject_cast<QDialog *>(widget->window()))
            chooseSoon(widget->window());
    }
    return false;
}

void Mnemonics::chooseSoon(QWidget *dialog)
{
    if (m_waiting.contains(dialog))
        return;
    m_waiting.insert(dialog);
    QMetaObject::invokeMethod(
        this,
        [this, dialog, alive = QPointer(dialog)] {
            m_waiting.remove(dialog);
            if (alive)
                chooseMnemonics(alive);
        },
        Qt::QueuedConnection);
}

void chooseMnemonics(QWidget *dialog)
{
    QList<QWidget *> widgets;
    for (auto *widget : dialog->findChildren<QWidget *>()) {
        if (hasMnemonic(widget) && widget->window() == dialog && widget->isVisibleTo(dialog)
            && !textOf(widget).isEmpty())
            widgets.append(widget);
    }
    const auto rank = [](const QWidget *widget) {
        if (qobject_cast<const QDialogButtonBox *>(widget->parentWidget()))
            return 0;
        return markIn(textOf(widget)) >= 0 ? 1 : 2;
    };
    std::stable_sort(
        widgets.begin(), widgets.end(),
        [&rank](const QWidget *left, const QWidget *right) { return rank(left) < rank(right); });
    QSet<QChar> used;
    for (QWidget *widget : std::as_const(widgets)) {
        const QString before = textOf(widget);
        const QString text = marked(before, &used);
        if (text != before)
            widget->setProperty("text", text);
    }
}

} // namespace rox
