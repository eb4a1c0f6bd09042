// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/detailspanel.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "ui/details/noteedit.h"
#include "ui/details/notefield.h"
#include "ui/details/selectiondetails.h"
#include "ui/details/tagedit.h"
#include "ui/details/tokendetails.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/focusscroll.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tooltips.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// As tall as the page that is shown, not as the tallest.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] QSize sizeHint() const override { return currentWidget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {0, currentWidget()->minimumSizeHint().height()};
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return currentWidget()->heightForWidth(width);
    }
};

constexpr qsizetype MaxTitle = 160; // characters: some lines

} // namespace

DetailsPanel::DetailsPanel(TokenListModel *model, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_actions(actions)
{
    setObjectName(u"tokenDetails"_s);
    setAccessibleName(tr("Token details"));
    setMinimumWidth(220);
}

void DetailsPanel::makeParts()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(makePages(), 1);
    column->addWidget(makeFoot());
    // Qt shows what is added to a visible widget in the next event only.
    const auto parts = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *part : parts)
        part->show();
}

QLayout *DetailsPanel::makeHead()
{
    m_title = new TextLabel(TextSize::PanelHeading, this);
    m_title->setObjectName(u"tokenTitle"_s);
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeDetails"_s);
    close->setAccessibleName(tr("Close details"));
    close->setToolTip(tr("Close details (F9)"));
    close->setIcon(symbolIcon(u"close"_s));
    close->setIconSize({16, 16});
    close->setFixedSize(28, 28);
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &DetailsPanel::closeRequested);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 10, 0);
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    return head;
}

QWidget *DetailsPanel::makePages()
{
    m_one = new TokenDetails;
    m_many = new SelectionDetails;
    connect(m_one->noteEdit(), &NoteEdit::chosen, this,
            [this](const QString &id, const QString &text) {
                Q_EMIT noteChosen(id, NoteKind::Note, text);
            });
    connect(m_one->tagEdit(), &TagEdit::chosen, this,
            [this](const QString &id, const QStringList &tags) {
                Q_EMIT noteChosen(id, NoteKind::Tags, tagsAsText(tags));
            });
    connect(m_one->noteEdit()->field(), &NoteField::escaped, this, &DetailsPanel::noteLeft);

    m_stack = new PageStack;
    m_stack->addWidget(m_one);
    m_stack->addWidget(m_many);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(m_stack);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(m_scroll->verticalScrollBar());
    m_scroll->setFocusPolicy(Qt::NoFocus);
    keepFocusVisible(m_scroll);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_stack->setAutoFillBackground(false);
    return m_scroll;
}

QWidget *DetailsPanel::makeFoot()
{
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(16, 13, 16, 11);
    foot->setSpacing(8);
    for (QAction *action : std::as_const(m_actions)) {
        auto *button = new ActionButton(action, m_foot);
        button->setObjectName(action->objectName() + u"Button"_s);
        foot->addWidget(button, 1);
    }
    return m_foot;
}

void DetailsPanel::setOwnToken(const QString &id, const QString &note)
{
    m_ownId = id;
    m_ownNote = note;
}

void DetailsPanel::showRows(const QList<std::pair<int, int>> &runs)
{
    int count = 0;
    for (const auto &[first, last] : runs)
        count += last - first + 1;
    if (count > 0 && !m_stack)
        makeParts();
    if (count == 1)
        showToken(runs.first().first);
    else if (count > 1)
        showMany(runs, count);
}

void DetailsPanel::settleNote(const QString &tokenId, NoteKind kind, const QString &text,
                              const QString &reason)
{
    if (!m_stack)
        return;
    if (kind == NoteKind::Note)
        m_one->noteEdit()->settle(tokenId, text, reason);
    else
        m_one->tagEdit()->settle(tokenId, tagsOfText(text), reason);
    m_stack->updateGeometry();
}

void DetailsPanel::focusNote()
{
    if (!m_stack)
        return;
    NoteField *field = m_one->noteEdit()->field();
    field->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(m_one->noteEdit());
}

void DetailsPanel::showToken(int row)
{
    const TokenDetail detail = m_model->detailAt(row);
    const QString &id = detail.token.id;
    const bool isOwn =
        detail.flags.testFlag(TokenFlag::SignedIn) || (!id.isEmpty() && id == m_ownId);
    const QString whole = TokenText::name(detail.token.name);
    const QString shown = TokenText::name(detail.token.name, MaxTitle);
    m_title->showText(shown, TextTone::Text, true);
    m_title->setToolTip(shown == whole ? QString() : plainToolTip(whole));
    m_one->setDetail(detail, !isOwn                ? QString()
                             : m_ownNote.isEmpty() ? tr("This is the token you are signed in with.")
                                                   : m_ownNote);
    m_stack->setCurrentWidget(m_one);
    m_stack->updateGeometry();
    if (std::exchange(m_shownId, id) != id)
        m_scroll->verticalScrollBar()->setValue(0);
}

void DetailsPanel::showMany(const QList<std::pair<int, int>> &runs, int count)
{
    m_shownId.clear();
    m_title->setToolTip({});
    m_title->showText(tr("%Ln token(s) selected", nullptr, count), TextTone::Text, true);
    m_many->setSummary(m_model->summaryOf(runs), m_model->now());
    m_stack->setCurrentWidget(m_many);
    m_stack->updateGeometry();
}

void DetailsPanel::paintEvent(QPaintEvent *)
{
    if (!m_foot)
        return;
    QPainter painter(this);
    painter.fillRect(0, m_foot->y(), width(), 1, statusColors(palette()).panelLine);
}

} // namespace rox
