// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/generateddialog.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/generate/clipboardrow.h"
#include "ui/generate/handoverpicker.h"
#include "ui/generate/secretview.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 592;
constexpr int Margin = 24;

QString withTilde(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

QString factsOf(const Token &token, const QString &server, UtcMs now)
{
    if (token.expiresAt == NoTime)
        return GeneratedDialog::tr("on %1").arg(visibleText(server));
    if (token.expiresAt >= NeverMs)
        return GeneratedDialog::tr("on %1, never expires").arg(visibleText(server));
    return GeneratedDialog::tr("on %1, expires %2, %3")
        .arg(visibleText(server), relativeTime(token.expiresAt, now), mediumDate(token.expiresAt));
}

} // namespace

GeneratedDialog::GeneratedDialog(ServerFacts server, Token token, Secret value,
                                 SecretClipboard *clipboard, const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_server(std::move(server))
    , m_token(std::move(token))
    , m_clipboard(clipboard)
    , m_warning(new MessageBar(this))
    , m_notice(new MessageBar(this))
    , m_value(new SecretView(std::move(value), this))
    , m_form(new HandoverPicker(m_token, this))
    , m_copy(pushButton(tr("Copy token"), u"copyToken"_s, this)) // showCopyText() sets the text
    , m_save(pushButton(tr("Save to file"), u"saveToFile"_s, this))
    , m_countdown(new ClipboardRow(clipboard, this))
    , m_waits(secondaryLabel(tr("Copy or save the value first."), this))
    , m_done(pushButton(tr("Done"), u"done"_s, this))
{
    setWindowTitle(tr("Token generated"));
    setObjectName(u"tokenGenerated"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    auto *content = makeContent(factsOf(m_token, m_server.name, clock->now()));
    column->addWidget(new FittedScroll(content, this), 1);
    column->addLayout(footer());
    m_warning->hide();
    connect(m_value, &SecretView::noteChanged, &m_context, [this] { fit(); });
    connect(m_form, &HandoverPicker::chosen, &m_context, [this] {
        showCopyText();
        fit();
    });
    connect(m_countdown, &ClipboardRow::heightChanged, &m_context, [this] { fit(); });
    connect(m_clipboard, &SecretClipboard::stateChanged, &m_context, [this] { followClipboard(); });
    showNotice();
    showCopyText();
    m_copy->setDefault(true);
    m_copy->setFocus(Qt::OtherFocusReason);
}

QWidget *GeneratedDialog::makeContent(const QString &facts)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, 16, Margin, 18);
    column->setSpacing(0);
    column->addLayout(heading(facts));
    m_underHeading = new QVBoxLayout;
    column->addLayout(m_underHeading);
    column->addSpacing(12);
    column->addWidget(m_warning);
    column->addWidget(m_notice);
    column->addSpacing(16);
    column->addWidget(m_value);
    column->addSpacing(16);
    column->addWidget(m_form);
    column->addSpacing(16);
    column->addLayout(actions());
    column->addSpacing(12);
    column->addWidget(m_countdown);
    m_underActions = new QVBoxLayout;
    column->addLayout(m_underActions);
    column->addStretch(1);
    return content;
}

QLayout *GeneratedDialog::heading(const QString &facts)
{
    auto *name = elidedLabel({TokenText::name(m_token.name), TextTone::Text, true}, this,
                             TextSize::DialogHeading);
    name->setObjectName(u"generatedName"_s);
    auto *under = elidedLabel({facts, TextTone::Secondary}, this);
    under->setObjectName(u"generatedFacts"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(name);
    words->addWidget(under);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new SymbolMark(u"active"_s, TextTone::Ok, 32, this));
    row->addLayout(words, 1);
    return row;
}

