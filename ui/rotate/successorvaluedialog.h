// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "models/values/apierror.h"
#include "models/values/secret.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace rox {

class MessageBar;
class SecretEdit;

/// Asks for the value of a new token, from where it is kept: to check it, or to sign in with it.
/// What the text says of itself is told before; another token and a cut one are not sent.
class SuccessorValueDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Check, SignIn };

    /// `mayKeep`: the credential is in the keychain, and the new one can take its place.
    SuccessorValueDialog(const RotationRow &row, Purpose purpose, bool mayKeep, QWidget *parent);

    [[nodiscard]] Secret value() const;
    [[nodiscard]] bool isToBeKept() const;
    void setBusy(bool isBusy);
    /// Central's answer; the dialog stays.
    void showAnswer(const SuccessorCheck &check, const ApiError &error);

Q_SIGNALS:
    void sendRequested();

private:
    void showText();
    [[nodiscard]] QLayout *field();

    RotationRow m_row;
    Purpose m_purpose;
    SecretEdit *m_value;
    QLabel *m_says;
    MessageBar *m_answer;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_close;
    QPushButton *m_send;
    bool m_isBusy = false;
    bool m_isRight = false; ///< the text says that it is the new token
};

/// What a pasted text says of itself.
enum class PastedValue { Nothing, TheToken, AnotherToken, NotWhole, NoToken };
[[nodiscard]] PastedValue pastedValue(QByteArrayView text, const QString &tokenId);

} // namespace rox
