// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/handover.h"
#include "models/tokens/token.h"
#include "models/values/clock.h"
#include "models/values/secret.h"

#include <QDialog>

#include <memory>

namespace rox {

class SecretClipboard;

/// "Token generated": the value, once. Masked; shown while asked for; copied with a deadline;
/// saved by whoever listens to saveRequested. Closing is confirmed until it was copied or saved,
/// and again once the clipboard no longer holds a copy that was not saved.
class GeneratedDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clipboard` outlives the dialog: its countdown goes on after Done.
    GeneratedDialog(ServerFacts server, Token token, Secret value, SecretClipboard *clipboard,
                    const Clock *clock, QWidget *parent = nullptr);
    ~GeneratedDialog() override;

    /// A caution above the value, e.g. that Central ignored the expiration. Plain text.
    void setWarning(const QString &lead, const QString &text);
    void showSaved(const QString &path);
    void showSaveFailed(const QString &sentence);

    /// The value in the chosen form, for whoever saves it.
    [[nodiscard]] Secret handedOver() const;

Q_SIGNALS:
    void saveRequested(const QString &path);
    void revokeRequested(const QString &id); ///< "Revoke and close"

protected:
    void reject() override;
    void accept() override;                   ///< "Done"
    void changeEvent(QEvent *event) override; ///< hides the value when the window loses focus

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