QLayout *GeneratedDialog::actions()
{
    m_copy->setIcon(symbolIcon(u"copy"_s, TextTone::Highlighted));
    setButtonRole(m_copy, ButtonRole::Primary);
    m_save->setText(tr("Save to file…"));
    m_save->setIcon(symbolIcon(u"save"_s));
    connect(m_copy, &QPushButton::clicked, &m_context, [this] { copy(); });
    connect(m_save, &QPushButton::clicked, &m_context, [this] { askWhereToSave(); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addStretch(1);
    return row;
}

QLayout *GeneratedDialog::footer()
{
    m_done->setEnabled(false);
    m_done->setToolTip(m_waits->text());
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(m_done, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    m_footer = row;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(m_waits);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

void GeneratedDialog::showNotice()
{
    Message message;
    if (!m_saveFailure.isEmpty()) {
        message.severity = Severity::Bad;
        message.lead = tr("Not saved.");
        message.text = m_saveFailure;
    } else if (!m_savedTo.isEmpty()) {
        message.severity = Severity::Success;
        message.symbol = u"save"_s;
        message.lead = tr("Saved and checked:");
        message.text =
            tr("%1. Only you can read the file.").arg(shownText(withTilde(m_savedTo), 400));
    } else if (isCopyGone()) {
        message.severity = Severity::Caution;
        message.lead = m_clipboard->state() == SecretClipboard::State::TakenOver
                           ? tr("The clipboard holds something else.")
                           : tr("The clipboard is cleared.");
        message.text = tr("Pasted? If not, copy again.");
        message.actions = {{tr("Copy again"), [this] { copy(); }}};
    } else if (m_isCopied) {
        message.severity = Severity::Success;
        message.lead = tr("Copied.");
        message.text = tr("Paste it where it belongs. It is not stored anywhere else.");
    } else {
        message.severity = Severity::Caution;
        message.lead = tr("Not stored anywhere yet.");
        message.text = tr("Central never shows it again: copy or save it now.");
    }
    m_notice->setMessage(message);
    fit();
}

bool GeneratedDialog::isCopyGone() const
{
    using State = SecretClipboard::State;
    return m_isCopied && m_savedTo.isEmpty()
           && (m_clipboard->state() == State::Cleared || m_clipboard->state() == State::TakenOver);
}

void GeneratedDialog::setHandedOver()
{
    m_waits->clear();
    m_done->setEnabled(true);
    m_done->setToolTip({});
    showHandover();
    m_done->setFocus(Qt::OtherFocusReason);
}

/// The primary button is the next step: Done, or Copy again where the value may be lost.
void GeneratedDialog::showHandover()
{
    m_wasCopyGone = isCopyGone();
    m_countdown->setEndSaid(m_wasCopyGone);
    QPushButton *next = m_wasCopyGone ? m_copy : m_done;
    next->setDefault(true);
    setButtonRole(m_done, next == m_done ? ButtonRole::Primary : ButtonRole::Plain);
    setButtonRole(m_copy, next == m_copy ? ButtonRole::Primary : ButtonRole::Plain);
    m_copy->setIcon(symbolIcon(u"copy"_s, next == m_copy ? TextTone::Highlighted : TextTone::Text));
    showCopyText();
    showNotice();
}

void GeneratedDialog::showCopyText()
{
    const bool isCopied = m_isCopied && m_copiedForm == m_form->form();
    m_copy->setText(isCopied ? tr("Copy again") : m_form->copyText());
}

void GeneratedDialog::followClipboard()
{
    if (isCopyGone() == m_wasCopyGone)
        return;
    showHandover();
    // Return would press Done and close the dialog.
    if (m_wasCopyGone && focusWidget() == m_done)
        m_copy->setFocus(Qt::OtherFocusReason);
}

void GeneratedDialog::copy()
{
    m_clipboard->copy(handedOver());
    m_isCopied = true;
    m_copiedForm = m_form->form();
    m_saveFailure.clear();
    m_countdown->follow();
    setHandedOver();
    Q_EMIT copied();
}

void GeneratedDialog::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the token"));
    dialog->setObjectName(u"saveToken"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->selectFile(handoverFileName(m_form->form(), m_token));
    connect(dialog, &QFileDialog::fileSelected, this, &GeneratedDialog::saveRequested);
    dialog->open();
}

void GeneratedDialog::askBeforeClosing()
{
    if (findChild<QuestionDialog *>())
        return;
    auto *question = new QuestionDialog(
        tr("Close without the value?"), u"warning"_s,
        m_isCopied ? tr("The value left the clipboard and was not saved.")
                   : tr("The value was neither copied nor saved."),
        (m_isCopied ? tr("Unless you pasted it, it is lost: after closing, nobody can see it "
                         "again. Closing does not revoke the token on %1.")
                    : tr("After closing, nobody can see it again. Closing does not revoke the "
                         "token on %1."))
            .arg(visibleText(m_server.name)),
        this);
    question->setObjectName(u"closeWithoutValue"_s);
    enum Answer { RevokeAndClose, KeepOpen, CloseAnyway };
    question->addAnswer(tr("Revoke and close"), QDialogButtonBox::ResetRole,
                        ButtonRole::DangerText);
    question->addAnswer(tr("Keep open"), QDialogButtonBox::RejectRole);
    question->addAnswer(tr("Close anyway"), QDialogButtonBox::AcceptRole);
    question->setDefaultAnswer(KeepOpen);
    connect(question, &QuestionDialog::answered, this, [this](int answer) {
        if (answer == RevokeAndClose)
            Q_EMIT revokeRequested(m_token.id);
        else if (answer == CloseAnyway)
            done(Rejected);
    });
    question->openAt(Width);
}

/// Adapts the height to the parts that are visible.
void GeneratedDialog::fit()
{
    fitDialog(this, isVisible() ? width() : Width);
}

void GeneratedDialog::setWarning(const QString &lead, const QString &text)
{
    Message message;
    message.severity = Severity::Caution;
    message.lead = lead;
    message.text = text;
    m_warning->setMessage(message);
    m_warning->setVisible(!lead.isEmpty() || !text.isEmpty());
    fit();
}

void GeneratedDialog::setPlace(const HandoverPlace &place)
{
    m_place = place;
    m_form->setPlace(place);
    showCopyText();
    fit();
}

void GeneratedDialog::showSaved(const QString &path)
{
    m_savedTo = path;
    m_saveFailure.clear();
    setHandedOver();
}

void GeneratedDialog::showSaveFailed(const QString &sentence)
{
    m_saveFailure = sentence;
    showNotice();
}

Secret GeneratedDialog::handedOver() const
{
    return handover(m_form->form(), m_value->value(), m_token, m_place);
}

HandoverForm GeneratedDialog::form() const
{
    return m_form->form();
}

const Secret &GeneratedDialog::value() const
{
    return m_value->value();
}

void GeneratedDialog::addUnderHeading(QWidget *widget)
{
    m_underHeading->addSpacing(12);
    m_underHeading->addWidget(widget);
}

void GeneratedDialog::addUnderActions(QWidget *widget)
{
    m_underActions->addSpacing(8);
    m_underActions->addWidget(widget);
}

void GeneratedDialog::addToFooter(QWidget *widget)
{
    m_footer->insertWidget(0, widget);
}

void GeneratedDialog::setWaitingText(const QString &text)
{
    m_waits->setText(text);
    m_done->setToolTip(text);
}

void GeneratedDialog::reject()
{
    const bool isHandedOver = m_isCopied || !m_savedTo.isEmpty();
    if (isHandedOver && !isCopyGone())
        QDialog::reject();
    else
        askBeforeClosing();
}

void GeneratedDialog::accept()
{
    if (isCopyGone())
        askBeforeClosing();
    else
        QDialog::accept();
}

void GeneratedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        m_value->mask();
}

} // namespace rox
