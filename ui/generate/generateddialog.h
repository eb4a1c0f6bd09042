// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/handover.h"
#include "models/tokens/token.h"
#include "models/values/clock.h"
#include "models/values/secret.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rox {

class ClipboardRow;
class HandoverPicker;
class MessageBar;
class SecretClipboard;
class SecretView;

/// "Token generated": shows the value once, masked, and hands it over by a copy with a deadline or
/// by saveRequested(). Closing is confirmed while the value was neither copied nor saved, and once
/// the clipboard no longer holds a copy that was not saved.
class GeneratedDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clipboard` outlives the dialog: its countdown goes on after Done.
    GeneratedDialog(ServerFacts server, Token token, Secret value, SecretClipboard *clipboard,
                    const Clock *clock, QWidget *parent = nullptr);

    /// A caution above the value: that Central ignored the expiration. Plain text.
    void setWarning(const QString &lead, const QString &text);
    /// The Central of the token, for the forms that name it.
    void setPlace(const HandoverPlace &place);
    void showSaved(const QString &path);
    void showSaveFailed(const QString &sentence);

    /// The value in the chosen form.
    [[nodiscard]] Secret handedOver() const;
    [[nodiscard]] HandoverForm form() const;
    [[nodiscard]] const Secret &value() const;

Q_SIGNALS:
    void copied();
    void saveRequested(const QString &path);
    /// "Revoke and close". Stays open: the receiver closes it once the revoke is confirmed.
    void revokeRequested(const QString &id);

protected:
    // What a dialog on this one adds, each once.
    void addUnderHeading(QWidget *widget);
    void addUnderActions(QWidget *widget);
    void addToFooter(QWidget *widget);        ///< far from Done
    void setWaitingText(const QString &text); ///< why Done is disabled
    void fit();

    void reject() override;
    void accept() override;                   ///< "Done"
    void changeEvent(QEvent *event) override; ///< hides the value when the window loses focus

private:
    [[nodiscard]] QWidget *makeContent(const QString &facts);
    [[nodiscard]] QLayout *heading(const QString &facts);
    [[nodiscard]] QLayout *actions();
    [[nodiscard]] QLayout *footer();
    void showNotice();
    void showHandover();
    void followClipboard();
    void copy();
    void setHandedOver();
    void showCopyText();
    /// It was copied, not saved, and left the clipboard: unless it was pasted, it is lost.
    [[nodiscard]] bool isCopyGone() const;
    void askWhereToSave();
    void askBeforeClosing();

    ServerFacts m_server;
    Token m_token;
    SecretClipboard *m_clipboard;
    HandoverPlace m_place;
    bool m_isCopied = false;
    HandoverForm m_copiedForm = HandoverForm::Value; ///< while m_isCopied
    bool m_wasCopyGone = false;
    QString m_savedTo;
    QString m_saveFailure;

    QVBoxLayout *m_underHeading = nullptr;
    QVBoxLayout *m_underActions = nullptr;
    QHBoxLayout *m_footer = nullptr;
    MessageBar *m_warning;
    MessageBar *m_notice;
    SecretView *m_value;
    HandoverPicker *m_form;
    QPushButton *m_copy;
    QPushButton *m_save;
    ClipboardRow *m_countdown;
    QLabel *m_waits;
    QPushButton *m_done;
    QObject m_context; ///< of connections: they end with it, before the children do
};

} // namespace rox
