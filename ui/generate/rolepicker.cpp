// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/rolepicker.h"

#include "models/roles/rolelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/generate/comparisondialog.h"
#include "ui/generate/needdialog.h"
#include "ui/generate/roledelegate.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SearchHeight = 31;
constexpr int AskedRows = 4;
constexpr int RowHeight = 44;

/// Wants four rows, so that the form's scroll area gives it no more, and grows with the dialog.
class RoleList final : public QListView
{
public:
    using QListView::QListView;
    [[nodiscard]] QSize sizeHint() const override { return {320, AskedRows * RowHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, AskedRows * RowHeight}; }
};

} // namespace

RolePicker::RolePicker(RoleListModel *roles, QWidget *parent)
    : QWidget(parent)
    , m_roles(roles)
    , m_count(secondaryLabel({}, this))
    , m_search(new QLineEdit(this))
    , m_list(new RoleList(this))
    , m_pages(new QStackedWidget(this))
    , m_note(secondaryLabel({}, this))
{
    auto *label = plainLabel(tr("&Roles"), this, TextSize::Body, true);
    label->setBuddy(m_search);
    m_count->setObjectName(u"selectedRoles"_s);
    m_note->setObjectName(u"rolesNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();

    auto *heading = new QHBoxLayout;
    heading->addWidget(label);
    heading->addStretch(1);
    heading->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(heading);
    column->addWidget(makeFrame(), 1);
    column->addLayout(makeLinks());
    column->addWidget(m_note);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_roles->setSearch(text);
        m_list->scrollToTop();
        showWhatThereIs();
    });
    connect(m_roles, &RoleListModel::checkedRolesChanged, this, &RolePicker::countAnew);
    connect(m_roles, &RoleListModel::modelReset, this, [this] {
        countAnew();
        showWhatThereIs();
    });
    m_search->installEventFilter(this);
    m_roles->setSearch({}); // another dialog may have set it
    countAnew();
    showWhatThereIs();
}

QWidget *RolePicker::makeFrame()
{
    auto *frame = new JoinedFrame(this);
    m_search->setObjectName(u"searchRoles"_s);
    m_search->setAccessibleName(tr("Search roles"));
    m_search->setPlaceholderText(tr("Search roles"));
    m_search->setFrame(false);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(symbolIcon(u"search"_s, TextTone::Secondary), QLineEdit::LeadingPosition);
    m_search->setMinimumHeight(SearchHeight);
    m_search->setTextMargins(8, 0, 4, 0);

    m_list->setObjectName(u"roles"_s);
    m_list->setAccessibleName(tr("Roles"));
    m_list->setModel(m_roles);
    m_list->setItemDelegate(new RoleDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(m_list->verticalScrollBar());
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_pages->addWidget(m_list);
    m_pages->addWidget(makeMessagePage());

    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addWidget(separator(QPalette::Mid, frame));
    column->addWidget(m_pages, 1);
    return frame;
}

QWidget *RolePicker::makeMessagePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    m_message = plainLabel({}, page);
    m_message->setObjectName(u"rolesMessage"_s);
    m_message->setWordWrap(true);
    m_retry = new LinkButton(tr("Try again"), page);
    m_retry->setObjectName(u"retryRoles"_s);
    m_retry->setAccessibleName(tr("Try again"));
    connect(m_retry, &LinkButton::clicked, this, &RolePicker::retryRequested);
    column->addWidget(m_message);
    column->addWidget(m_retry);
    column->addStretch(1);
    return page;
}

QLayout *RolePicker::makeLinks()
{
    m_need = new LinkButton(tr("What must it do?"), this);
    m_need->setObjectName(u"whatMustItDo"_s);
    m_need->setAccessibleName(m_need->text());
    m_compare = new LinkButton(tr("Compare two roles…"), this);
    m_compare->setObjectName(u"compareRoles"_s);
    m_compare->setAccessibleName(tr("Compare two roles"));
    m_noGrants = secondaryLabel(tr("What these roles grant is not known here: none can be "
                                   "proposed. Choose them by their names."),
                                this);
    m_noGrants->setObjectName(u"noGrants"_s);
    m_noGrants->setWordWrap(true);
    connect(m_need, &LinkButton::clicked, this, &RolePicker::askForNeed);
    connect(m_compare, &LinkButton::clicked, this, &RolePicker::compareRoles);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 3); // for the ring of the focus
    row->setSpacing(20);
    row->addWidget(m_need);
    row->addWidget(m_compare);
    row->addWidget(m_noGrants, 1);
    row->addStretch(0);
    return row;
}

