// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/connect/connectdialog.h"
#include "ui/connect/connectparts.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

namespace rox {

/// The form: what it says of each field, what is still missing, what it comes to.
struct ConnectForm : ConnectParts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectForm)

public:
    using Field = ConnectDialog::Field;
    using Note = ConnectDialog::Note;
    static constexpr Field Fields[] = {Field::Name,     Field::Endpoint, Field::ApiToken,
                                       Field::UserName, Field::Password, Field::CaFile};

    ConnectForm(QDialog *dialog, ConnectDialog::Purpose why)
        : ConnectParts(dialog)
        , purpose(why)
    {}

    void fill(const ServerProfile &profile);
    [[nodiscard]] ServerProfile profile() const;
    [[nodiscard]] ConnectSecret secret() const;
    [[nodiscard]] SignInMethod chosenMethod() const;
    /// What keeps it from being complete, in the order of the fields.
    [[nodiscard]] QList<std::pair<Field, QString>> missing() const;
    [[nodiscard]] QLineEdit *editOf(Field field) const;
    /// Where there is something to do: what is missing first.
    [[nodiscard]] QWidget *workField() const;
    /// Of this origin, method and user; null: there is none, or it is the one that is edited.
    [[nodiscard]] const ServerProfile *sameServer() const;
    void tell(Field field); ///< says what there is to say of it now
    void tellAll();

    ConnectDialog::Purpose purpose;
    ServerProfile given;
    QHash<Field, QString> problems; ///< said from outside or at Connect; gone with the next change
    bool endpointLeft = false;      ///< not complained of while it is being typed
    bool canKeep = true;
    bool wantsToKeep = true;    ///< the user's wish, while the keychain cannot be used too
    bool credentialKept = true; ///< as far as is known
    bool trustStopped = false;
    bool endpointHinted = true;
    bool folded = false;         ///< the credential alone
    QList<ServerProfile> others; ///< what else is listed
    QStringList otherNames;
    std::function<Note(const Secret &)> readToken;

private:
    [[nodiscard]] const Row &rowOf(Field field) const;
    [[nodiscard]] bool isListed() const; ///< what was given is one of the servers already
    /// The credential that there is was given for what the form still says.
    [[nodiscard]] bool credentialMayStay() const;
    [[nodiscard]] QString credentialStays() const;
    [[nodiscard]] Note noteOf(Field field) const;
    [[nodiscard]] Note endpointNote() const;
    [[nodiscard]] Note nameNote() const;
    [[nodiscard]] QString defaultName() const; ///< while nothing is typed
    [[nodiscard]] QString sameServerProblem() const;
    [[nodiscard]] Note tokenNote() const;
    [[nodiscard]] QString caNote() const;
    [[nodiscard]] bool sameOrigin() const; ///< as the profile that was given
    [[nodiscard]] bool trustsCertificate() const;
};

} // namespace rox
