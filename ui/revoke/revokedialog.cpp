// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokedialog.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokeprogress.h"
#include "ui/revoke/revokequestion.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/inputpause.h"
#include "ui/widgets/questiondialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int QuestionWidth = 528;
} // namespace

RevokeDialog::RevokeDialog(ServerFacts server, RevokeListModel *model, const Clock *clock,
                           QWidget *parent)
    : QDialog(parent)
    , m_context{std::move(server), model, new RevokeRows(model, this), clock}
    , m_pause(new InputPause(this))
{
    setObjectName(u"revokeTokens"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_page->refresh(); });
    const auto refreshSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(model, &QAbstractItemModel::dataChanged, this, refreshSoon);
    connect(model, &QAbstractItemModel::modelReset, this, refreshSoon);
    connect(model, &RevokeListModel::pauseChanged, this, refreshSoon);
    enter(Stage::Question);
}

void RevokeDialog::setStage(Stage stage)
{
    if (stage != m_stage)
        enter(stage);
}

void RevokeDialog::enter(Stage stage)
{
    m_stage = stage;
    switch (stage) {
    case Stage::Question:
        showQuestion();
        break;
    case Stage::Running:
        showProgress();
        break;
    case Stage::Stopping:
        if (auto *progress = qobject_cast<RevokeProgressPage *>(m_page))
            progress->setStopping();
        setFocus(Qt::OtherFocusReason);
        break;
    case Stage::Result:
        showResult();
        break;
    }
}

void RevokeDialog::showQuestion()
{
    auto *page = new RevokeQuestionPage(m_context, this);
    connect(page, &RevokeQuestionPage::revokeRequested, this,
            [this, page] { ask(page->question()); });
    connect(page, &RevokeQuestionPage::cancelRequested, this, &RevokeDialog::reject);
    setWindowTitle(revoketext::title(*m_context.model));
    showPage(page);
}

void RevokeDialog::showProgress()
{
    auto *page = new RevokeProgressPage(m_context, this);
    connect(page, &RevokeProgressPage::stopRequested, this, &RevokeDialog::reject);
    showPage(page);
}

void RevokeDialog::showResult()
{
    const QSize before = size();
    auto *page = new RevokeResultPage(m_context, m_refusal, this);
    connect(page, &RevokeResultPage::retryRequested, this, [this] { enter(Stage::Question); });
    connect(page, &RevokeResultPage::closeRequested, this, &QDialog::accept);
    showPage(page);
    if (isVisible()) {
        resize(size().expandedTo(before)); // Close takes the place of Stop
        m_pause->start();
    }
}

void RevokeDialog::showPage(RevokePage *page)
{
    if (m_page) {
        m_page->hide();
        m_page->setParent(nullptr);
        m_page->deleteLater(); // this may be a slot of its button
    }
    m_page = page;
    layout()->addWidget(page);
    page->show();
    if (QPushButton *button = page->harmlessButton()) {
        button->setDefault(true);
        button->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason); // Return and Space press no button
    }
    const int width = page->windowWidth();
    setMinimumWidth(std::min(width, QuestionWidth));
    ensurePolished();
    // At this width the sentences have their final heights, which the list leaves to them.
    resize(width, height());
    layout()->activate();
    page->fitRows();
    fitDialog(this, width);
}

void RevokeDialog::ask(const RevokeQuestion &asked)
{
    if (asked.signedIn > 0)
        askForTokensInUse(asked.tokens - asked.signedIn);
    else
        Q_EMIT revokeRequested(true);
}

/// "You are signed in to prod-eu with desktop-mkeller.", for each token that signs in.
QString RevokeDialog::whichAreInUse() const
{
    const RevokeListModel &model = *m_context.model;
    QStringList sentences;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.isOpen(row) || !model.index(row).data(RevokeListModel::SignedInRole).toBool())
            continue;
        const QString server = model.serverCount() > 1 ? model.server(model.serverOf(row)).name
                                                       : m_context.server.name;
        sentences.append(
            tr("You are signed in to %1 with %2.")
                .arg(visibleText(server), TokenText::name(model.tokenAt(row).name, 80)));
    }
    return sentences.join(u' ');
}

void RevokeDialog::askForTokensInUse(int others)
{
    const int inUse = m_context.model->question(m_context.clock->now()).signedIn;
    auto *second = new QuestionDialog(
        tr("Revoke the token(s) in use?", nullptr, inUse), u"key"_s, whichAreInUse(),
        tr("Once it is revoked, Rox Tokens can neither list nor revoke there until you sign in "
           "with another credential."),
        this);
    second->setObjectName(u"revokeTokenInUse"_s);
    const bool isOne = inUse == 1;
    const QString keep = isOne ? tr("Keep it, revoke %Ln", nullptr, others)
                               : tr("Keep them, revoke %Ln", nullptr, others);
    second->addAnswer(others > 0 ? keep
                      : isOne    ? tr("Keep it")
                                 : tr("Keep them"),
                      QDialogButtonBox::RejectRole);
    const QString revokeToo = isOne ? tr("Revoke it too") : tr("Revoke them too");
    const QString revoke = isOne ? tr("Revoke it") : tr("Revoke them");
    second->addAnswer(others > 0 ? revokeToo : revoke, QDialogButtonBox::AcceptRole,
                      ButtonRole::DangerText);
    second->setDefaultAnswer(0);
    connect(second, &QuestionDialog::answered, this, [this, others](int answer) {
        const bool withSignedIn = answer == 1;
        if (withSignedIn || others > 0)
            Q_EMIT revokeRequested(withSignedIn);
        else
            reject();
    });
    second->openAt(QuestionWidth);
    // The second click of a double click on Revoke answers nothing.
    auto *wait = new InputPause(second);
    wait->setLength(m_pause->length());
    wait->start();
}

void RevokeDialog::refuseMore(const QString &why)
{
    m_refusal = why;
    if (m_stage == Stage::Question && !m_context.model->isFirstQuestion())
        enter(Stage::Result);
    else if (auto *result = qobject_cast<RevokeResultPage *>(m_page))
        result->setRefusal(why);
}

void RevokeDialog::setInputPause(std::chrono::milliseconds length)
{
    m_pause->setLength(length);
}

void RevokeDialog::reject()
{
    switch (m_stage) {
    case Stage::Running:
        enter(Stage::Stopping);
        Q_EMIT stopRequested();
        break;
    case Stage::Stopping:
        break;
    case Stage::Question:
        if (m_context.model->isFirstQuestion())
            QDialog::reject();
        else
            enter(Stage::Result);
        break;
    case Stage::Result:
        QDialog::reject();
        break;
    }
}

} // namespace rox
