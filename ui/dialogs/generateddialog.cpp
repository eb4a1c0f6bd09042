// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/generateddialog.h"

#include "models/values/visibletext.h"
#include "ui/dialogs/clipboardrow.h"
#include "ui/dialogs/dialogsize.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/revealbutton.h"
#include "ui/look/calmstyle.h"
#include "ui/parts/secretclipboard.h"
#include "ui/parts/secretfield.h"
#include "ui/parts/segmentedbar.h"
#include "ui/words/times.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr int Width = 592;

QString withTilde(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

/// "in 90 days". What the form chose was an hour more or less if summer time changes in between,
/// and Central took a moment to answer: it still says 90.
QString expiryWords(UtcMs expiresAt, UtcMs now)
{
    if (expiresAt >= NeverMs || expiresAt <= now)
        return relativeTime(expiresAt, now);
    const UtcMs span = expiresAt - now;
    const UtcMs grace = span > 2 * DayMs ? HourMs + MinuteMs : 0;
    return GeneratedDialog::tr("in %1").arg(duration(span + grace));
}

} // namespace

/// The context of its own connections: they end with it, before the children do.
class GeneratedDialog::Private : public QObject
{
public:
    Private(GeneratedDialog *dialog, ServerFacts facts, Token made, SecretClipboard *board,
            const Clock *now)
        : q(dialog)
        , server(std::move(facts))
        , token(std::move(made))
        , clock(now)
        , clipboard(board)
        , warning(new NoticeBar(q))
        , notice(new NoticeBar(q))
        , field(new SecretField(q))
        , reveal(new RevealButton(field, q))
        , lengthNote(secondaryLabel({}, q))
        , forms(new SegmentedBar(q))
        , preview(secondaryLabel({}, q))
        , copy(new QPushButton(q))
        , save(new QPushButton(q))
        , countdown(new ClipboardRow(clipboard, q))
        , buttons(new QDialogButtonBox(q))
    {}

    [[nodiscard]] QLayout *heading();
    [[nodiscard]] QLayout *valueRows();
    [[nodiscard]] QLayout *formRows();
    [[nodiscard]] QLayout *actionRow();
    [[nodiscard]] QLayout *footer();
    void connectAll();
    [[nodiscard]] HandoverForm form() const { return HandoverForm(forms->current()); }
    void showForm();
    void showNotice();
    void showLength();
    void becomeKept();
    void copyNow();
    void askWhereToSave();
    void askBeforeClosing();
    /// What is shown takes the room that it needs; what is gone leaves it.
    void fit() { fitDialog(q, q->isVisible() ? q->width() : Width); }

    GeneratedDialog *q;
    ServerFacts server;
    Token token;
    const Clock *clock;
    SecretClipboard *clipboard;
    NoticeBar *warning;
    NoticeBar *notice;
    SecretField *field;
    RevealButton *reveal;
    QLabel *lengthNote;
    SegmentedBar *forms;
    QLabel *preview;
    QPushButton *copy;
    QPushButton *save;
    ClipboardRow *countdown;
    QDialogButtonBox *buttons;
    QPushButton *done = nullptr;
    QLabel *waits = nullptr;
    bool copied = false;
    QString savedTo;
    QString saveFailure;
};

QLayout *GeneratedDialog::Private::heading()
{
    auto *name = new ElidedLabel(visibleText(token.name), q);
    name->setObjectName(u"tokenName"_s);
    name->setFont(typeface(name->font(), TextSize::DialogHeading, true));
    QString text = GeneratedDialog::tr("on %1").arg(visibleText(server.name));
    if (token.expiresAt != NoTime) {
        text = GeneratedDialog::tr("on %1, expires %2, %3")
                   .arg(visibleText(server.name), expiryWords(token.expiresAt, clock->now()),
                        mediumDate(token.expiresAt));
    }
    auto *facts = new ElidedLabel(text, q);
    facts->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(name);
    words->addWidget(facts);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new SymbolMark(u"active"_s, SymbolTone::Ok, 32, q));
    row->addLayout(words, 1);
    return row;
}

