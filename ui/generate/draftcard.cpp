// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/draftcard.h"

#include "models/values/visibletext.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tooltips.h"

#include <QGridLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 12;
constexpr int ChipLines = 3;
constexpr int NamedResources = 6;
constexpr int NameWidth = 230;

} // namespace

DraftCard::DraftCard(QWidget *parent)
    : Card(parent)
    , m_sentence(new QLabel(this))
    , m_grants(new QWidget(this))
    , m_roles(new ChipFlow(m_grants))
    , m_writes(plainLabel({}, m_grants))
    , m_reads(plainLabel({}, m_grants))
    , m_everything(new TextLabel(TextSize::Body, m_grants))
{
    // Rich text makes names semibold; the names themselves are escaped.
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"draftSentence"_s);
    m_roles->setMaxLines(ChipLines);
    m_roles->setAccessibleName(tr("Roles"));
    m_writes->setObjectName(u"draftWrites"_s);
    m_reads->setObjectName(u"draftReads"_s);
    m_everything->setObjectName(u"draftEverything"_s);
    m_everything->showText(tr("Reads and writes everything"), TextTone::Caution, true);
    m_writes->setWordWrap(true);
    m_reads->setWordWrap(true);

    auto *grid = new QGridLayout(m_grants);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(4);
    grid->addWidget(separator(QPalette::Mid, m_grants), 0, 0, 1, 2);
    grid->setRowMinimumHeight(0, 9);
    addRow(grid, tr("Roles"), m_roles);
    m_writesRow = addRow(grid, tr("Writes"), m_writes);
    m_readsRow = addRow(grid, tr("Reads"), m_reads);
    m_everythingRow = addRow(grid, tr("Access"), m_everything);
    grid->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_grants);
    column->addStretch(1);
}

DraftCard::Row DraftCard::addRow(QGridLayout *grid, const QString &title, QWidget *what)
{
    auto *label = plainLabel(title, m_grants);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumHeight(18);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(what, row, 1, Qt::AlignTop);
    return {label, what};
}

void DraftCard::Row::setVisible(bool visible) const
{
    title->setVisible(visible);
    what->setVisible(visible);
}

void DraftCard::setContent(const Content &content)
{
    const auto strong = [this](const QString &text) {
        const QString shown = shownText(text, 400);
        return QString(u"<span style=\"font-weight:600\">"_s
                       + fontMetrics().elidedText(shown, Qt::ElideRight, NameWidth).toHtmlEscaped()
                       + u"</span>"_s);
    };
    const QString until = unbroken(longTime(content.draft.expiresAt)).toHtmlEscaped();
    const QString server = strong(content.server);
    const QString name = strong(content.draft.name);
    const QString length = strong(unbroken(content.length));
    QString text;
    if (content.length.isEmpty())
        //: %1 is a name, %2 a server
        text = content.draft.name.isEmpty() ? tr("A token on %1.").arg(server)
                                            : tr("A token %1 on %2.").arg(name, server);
    else if (content.draft.name.isEmpty())
        //: %1 is a server, %2 a length, %3 a time
        text = tr("A token on %1, valid for %2, until %3.").arg(server, length, until);
    else
        //: %1 is a name, %2 a server, %3 a length, %4 a time
        text = tr("A token %1 on %2, valid for %3, until %4.").arg(name, server, length, until);
    m_sentence->setText(u"<div style=\"line-height:125%\">%1</div>"_s.arg(text));
    m_roles->setRoles(content.draft.roles);
    const QString nothing = content.grantKnown ? tr("nothing") : tr("not known");
    setGrant(m_writes, content.grantKnown ? content.writes : QStringList(), nothing);
    // Write access includes read access.
    setGrant(m_reads, content.grantKnown ? content.reads : QStringList(),
             content.grantKnown && !content.writes.isEmpty() ? tr("the same") : nothing);
    m_writesRow.setVisible(!content.writesEverything);
    m_readsRow.setVisible(!content.writesEverything);
    m_everythingRow.setVisible(content.writesEverything);
    m_hasRoles = !content.draft.roles.isEmpty();
    showGrants();
}

void DraftCard::setGrant(QLabel *label, const QStringList &resources, const QString &none)
{
    QString text;
    if (resources.isEmpty())
        text = none;
    else if (resources.size() <= NamedResources)
        text = resources.join(", "_L1);
    else
        text = tr("%1 and %Ln more", nullptr, int(resources.size()) - NamedResources + 1)
                   .arg(resources.mid(0, NamedResources - 1).join(", "_L1));
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

} // namespace rox
