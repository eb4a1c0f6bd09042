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
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/serverline.h"

#include <QDialogButtonBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Preferred = {840, 570};

} // namespace

/// The context of its own connections: they end with it, before the children do.
class GenerateDialog::Private : public QObject
{
public:
    Private(GenerateDialog *dialog, ServerFacts facts, RoleListModel *roleModel, NameCount count,
            const Clock *clock)
        : q(dialog)
        , server(std::move(facts))
        , roles(roleModel)
        , refusal(new NoticeBar(q))
        , name(new NameField(std::move(count), q))
        , picker(new RolePicker(roles, q))
        , expiry(new ExpiryPicker(clock, q))
        , cardTitle(plainLabel(GenerateDialog::tr("What will be made"), q, TextSize::Body, true))
        , card(new DraftCard(q))
        , buttons(new QDialogButtonBox(q))
    {}

    QWidget *makeForm();
    QLayout *makeColumns();
    void makeButtons();
    void update();
    [[nodiscard]] QString missing() const;
    void say(const ErrorSentence &why, const ApiError &error);

    GenerateDialog *q;
    ServerFacts server;
    RoleListModel *roles;
    NoticeBar *refusal;
    QWidget *refusalRoom = nullptr;
    NameField *name;
    RolePicker *picker;
    ExpiryPicker *expiry;
    QLabel *cardTitle;
    DraftCard *card;
    QDialogButtonBox *buttons;
    QPushButton *cancel = nullptr;
    QPushButton *generate = nullptr;
    QPointer<QWidget> focusBefore;
    bool busy = false;
};

QWidget *GenerateDialog::Private::makeForm()
{
    auto *form = new QWidget(q);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->addWidget(serverLine(server, form), 1);
    top->addWidget(
        secondaryLabel(GenerateDialog::tr("The value is shown once, in the next window."), form));
    column->addLayout(top);
    column->addSpacing(12);
    refusalRoom = new QWidget(form); // brings its own distance
    auto *room = new QVBoxLayout(refusalRoom);
    room->setContentsMargins(0, 0, 0, 14);
    room->addWidget(refusal);
    column->addWidget(refusalRoom);
    refusalRoom->hide();
    column->addSpacing(2);
    column->addWidget(name);
    column->addSpacing(16);
    column->addLayout(makeColumns(), 1);
    return form;
}

QLayout *GenerateDialog::Private::makeColumns()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(expiry);
    right->addSpacing(10);
    right->addWidget(cardTitle);
    right->addWidget(card, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(picker, 464);
    columns->addLayout(right, 304);
    return columns;
}

void GenerateDialog::Private::makeButtons()
{
    cancel = new QPushButton(GenerateDialog::tr("Cancel"), q);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAccessibleName(GenerateDialog::tr("Cancel"));
    generate = new QPushButton(GenerateDialog::tr("Generate"), q);
    generate->setObjectName(u"generate"_s);
    generate->setAccessibleName(GenerateDialog::tr("Generate"));
    generate->setDefault(true);
    setButtonRole(generate, ButtonRole::Primary);
    buttons->layout()->setSpacing(8);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(generate, QDialogButtonBox::AcceptRole);
    QObject::connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    QObject::connect(generate, &QPushButton::clicked, this, [this] {
        update(); // the time may have passed since
        if (generate->isEnabled())
            Q_EMIT q->generateRequested(q->draft());
    });
}

QString GenerateDialog::Private::missing() const
{
    QStringList steps;
    if (!name->isComplete())
        steps.append(GenerateDialog::tr("Give the token a name."));
    if (!picker->isComplete())
        steps.append(GenerateDialog::tr("Check at least one role."));
    if (!expiry->isComplete())
        steps.append(GenerateDialog::tr("Choose an expiration that is still to come."));
    return steps.join(u' ');
}

void GenerateDialog::Private::update()
{
    DraftCard::Content content;
    content.draft = q->draft();
    content.server = server.name;
    if (expiry->isComplete())
        content.length = expiry->lengthWords();
    content.writesEverything = roles->checkedWriteEverything();
    content.grantKnown = roles->checkedGrant(&content.writes, &content.reads);
    card->setContent(content);

    const QString open = missing();
    generate->setEnabled(open.isEmpty() && !busy);
    generate->setText(busy ? GenerateDialog::tr("Asking Central…")
                           : GenerateDialog::tr("Generate"));
    generate->setToolTip(busy ? QString() : open);
    cancel->setEnabled(!busy);
    cancel->setToolTip(
        busy ? GenerateDialog::tr("What is on its way cannot be taken back. Central's answer comes "
                                  "within a minute.")
             : QString());
}

