// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"
#include "ui/connect/connectedcard.h"
#include "ui/connect/formfield.h"
#include "ui/text/errortext.h"

#include <QDialog>
#include <QMap>
#include <QPointer>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace rox {

class EndpointField;
class MessageBar;
class ServerNameField;
class SignInFields;
class SignInHeading;
class TrustFields;

/// The API token or the password that was entered, as the profile's sign-in method says. Empty for
/// the browser, and where the credential that there is stays.
struct ConnectSecret
{
    Secret value;
};

/// "Connect to Central", "Edit connection", "Sign in to stage" or "Keep this connection": one
/// Central and how to sign in there. The owner connects when connectRequested() is emitted, and
/// reports the outcome. A failure loses nothing that was typed; typed secrets are overwritten when
/// the dialog closes. Opened with open(); never blocks.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        Connect,
        Edit,
        SignIn, ///< Edit with the credential alone in sight; a button shows the rest
        Keep,   ///< makes a profile of a connection of this run
    };
    enum class Field { Endpoint, Name, ApiToken, UserName, Password, CaFile };

    explicit ConnectDialog(Purpose purpose, QWidget *parent = nullptr);

    /// Fills the form in and gives the focus to the first field that needs input. Except for
    /// Connect, the credential that is kept or in use was given for this profile; it may stay while
    /// endpoint, user and sign-in method do.
    void setProfile(const ServerProfile &profile);
    /// The profile that the form describes. The id, and what has no field, are those of
    /// setProfile(). `keepInKeychain` is the user's wish, see keychainUsable().
    [[nodiscard]] ServerProfile profile() const;
    [[nodiscard]] ConnectSecret secret() const;

    /// SignIn: why the credential is asked for, a sentence.
    void setReason(const QString &why);
    /// The other servers: none may have the same origin, sign-in method and user, and none of the
    /// names may be used again.
    void setOthers(const QList<ServerProfile> &servers, const QStringList &names);

    /// Why the keychain cannot be used, and that the credential is kept for this run only. Empty:
    /// it can be used, and the box is checked as the user left it.
    void setKeychainUnavailable(const QString &why);
    [[nodiscard]] bool keychainUsable() const; ///< no reason against it was set
    /// Whether there is a credential that may stay; true until set.
    void setCredentialKept(bool kept);

    using Note = FormField::Note;
    /// Reads the claims of a token, for the note under the field; called at each change.
    void setTokenReader(std::function<Note(const Secret &)> reader);
    using NoteHandler = std::function<void(const Note &)>;
    /// Looks at a CA file and calls the handler with the note under the field; not after `context`
    /// was destroyed. Called when a file is chosen and when the field is left.
    using CaFileReader =
        std::function<void(const QString &path, QObject *context, NoteHandler handler)>;
    void setCaFileReader(CaFileReader reader);

    /// While connecting: fields are locked, and Cancel emits cancelRequested(). `step` stands in
    /// the footer: "Looking at the certificate…".
    void setBusy(bool busy, const QString &step = {});
    /// Waits for the browser for so many ms more, which implies busy; none ends the wait.
    void setBrowserWait(std::optional<qint64> remainingMs);
    /// They show the page that the wait is for.
    [[nodiscard]] SignInFields *signInFields() const { return m_signIn; }

    /// A sentence under its field, until that changes. The first field with one gets the focus, a
    /// secret is selected as a whole.
    void setProblem(Field field, const QString &sentence);
    /// An error that is about no field, above the form. `details` can be copied; no secret in it.
    void showError(const ErrorSentence &why, const QString &details);
    void clearProblems();
    /// Shows the card in place of the form; its button closes the dialog. If the user may do
    /// nothing there, another sign-in is offered.
    void showConnected(const Connected &connected);

Q_SIGNALS:
    /// The form is complete. Except for Connect, an empty secret means the credential that there
    /// is.
    void connectRequested(const rox::ServerProfile &profile, const rox::ConnectSecret &secret);
    void cancelRequested(); ///< while busy; the dialog stays
    void openPageAgainRequested();
    void goThereRequested(const QUuid &server); ///< to the listed server that the form describes
    /// The dialog closes. `why`: a sentence.
    void signInDifferentlyRequested(const QUuid &server, const QString &why);

public Q_SLOTS:
    void setVisible(bool visible) override;
    void reject() override;
    void done(int result) override; ///< wipes the secrets

private:
    void makeFooter();
    void layOut();
    void connectFields();
    [[nodiscard]] bool isFolded() const { return m_purpose == Purpose::SignIn; }
    [[nodiscard]] bool isListed() const { return isFolded() || m_purpose == Purpose::Edit; }
    /// The listed server that the form describes; null: none, or it is the one that is edited.
    [[nodiscard]] const ServerProfile *sameServer() const;
    /// Says that the credential stays; empty if it was not given for what the form describes.
    [[nodiscard]] QString staysText() const;
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] bool mayConnect() const;
    void showPurpose();
    void showReason();
    void refresh(); ///< after a change of a value
    void unfold();
    void focusWork();
    void fit();
    void submit();

    Purpose m_purpose;
    ServerProfile m_given;
    QList<ServerProfile> m_others;
    QStringList m_otherNames;
    QPointer<QWidget> m_focusBefore; ///< the dialog became busy
    bool m_credentialKept = true;
    bool m_isBusy = false;
    bool m_waitsForBrowser = false;

    SignInHeading *m_heading;
    MessageBar *m_problem;
    QWidget *m_form;
    EndpointField *m_endpoint;
    ServerNameField *m_name;
    SignInFields *m_signIn;
    TrustFields *m_trust;
    QMap<Field, FormField *> m_fields; ///< in the order of the form
    ConnectedCard *m_card;
    QWidget *m_promise;
    QLabel *m_promiseText;
    QPushButton *m_editConnection;
    QPushButton *m_differently;
    QPushButton *m_cancel;
    QPushButton *m_connect;
    QBoxLayout *m_footer;
    QObject m_context; ///< of connections: they end with it, before the children do
};

} // namespace rox
