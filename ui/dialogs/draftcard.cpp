// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/draftcard.h"

#include "models/values/visibletext.h"
#include "ui/look/calmpaint.h"
#include "ui/look/tones.h"
#include "ui/parts/chipflow.h"
#include "ui/parts/labels.h"
#include "ui/parts/tooltips.h"
#include "ui/words/times.h"

#include <QGridLayout>
#include <QPainter>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int ChipLines = 3;
constexpr int NamedResources = 6;
constexpr int NameWidth = 230;

/// The line between the sentence and what it grants.
class PanelLine final : public QWidget
{
public:
    explicit PanelLine(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), tonesOf(palette()).panelLine);
    }
};

} // namespace

DraftCard::DraftCard(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_grants(new QWidget(this))
    , m_roles(new ChipFlow(m_grants))
    , m_writes(plainLabel({}, m_grants))
    , m_reads(plainLabel({}, m_grants))
{
    // Rich text only for the weight of names: every character of them is escaped.
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"draftSentence"_s);
    m_roles->setMostLines(ChipLines);
    m_roles->setAccessibleName(tr("Roles"));
    m_writes->setObjectName(u"draftWrites"_s);
    m_reads->setObjectName(u"draftReads"_s);
    m_writes->setWordWrap(true);
    m_reads->setWordWrap(true);

    auto *grid = new QGridLayout(m_grants);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(new PanelLine(m_grants), 0, 0, 1, 2);
    grid->setRowMinimumHeight(0, 9);
    const auto addRow = [&](int row, const QString &title, QWidget *what) {
        auto *label = plainLabel(title, m_grants);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setMinimumWidth(52);
        label->setMinimumHeight(18);
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(what, row, 1, Qt::AlignTop);
    };
    addRow(1, tr("Roles"), m_roles);
    addRow(2, tr("Writes"), m_writes);
    addRow(3, tr("Reads"), m_reads);
    grid->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_grants);
    column->addStretch(1);
}

void DraftCard::setContent(const Content &content)
{
    const auto strong = [this](const QString &text) {
        const QString shown = visibleText(text.left(400));
        return QString(u"<span style=\"font-weight:600\">"_s
                       + fontMetrics().elidedText(shown, Qt::ElideRight, NameWidth).toHtmlEscaped()
                       + u"</span>"_s);
    };
    const QString until = longTime(content.draft.expiresAt).toHtmlEscaped();
    const QString server = strong(content.server);
    const QString length = strong(content.length);
    const QString token = content.draft.name.isEmpty()
                              ? tr("A token on %1").arg(server)
                              //: %1 is a name, %2 a server
                              : tr("A token %1 on %2").arg(strong(content.draft.name), server);
    const QString text = content.length.isEmpty()
                             ? tr("%1.").arg(token)
                             //: %1 is "A token NAME on SERVER", %2 a length, %3 a time
                             : tr("%1, valid for %2, until %3.").arg(token, length, until);
    m_sentence->setText(u"<div style=\"line-height:125%\">%1</div>"_s.arg(text));
    m_roles->setRoles(content.draft.roles);
    setGrant(m_writes, content.grantKnown, content.writes);
    setGrant(m_reads, content.grantKnown, content.reads);
    m_hasRoles = !content.draft.roles.isEmpty();
    showGrants();
}

void DraftCard::setGrant(QLabel *label, bool known, const QStringList &resources)
{
    QString text;
    if (!known)
        text = tr("not known");
    else if (resources.isEmpty())
        text = tr("nothing");
    else if (resources.size() <= NamedResources)
        text = resources.join(", "_L1);
    else
        text = tr("%1 and %L2 more")
                   .arg(resources.mid(0, NamedResources - 1).join(", "_L1))
                   .arg(resources.size() - NamedResources + 1);
    label->setText(text);
    label->setToolTip(plainToolTip(resources.join(", "_L1)));
}

void DraftCard::setCompact(bool compact)
{
    m_compact = compact;
    showGrants();
}

void DraftCard::showGrants()
{
    m_grants->setVisible(m_hasRoles && !m_compact);
}

void DraftCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    calm::roundedBox(&painter, rect(), palette().color(QPalette::Active, QPalette::Base),
                     tonesOf(palette()).panelLine, 8);
}

} // namespace rox
