// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/refusal.h"

#include "models/roles/rolelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/errortext.h"
#include "ui/widgets/joinedframe.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 27;
constexpr int HeaderHeight = 25;
constexpr int ShownRows = 4;
constexpr int CellMargin = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

/// Finds names in `role(s) A,B don't exist: invalid arguments`. It is not split at commas, which a
/// name may contain.
QStringList missingRoles(const QStringList &checked, const QString &serverText)
{
    static const QRegularExpression shape(u"role\\(s\\) (.*) don't exist"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(serverText);
    QStringList found;
    if (!match.hasMatch())
        return found;
    const QString names = u',' + match.captured(1) + u',';
    for (const QString &role : checked) {
        if (names.contains(u',' + role + u','))
            found.append(role);
    }
    return found;
}

/// A cell with the header's margin, and the line under its row.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QRect text = option.rect.adjusted(CellMargin, 0, -CellMargin, -1);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(option.font)
                              .elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          statusColors(option.palette).panelLine);
        painter->restore();
    }
};

bool asksFor(const QModelIndex &role, const EscalationFinding &finding)
{
    if (role.data(RoleListModel::WritesRole).toStringList().contains(finding.resource))
        return true;
    return finding.asked != "READ_WRITE_ACCESS"_L1
           && role.data(RoleListModel::ReadsRole).toStringList().contains(finding.resource);
}

} // namespace

RefusedField refusedField(const ApiError &error)
{
    if (error.kind != ApiError::Kind::BadRequest)
        return RefusedField::None;
    if (error.serverText.startsWith("token name"_L1, Qt::CaseInsensitive))
        return RefusedField::Name;
    if (error.serverText.startsWith("expiration"_L1, Qt::CaseInsensitive))
        return RefusedField::Expiration;
    return RefusedField::None;
}

QStringList refusedRoles(const RoleListModel &roles, const ApiError &error)
{
    QStringList checked = roles.checkedRoles();
    if (error.escalation.isEmpty())
        return missingRoles(checked, error.serverText);
    if (checked.size() == 1)
        return checked;
    QStringList found;
    // Checked roles are always shown, so the rows hold them all.
    for (int row = 0; row < roles.rowCount(); ++row) {
        const QModelIndex role = roles.index(row);
        const QString name = role.data(RoleListModel::NameRole).toString();
        if (!checked.contains(name) || !role.data(RoleListModel::GrantKnownRole).toBool())
            continue;
        if (std::any_of(error.escalation.cbegin(), error.escalation.cend(),
                        [&](const auto &finding) { return asksFor(role, finding); }))
            found.append(name);
    }
    return found;
}

QString refusalLead(const QStringList &roles)
{
    QStringList names;
    for (const QString &role : roles)
        names.append(shownName(role));
    if (names.size() == 1)
        return Words::tr("Central refused: the role %1 may do more than you may.")
            .arg(names.first());
    if (names.size() == 2)
        return Words::tr("Central refused: the roles %1 and %2 may do more than you may.")
            .arg(names.at(0), names.at(1));
    if (names.size() > 2)
        return Words::tr("Central refused: %Ln role(s) may do more than you may.", nullptr,
                         int(names.size()));
    return Words::tr("Central refused: these roles may do more than you may.");
}

QWidget *refusalTable(QList<EscalationFinding> findings, QWidget *parent)
{
    std::sort(findings.begin(), findings.end(),
              [](const EscalationFinding &a, const EscalationFinding &b) {
                  return std::tie(a.resource, a.scope) < std::tie(b.resource, b.scope);
              });
    auto *frame = new JoinedFrame(parent);
    frame->setSurroundings(statusColors(parent->palette()).bad.fill);
    auto *table = new QTableWidget(int(findings.size()), 4, frame);
    table->setObjectName(u"refusedPrivileges"_s);
    table->setTabKeyNavigation(false); // Tab leaves it
    table->setAccessibleName(Words::tr("Refused privileges"));
    table->setHorizontalHeaderLabels(
        {Words::tr("Resource"), Words::tr("Scope"), Words::tr("Asked for"), Words::tr("You have")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setItemDelegate(new CellDelegate(table));
    table->setFont(typeface(table->font(), TextSize::Secondary));
    table->verticalHeader()->hide();
    const int row = std::max(RowHeight, QFontMetrics(table->font()).height() + 11);
    table->verticalHeader()->setMinimumSectionSize(row);
    table->verticalHeader()->setDefaultSectionSize(row);
    auto *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    const int head = std::max(HeaderHeight, row - 2);
    header->setFixedHeight(head);
    for (int at = 0; at < findings.size(); ++at) {
        const EscalationFinding &finding = findings.at(at);
        const QStringList cells = {visibleText(finding.resource), visibleText(finding.scope),
                                   accessWord(finding.asked), accessWord(finding.had)};
        for (int column = 0; column < cells.size(); ++column)
            table->setItem(at, column, new QTableWidgetItem(cells.at(column).left(200)));
    }
    if (findings.size() <= ShownRows)
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frame->setFixedHeight(head + row * int(std::min<qsizetype>(ShownRows, findings.size())) + 2);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(table);
    return frame;
}

} // namespace rox