QLayout *GeneratedDialog::Private::valueRows()
{
    auto *label = plainLabel(GeneratedDialog::tr("Token &value"), q, TextSize::Body, true);
    label->setBuddy(field);
    field->setObjectName(u"tokenValue"_s);
    field->setAccessibleName(GeneratedDialog::tr("Token value"));
    lengthNote->setObjectName(u"tokenValueNote"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addStretch(1);
    top->addWidget(lengthNote);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(reveal, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(row);
    return column;
}

QLayout *GeneratedDialog::Private::formRows()
{
    auto *label = plainLabel(GeneratedDialog::tr("&Hand over as"), q, TextSize::Body, true);
    forms->setObjectName(u"handOverAs"_s);
    forms->setAccessibleName(GeneratedDialog::tr("Hand over as"));
    for (const QString &form :
         {GeneratedDialog::tr("Value"), GeneratedDialog::tr("Environment line"),
          GeneratedDialog::tr("Kubernetes Secret"), GeneratedDialog::tr("CI snippet")})
        forms->addSegment(form);
    forms->setCurrent(0);
    label->setBuddy(forms->button(0));
    preview->setObjectName(u"handOverPreview"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(label);
    column->addSpacing(7);
    column->addWidget(forms, 0, Qt::AlignLeft);
    column->addSpacing(4);
    column->addWidget(preview);
    return column;
}

QLayout *GeneratedDialog::Private::actionRow()
{
    copy->setObjectName(u"copyToken"_s);
    copy->setAccessibleName(GeneratedDialog::tr("Copy token"));
    copy->setText(GeneratedDialog::tr("Copy token"));
    copy->setIcon(symbolIcon(u"copy"_s, SymbolTone::Highlighted));
    setButtonRole(copy, ButtonRole::Primary);
    save->setObjectName(u"saveToFile"_s);
    save->setAccessibleName(GeneratedDialog::tr("Save to file"));
    save->setText(GeneratedDialog::tr("Save to file…"));
    save->setIcon(symbolIcon(u"save"_s));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    return row;
}

QLayout *GeneratedDialog::Private::footer()
{
    waits = secondaryLabel(GeneratedDialog::tr("Copy or save the value first."), q);
    done = new QPushButton(GeneratedDialog::tr("Done"), q);
    done->setObjectName(u"done"_s);
    done->setAccessibleName(GeneratedDialog::tr("Done"));
    done->setEnabled(false);
    done->setToolTip(waits->text());
    done->setAutoDefault(false);
    buttons->addButton(done, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    row->addWidget(waits);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

void GeneratedDialog::Private::connectAll()
{
    QObject::connect(countdown, &ClipboardRow::heightChanged, this, [this] { fit(); });
    QObject::connect(forms, &SegmentedBar::chosen, this, [this] { showForm(); });
    QObject::connect(copy, &QPushButton::clicked, this, [this] { copyNow(); });
    QObject::connect(save, &QPushButton::clicked, this, [this] { askWhereToSave(); });
    QObject::connect(done, &QPushButton::clicked, q, &QDialog::accept);
    QObject::connect(field, &SecretField::revealedChanged, this, [this] { showLength(); });
    QObject::connect(field, &SecretField::secondPassed, this, [this] { showLength(); });
}

void GeneratedDialog::Private::showForm()
{
    const QString text = handoverPreview(form(), token);
    const QFont font =
        text.isEmpty() ? typeface(q->font(), TextSize::Secondary) : fixedTypeface(q->font());
    QStringList lines = text.isEmpty()
                            ? QStringList(GeneratedDialog::tr("Copy and Save use this form."))
                            : text.split(u'\n');
    for (QString &line : lines)
        line = QFontMetrics(font).elidedText(line, Qt::ElideRight, Width - 2 * Margin);
    preview->setFont(font);
    preview->setText(lines.join(u'\n'));
    fit();
}

void GeneratedDialog::Private::showNotice()
{
    Message message;
    if (!saveFailure.isEmpty()) {
        message.severity = Severity::Bad;
        message.lead = GeneratedDialog::tr("Not saved.");
        message.text = saveFailure;
    } else if (!savedTo.isEmpty()) {
        message.severity = Severity::Success;
        message.symbol = u"save"_s;
        message.lead = GeneratedDialog::tr("Saved and read back:");
        message.text =
            GeneratedDialog::tr("%1, mode 0600.").arg(visibleText(withTilde(savedTo).left(400)));
    } else if (copied) {
        message.severity = Severity::Success;
        message.lead = GeneratedDialog::tr("Copied.");
        message.text =
            GeneratedDialog::tr("Paste it where it belongs. It is still stored nowhere else.");
    } else {
        message.severity = Severity::Caution;
        message.lead = GeneratedDialog::tr("Not stored anywhere yet.");
        message.text = GeneratedDialog::tr("Central never shows it again: copy or save it now.");
    }
    notice->setMessage(message);
    fit();
}

void GeneratedDialog::Private::showLength()
{
    lengthNote->setText(
        field->isRevealed()
            ? GeneratedDialog::tr("hides again in %L1 s, or when the window loses focus")
                  .arg(field->secondsLeft())
            : GeneratedDialog::tr("%L1 characters").arg(field->secret().size()));
    fit();
}

void GeneratedDialog::Private::becomeKept()
{
    waits->clear();
    done->setEnabled(true);
    done->setToolTip({});
    done->setDefault(true);
    setButtonRole(done, ButtonRole::Primary);
    setButtonRole(copy, ButtonRole::Plain);
    copy->setIcon(symbolIcon(u"copy"_s));
    if (copied)
        copy->setText(GeneratedDialog::tr("Copy again"));
    showNotice();
    done->setFocus(Qt::OtherFocusReason);
}

void GeneratedDialog::Private::copyNow()
{
    clipboard->copy(q->handedOver());
    copied = true;
    saveFailure.clear();
    countdown->follow();
    becomeKept();
}

void GeneratedDialog::Private::askWhereToSave()
{
    auto *dialog = new QFileDialog(q, GeneratedDialog::tr("Save the token"));
    dialog->setObjectName(u"saveToken"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->selectFile(handoverFileName(form(), token));
    QObject::connect(dialog, &QFileDialog::fileSelected, q, &GeneratedDialog::saveRequested);
    dialog->open();
}

void GeneratedDialog::Private::askBeforeClosing()
{
    if (q->findChild<QuestionDialog *>())
        return;
    auto *question = new QuestionDialog(
        GeneratedDialog::tr("Close without the value?"), u"warning"_s,
        GeneratedDialog::tr("The value was neither copied nor saved."),
        GeneratedDialog::tr("Nobody can see it again. The token stays on %1 until it is revoked.")
            .arg(visibleText(server.name)),
        q);
    question->setObjectName(u"closeWithoutValue"_s);
    enum Answer { RevokeAndClose, KeepOpen, CloseAnyway };
    question->addAnswer(GeneratedDialog::tr("Revoke and close"), QDialogButtonBox::ResetRole,
                        ButtonRole::DangerText);
    question->addAnswer(GeneratedDialog::tr("Keep open"), QDialogButtonBox::RejectRole);
    question->addAnswer(GeneratedDialog::tr("Close anyway"), QDialogButtonBox::AcceptRole);
    question->setDefaultAnswer(KeepOpen);
    question->setFixedWidth(Width);
    QObject::connect(question, &QuestionDialog::answered, this, [this](int answer) {
        if (answer == KeepOpen)
            return;
        if (answer == RevokeAndClose)
            Q_EMIT q->revokeRequested(token.id);
        q->done(Rejected);
    });
    question->open();
}

GeneratedDialog::GeneratedDialog(ServerFacts server, Token token, Secret value,
                                 SecretClipboard *clipboard, const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, std::move(server), std::move(token), clipboard, clock))
{
    setWindowTitle(tr("Token generated"));
    setObjectName(u"tokenGenerated"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addLayout(m_d->heading());
    column->addSpacing(12);
    column->addWidget(m_d->warning);
    m_d->warning->hide();
    column->addWidget(m_d->notice);
    column->addSpacing(16);
    column->addLayout(m_d->valueRows());
    column->addSpacing(16);
    column->addLayout(m_d->formRows());
    column->addSpacing(16);
    column->addLayout(m_d->actionRow());
    column->addSpacing(12);
    column->addWidget(m_d->countdown);
    column->addSpacing(18);
    column->addStretch(1);
    column->addLayout(m_d->footer());

    m_d->field->setSecret(std::move(value));
    m_d->connectAll();
    m_d->showForm();
    m_d->showNotice();
    m_d->showLength();
    m_d->copy->setDefault(true);
    m_d->copy->setFocus(Qt::OtherFocusReason);
    m_d->fit();
}

GeneratedDialog::~GeneratedDialog() = default;

void GeneratedDialog::setWarning(const QString &lead, const QString &text)
{
    Message message;
    message.severity = Severity::Caution;
    message.lead = lead;
    message.text = text;
    m_d->warning->setMessage(message);
    m_d->warning->setVisible(!lead.isEmpty() || !text.isEmpty());
    m_d->fit();
}

void GeneratedDialog::showSaved(const QString &path)
{
    m_d->savedTo = path;
    m_d->saveFailure.clear();
    m_d->becomeKept();
}

void GeneratedDialog::showSaveFailed(const QString &sentence)
{
    m_d->saveFailure = sentence;
    m_d->showNotice();
}

Secret GeneratedDialog::handedOver() const
{
    return handover(m_d->form(), m_d->field->secret(), m_d->token);
}

void GeneratedDialog::reject()
{
    if (m_d->copied || !m_d->savedTo.isEmpty())
        QDialog::reject();
    else
        m_d->askBeforeClosing();
}

void GeneratedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_d)
        m_d->field->setRevealed(false);
}

} // namespace rox
