// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/pseudo/pseudolocale.h"

#include "tests/support/gui/paintedtexts.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <algorithm>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

/// Fingerprints, IDs, addresses and key sequences: what has no translation whatever it says.
const QRegularExpression &formattedData()
{
    static const QRegularExpression data(
        u"https?://"
        u"\\S+|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z|\\b[0-9A-F]{2}(:[0-9A-F]{2})+|\\b[0-9a-f]{6,}"
        u"[-0-9a-f]*|"
        "\\b(Ctrl|Shift|Alt|Meta)\\+\\S+|\\b(Esc|Del|Return|F[0-9]+)\\b|&[a-z]+;|<[^<>]+>"_s);
    return data;
}

/// Names of months, days and time zones come from Qt's locale.
ServerTexts withLocale(ServerTexts data)
{
    const QLocale locale;
    data.words += {locale.amText(), locale.pmText(), u"UTC"_s};
    for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
        for (int month = 1; month <= 12; ++month)
            data.addWords(locale.monthName(month, format));
        for (int day = 1; day <= 7; ++day)
            data.addWords(locale.dayName(day, format));
    }
    return data;
}

QStringList latinWords(const QString &text)
{
    static const QRegularExpression notLatin(u"[^A-Za-z]+"_s);
    return text.split(notLatin, Qt::SkipEmptyParts);
}

bool isData(const QString &word, bool elided, const QSet<QString> &words)
{
    if (words.contains(word))
        return true;
    return elided && std::any_of(words.cbegin(), words.cend(), [&word](const QString &whole) {
               return whole.startsWith(word) || whole.endsWith(word);
           });
}

bool isTranslated(QString text, bool elided, const ServerTexts &data)
{
    for (const QString &phrase : data.phrases)
        text.remove(phrase);
    const QStringList words = latinWords(text.replace(formattedData(), u" "_s));
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return isData(word, elided, data.words); });
}

QList<const QWidget *> inSight(const QWidget *window)
{
    QList<const QWidget *> all = {window};
    const auto children = window->findChildren<QWidget *>();
    for (const QWidget *child : children) {
        if (child->isVisibleTo(window) && !child->visibleRegion().isEmpty()
            && child->window() == window->window())
            all.append(child);
    }
    return all;
}

QList<gui::PaintedTexts::Text> paintedBy(const QWidget *widget)
{
    gui::PaintedTexts page(widget->size());
    QPainter painter(&page);
    painter.setLayoutDirection(widget->layoutDirection()); // decides what AlignLeft means
    const_cast<QWidget *>(widget)->render(&painter, {}, {}, {});
    return page.texts();
}

QString nameOf(const QWidget *widget)
{
    const QString name = QLatin1String(widget->metaObject()->className());
    return widget->objectName().isEmpty() ? name : name + u'#' + widget->objectName();
}

QStringList toldBy(const QWidget *widget)
{
    QStringList told = {widget->toolTip(), widget->accessibleName(),
                        widget->accessibleDescription()};
    if (widget->isWindow())
        told << widget->windowTitle();
    if (auto *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)))
        told << access->text(QAccessible::Name) << access->text(QAccessible::Description);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view || !view->model())
        return told;
    for (int row = 0; row < std::min(view->model()->rowCount(), 50); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndex index = view->model()->index(row, column);
            for (const int role :
                 {Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole, Qt::ToolTipRole})
                told << index.data(role).toString();
        }
    }
    return told;
}

/// What the user types or scrolls may be longer than its field.
bool scrollsSideways(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    for (const QWidget *each : {widget, parent}) {
        if (qobject_cast<const QLineEdit *>(each) || qobject_cast<const QPlainTextEdit *>(each)
            || qobject_cast<const QAbstractSpinBox *>(each))
            return true;
    }
    return false;
}

struct Painted
{
    const QWidget *widget;
    QString text;
    QRectF rect; ///< in the widget
    QRectF seen; ///< in the window, as far as it is in sight
};

QList<Painted> paintedIn(const QWidget *window)
{
    constexpr qreal stick = 2; // italics and accents stick out
    QList<Painted> all;
    for (const QWidget *widget : inSight(window)) {
        const QRectF sight = widget->visibleRegion().boundingRect();
        for (const auto &text : paintedBy(widget)) {
            const QRectF rect = text.rect.adjusted(stick, stick, -stick, -stick);
            const QRectF seen = rect & sight;
            if (!text.text.trimmed().isEmpty() && seen.isValid())
                all.append({widget, text.text, rect,
                            seen.translated(widget->mapTo(window, QPoint(0, 0)))});
        }
    }
    return all;
}

} // namespace

PseudoLocale::PseudoLocale(Qt::LayoutDirection direction)
    : m_before(QGuiApplication::layoutDirection())
    , m_isLoaded(m_translator.load(QStringLiteral(ROX_PSEUDO)))
{
    QCoreApplication::installTranslator(&m_translator);
    QGuiApplication::setLayoutDirection(direction);
}

PseudoLocale::~PseudoLocale()
{
    QGuiApplication::setLayoutDirection(m_before);
    QCoreApplication::removeTranslator(&m_translator);
}

void ServerTexts::addWords(const QString &text)
{
    for (const QString &word : latinWords(text))
        words.insert(word);
}

QStringList untranslated(const QWidget *window, const ServerTexts &data)
{
    const ServerTexts known = withLocale(data);
    QStringList found;
    for (const QWidget *widget : inSight(window)) {
        const QStringList told = toldBy(widget);
        for (const QString &text : told) {
            if (!isTranslated(text, text.contains(u'…'), known))
                found << nameOf(widget) + u" tells: "_s + text;
        }
        const auto painted = paintedBy(widget);
        const bool elided = std::any_of(painted.cbegin(), painted.cend(),
                                        [](const auto &each) { return each.text.contains(u'…'); });
        for (const auto &each : painted) {
            if (!isTranslated(each.text, elided, known))
                found << nameOf(widget) + u" shows: "_s + each.text;
        }
    }
    found.removeDuplicates();
    return found;
}

QStringList collisions(const QWidget *window)
{
    QStringList found;
    const auto texts = paintedIn(window);
    for (qsizetype at = 0; at < texts.size(); ++at) {
        const Painted &text = texts.at(at);
        if (!scrollsSideways(text.widget)
            && (text.rect.left() < 0 || text.rect.right() > text.widget->width()))
            found << nameOf(text.widget) + u" cuts off: "_s + text.text;
        for (qsizetype other = 0; other < at; ++other) {
            // A menu paints the text of a dangerous action twice, the second time in red.
            if (texts.at(other).text != text.text && (texts.at(other).seen & text.seen).isValid())
                found << nameOf(texts.at(other).widget) + u" overlaps: "_s + texts.at(other).text
                             + u" | "_s + text.text;
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace rox::test