void GenerateDialog::Private::say(const ErrorSentence &why, const ApiError &error)
{
    const QStringList refused = refusedRoles(*roles, error);
    roles->setRefused(refused);
    Message message;
    message.severity =
        error.kind == ApiError::Kind::MayBeCreated ? Severity::Caution : Severity::Bad;
    message.lead = error.escalation.isEmpty() ? why.cause : refusalLead(refused);
    message.text = why.advice;
    refusal->setMessage(message);
    refusal->setExtra(error.escalation.isEmpty() ? nullptr
                                                 : refusalTable(error.escalation, refusal));
    refusalRoom->show();
    card->setCompact(!error.escalation.isEmpty());
    cardTitle->setVisible(error.escalation.isEmpty());
}

GenerateDialog::GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                               const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, std::move(server), roles, std::move(liveTokensNamed),
                                    clock))
{
    setWindowTitle(tr("Generate token"));
    setObjectName(u"generateToken"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    QWidget *form = m_d->makeForm();
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    m_d->makeButtons();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(16);
    column->addWidget(scroll, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Margin, 0, Margin, 0);
    bottom->addWidget(m_d->buttons);
    column->addLayout(bottom);

    connect(m_d->name, &NameField::nameChanged, m_d.get(), [this] { m_d->update(); });
    connect(m_d->expiry, &ExpiryPicker::expiryChanged, m_d.get(), [this] { m_d->update(); });
    connect(roles, &RoleListModel::checkedRolesChanged, m_d.get(), [this] { m_d->update(); });
    connect(roles, &RoleListModel::modelReset, m_d.get(), [this] { m_d->update(); });
    connect(m_d->picker, &RolePicker::retryRequested, this, &GenerateDialog::retryRolesRequested);
    roles->setRefused({});
    m_d->update();
    m_d->name->takeFocus();

    const QSize asked(qMax(Preferred.width(), form->sizeHint().width()),
                      qMax(Preferred.height(), form->sizeHint().height() + 64));
    resize(asked.boundedTo(this->screen()->availableSize() - QSize(0, 40)));
}

GenerateDialog::~GenerateDialog() = default;

void GenerateDialog::setRolesLoading(bool loading)
{
    m_d->picker->setLoading(loading);
}

void GenerateDialog::setRolesFailed(const ErrorSentence &why)
{
    m_d->picker->setFailed(why);
}

void GenerateDialog::setRolesNote(const QString &note)
{
    m_d->picker->setNote(note);
}

void GenerateDialog::setBusy(bool busy)
{
    if (m_d->busy == busy)
        return;
    m_d->busy = busy;
    if (busy)
        m_d->focusBefore = focusWidget();
    m_d->name->setLocked(busy);
    m_d->picker->setLocked(busy);
    m_d->expiry->setLocked(busy);
    m_d->update();
    if (!busy && m_d->focusBefore)
        m_d->focusBefore->setFocus(Qt::OtherFocusReason);
}

void GenerateDialog::showError(const ErrorSentence &why, const ApiError &error)
{
    clearError();
    switch (refusedField(error)) {
    case RefusedField::Name:
        m_d->name->setError(why.plain());
        m_d->name->takeFocus();
        break;
    case RefusedField::Expiration:
        m_d->expiry->setError(why.plain());
        m_d->expiry->takeFocus();
        break;
    case RefusedField::None:
        m_d->say(why, error);
        break;
    }
    m_d->update();
}

void GenerateDialog::clearError()
{
    m_d->roles->setRefused({});
    m_d->refusal->setExtra(nullptr);
    m_d->refusalRoom->hide();
    m_d->name->setError({});
    m_d->expiry->setError({});
    m_d->card->setCompact(false);
    m_d->cardTitle->show();
}

TokenDraft GenerateDialog::draft() const
{
    return {m_d->name->name(), m_d->roles->checkedRoles(), m_d->expiry->expiresAt()};
}

void GenerateDialog::setDraft(const TokenDraft &draft)
{
    m_d->name->setName(draft.name);
    m_d->roles->setChecked(draft.roles);
    m_d->expiry->setExpiresAt(draft.expiresAt);
}

void GenerateDialog::reject()
{
    if (!m_d->busy)
        QDialog::reject();
}

} // namespace rox
