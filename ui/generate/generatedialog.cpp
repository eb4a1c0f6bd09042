// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/generatedialog.h"

#include "models/roles/rolelistmodel.h"
#include "ui/generate/draftcard.h"
#include "ui/generate/expirypicker.h"
#include "ui/generate/namefield.h"
#include "ui/generate/refusal.h"
#include "ui/generate/rolepicker.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/focusscroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/serverline.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Preferred = {840, 570};

} // namespace

QWidget *GenerateDialog::makeForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->addWidget(serverLine(m_server, form), 1);
    top->addWidget(secondaryLabel(m_parts.hint, form));
    column->addLayout(top);
    if (m_parts.head) {
        column->addSpacing(10);
        column->addWidget(m_parts.head);
    }
    column->addSpacing(12);
    m_refusalRoom = new QWidget(form); // holds the distance under the bar
    auto *room = new QVBoxLayout(m_refusalRoom);
    room->setContentsMargins(0, 0, 0, 14);
    room->addWidget(m_refusal);
    column->addWidget(m_refusalRoom);
    m_refusalRoom->hide();
    column->addSpacing(2);
    if (m_parts.beside) {
        column->addLayout(makeSuccessorColumns(), 1);
    } else {
        column->addWidget(m_name);
        column->addSpacing(16);
        column->addLayout(makeColumns(), 1);
    }
    return form;
}

QLayout *GenerateDialog::makeColumns()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(m_expiry);
    right->addSpacing(10);
    right->addWidget(m_cardTitle);
    right->addWidget(m_card, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_picker, 464);
    columns->addLayout(right, 304);
    return columns;
}

/// The name stands beside the expiration: the head takes its room.
QLayout *GenerateDialog::makeSuccessorColumns()
{
    m_card->hide();
    m_cardTitle->hide();
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_name);
    left->addWidget(m_picker, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_expiry);
    right->addWidget(m_parts.beside);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 464);
    columns->addLayout(right, 304);
    return columns;
}

void GenerateDialog::makeButtons()
{
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_generate->setObjectName(u"generate"_s);
    m_generate->setAccessibleName(m_parts.generate);
    m_generate->setDefault(true);
    setButtonRole(m_generate, ButtonRole::Primary);
    m_buttons->layout()->setSpacing(8);
    m_buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_buttons->addButton(m_generate, QDialogButtonBox::AcceptRole);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_generate, &QPushButton::clicked, &m_context, [this] {
        refresh(); // the expiration may have passed
        if (m_generate->isEnabled())
            Q_EMIT generateRequested(draft());
    });
}

QString GenerateDialog::missing() const
{
    QStringList steps;
    if (!m_name->isComplete())
        steps.append(tr("Give the token a name."));
    if (!m_picker->isComplete())
        steps.append(tr("Check at least one role."));
    if (!m_expiry->isComplete())
        steps.append(tr("Choose an expiration that is still to come."));
    if (!m_furtherMissing.isEmpty())
        steps.append(m_furtherMissing);
    return steps.join(u' ');
}

void GenerateDialog::setFurther(const QString &missing, const QString &calm)
{
    m_furtherMissing = missing;
    m_calmText = calm;
    refresh();
}

void GenerateDialog::refresh()
{
    DraftCard::Content content;
    content.draft = draft();
    content.server = m_server.name;
    if (m_expiry->isComplete())
        content.length = m_expiry->lengthWords();
    content.writesEverything = m_roles->checkedWriteEverything();
    content.grantKnown = m_roles->checkedGrant(&content.writes, &content.reads);
    m_card->setContent(content);

    const QString open = missing();
    const QString underWay =
        m_busy ? tr("A request that was sent cannot be taken back. Central's answer comes within a "
                    "minute.")
               : QString();
    m_missing->setText(m_busy ? underWay : open.isEmpty() ? m_calmText : open);
    m_generate->setEnabled(open.isEmpty() && !m_busy);
    m_generate->setText(m_busy ? tr("Asking Central…") : m_parts.generate);
    m_generate->setToolTip(m_busy ? QString() : open);
    m_cancel->setEnabled(!m_busy);
    m_cancel->setToolTip(underWay);
}

void GenerateDialog::showRefusal(const ErrorSentence &why, const ApiError &error)
{
    const QStringList refused = refusedRoles(*m_roles, error);
    m_roles->setRefused(refused);
    Message message;
    message.severity =
        error.kind == ApiError::Kind::MayBeCreated ? Severity::Caution : Severity::Bad;
    message.lead = error.escalation.isEmpty() ? why.cause : refusalLead(refused);
    message.text = why.advice;
    m_refusal->setMessage(message);
    m_refusal->setExtra(error.escalation.isEmpty() ? nullptr
                                                   : refusalTable(error.escalation, m_refusal));
    m_refusalRoom->show();
    m_card->setCompact(!error.escalation.isEmpty());
    m_cardTitle->setVisible(!m_parts.beside && error.escalation.isEmpty());
}

