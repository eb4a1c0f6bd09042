// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/generateddialog.h"

#include "models/values/visibletext.h"
#include "ui/generate/clipboardrow.h"
#include "ui/generate/generatedparts.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/style/type.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/segmentedbar.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QString withTilde(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

/// The context of its own connections: they end with it, before the children do.
class GeneratedDialog::Private : public QObject, public GeneratedParts
{
public:
    Private(GeneratedDialog *dialog, ServerFacts facts, Token made, SecretClipboard *board,
            const Clock *now)
        : GeneratedParts(dialog, board)
        , q(dialog)
        , server(std::move(facts))
        , token(std::move(made))
        , clipboard(board)
    {
        build(q, token, server.name, now->now());
    }

    void connectAll();
    [[nodiscard]] HandoverForm form() const { return HandoverForm(forms->current()); }
    void showForm();
    void showNotice();
    void showLength();
    [[nodiscard]] bool isHandedOver() const { return copied || !savedTo.isEmpty(); }
    /// Copied, not saved, and no longer in the clipboard: unless it was pasted, it is lost.
    [[nodiscard]] bool isCopyGone() const;
    void becomeKept();
    void showHandover();
    void followClipboard();
    void copyNow();
    void askWhereToSave();
    void askBeforeClosing();
    /// What is shown takes the room that it needs; what is gone leaves it.
    void fit() { fitDialog(q, q->isVisible() ? q->width() : GeneratedParts::Width); }

    GeneratedDialog *q;
    ServerFacts server;
    Token token;
    SecretClipboard *clipboard;
    bool copied = false;
    bool wasCopyGone = false;
    QString savedTo;
    QString saveFailure;
};

void GeneratedDialog::Private::connectAll()
{
    QObject::connect(countdown, &ClipboardRow::heightChanged, this, [this] { fit(); });
    QObject::connect(clipboard, &SecretClipboard::stateChanged, this,
                     [this] { followClipboard(); });
    QObject::connect(notice, &NoticeBar::actionChosen, this, [this] { copyNow(); });
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
                            ? QStringList(GeneratedDialog::tr("Copy and Save give you this form."))
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
        message.lead = GeneratedDialog::tr("Saved and checked:");
        message.text = GeneratedDialog::tr("%1. Only you can read the file.")
                           .arg(visibleText(withTilde(savedTo).left(400)));
    } else if (isCopyGone()) {
        message.severity = Severity::Caution;
        message.lead = clipboard->state() == SecretClipboard::State::TakenOver
                           ? GeneratedDialog::tr("The clipboard holds something else.")
                           : GeneratedDialog::tr("The clipboard is cleared.");
        message.text = GeneratedDialog::tr("Pasted? If not, copy again.");
        message.actions = {GeneratedDialog::tr("Copy again")};
    } else if (copied) {
        message.severity = Severity::Success;
        message.lead = GeneratedDialog::tr("Copied.");
        message.text =
            GeneratedDialog::tr("Paste it where it belongs. It is not stored anywhere else.");
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

bool GeneratedDialog::Private::isCopyGone() const
{
    using State = SecretClipboard::State;
    return copied && savedTo.isEmpty()
           && (clipboard->state() == State::Cleared || clipboard->state() == State::TakenOver);
}

void GeneratedDialog::Private::becomeKept()
{
    waits->clear();
    done->setEnabled(true);
    done->setToolTip({});
    showHandover();
    done->setFocus(Qt::OtherFocusReason);
}

/// The primary button is the next step: Done, or Copy again where the value may be lost.
void GeneratedDialog::Private::showHandover()
{
    wasCopyGone = isCopyGone();
    countdown->setEndSaid(wasCopyGone);
    QPushButton *next = wasCopyGone ? copy : done;
    next->setDefault(true);
    setButtonRole(done, next == done ? ButtonRole::Primary : ButtonRole::Plain);
    setButtonRole(copy, next == copy ? ButtonRole::Primary : ButtonRole::Plain);
    copy->setIcon(symbolIcon(u"copy"_s, next == copy ? SymbolTone::Highlighted : SymbolTone::Text));
    if (copied)
        copy->setText(GeneratedDialog::tr("Copy again"));
    showNotice();
}

void GeneratedDialog::Private::followClipboard()
{
    if (isCopyGone() == wasCopyGone)
        return;
    showHandover();
    // Return on Done would close; the copy does no harm.
    if (wasCopyGone && q->focusWidget() == done)
        copy->setFocus(Qt::OtherFocusReason);
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
        copied ? GeneratedDialog::tr("The value left the clipboard and was not saved.")
               : GeneratedDialog::tr("The value was neither copied nor saved."),
        (copied ? GeneratedDialog::tr(
             "Unless you pasted it, it is lost: after closing, nobody can see "
             "it again. Closing does not revoke the token on %1.")
                : GeneratedDialog::tr("After closing, nobody can see it again. Closing does not "
                                      "revoke the token on %1."))
            .arg(visibleText(server.name)),
        q);
    question->setObjectName(u"closeWithoutValue"_s);
    enum Answer { RevokeAndClose, KeepOpen, CloseAnyway };
    question->addAnswer(GeneratedDialog::tr("Revoke and close"), QDialogButtonBox::ResetRole,
                        ButtonRole::DangerText);
    question->addAnswer(GeneratedDialog::tr("Keep open"), QDialogButtonBox::RejectRole);
    question->addAnswer(GeneratedDialog::tr("Close anyway"), QDialogButtonBox::AcceptRole);
    question->setDefaultAnswer(KeepOpen);
    QObject::connect(question, &QuestionDialog::answered, this, [this](int answer) {
        if (answer == KeepOpen)
            return;
        if (answer == RevokeAndClose)
            Q_EMIT q->revokeRequested(token.id);
        q->done(Rejected);
    });
    question->openAt(Width);
}

GeneratedDialog::GeneratedDialog(ServerFacts server, Token token, Secret value,
                                 SecretClipboard *clipboard, const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, std::move(server), std::move(token), clipboard, clock))
{
    setWindowTitle(tr("Token generated"));
    setObjectName(u"tokenGenerated"_s);
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
    if (m_d->isHandedOver() && !m_d->isCopyGone())
        QDialog::reject();
    else
        m_d->askBeforeClosing();
}

void GeneratedDialog::accept()
{
    if (m_d->isCopyGone())
        m_d->askBeforeClosing();
    else
        QDialog::accept();
}

void GeneratedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_d)
        m_d->field->setRevealed(false);
}

} // namespace rox
