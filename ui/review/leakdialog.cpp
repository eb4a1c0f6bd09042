// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakdialog.h"

#include "ui/review/leakarea.h"
#include "ui/review/leaklistmodel.h"
#include "ui/review/leaksource.h"
#include "ui/review/leakstatus.h"
#include "ui/review/leaktable.h"
#include "ui/review/leaktext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Usual{1000, 576};
constexpr int LowHeight = 480; ///< below it the found tokens take the room of the area to paste in

bool mayStillWork(const LeakedToken &token)
{
    using Remark = LeakedToken::Remark;
    return token.canBeRevoked() || token.remark == Remark::SignIn
           || token.remark == Remark::Unreachable || token.remark == Remark::Forbidden
           || token.remark == Remark::OwnText;
}

} // namespace

LeakDialog::LeakDialog(Servers servers, const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_servers(std::move(servers))
    , m_clock(clock)
    , m_scan(new LeakScan(this))
    , m_model(new LeakListModel(clock, this))
    , m_area(new LeakArea(this))
    , m_status(new LeakStatus(this))
    , m_empty(secondaryLabel({}, this))
    , m_table(new LeakTable(m_model, this))
    , m_warning(new MessageBar(this))
    , m_sent(new TextLabel(TextSize::Secondary, this))
    , m_close(pushButton(tr("Close"), u"close"_s, this))
    , m_check(pushButton(tr("Check at Central…"), u"checkAtCentral"_s, this))
    , m_revoke(pushButton({}, u"revoke"_s, this))
{
    setObjectName(u"findLeakedToken"_s);
    setWindowTitle(tr("Find a leaked token"));
    setAcceptDrops(true);
    m_empty->setText(tr("The tokens in it are listed here: their names, which Central has them, "
                        "and whether they can be revoked."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_warning->setMessage({.severity = Severity::Caution,
                           .lead = tr("All who saw this text can use these tokens until they are "
                                      "revoked."),
                           .text = tr("Revoke first, then look in Central's audit log.")});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 12, Margin, 12);
    column->setSpacing(0);
    column->addWidget(m_area);
    column->addSpacing(8);
    column->addWidget(m_status);
    column->addSpacing(4);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    column->addSpacing(8);
    column->addWidget(m_warning);
    column->addSpacing(12);
    column->addLayout(makeButtons());

    connect(m_area, &LeakArea::pasteRequested, this, &LeakDialog::paste);
    connect(m_area, &LeakArea::fileRequested, this, &LeakDialog::chooseFile);
    auto *keys = new QShortcut(QKeySequence::Paste, this);
    keys->setAutoRepeat(false);
    connect(keys, &QShortcut::activated, this, &LeakDialog::paste);
    connect(m_status, &LeakStatus::clearRequested, this, &LeakDialog::clear);
    connect(m_status, &LeakStatus::stopRequested, this, [this] {
        m_scan->stop();
        m_area->focusPaste();
        m_status->showFault(tr("Stopped. Nothing was looked through to its end."));
    });
    connect(m_scan, &LeakScan::progressed, this, [this] {
        m_status->showProgress(leaktext::progress(m_scan->fileName(), m_scan->progress()));
    });
    connect(m_scan, &LeakScan::finished, this, &LeakDialog::showFindings);
    connect(m_model, &LeakListModel::checksChanged, this, &LeakDialog::refresh);
    connect(m_table, &LeakTable::signInRequested, this,
            [this](int row) { Q_EMIT signInRequested(m_model->at(row).server.key); });
    setSent(tr("Nothing was sent: tokens are compared by their IDs."));
    refresh();
    resize(
        Usual.boundedTo(screen()->availableSize() - QSize(32, 64)).expandedTo(minimumSizeHint()));
    m_area->focusPaste();
}

QLayout *LeakDialog::makeButtons()
{
    m_check->setAccessibleName(tr("Check at Central"));
    m_check->setIcon(symbolIcon(u"shieldok"_s));
    m_revoke->setAccessibleName(tr("Revoke"));
    m_revoke->setIcon(symbolIcon(u"revoke"_s, TextTone::Highlighted));
    setButtonRole(m_revoke, ButtonRole::Danger);
    m_sent->setObjectName(u"sent"_s);
    m_sent->setElided(Qt::ElideRight);
    m_sent->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(toCheck()); });
    connect(m_revoke, &QPushButton::clicked, this,
            [this] { Q_EMIT revokeRequested(m_model->checked()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new SymbolMark(u"lock"_s, TextTone::Secondary, 14, this));
    row->addWidget(m_sent, 1);
    row->addWidget(m_close);
    row->addWidget(m_check);
    row->addWidget(m_revoke);
    return row;
}

void LeakDialog::scanText(Secret text)
{
    clear();
    m_scan->scanText(std::move(text));
}

void LeakDialog::scanFile(const QString &path)
{
    clear();
    m_scan->scanFile(path);
}

void LeakDialog::paste()
{
    take(QGuiApplication::clipboard()->mimeData());
}

void LeakDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the file to look through"));
    dialog->setObjectName(u"chooseLeakFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LeakDialog::scanFile);
    dialog->open();
}

void LeakDialog::take(const QMimeData *given)
{
    LeakSource source = leakSourceOf(given);
    using Kind = LeakSource::Kind;
    switch (source.kind) {
    case Kind::Text:
        if (source.text.isEmpty())
            break;
        scanText(std::move(source.text));
        return;
    case Kind::File:
        scanFile(source.path);
        return;
    case Kind::SeveralFiles:
        clear();
        m_status->showFault(tr("One file at a time, please."));
        return;
    case Kind::Picture:
        clear();
        m_status->showFault(tr("A picture cannot be read. Paste the text."));
        return;
    case Kind::Nothing:
        break;
    }
    clear();
    m_status->showFault(tr("There is no text to look through."));
}

void LeakDialog::clear()
{
    const bool hadTokens = m_findings && !m_findings->scan.found.empty();
    // They are hidden, and Qt would give the focus to Close.
    const bool hadFocus =
        m_status->isAncestorOf(focusWidget()) || m_table->isAncestorOf(focusWidget());
    if (hadFocus) {
        m_area->show();
        m_area->focusPaste();
    }
    m_scan->stop();
    m_findings.reset(); // wipes the values
    m_remembered.clear();
    m_model->reset({}, 0);
    m_status->showNothing();
    if (hadTokens)
        Q_EMIT cleared();
}

void LeakDialog::showFindings(const std::shared_ptr<LeakFindings> &findings)
{
    m_findings = findings;
    const QList<LeakServer> servers = m_servers();
    m_model->reset(lookUpLeaked(findings->scan.found, servers, m_clock->now()),
                   int(std::count_if(servers.cbegin(), servers.cend(),
                                     [](const LeakServer &one) { return one.isCompared(); })));
    lookUpAgain();
    makeRoom();
    if (m_model->rowCount() > 0)
        m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT lookedThrough();
}

QStringList LeakDialog::idsFound() const
{
    QStringList ids;
    for (std::size_t at = 0; m_findings && at < m_findings->scan.found.size(); ++at) {
        const FoundToken &one = m_findings->scan.found[at];
        if (one.kind == FoundToken::Kind::ApiToken)
            ids.append(one.claims.id);
    }
    return ids;
}

void LeakDialog::setRemembered(const QList<RememberedTokens> &remembered)
{
    m_remembered = remembered;
    lookUpAgain();
}

void LeakDialog::lookUpAgain()
{
    if (!m_findings)
        return;
    if (m_findings->fault != LeakFindings::Fault::None) {
        m_status->showFault(leaktext::fault(*m_findings));
        return;
    }
    QList<TextRun> runs = leaktext::outcome(*m_findings);
    if (m_findings->scan.found.empty()) {
        m_status->showNoneFound(runs);
        return;
    }
    const QList<LeakServer> servers = m_servers();
    const auto compared = std::count_if(servers.cbegin(), servers.cend(),
                                        [](const LeakServer &one) { return one.isCompared(); });
    m_model->update(lookUpLeaked(m_findings->scan.found, servers, m_clock->now(), m_model->tokens(),
                                 m_remembered),
                    int(compared));
    runs.append({u"  "_s + leaktext::compared(servers, m_clock->now()), TextTone::Secondary});
    m_status->showFound(runs);
}

Secret LeakDialog::valueOf(const QString &id) const
{
    if (!m_findings)
        return {};
    const auto &found = m_findings->scan.found;
    const auto one = std::find_if(found.begin(), found.end(),
                                  [&](const FoundToken &token) { return token.claims.id == id; });
    return one == found.end() ? Secret() : one->value.clone();
}

const QList<LeakedToken> &LeakDialog::tokens() const
{
    return m_model->tokens();
}

void LeakDialog::setSent(const QString &sentence)
{
    m_sent->showText(sentence, TextTone::Secondary);
}

QList<LeakedToken> LeakDialog::toCheck() const
{
    const auto checked = m_model->checked();
    QList<LeakedToken> all = checked.isEmpty() ? m_model->tokens() : checked;
    all.removeIf([](const LeakedToken &one) {
        return !one.isListed() || !one.isWhole || one.server.key.isEmpty();
    });
    return all;
}

void LeakDialog::refresh()
{
    const auto &rows = m_model->tokens();
    const bool hasRows = !rows.isEmpty();
    const int count = int(m_model->checked().size());
    m_area->setVisible(!hasRows || height() >= LowHeight);
    m_table->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    m_warning->setVisible(std::any_of(rows.cbegin(), rows.cend(), mayStillWork));
    m_revoke->setText(count > 0 ? tr("Revoke %Ln token(s)…", nullptr, count) : tr("Revoke…"));
    m_revoke->setEnabled(count > 0);
    m_revoke->setToolTip(count > 0 ? QString() : tr("Check the box of a token first."));
    const bool canCheck = !toCheck().isEmpty();
    m_check->setEnabled(canCheck);
    m_check->setToolTip(canCheck ? QString()
                                 : tr("Only a whole token that the list of a Central has can be "
                                      "sent there to check it."));
}

void LeakDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->minimumHeightForWidth(width());
    const QSize wanted(width(), std::max(height(), needed));
    resize(fittedSize(wanted, screen()->availableSize()));
}

void LeakDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if ((event->oldSize().height() < LowHeight) != (event->size().height() < LowHeight))
        refresh();
}

void LeakDialog::keyPressEvent(QKeyEvent *event)
{
    // No button is the default: QDialog would press one of its own choice.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return;
    QDialog::keyPressEvent(event);
}

void LeakDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!hasLeakSource(event->mimeData()))
        return;
    m_area->setDropping(true);
    event->setDropAction(Qt::CopyAction); // the source keeps what it has
    event->accept();
}

void LeakDialog::dragLeaveEvent(QDragLeaveEvent *)
{
    m_area->setDropping(false);
}

void LeakDialog::dropEvent(QDropEvent *event)
{
    m_area->setDropping(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(event->mimeData());
}

} // namespace rox
