// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokedialog.h"

#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/dialogsize.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/revokedelegate.h"
#include "ui/dialogs/revokeparts.h"
#include "ui/dialogs/revokewords.h"
#include "ui/look/calmstyle.h"
#include "ui/look/symbols.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
namespace words = revokewords;

namespace {

constexpr int WidthOfOne = 528;
constexpr int WidthOfMany = 656;
constexpr int WidthOfRun = 592;
constexpr int ShownTokens = 6;
constexpr int ShownResults = 11;
constexpr int MostHeight = 400;
constexpr int LeastHeight = 104;
constexpr int SpinMs = 80;

} // namespace

/// The context of its own connections: they end with it, before the children do.
class RevokeDialog::Private : public QObject, public RevokeParts
{
public:
    Private(RevokeDialog *dialog, ServerFacts facts, RevokeListModel *list, const Clock *now)
        : RevokeParts(dialog, list, now)
        , q(dialog)
        , server(std::move(facts))
        , model(list)
        , clock(now)
    {}

    void connectAll();
    bool eventFilter(QObject *watched, QEvent *event) override;

    void enter(Stage next);
    void enterQuestion();
    void enterRun();
    void enterResult();
    void refresh();
    void fitList();
    void fitWindow(int width);
    [[nodiscard]] bool wordIsTyped() const;
    void ask();
    void askForTokenInUse();
    void copyDetails(const QModelIndex &index);
    void showMenu(const QPoint &at);

    RevokeDialog *q;
    ServerFacts server;
    RevokeListModel *model;
    const Clock *clock;
    Stage stage = Stage::Question;
    QTimer soon; ///< many rows change in one turn of the event loop
    QTimer spin;
    int degrees = 0;
};

void RevokeDialog::Private::connectAll()
{
    soon.setSingleShot(true);
    QObject::connect(&soon, &QTimer::timeout, this, [this] { refresh(); });
    spin.setInterval(SpinMs);
    QObject::connect(&spin, &QTimer::timeout, this, [this] {
        degrees = (degrees + 30) % 360;
        delegate->setSpin(degrees);
        view->viewport()->update();
    });
    const auto later = [this] {
        if (!soon.isActive())
            soon.start(0);
    };
    QObject::connect(model, &QAbstractItemModel::dataChanged, this, later);
    QObject::connect(model, &QAbstractItemModel::modelReset, this, later);
    QObject::connect(word, &QLineEdit::textChanged, this, [this] { refresh(); });
    word->installEventFilter(this);
    QObject::connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    QObject::connect(close, &QPushButton::clicked, q, &QDialog::accept);
    QObject::connect(stop, &QPushButton::clicked, q, &RevokeDialog::reject);
    QObject::connect(revoke, &QPushButton::clicked, this, [this] { ask(); });
    QObject::connect(retry, &QPushButton::clicked, this, [this] {
        delegate->setRetried(true);
        Q_EMIT q->retryRequested();
    });
    QObject::connect(delegate, &RevokeDelegate::detailsRequested, this,
                     [this](const QModelIndex &index) { copyDetails(index); });
    QObject::connect(copy, &QAction::triggered, this,
                     [this] { copyDetails(view->currentIndex()); });
    QObject::connect(view, &QWidget::customContextMenuRequested, this,
                     [this](const QPoint &at) { showMenu(at); });
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

bool RevokeDialog::Private::wordIsTyped() const
{
    return word->text().trimmed().compare(words::word(), Qt::CaseInsensitive) == 0;
}

void RevokeDialog::Private::enter(Stage next)
{
    stage = next;
    const bool asks = stage == Stage::Question;
    const bool runs = stage == Stage::Running || stage == Stage::Stopping;
    const bool ended = stage == Stage::Result;
    delegate->setLook(asks   ? RevokeDelegate::Look::Question
                      : runs ? RevokeDelegate::Look::Progress
                             : RevokeDelegate::Look::Result);
    view->setUniformItemSizes(!ended);
    underRow->setVisible(asks);
    inUseRoom->setVisible(asks && model->holdsSignedIn());
    wordRow->setVisible(asks && words::needsWord(*model));
    progress->setVisible(runs);
    pace->setVisible(runs && words::wanted(*model) > 1);
    questionButtons->setVisible(asks);
    runButtons->setVisible(runs);
    resultButtons->setVisible(ended);
    const bool animated =
        q->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, view) > 0;
    if (runs && animated)
        spin.start();
    else
        spin.stop();
    refresh();
    if (asks)
        enterQuestion();
    else if (runs)
        enterRun();
    else
        enterResult();
}

void RevokeDialog::Private::enterQuestion()
{
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    fitWindow(model->rowCount() == 1 ? WidthOfOne : WidthOfMany);
}

void RevokeDialog::Private::enterRun()
{
    pace->setText(RevokeDialog::tr("%L1 at a time").arg(words::AtATime));
    stop->setDefault(false);
    q->setFocus(Qt::OtherFocusReason); // a stray Return or Space stops nothing
    fitWindow(WidthOfRun);
}

