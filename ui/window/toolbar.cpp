// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/toolbar.h"

#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/menubutton.h"
#include "ui/window/windowactions.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int MarkSize = 14;
constexpr int SearchWidth = 264;
constexpr int NarrowSearchWidth = 240;
} // namespace

Toolbar::Toolbar(WindowActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextSize::PanelHeading, this))
    , m_address(new TextLabel(TextSize::Secondary, this))
    , m_search(new SearchField(this))
    , m_refresh(new ActionButton(actions->action(MainWindow::Action::Refresh), this))
    , m_revoke(new ActionButton(actions->action(MainWindow::Action::Revoke), this))
    , m_generate(new ActionButton(actions->action(MainWindow::Action::Generate), this))
    , m_menu(new MenuButton(actions->action(MainWindow::Action::OpenMenu),
                            actions->makeButtonMenu(this), this))
{
    setMinimumHeight(Height);
    m_name->showText({}, TextTone::Text, true); // measured without a text too: in its own font
    m_name->setElided(Qt::ElideRight);
    m_address->setElided(Qt::ElideRight);
    m_name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_refresh->setObjectName(u"refreshButton"_s);
    m_revoke->setObjectName(u"revokeButton"_s);
    m_generate->setObjectName(u"generateTokenButton"_s);
    setButtonRole(m_generate, ButtonRole::Primary);
    m_generate->setOwnIcon(symbolIcon(u"plus"_s, TextTone::Highlighted));

    auto *name = new QHBoxLayout;
    name->setSpacing(0);
    name->addSpacing(MarkSize + 8);
    name->addWidget(m_name);
    auto *server = new QVBoxLayout;
    server->setContentsMargins(0, 10, 0, 11);
    server->setSpacing(0);
    server->addLayout(name, 1);
    server->addWidget(m_address);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addLayout(server, 1);
    row->addSpacing(8);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_search, m_refresh, m_revoke, m_generate})
        row->addWidget(widget, 0, Qt::AlignVCenter);
    row->addWidget(m_menu, 0, Qt::AlignRight | Qt::AlignVCenter); // alone it has the whole row
    m_search->setFixedWidth(SearchWidth);
}

void Toolbar::setServer(const ServerFacts &server)
{
    m_name->showText(shownText(server.name), TextTone::Text, true);
    QString address = shownText(server.address);
    if (!server.version.isEmpty())
        address = tr("%1, version %2").arg(address, shownText(server.version));
    m_address->showText(address, TextTone::Secondary);
    m_colorName = server.colorName;
    m_symbol = server.symbol;
    // On all servers, Generate asks on which one.
    m_generate->setHasArrow(!m_symbol.isEmpty());
    m_generate->setAccessibleDescription(m_symbol.isEmpty() ? QString()
                                                            : tr("Opens the list of servers"));
    update();
}

void Toolbar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_refresh->setShortText(narrow ? u""_s : QString());
    m_revoke->setShortText(narrow ? u""_s : QString());
    m_generate->setShortText(narrow ? tr("Generate") : QString());
}

void Toolbar::setBare(bool bare)
{
    m_bare = bare;
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_address, m_search, m_refresh,
                                                          m_revoke, m_generate})
        part->setVisible(!bare);
    update();
}

QRect Toolbar::markRect() const
{
    const QRect name = m_name->geometry();
    const int left = isRightToLeft() ? name.right() + 1 + 8 : name.left() - 8 - MarkSize;
    return {left, name.top() + (name.height() - MarkSize) / 2, MarkSize, MarkSize};
}

void Toolbar::paintEvent(QPaintEvent *)
{
    if (m_bare)
        return;
    const StatusColors tones = statusColors(palette());
    QPainter painter(this);
    if (m_symbol.isEmpty())
        paintServerMark(&painter, markRect(), serverColor(m_colorName, tones.dark));
    else
        paintSymbol(&painter, m_symbol, palette().color(QPalette::WindowText),
                    markRect().adjusted(-1, -1, 1, 1));
    painter.fillRect(0, height() - 1, width(), 1, tones.panelLine);
}

void Toolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // At 800 px the search field shrinks: the name needs room too.
    const int most = m_narrow ? NarrowSearchWidth : SearchWidth;
    m_search->setFixedWidth(std::clamp(event->size().width() / 3, 120, most));
}

} // namespace rox
