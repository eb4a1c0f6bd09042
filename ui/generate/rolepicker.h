// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/errortext.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace rox {

class LinkButton;
class RoleListModel;

/// A list of roles to check, with a search field. A message takes the list's place when it is
/// empty.
class RolePicker : public QWidget
{
    Q_OBJECT

public:
    explicit RolePicker(RoleListModel *roles, QWidget *parent = nullptr);

    void setLoading(bool loading);
    void setFailed(const ErrorSentence &why);
    void setNote(const QString &note);
    void setLocked(bool locked);
    /// The roles of the token before: the count says whether the same are checked.
    void setBefore(const QStringList &roles);
    [[nodiscard]] bool isComplete() const; ///< at least one role is checked

Q_SIGNALS:
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Page { ListPage, MessagePage };
    QWidget *makeFrame();
    QWidget *makeMessagePage();
    void showWhatThereIs();
    void countAnew();

    RoleListModel *m_roles;
    QLabel *m_count;
    QLineEdit *m_search;
    QListView *m_list;
    QStackedWidget *m_pages;
    QLabel *m_message;
    LinkButton *m_retry;
    QLabel *m_note;
    QStringList m_before;
    bool m_loading = false;
    QString m_failure;
};

} // namespace rox
