// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/parts/messagebar.h"

#include "ui/look/symbols.h"
#include "ui/parts/announce.h"
#include "ui/parts/barlook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SuccessMs = 8000;

/// A button in it may be what brought us here.
void letGo(QWidget *part)
{
    if (!part)
        return;
    part->hide();
    part->deleteLater();
}

bool stays(const Message &message)
{
    return message.severity == Severity::Caution || message.severity == Severity::Bad;
}

} // namespace

/// The tone of the bar, at the size of a line; painted anew with each theme.
class MessageBar::Symbol final : public QWidget
{
public:
    explicit Symbol(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(16, 16);
    }

    void show(const QString &name, Severity severity)
    {
        m_name = name;
        m_severity = severity;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintSymbol(&painter, m_name, barLook(m_severity, palette()).tone.text, rect());
    }

private:
    QString m_name;
    Severity m_severity = Severity::Info;
};

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_hide(new QTimer(this))
{
    prepareToAnnounce();
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_hide->setSingleShot(true);
    m_hide->setInterval(SuccessMs);
    connect(m_hide, &QTimer::timeout, this, [this] { dismiss(m_message.id); });
    hide();
}

void MessageBar::show(const Message &message)
{
    const bool again = !isHidden() && message.id == m_message.id;
    if (again) {
        setExtra(nullptr);
    } else {
        dropCovered(message.id);
        cover();
    }
    const bool sameParts =
        again && message.actions == m_message.actions && message.closable == m_message.closable;
    m_message = message;
    display(sameParts);
}

void MessageBar::showUnder(const Message &message)
{
    if (isHidden() || message.id == m_message.id || !stays(m_message)) {
        show(message);
        return;
    }
    dropCovered(message.id);
    m_covered.append({message, nullptr});
}

void MessageBar::cover()
{
    if (m_extra)
        m_extra->hide();
    if (!isHidden() && stays(m_message)) {
        if (m_extra)
            m_extra->setParent(this); // not of what goes
        m_covered.append({m_message, m_extra});
    }
    m_extra = nullptr; // else it goes with the old layout
}

void MessageBar::dropCovered(const QString &id)
{
    for (qsizetype i = m_covered.size() - 1; i >= 0; --i) {
        if (m_covered.at(i).message.id == id)
            letGo(m_covered.takeAt(i).extra);
    }
}

void MessageBar::display(bool sameParts)
{
    if (!sameParts) {
        rebuild();
        if (m_extra)
            m_content->layout()->addWidget(m_extra);
        if (m_extra)
            m_extra->show();
    }
    fillText();
    setAccessibleDescription(plainBarText(m_message));
    m_hide->stop();
    if (m_message.severity == Severity::Success)
        m_hide->start();
    update();
    setVisible(true);
    announce(this);
}

void MessageBar::dismiss()
{
    const auto covered = std::exchange(m_covered, {});
    for (const Covered &each : covered) {
        letGo(each.extra);
        Q_EMIT dismissed(each.message.id);
    }
    if (!isHidden())
        dismiss(m_message.id);
}

void MessageBar::dismiss(const QString &which)
{
    // Of the message that goes, perhaps.
    const QString id = which; // NOLINT(performance-unnecessary-copy-initialization)
    if (isHidden() || m_message.id != id) {
        const auto before = m_covered.size();
        dropCovered(id);
        if (m_covered.size() != before)
            Q_EMIT dismissed(id);
        return;
    }
    m_hide->stop();
    if (m_covered.isEmpty()) {
        m_message = {};
        setExtra(nullptr);
        hide();
    } else {
        const Covered last = m_covered.takeLast();
        m_message = last.message;
        m_extra = last.extra;
        display(false);
    }
    Q_EMIT dismissed(id);
}

void MessageBar::setExtra(QWidget *extra)
{
    letGo(m_extra);
    m_extra = extra;
    if (!extra)
        return;
    m_content->layout()->addWidget(extra);
    extra->show();
}

void MessageBar::fillText()
{
    m_symbol->show(m_message.symbol.isEmpty() ? barLook(m_message.severity, palette()).symbol
                                              : m_message.symbol,
                   m_message.severity);
    m_text->setText(barText(m_message));
}

bool MessageBar::isKept(const QWidget *child) const
{
    return child == m_extra
           || std::any_of(m_covered.cbegin(), m_covered.cend(),
                          [child](const Covered &each) { return each.extra == child; });
}

void MessageBar::rebuild()
{
    delete layout();
    const auto old = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (auto *child : old) {
        if (isKept(child))
            continue;
        child->setObjectName({});
        letGo(child);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(11, 6, 8, 6);
    row->setSpacing(8);
    m_symbol = new Symbol(this);
    auto *symbolBox = new QVBoxLayout;
    symbolBox->setContentsMargins(0, 8, 0, 8);
    symbolBox->addWidget(m_symbol, 0, Qt::AlignTop);
    symbolBox->addStretch();
    row->addLayout(symbolBox);

    m_content = new QWidget(this);
    m_content->setObjectName(u"messageContent"_s);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_text = new QLabel(m_content);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(32);
    column->addWidget(m_text);
    row->addWidget(m_content, 1);
    addButtons(row);
}

void MessageBar::addButtons(QHBoxLayout *row)
{
    for (int i = 0; i < m_message.actions.size(); ++i) {
        auto *button = new QPushButton(m_message.actions.at(i), this);
        button->setAccessibleName(m_message.actions.at(i));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, id = m_message.id, i] { Q_EMIT actionChosen(id, i); });
        row->addWidget(button, 0, Qt::AlignTop);
    }
    if (!m_message.closable)
        return;
    auto *close = new QToolButton(this);
    close->setIcon(symbolIcon(u"close"_s));
    close->setAccessibleName(tr("Close message"));
    close->setToolTip(tr("Close message"));
    close->setFixedSize(32, 32);
    connect(close, &QToolButton::clicked, this, [this] { dismiss(m_message.id); });
    row->addWidget(close, 0, Qt::AlignTop);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBar(&painter, rect(), barLook(m_message.severity, palette()).tone);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
}

} // namespace rox