GenerateDialog::GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                               const Clock *clock, QWidget *parent)
    : GenerateDialog(std::move(server), roles, std::move(liveTokensNamed), clock,
                     {.objectName = u"generateToken"_s,
                      .title = tr("Generate token"),
                      .hint = tr("The value is shown once, in the next window."),
                      .generate = tr("Generate")},
                     parent)
{}

GenerateDialog::GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                               const Clock *clock, const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_server(std::move(server))
    , m_parts(parts)
    , m_roles(roles)
    , m_refusal(new MessageBar(this))
    , m_name(new NameField(std::move(liveTokensNamed), this))
    , m_picker(new RolePicker(roles, this))
    , m_expiry(new ExpiryPicker(clock, this))
    , m_cardTitle(plainLabel(tr("What will be made"), this, TextSize::Body, true))
    , m_card(new DraftCard(this))
    , m_missing(secondaryLabel({}, this))
    , m_buttons(new ButtonBox(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_generate(new QPushButton(m_parts.generate, this))
{
    setWindowTitle(m_parts.title);
    setObjectName(m_parts.objectName);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setOverlay(scroll->verticalScrollBar()); // over the margin of the form
    keepFocusVisible(scroll);
    QWidget *form = makeForm();
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    makeButtons();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(16);
    column->addWidget(scroll, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Margin, 0, Margin, 0);
    bottom->setSpacing(16);
    m_missing->setObjectName(u"missingInput"_s);
    m_missing->setWordWrap(true);
    bottom->addWidget(m_missing, 1);
    bottom->addWidget(m_buttons);
    column->addLayout(bottom);

    connect(m_name, &NameField::nameChanged, &m_context, [this] { refresh(); });
    connect(m_expiry, &ExpiryPicker::expiryChanged, &m_context, [this] { refresh(); });
    connect(roles, &RoleListModel::checkedRolesChanged, &m_context, [this] { refresh(); });
    connect(roles, &RoleListModel::modelReset, &m_context, [this] { refresh(); });
    connect(m_picker, &RolePicker::retryRequested, this, &GenerateDialog::retryRolesRequested);
    roles->setRefused({});
    refresh();
    m_name->takeFocus();

    const QSize asked(std::max(Preferred.width(), form->sizeHint().width()),
                      std::max(Preferred.height(), form->sizeHint().height() + 64));
    resize(asked.boundedTo(this->screen()->availableSize() - QSize(0, 40)));
}

void GenerateDialog::setRolesLoading(bool loading)
{
    m_picker->setLoading(loading);
}

void GenerateDialog::setRolesFailed(const ErrorSentence &why)
{
    m_picker->setFailed(why);
}

void GenerateDialog::setRolesNote(const QString &note)
{
    m_picker->setNote(note);
}

void GenerateDialog::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (busy)
        m_focusBefore = focusWidget();
    m_name->setLocked(busy);
    m_picker->setLocked(busy);
    m_expiry->setLocked(busy);
    lockFurther(busy);
    refresh();
    if (!busy && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void GenerateDialog::showError(const ErrorSentence &why, const ApiError &error)
{
    clearError();
    switch (refusedField(error)) {
    case RefusedField::Name:
        m_name->setError(why.plain());
        m_name->takeFocus();
        break;
    case RefusedField::Expiration:
        m_expiry->setError(why.plain());
        m_expiry->takeFocus();
        break;
    case RefusedField::None:
        showRefusal(why, error);
        break;
    }
    refresh();
}

void GenerateDialog::clearError()
{
    m_roles->setRefused({});
    m_refusal->setExtra(nullptr);
    m_refusalRoom->hide();
    m_name->setError({});
    m_expiry->setError({});
    m_card->setCompact(false);
    m_cardTitle->setVisible(!m_parts.beside);
}

TokenDraft GenerateDialog::draft() const
{
    return {m_name->name(), m_roles->checkedRoles(), m_expiry->expiresAt()};
}

void GenerateDialog::setDraft(const TokenDraft &draft)
{
    m_name->setName(draft.name);
    m_roles->setChecked(draft.roles);
    m_expiry->setExpiresAt(draft.expiresAt);
}

void GenerateDialog::setBefore(const Token &token)
{
    m_picker->setBefore(token.roles);
    // One that never expires is no reason for another.
    if (token.issuedAt != NoTime && token.expiresAt > token.issuedAt && token.expiresAt < NeverMs)
        m_expiry->setLength(token.expiresAt - token.issuedAt);
}

void GenerateDialog::nameNew(const QString &title, const QString &name, const QString &hint)
{
    m_name->setTitle(title, hint);
    m_name->setName(name);
    m_name->takeFocus();
    m_name->selectAll();
}

void GenerateDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

} // namespace rox
