// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokedialog.h"

#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/dialogsize.h"
#include "ui/dialogs/joinedframe.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/revokedelegate.h"
#include "ui/dialogs/revokewords.h"
#include "ui/look/calmstyle.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
namespace words = revokewords;

namespace {

constexpr int Margin = 24;
constexpr int WidthOfOne = 528;
constexpr int WidthOfMany = 656;
constexpr int WidthOfRun = 592;
constexpr int ShownTokens = 6;
constexpr int ShownResults = 11;
constexpr int MostHeight = 400;
constexpr int LeastHeight = 104;
constexpr int SpinMs = 80;

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

/// The context of its own connections: they end with it, before the children do.
class RevokeDialog::Private : public QObject
{
public:
    Private(RevokeDialog *dialog, ServerFacts facts, RevokeListModel *list, const Clock *now)
        : q(dialog)
        , server(std::move(facts))
        , model(list)
        , clock(now)
        , heading(plainLabel({}, q, TextSize::DialogHeading, true))
        , meaning(plainLabel({}, q))
        , pace(plainLabel({}, q))
        , progress(new QProgressBar(q))
        , frame(new JoinedFrame(q))
        , view(new FittedList(frame))
        , delegate(new RevokeDelegate(clock, view))
        , summary(secondaryLabel({}, q))
        , firstExpiry(secondaryLabel({}, q))
        , inUse(new NoticeBar(q))
        , wordRow(new QWidget(q))
        , wordLabel(new QLabel(wordRow))
        , word(new QLineEdit(wordRow))
        , hint(secondaryLabel({}, q))
        , questionButtons(new QDialogButtonBox(q))
        , runButtons(new QDialogButtonBox(q))
        , resultButtons(new QDialogButtonBox(q))
    {}

    void build();
    void buildList();
    void buildWordRow();
    void buildButtons();
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
    QLabel *heading;
    QLabel *meaning;
    QLabel *pace;
    QProgressBar *progress;
    JoinedFrame *frame;
    FittedList *view;
    RevokeDelegate *delegate;
    QLabel *summary;
    QLabel *firstExpiry;
    NoticeBar *inUse;
    QWidget *underRow = nullptr;
    QWidget *inUseRoom = nullptr;
    QWidget *wordRow;
    QLabel *wordLabel;
    QLineEdit *word;
    QLabel *hint;
    QDialogButtonBox *questionButtons;
    QDialogButtonBox *runButtons;
    QDialogButtonBox *resultButtons;
    QPushButton *cancel = nullptr;
    QPushButton *revoke = nullptr;
    QPushButton *stop = nullptr;
    QPushButton *close = nullptr;
    QPushButton *retry = nullptr;
    QTimer soon; ///< many rows change in one turn of the event loop
    QTimer spin;
    int degrees = 0;
};

void RevokeDialog::Private::build()
{
    heading->setWordWrap(true);
    heading->setObjectName(u"heading"_s);
    meaning->setWordWrap(true);
    meaning->setObjectName(u"meaning"_s);
    pace->setForegroundRole(QPalette::PlaceholderText);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    progress->setAccessibleName(RevokeDialog::tr("Progress"));
    buildList();
    buildWordRow();
    buildButtons();

    // What may be hidden brings its own distance.
    underRow = new QWidget(q);
    auto *under = new QHBoxLayout(underRow);
    under->setContentsMargins(0, 7, 0, 0);
    under->addWidget(summary, 1);
    under->addWidget(firstExpiry);
    summary->setWordWrap(true);
    inUseRoom = new QWidget(q);
    auto *room = new QVBoxLayout(inUseRoom);
    room->setContentsMargins(0, 16, 0, 0);
    room->addWidget(inUse);
    auto *said = new QHBoxLayout;
    said->addWidget(meaning, 1);
    said->addWidget(pace);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(hint, 1);
    for (auto *buttons : {questionButtons, runButtons, resultButtons}) {
        buttons->layout()->setSpacing(8);
        bottom->addWidget(buttons);
    }
    hint->setObjectName(u"hint"_s);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(7);
    column->addLayout(said);
    column->addSpacing(7);
    column->addWidget(progress);
    column->addSpacing(6);
    column->addWidget(frame, 1);
    column->addWidget(underRow);
    column->addWidget(inUseRoom);
    column->addWidget(wordRow);
    column->addSpacing(16);
    column->addLayout(bottom);
}

void RevokeDialog::Private::buildList()
{
    view->setObjectName(u"tokensToRevoke"_s);
    view->setAccessibleName(RevokeDialog::tr("Tokens to revoke"));
    view->setModel(model);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(view->verticalScrollBar());
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setResizeMode(QListView::Adjust);
    view->setUniformItemSizes(true);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 0);
    column->addWidget(view);
    auto *copy = new QAction(RevokeDialog::tr("Copy details"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    QObject::connect(copy, &QAction::triggered, this,
                     [this] { copyDetails(view->currentIndex()); });
}

void RevokeDialog::Private::buildWordRow()
{
    wordLabel->setTextFormat(Qt::RichText);
    wordLabel->setBuddy(word);
    word->setObjectName(u"confirmation"_s);
    word->setAccessibleName(RevokeDialog::tr("Confirmation"));
    word->setFixedWidth(160);
    word->setTextMargins(7, 0, 7, 0);
    auto *row = new QHBoxLayout(wordRow);
    row->setContentsMargins(0, 16, 0, 0);
    row->setSpacing(8);
    row->addWidget(wordLabel);
    row->addWidget(word);
    row->addStretch(1);
}

void RevokeDialog::Private::buildButtons()
{
    cancel = makeButton(RevokeDialog::tr("Cancel"), u"cancel"_s, q);
    revoke = makeButton(RevokeDialog::tr("Revoke"), u"revoke"_s, q);
    stop = makeButton(RevokeDialog::tr("Stop"), u"stop"_s, q);
    close = makeButton(RevokeDialog::tr("Close"), u"close"_s, q);
    retry = makeButton(RevokeDialog::tr("Retry failed"), u"retryFailed"_s, q);
    setButtonRole(revoke, ButtonRole::Danger);
    stop->setIcon(symbolIcon(u"stop"_s));
    questionButtons->addButton(cancel, QDialogButtonBox::RejectRole);
    questionButtons->addButton(revoke, QDialogButtonBox::AcceptRole);
    runButtons->addButton(stop, QDialogButtonBox::RejectRole);
    resultButtons->addButton(close, QDialogButtonBox::RejectRole);
    resultButtons->addButton(retry, QDialogButtonBox::AcceptRole);
}

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
    stop->setAutoDefault(false);
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
    question->setFixedWidth(WidthOfOne);
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
    question->open();
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
    m_d->build();
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
