// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"
#include "ui/connect/formfield.h"

#include <functional>
#include <optional>

class QCheckBox;
class QUrl;

namespace rox {

class CopyBox;
class MessageBar;
class SegmentedBar;

/// How to sign in, the credential for it, and whether it is kept.
class SignInFields : public QWidget
{
    Q_OBJECT

public:
    using TokenReader = std::function<FormField::Note(const Secret &)>;

    explicit SignInFields(QWidget *parent);

    /// Method, user name and the wish to keep the credential.
    void setProfile(const ServerProfile &profile);
    [[nodiscard]] SignInMethod method() const;
    [[nodiscard]] QString userName() const; ///< trimmed; empty unless the method is Password
    [[nodiscard]] Secret secret() const;    ///< of the method; empty for Browser
    void wipe();
    /// The user's wish, whether the keychain can be used or not.
    [[nodiscard]] bool keepInKeychain() const { return m_wantsToKeep; }
    void setKeychainUnavailable(const QString &why); ///< empty: it can be used
    [[nodiscard]] bool keychainUsable() const { return m_canKeep; }

    void setTokenReader(TokenReader reader);
    /// Says that an empty field keeps the credential that there is; empty: one has to be entered.
    void setStaysText(const QString &text);
    /// Without the other fields beside it, the token says what it is needed for.
    void setAlone(bool alone);
    /// Waiting for the browser, for so many ms more; none ends the wait and forgets the page.
    void setBrowserWait(std::optional<qint64> remainingMs);
    /// The page to open by hand if no browser comes up; not opened: no browser could be started.
    void setBrowserPage(const QUrl &page, bool isOpened);
    void setLocked(bool locked);

    [[nodiscard]] FormField *tokenField() const { return m_tokenField; }
    [[nodiscard]] FormField *userField() const { return m_userField; }
    [[nodiscard]] FormField *passwordField() const { return m_passwordField; }
    /// Where the credential is entered; null for Browser.
    [[nodiscard]] QWidget *credentialEdit() const;

Q_SIGNALS:
    void methodChosen();
    void openPageAgainRequested();

private:
    FormField *addField(const QString &label, QWidget *field, QWidget *rest = nullptr);
    void addMethod();
    void addBrowserBar();
    void addCredentials();
    void addKeep();
    void showMethod();
    void check();
    [[nodiscard]] FormField::Note tokenNote() const;
    [[nodiscard]] FormField::Note passwordFieldNote() const;

    SegmentedBar *m_method = nullptr;
    MessageBar *m_browser = nullptr;
    SecretEdit *m_token = nullptr;
    QLineEdit *m_userName = nullptr;
    SecretEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    FormField *m_browserField = nullptr;
    CopyBox *m_page = nullptr;
    bool m_isPageOpened = true;
    std::optional<qint64> m_browserWaitMs;
    FormField *m_tokenField = nullptr;
    FormField *m_userField = nullptr;
    FormField *m_passwordField = nullptr;
    FormField *m_keepField = nullptr;
    TokenReader m_readToken;
    QString m_staysText;
    bool m_isAlone = false;
    bool m_isLocked = false;
    bool m_canKeep = true;
    bool m_wantsToKeep = true;
};

} // namespace rox
