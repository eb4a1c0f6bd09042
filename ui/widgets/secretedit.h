// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokeninput.h"

#include <QLineEdit>
#include <QTimer>

class QPushButton;

namespace rox {

/// A field to type or paste a secret into. Masked; shown for a while on request. It keeps no undo
/// history, cannot be dragged or copied from, and asks input methods not to learn it.
///
/// Limit: QLineEdit holds a QString, so memory that Qt freed while the text grew may still hold
/// parts of it. wipe() overwrites the text itself.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// A token is taken out of what was typed or pasted around it, as tokenInput() does; line ends
    /// and the like are taken off both ends of a password, as passwordInput() does.
    enum class Content { Token, Password };

    /// What the user's latest change brought; of no use after setText().
    struct Found
    {
        TokenInput::Content content = TokenInput::Content::Empty;
        TokenInput::LeftOut leftOut; ///< of a token
        bool passwordWasCut = false;
        bool passwordHasControl = false;
        bool passwordHasBlankAtAnEnd = false;
    };

    explicit SecretEdit(Content content, QWidget *parent = nullptr);
    ~SecretEdit() override; ///< wipes

    [[nodiscard]] Secret secret() const; ///< UTF-8
    [[nodiscard]] const Found &found() const { return m_found; }
    void wipe();

    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    /// Masks again by itself after a while, and when the window loses focus.
    void setRevealed(bool revealed);
    void setRevealMs(int ms) { m_hide.setInterval(ms); } ///< for tests
    static constexpr int RevealMs = 30'000;

Q_SIGNALS:
    void revealedChanged(bool revealed);
    void secretChanged(); ///< by the user, or wiped

protected:
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void clean();
    /// The text to keep of `typed`; sets m_found.
    [[nodiscard]] QString keptOf(const QString &typed);

    Content m_content;
    Found m_found;
    QTimer m_hide;
};

/// A button that shows and hides the text of `edit`. Its accessible name and tooltip are `show` or
/// `hide`: what the next click does.
[[nodiscard]] QPushButton *makeEyeButton(SecretEdit *edit, const QString &show, const QString &hide,
                                         QWidget *parent);

} // namespace rox