void RevokeDialog::Private::enterResult()
{
    const bool more = words::canRetry(*model);
    setButtonRole(retry, ButtonRole::Primary);
    setButtonRole(close, more ? ButtonRole::Plain : ButtonRole::Primary);
    retry->setIcon(symbolIcon(u"refresh"_s, SymbolTone::Highlighted));
    QPushButton *first = more ? retry : close;
    first->setDefault(true);
    first->setFocus(Qt::OtherFocusReason);
    view->scrollToTop();
    fitWindow(WidthOfRun);
}

void RevokeDialog::Private::refresh()
{
    const bool asks = stage == Stage::Question;
    const bool runs = stage == Stage::Running || stage == Stage::Stopping;
    q->setWindowTitle(words::title(*model));
    if (asks) {
        heading->setText(words::question(*model, server.name, heading->font()));
        meaning->setText(words::consequence(*model));
        summary->setText(words::summary(*model));
        firstExpiry->setText(words::firstExpiry(*model, clock->now()));
        Message message;
        message.severity = Severity::Caution;
        message.text = words::signedInWarning(*model);
        inUse->setMessage(message);
        wordLabel->setText(words::wordRequest(*model));
        const bool waits = words::needsWord(*model) && !wordIsTyped();
        revoke->setText(words::revokeButton(*model));
        revoke->setEnabled(!waits && model->rowCount() > 0);
        hint->setText(waits ? RevokeDialog::tr("Revoke waits for the word.") : QString());
        revoke->setToolTip(hint->text());
    } else if (runs) {
        heading->setText(words::running(*model, server.name));
        meaning->setText(words::progress(*model));
        progress->setRange(0, qMax(1, words::wanted(*model)));
        progress->setValue(words::finished(*model));
        hint->setText(words::stopHint(*model, stage == Stage::Stopping));
        stop->setEnabled(stage == Stage::Running);
    } else {
        heading->setText(words::result(*model));
        meaning->setText(words::resultMeaning(*model));
        hint->clear();
        retry->setText(words::retryButton(*model));
    }
    retry->setVisible(words::canRetry(*model));
}

void RevokeDialog::Private::fitList()
{
    const int rows = model->rowCount();
    int height = 0;
    if (stage == Stage::Result) {
        for (int at = 0; at < qMin(rows, ShownResults); ++at)
            height += view->sizeHintForRow(at);
        height = qMin(height, MostHeight);
    } else {
        const int shown = stage == Stage::Question ? ShownTokens : ShownResults;
        height = qMax(1, qMin(rows, shown)) * view->sizeHintForRow(0);
    }
    view->setWantedHeight(height, LeastHeight);
}

void RevokeDialog::Private::fitWindow(int width)
{
    q->setMinimumWidth(qMin(width, WidthOfOne));
    q->ensurePolished();
    // A sentence takes the lines that it needs at the list's width to be.
    q->resize(width, q->height());
    q->layout()->activate();
    fitList();
    fitDialog(q, width);
}

void RevokeDialog::Private::ask()
{
    if (words::needsWord(*model) && !wordIsTyped())
        return;
    if (model->holdsSignedIn())
        askForTokenInUse();
    else
        Q_EMIT q->revokeRequested(true);
}

void RevokeDialog::Private::askForTokenInUse()
{
    QString name;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row).data(RevokeListModel::SignedInRole).toBool())
            name = visibleText(model->tokenAt(row).name.left(80));
    }
    const int others = model->rowCount() - 1;
    auto *question = new QuestionDialog(
        RevokeDialog::tr("Revoke the token in use?"), u"key"_s,
        RevokeDialog::tr("You are signed in to %1 with %2.").arg(visibleText(server.name), name),
        RevokeDialog::tr("Once it is revoked, Rox Tokens can neither list nor revoke there until "
                         "you sign in with another credential."),
        q);
    question->setObjectName(u"revokeTokenInUse"_s);
    question->addAnswer(others > 0 ? RevokeDialog::tr("Keep it, revoke %L1").arg(others)
                                   : RevokeDialog::tr("Keep it"),
                        QDialogButtonBox::RejectRole);
    question->addAnswer(others > 0 ? RevokeDialog::tr("Revoke it too")
                                   : RevokeDialog::tr("Revoke it"),
                        QDialogButtonBox::AcceptRole, ButtonRole::DangerText);
    question->setDefaultAnswer(0);
    QObject::connect(question, &QuestionDialog::answered, this, [this, others](int answer) {
        const bool withSignedIn = answer == 1;
        if (withSignedIn || others > 0)
            Q_EMIT q->revokeRequested(withSignedIn);
        else
            q->QDialog::reject();
    });
    question->openAt(WidthOfOne);
}

void RevokeDialog::Private::copyDetails(const QModelIndex &index)
{
    const QString details = index.data(RevokeListModel::DetailsRole).toString();
    if (details.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(details);
    delegate->setCopied(index);
    view->update(index);
}

void RevokeDialog::Private::showMenu(const QPoint &at)
{
    const QPersistentModelIndex index = view->indexAt(at);
    if (index.data(RevokeListModel::DetailsRole).toString().isEmpty())
        return;
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(RevokeDialog::tr("Copy details"), this, [this, index] { copyDetails(index); });
    menu->popup(view->viewport()->mapToGlobal(at));
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
    case Stage::Result:
        QDialog::reject();
        break;
    }
}

} // namespace rox
