// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokedialog.h"

#include "models/revoke/revokerows.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokelist.h"
#include "ui/revoke/revokeparts.h"
#include "ui/revoke/revokequestion.h"
#include "ui/revoke/revokereport.h"
#include "ui/revoke/revokewords.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/inputpause.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/questiondialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
namespace question = revokequestion;
namespace words = revokewords;

namespace {

constexpr int WidthOfOne = 528;
constexpr int WidthOfMany = 656;
constexpr int WidthOfRun = 592;

} // namespace

/// The context of its own connections: they end with it, before the children do.
class RevokeDialog::Private : public QObject, public RevokeParts
{
public:
    Private(RevokeDialog *dialog, ServerFacts facts, RevokeListModel *list, const Clock *now)
        : Private(dialog, std::move(facts), list, new RevokeRows(list, dialog), now)
    {}

    void connectAll();
    bool eventFilter(QObject *watched, QEvent *event) override;

    void enter(Stage next);
    void showParts();
    void enterQuestion();
    void enterRun();
    void enterResult();
    void refresh();
    void sayQuestion();
    void sayProgress();
    void sayResult();
    void fitWindow(int width);
    [[nodiscard]] bool wordIsTyped() const;
    [[nodiscard]] bool needsWord() const;
    void ask();
    void askForTokenInUse();
    void copyAll();

    RevokeDialog *q;
    ServerFacts server;
    RevokeListModel *model;
    RevokeRows *rows;
    const Clock *clock;
    InputPause *pause;
    Stage stage = Stage::Question;
    RevokeQuestion asked; ///< of the question that stands
    QString refusal;      ///< why nothing more can be revoked
    QTimer soon;          ///< many rows change in one turn of the event loop

private:
    Private(RevokeDialog *dialog, ServerFacts facts, RevokeListModel *list, RevokeRows *listed,
            const Clock *now)
        : RevokeParts(dialog, facts, listed, now)
        , q(dialog)
        , server(std::move(facts))
        , model(list)
        , rows(listed)
        , clock(now)
        , pause(new InputPause(dialog))
    {}
};

void RevokeDialog::Private::connectAll()
{
    soon.setSingleShot(true);
    QObject::connect(&soon, &QTimer::timeout, this, [this] { refresh(); });
    const auto later = [this] {
        if (!soon.isActive())
            soon.start(0);
    };
    QObject::connect(model, &QAbstractItemModel::dataChanged, this, later);
    QObject::connect(model, &QAbstractItemModel::modelReset, this, later);
    QObject::connect(word, &QLineEdit::textChanged, this, [this] { sayQuestion(); });
    word->installEventFilter(this);
    QObject::connect(cancel, &QPushButton::clicked, q, &RevokeDialog::reject);
    QObject::connect(close, &QPushButton::clicked, q, &QDialog::accept);
    QObject::connect(stop, &QPushButton::clicked, q, &RevokeDialog::reject);
    QObject::connect(revoke, &QPushButton::clicked, this, [this] { ask(); });
    QObject::connect(retry, &QPushButton::clicked, this, [this] { enter(Stage::Question); });
    QObject::connect(copyReport, &QPushButton::clicked, this, [this] { copyAll(); });
}

/// Return in the field neither revokes nor, as Cancel is the default, cancels: it goes on.
bool RevokeDialog::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != word || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (wordIsTyped())
        revoke->setFocus(Qt::TabFocusReason);
    return true;
}

bool RevokeDialog::Private::needsWord() const
{
    return question::typedFor(asked) != question::Typed::Nothing;
}

bool RevokeDialog::Private::wordIsTyped() const
{
    return question::isTyped(word->text(), asked, server.name);
}

void RevokeDialog::Private::enter(Stage next)
{
    stage = next;
    switch (stage) {
    case Stage::Question:
        enterQuestion();
        break;
    case Stage::Running:
    case Stage::Stopping:
        enterRun();
        break;
    case Stage::Result:
        enterResult();
        break;
    }
}