QList<RoleGrant> RolePicker::checkedGrants() const
{
    const QStringList checked = m_roles->checkedRoles();
    QList<RoleGrant> grants = m_roles->knownGrants();
    grants.removeIf([&](const RoleGrant &role) { return !checked.contains(role.name); });
    return grants;
}

void RolePicker::askForNeed()
{
    auto *dialog = new NeedDialog(m_roles->knownGrants(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerGrantsOf(checkedGrants());
    connect(dialog, &NeedDialog::rolesChosen, this, &RolePicker::takeRoles);
    dialog->open();
}

void RolePicker::compareRoles()
{
    auto *dialog = new ComparisonDialog(m_roles->knownGrants(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The checked ones first.
    QStringList names;
    for (const RoleGrant &role : checkedGrants() + m_roles->knownGrants()) {
        if (!names.contains(role.name))
            names.append(role.name);
    }
    dialog->setRoles(names.value(0), names.value(1));
    dialog->open();
}

void RolePicker::takeRoles(const QStringList &roles)
{
    m_search->clear();
    m_roles->setChecked(roles);
    for (int row = 0; row < m_roles->rowCount(); ++row) {
        const QModelIndex index = m_roles->index(row);
        if (!roles.contains(index.data(RoleListModel::NameRole).toString()))
            continue;
        m_list->scrollTo(index);
        return;
    }
}

void RolePicker::setLoading(bool loading)
{
    m_loading = loading;
    if (loading)
        m_failure.clear();
    showWhatThereIs();
}

void RolePicker::setFailed(const ErrorSentence &why)
{
    m_loading = false;
    m_failure = why.plain();
    showWhatThereIs();
}

void RolePicker::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void RolePicker::setLocked(bool locked)
{
    setEnabled(!locked);
}

bool RolePicker::isComplete() const
{
    return !m_roles->checkedRoles().isEmpty();
}

bool RolePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    // Return in the search field goes to the list; it does not press Generate.
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
        if (m_roles->rowCount() > 0 && m_pages->currentIndex() == ListPage) {
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_roles->index(0));
            m_list->setFocus(Qt::TabFocusReason);
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RolePicker::showWhatThereIs()
{
    QString message;
    if (m_loading)
        message = tr("Asking Central which roles you may give…");
    else if (!m_failure.isEmpty())
        message = m_failure;
    else if (m_roles->roleCount() == 0)
        message = tr("There is no role that you may give to a token. Ask an administrator, or sign "
                     "in with another credential.");
    else if (m_roles->rowCount() == 0)
        message = tr("No role is called “%1”.").arg(shownName(m_search->text()));
    m_message->setText(message);
    m_retry->setVisible(!m_loading && !m_failure.isEmpty());
    m_search->setEnabled(!m_loading && m_roles->roleCount() > 0 && m_failure.isEmpty());
    m_pages->setCurrentIndex(message.isEmpty() ? ListPage : MessagePage);
    showLinks();
}

void RolePicker::showLinks()
{
    const bool hasRoles = !m_loading && m_failure.isEmpty() && m_roles->roleCount() > 0;
    const qsizetype known = m_roles->knownGrants().size();
    m_need->setVisible(hasRoles && known > 0);
    m_compare->setVisible(hasRoles && known > 1);
    m_noGrants->setVisible(hasRoles && known == 0);
}

void RolePicker::setBefore(const QStringList &roles)
{
    m_before = roles;
    m_before.sort();
    countAnew();
}

void RolePicker::countAnew()
{
    const int all = m_roles->roleCount();
    QStringList checked = m_roles->checkedRoles();
    checked.sort();
    const QString text = !checked.isEmpty() && checked == m_before
                             ? tr("%L1 of %L2 selected, as before")
                             : tr("%L1 of %L2 selected");
    m_count->setText(all > 0 ? text.arg(checked.size()).arg(all) : QString());
}

} // namespace rox
