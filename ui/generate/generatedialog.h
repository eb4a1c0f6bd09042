// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/clock.h"
#include "ui/text/errortext.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace rox {

class DraftCard;
class ExpiryPicker;
class NameField;
class MessageBar;
class RoleListModel;
class RolePicker;

/// "Generate token": name, roles, expiration. Stays open until Central has answered, so an error
/// loses nothing that was typed. Opened with open(); never blocks.
class GenerateDialog : public QDialog
{
    Q_OBJECT

public:
    /// How many live tokens already have this name.
    using NameCount = std::function<int(const QString &)>;

    GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                   const Clock *clock, QWidget *parent = nullptr);
    /// What another dialog on this form has in other words, or besides.
    struct Parts
    {
        QString objectName;
        QString title;
        QString hint;              ///< beside the server
        QString generate;          ///< text of the primary button
        QWidget *head = nullptr;   ///< under the server; null: none
        QWidget *beside = nullptr; ///< in place of "What will be made"; null: that
    };

    /// Shown in place of the roles while they are read, and when they could not be read.
    void setRolesLoading(bool loading);
    void setRolesFailed(const ErrorSentence &why);
    /// A note under the roles: "This Central is older than 4.3: …". Empty: none.
    void setRolesNote(const QString &note);
    /// Locks the fields while the request is under way.
    void setBusy(bool busy);
    /// Shows the error at its field or above the form, with a table of refused privileges.
    void showError(const ErrorSentence &why, const ApiError &error);
    void clearError();

    [[nodiscard]] TokenDraft draft() const;
    void setDraft(const TokenDraft &draft);

Q_SIGNALS:
    void generateRequested(const rox::TokenDraft &draft);
    void retryRolesRequested();

protected:
    /// Takes the widgets of `parts`.
    GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                   const Clock *clock, const Parts &parts, QWidget *parent);
    /// Fills the form in from this token, but for the name.
    void setBefore(const Token &token);
    /// The name, selected, under a title of its own.
    void nameNew(const QString &title, const QString &name, const QString &hint);
    void refresh(); ///< after a change of the draft
    /// What is missing besides the draft, and what is said while nothing is.
    void setFurther(const QString &missing, const QString &calm);
    virtual void lockFurther(bool) {}

    void reject() override; ///< not while busy: the request cannot be undone

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QLayout *makeColumns();
    [[nodiscard]] QLayout *makeSuccessorColumns();
    void makeButtons();
    [[nodiscard]] QString missing() const;
    void showRefusal(const ErrorSentence &why, const ApiError &error);

    ServerFacts m_server;
    Parts m_parts;
    RoleListModel *m_roles;
    QString m_furtherMissing;
    QString m_calmText;
    MessageBar *m_refusal;
    QWidget *m_refusalRoom = nullptr;
    NameField *m_name;
    RolePicker *m_picker;
    ExpiryPicker *m_expiry;
    QLabel *m_cardTitle;
    DraftCard *m_card;
    QLabel *m_missing; ///< why Generate is disabled
    QDialogButtonBox *m_buttons;
    QPushButton *m_cancel;
    QPushButton *m_generate;
    QPointer<QWidget> m_focusBefore; ///< the dialog became busy
    bool m_busy = false;
    QObject m_context; ///< of connections: they end with it, before the children do
};

} // namespace rox