void RevokeDialog::Private::showParts()
{
    const bool asks = stage == Stage::Question;
    const bool runs = stage == Stage::Running || stage == Stage::Stopping;
    const bool ended = stage == Stage::Result;
    saidRow->setVisible(!meaning->text().isEmpty());
    underRow->setVisible(asks && !(summary->text().isEmpty() && firstExpiry->text().isEmpty()));
    inUseRoom->setVisible(asks && asked.holdsSignedIn);
    wordRow->setVisible(asks && needsWord());
    progress->setVisible(runs);
    pace->setVisible(stage == Stage::Running && words::wanted(*model) > 1);
    hint->setVisible(!ended);
    afterResult->setVisible(ended);
    questionButtons->setVisible(asks);
    runButtons->setVisible(runs);
    resultButtons->setVisible(ended);
    view->setSpinning(runs);
}

void RevokeDialog::Private::enterQuestion()
{
    asked = model->question(clock->now());
    view->setLayoutOfRows(RevokeRows::Layout::Question);
    word->clear(); // a part that was left asks for it anew
    sayQuestion();
    showParts();
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    fitWindow(asked.tokens == 1 ? WidthOfOne : WidthOfMany);
}

void RevokeDialog::Private::enterRun()
{
    if (stage == Stage::Running)
        view->setLayoutOfRows(RevokeRows::Layout::Progress);
    pace->setText(RevokeDialog::tr("%L1 at a time").arg(words::AtATime));
    sayProgress();
    showParts();
    q->setFocus(Qt::OtherFocusReason); // a stray Return or Space stops nothing
    if (stage == Stage::Running)
        fitWindow(WidthOfRun);
}

void RevokeDialog::Private::enterResult()
{
    const QSize before = q->size();
    view->setLayoutOfRows(RevokeRows::Layout::Result);
    sayResult();
    copyReport->setText(RevokeDialog::tr("Copy report"));
    showParts();
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    fitWindow(WidthOfRun);
    if (q->isVisible()) {
        q->resize(q->size().expandedTo(before)); // Close takes the place of Stop
        pause->start();
    }
}

void RevokeDialog::Private::refresh()
{
    switch (stage) {
    case Stage::Question:
        asked = model->question(clock->now());
        sayQuestion();
        break;
    case Stage::Running:
    case Stage::Stopping:
        rows->refresh();
        sayProgress();
        break;
    case Stage::Result:
        rows->refresh();
        sayResult();
        break;
    }
}

void RevokeDialog::Private::sayQuestion()
{
    if (stage != Stage::Question)
        return;
    q->setWindowTitle(question::title(*model));
    heading->setText(question::heading(*model, asked, heading->font()));
    summary->setText(question::summary(asked));
    firstExpiry->setText(question::firstExpiry(asked, clock->now()));
    Message message;
    message.severity = Severity::Caution;
    message.text = question::signedInWarning(asked);
    inUse->setMessage(message);
    wordLabel->setText(question::wordRequest(asked, server.name));
    const bool waits = needsWord() && !wordIsTyped();
    // Of one token there is little to say: it stands beside the buttons.
    const bool brief = asked.tokens == 1 && !needsWord();
    meaning->setText(brief ? QString() : question::consequence(asked));
    hint->setText(waits   ? question::wordHint(asked)
                  : brief ? question::consequence(asked)
                          : QString());
    revoke->setText(question::revokeButton(asked));
    revoke->setEnabled(!waits && asked.tokens > 0);
    revoke->setToolTip(waits ? hint->text() : QString());
}

void RevokeDialog::Private::sayProgress()
{
    const bool stopping = stage == Stage::Stopping;
    heading->setText(words::running(*model, stopping));
    meaning->setText(words::progress(*model, stopping));
    progress->setRange(0, qMax(1, words::wanted(*model)));
    progress->setValue(words::answered(*model) + model->countInPart(RevokeListModel::State::NotSent)
                       + model->countInPart(RevokeListModel::State::Unknown));
    hint->setText(words::stopHint(*model, stopping));
    stop->setEnabled(!stopping);
}

