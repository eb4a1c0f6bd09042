// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"
#include "ui/connect/connectedcard.h"
#include "ui/text/errorsentences.h"
#include "ui/widgets/fieldnote.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

namespace rox {

/// What the form was given to sign in with: the API token or the password, as the profile says.
/// Empty for the browser, and where the one in the keychain stays.
struct ConnectSecret
{
    Secret value;
};

/// "Connect to Central", "Edit connection", "Sign in to stage" or "Keep this connection": one
/// Central and how to sign in there. Asks and emits; its owner connects, and says how it went.
/// Nothing typed is lost on any failure; what was typed as a secret is overwritten when the dialog
/// goes. Opened with open(); never blocks.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        Connect,
        Edit,
        SignIn, ///< as Edit, but the credential alone is asked for; the rest is behind a button
        Keep,   ///< a profile of what is connected for this run only
    };
    enum class Field { Name, Endpoint, ApiToken, UserName, Password, CaFile };

    explicit ConnectDialog(Purpose purpose, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Fills the form in, with the keyboard where something is to do. Unless it is to Connect, it
    /// is also what the credential was given for that is kept or in use: it may stay while
    /// endpoint, user and way of signing in do.
    void setProfile(const ServerProfile &profile);
    /// As the form stands: the id, and what the form has no field for, are those of setProfile().
    /// `keepInKeychain` is what the user wishes, whether it can be or not: see keychainUsable().
    [[nodiscard]] ServerProfile profile() const;
    [[nodiscard]] ConnectSecret secret() const;

    /// SignIn: why the credential is asked for, a sentence.
    void setReason(const QString &why);
    /// What is listed besides this server: none may have its origin, way of signing in and user
    /// again, or one of these names.
    void setOthers(const QList<ServerProfile> &servers, const QStringList &names);

    /// The keychain cannot be used: says why, and that the credential is not kept beyond this run.
    /// Empty: it can, and the user's own tick is back.
    void setKeychainUnavailable(const QString &why);
    [[nodiscard]] bool keychainUsable() const; ///< as was told last
    /// Whether there is a credential that may stay; until it is told so, there is.
    void setCredentialKept(bool kept);

    struct Note
    {
        QString text;
        NoteTone tone = NoteTone::Hint;
    };
    /// Reads locally what a token tells of itself, for the line under it; asked at each change.
    void setTokenReader(std::function<Note(const Secret &)> reader);

    /// While it is being connected: fields locked, Cancel asks for the end of it. `step` stands in
    /// the footer: "Looking at the certificate…".
    void setBusy(bool busy, const QString &step = {});
    /// Waiting for the browser, for so many ms more; none: not any more. Implies busy.
    void setBrowserWait(std::optional<qint64> remainingMs);

    /// One sentence beside its field, until it is changed; the first one set gets the keyboard, a
    /// secret with all of it selected.
    void setProblem(Field field, const QString &sentence);
    /// What is no field's fault, above the form; `details` to copy, without any secret.
    void showError(const ErrorSentence &why, const QString &details);
    void clearProblems();
    /// In place of the form: signed in. The button closes the dialog.
    void showConnected(const Connected &connected);

Q_SIGNALS:
    /// The form is complete. Unless it is to Connect, an empty secret means the one that there is.
    void connectRequested(const rox::ServerProfile &profile, const rox::ConnectSecret &secret);
    void cancelRequested(); ///< while busy; the dialog stays
    void openPageAgainRequested();
    void goThereRequested(const QUuid &server); ///< the one that has this endpoint already

public Q_SLOTS:
    void setVisible(bool visible) override;
    void reject() override;
    void done(int result) override; ///< wipes the secrets

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
