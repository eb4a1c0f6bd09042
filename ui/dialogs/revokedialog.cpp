// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokedialog.h"

#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
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
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
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
constexpr int SpinMs = 80;

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

class RevokeDialog::Private
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
        , view(new QListView(frame))
        , delegate(new RevokeDelegate(clock, view))
        , summary(secondaryLabel({}, q))
        , firstExpiry(secondaryLabel({}, q))
        , inUse(new NoticeBar(q))
        , wordRow(new QWidget(q))
        , wordLabel(new QLabel(wordRow))
        , word(new QLineEdit(wordRow))
        , hint(secondaryLabel({}, q))
        , buttons(new QDialogButtonBox(q))
    {}

    void build();
    void buildList();
    void buildWordRow();
    void buildButtons();
    void connectAll();

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
    QListView *view;
    RevokeDelegate *delegate;
    QLabel *summary;
    QLabel *firstExpiry;
    NoticeBar *inUse;
    QWidget *wordRow;
    QLabel *wordLabel;
    QLineEdit *word;
    QLabel *hint;
    QDialogButtonBox *buttons;
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

    auto *under = new QHBoxLayout;
    under->addWidget(summary, 1);
    under->addWidget(firstExpiry);
    summary->setWordWrap(true);
    auto *said = new QHBoxLayout;
    said->addWidget(meaning, 1);
    said->addWidget(pace);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(hint, 1);
    bottom->addWidget(buttons);
    hint->setObjectName(u"hint"_s);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(4);
    column->addLayout(said);
    column->addSpacing(7);
    column->addWidget(progress);
    column->addSpacing(5);
    column->addWidget(frame, 1);
    column->addSpacing(6);
    column->addLayout(under);
    column->addSpacing(10);
    column->addWidget(inUse);
    column->addSpacing(6);
    column->addWidget(wordRow);
    column->addSpacing(8);
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
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setResizeMode(QListView::Adjust);
    view->setUniformItemSizes(true);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setMinimumHeight(RevokeDelegate::QuestionHeight);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 0);
    column->addWidget(view);
    auto *copy = new QAction(RevokeDialog::tr("Copy details"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    QObject::connect(copy, &QAction::triggered, q, [this] { copyDetails(view->currentIndex()); });
}

void RevokeDialog::Private::buildWordRow()
{
    wordLabel->setTextFormat(Qt::RichText);
    wordLabel->setBuddy(word);
    word->setObjectName(u"confirmation"_s);
    word->setAccessibleName(RevokeDialog::tr("Confirmation"));
    word->setFixedWidth(160);
    auto *row = new QHBoxLayout(wordRow);
    row->setContentsMargins(0, 0, 0, 0);
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
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(revoke, QDialogButtonBox::AcceptRole);
    buttons->addButton(stop, QDialogButtonBox::RejectRole);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    buttons->addButton(retry, QDialogButtonBox::AcceptRole);
}

void RevokeDialog::Private::connectAll()
{
    soon.setSingleShot(true);
    QObject::connect(&soon, &QTimer::timeout, q, [this] { refresh(); });
    spin.setInterval(SpinMs);
    QObject::connect(&spin, &QTimer::timeout, q, [this] {
        degrees = (degrees + 30) % 360;
        delegate->setSpin(degrees);
        view->viewport()->update();
    });
    const auto later = [this] {
        if (!soon.isActive())
            soon.start(0);
    };
    QObject::connect(model, &QAbstractItemModel::dataChanged, q, later);
    QObject::connect(model, &QAbstractItemModel::modelReset, q, later);
    QObject::connect(word, &QLineEdit::textChanged, q, [this] { refresh(); });
    QObject::connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    QObject::connect(close, &QPushButton::clicked, q, &QDialog::accept);
    QObject::connect(stop, &QPushButton::clicked, q, &RevokeDialog::reject);
    QObject::connect(revoke, &QPushButton::clicked, q, [this] { ask(); });
    QObject::connect(retry, &QPushButton::clicked, q, [this] {
        delegate->setRetried(true);
        Q_EMIT q->retryRequested();
    });
    QObject::connect(delegate, &RevokeDelegate::detailsRequested, q,
                     [this](const QModelIndex &index) { copyDetails(index); });
    QObject::connect(view, &QWidget::customContextMenuRequested, q,
                     [this](const QPoint &at) { showMenu(at); });
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
    summary->setVisible(asks);
    firstExpiry->setVisible(asks);
    inUse->setVisible(asks && model->holdsSignedIn());
    wordRow->setVisible(asks && words::needsWord(*model));
    progress->setVisible(runs);
    pace->setVisible(runs && words::wanted(*model) > 1);
    cancel->setVisible(asks);
    revoke->setVisible(asks);
    stop->setVisible(runs);
    close->setVisible(ended);
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
    view->setFocus(Qt::OtherFocusReason); // a stray Return stops nothing
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
    retry->setVisible(stage == Stage::Result && words::canRetry(*model));
}

void RevokeDialog::Private::fitList()
{
    const int rows = model->rowCount();
    const int limit = stage == Stage::Question ? ShownTokens : ShownResults;
    int height = 1;
    const int row = view->sizeHintForRow(0);
    if (stage == Stage::Result) {
        for (int at = 0; at < qMin(rows, limit); ++at)
            height += view->sizeHintForRow(at);
        height = qMin(height, limit * RevokeDelegate::LineHeight + RevokeDelegate::QuestionHeight);
    } else {
        height += qMax(1, qMin(rows, limit)) * row;
    }
    view->setMinimumHeight(qMin(height, 2 * RevokeDelegate::QuestionHeight));
    frame->setMaximumHeight(height);
    frame->setMinimumHeight(qMin(height, 2 * RevokeDelegate::QuestionHeight));
}

void RevokeDialog::Private::fitWindow(int width)
{
    q->setMinimumWidth(qMin(width, WidthOfOne));
    q->ensurePolished();
    view->ensurePolished();
    q->resize(width, q->height());
    q->layout()->activate();
    fitList();
    q->layout()->activate();
    const int list = frame->maximumHeight() - frame->minimumHeight();
    const int wanted = q->layout()->hasHeightForWidth() ? q->layout()->totalHeightForWidth(width)
                                                        : q->layout()->totalSizeHint().height();
    Q_UNUSED(list)
    q->resize(QSize(width, wanted).boundedTo(q->screen()->availableSize() - QSize(0, 40)));
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
    QObject::connect(question, &QuestionDialog::answered, q, [this, others](int answer) {
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
    menu->addAction(RevokeDialog::tr("Copy details"), q, [this, index] { copyDetails(index); });
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