void RevokeDialog::Private::sayResult()
{
    heading->setText(words::result(*model));
    meaning->setText(words::resultMeaning(*model));
    hint->clear();
    retry->setText(words::retryButton(*model));
    retry->setAccessibleName(retry->text());
    retry->setVisible(words::canRetry(*model));
    retry->setEnabled(refusal.isEmpty());
    retry->setToolTip(refusal);
}

void RevokeDialog::Private::fitWindow(int width)
{
    q->setMinimumWidth(qMin(width, WidthOfOne));
    q->ensurePolished();
    // A sentence takes the lines that it needs at the list's width to be.
    q->resize(width, q->height());
    q->layout()->activate();
    view->fitRows(stage == Stage::Running ? words::wanted(*model) : 0);
    fitDialog(q, width);
}

void RevokeDialog::Private::ask()
{
    if (needsWord() && !wordIsTyped())
        return;
    if (asked.holdsSignedIn)
        askForTokenInUse();
    else
        Q_EMIT q->revokeRequested(true);
}

void RevokeDialog::Private::askForTokenInUse()
{
    QString name;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row).data(RevokeListModel::SignedInRole).toBool())
            name = TokenText::name(model->tokenAt(row).name, 80);
    }
    const int others = asked.tokens - 1;
    auto *second = new QuestionDialog(
        RevokeDialog::tr("Revoke the token in use?"), u"key"_s,
        RevokeDialog::tr("You are signed in to %1 with %2.").arg(visibleText(server.name), name),
        RevokeDialog::tr("Once it is revoked, Rox Tokens can neither list nor revoke there until "
                         "you sign in with another credential."),
        q);
    second->setObjectName(u"revokeTokenInUse"_s);
    second->addAnswer(others > 0 ? RevokeDialog::tr("Keep it, revoke %L1").arg(others)
                                 : RevokeDialog::tr("Keep it"),
                      QDialogButtonBox::RejectRole);
    second->addAnswer(others > 0 ? RevokeDialog::tr("Revoke it too")
                                 : RevokeDialog::tr("Revoke it"),
                      QDialogButtonBox::AcceptRole, ButtonRole::DangerText);
    second->setDefaultAnswer(0);
    QObject::connect(second, &QuestionDialog::answered, this, [this, others](int answer) {
        const bool withSignedIn = answer == 1;
        if (withSignedIn || others > 0)
            Q_EMIT q->revokeRequested(withSignedIn);
        else
            q->reject();
    });
    second->openAt(WidthOfOne);
    // The second click of a double click on Revoke answers nothing.
    auto *wait = new InputPause(second);
    wait->setLength(pause->length());
    wait->start();
}

void RevokeDialog::Private::copyAll()
{
    QGuiApplication::clipboard()->setText(revokeReport(*model, server, clock->now()));
    copyReport->setText(RevokeDialog::tr("Report copied"));
}

RevokeDialog::RevokeDialog(ServerFacts server, RevokeListModel *model, const Clock *clock,
                           QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, std::move(server), model, clock))
{
    setObjectName(u"revokeTokens"_s);
    m_d->connectAll();
    m_d->enter(Stage::Question);
}

RevokeDialog::~RevokeDialog() = default;

RevokeDialog::Stage RevokeDialog::stage() const
{
    return m_d->stage;
}

void RevokeDialog::setStage(Stage stage)
{
    if (stage != m_d->stage)
        m_d->enter(stage);
}

void RevokeDialog::refuseMore(const QString &why)
{
    m_d->refusal = why;
    if (m_d->stage == Stage::Question && !m_d->model->isFirstQuestion())
        m_d->enter(Stage::Result);
    else if (m_d->stage == Stage::Result)
        m_d->sayResult();
}

void RevokeDialog::setInputPause(std::chrono::milliseconds length)
{
    m_d->pause->setLength(length);
}

void RevokeDialog::reject()
{
    switch (m_d->stage) {
    case Stage::Running:
        m_d->enter(Stage::Stopping);
        Q_EMIT stopRequested();
        break;
    case Stage::Stopping:
        break;
    case Stage::Question:
        if (m_d->model->isFirstQuestion())
            QDialog::reject();
        else
            m_d->enter(Stage::Result);
        break;
    case Stage::Result:
        QDialog::reject();
        break;
    }
}

} // namespace rox
