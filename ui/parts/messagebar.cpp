// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/parts/messagebar.h"

#include "ui/look/symbols.h"
#include "ui/parts/barlook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SuccessMs = 8000;

/// The tone of the bar, at the size of a line; painted anew with each theme.
class BarSymbol final : public QWidget
{
public:
    BarSymbol(QString name, Severity severity, QWidget *parent)
        : QWidget(parent)
        , m_name(std::move(name))
        , m_severity(severity)
    {
        setFixedSize(16, 16);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintSymbol(&painter, m_name, barLook(m_severity, palette()).tone.text, rect());
    }

private:
    QString m_name;
    Severity m_severity;
};

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_hide(new QTimer(this))
{
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_hide->setSingleShot(true);
    m_hide->setInterval(SuccessMs);
    connect(m_hide, &QTimer::timeout, this, qOverload<>(&MessageBar::dismiss));
    hide();
}

void MessageBar::show(const Message &message)
{
    m_message = message;
    m_extra = nullptr; // goes with the old layout
    rebuild();
    setAccessibleDescription(plainBarText(message));
    m_hide->stop();
    if (message.severity == Severity::Success)
        m_hide->start();
    setVisible(true);
}

void MessageBar::dismiss()
{
    if (isHidden() && m_message.id.isEmpty())
        return;
    const QString id = std::exchange(m_message, {}).id;
    m_hide->stop();
    hide();
    Q_EMIT dismissed(id);
}

void MessageBar::dismiss(const QString &id)
{
    if (m_message.id == id)
        dismiss();
}

void MessageBar::setExtra(QWidget *extra)
{
    delete m_extra;
    m_extra = extra;
    if (!extra)
        return;
    auto *content = findChild<QWidget *>(u"messageContent"_s);
    content->layout()->addWidget(extra);
    extra->show();
}

void MessageBar::rebuild()
{
    delete layout();
    const auto old = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (auto *child : old) {
        child->hide();
        child->setObjectName({});
        child->deleteLater(); // a button of the old message may be what brought us here
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(11, 6, 8, 6);
    row->setSpacing(8);
    const QString own = barLook(m_message.severity, palette()).symbol;
    auto *symbol = new BarSymbol(m_message.symbol.isEmpty() ? own : m_message.symbol,
                                 m_message.severity, this);
    auto *symbolBox = new QVBoxLayout;
    symbolBox->setContentsMargins(0, 8, 0, 8);
    symbolBox->addWidget(symbol, 0, Qt::AlignTop);
    symbolBox->addStretch();
    row->addLayout(symbolBox);

    auto *content = new QWidget(this);
    content->setObjectName(u"messageContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *label = new QLabel(content);
    label->setObjectName(u"messageText"_s);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setText(barText(m_message));
    label->setMinimumHeight(32);
    column->addWidget(label);
    row->addWidget(content, 1);

    for (int i = 0; i < m_message.actions.size(); ++i) {
        auto *button = new QPushButton(m_message.actions.at(i), this);
        button->setAccessibleName(m_message.actions.at(i));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, i] { Q_EMIT actionChosen(m_message.id, i); });
        row->addWidget(button, 0, Qt::AlignTop);
    }
    if (m_message.closable) {
        auto *close = new QToolButton(this);
        close->setIcon(symbolIcon(u"close"_s));
        close->setAccessibleName(tr("Close message"));
        close->setToolTip(tr("Close message"));
        close->setFixedSize(32, 32);
        connect(close, &QToolButton::clicked, this, qOverload<>(&MessageBar::dismiss));
        row->addWidget(close, 0, Qt::AlignTop);
    }
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
