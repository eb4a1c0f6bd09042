// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QList>

class QCheckBox;
class QDialog;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace rox {

class ColorPicker;
class ConnectedCard;
class EyeButton;
class FieldNote;
class LinkButton;
class NoticeBar;
class SecretEdit;
class SegmentedBar;
struct ServerProfile;

/// What "Connect to Central" is made of, in its places. The dialog owns all of it.
struct ConnectParts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectDialog)

public:
    static constexpr int Width = 592;
    static constexpr int SignInWidth = 528;
    static constexpr int Margin = 24;

    explicit ConnectParts(QDialog *dialog);
    void build(QDialog *dialog);
    /// For the credential alone: what it is for stands above it, and how the rest is reached below.
    void setFolded(bool folded);
    void setServer(const ServerProfile &profile);

    /// A line of the form: its label, and all that stands beside it.
    struct Row
    {
        QLabel *label = nullptr;
        QWidget *cell = nullptr;
        FieldNote *note = nullptr;
        void setVisible(bool visible) const;
    };

    QWidget *heading; ///< which server it is, and why its credential is asked for
    QLabel *reason;
    NoticeBar *problem;
    QWidget *problemRoom;
    QWidget *form;
    ConnectedCard *card;

    QLineEdit *name;
    ColorPicker *color;
    QLineEdit *endpoint;
    LinkButton *goThere; ///< to the server that has this endpoint
    SegmentedBar *method;
    NoticeBar *browser;
    QPushButton *openAgain;
    SecretEdit *token;
    QLineEdit *userName;
    SecretEdit *password;
    QCheckBox *keep;
    QLineEdit *caFile;
    QPushButton *chooseCa;
    LinkButton *stopTrusting;

    Row nameRow, endpointRow, methodRow, browserRow, tokenRow, userRow, passwordRow, keepRow, caRow;

    QWidget *promise; ///< "Your credential is sent only after the certificate is accepted."
    QLabel *promiseText;
    QPushButton *editConnection;
    QPushButton *cancel;
    QPushButton *connectButton;

private:
    [[nodiscard]] Row addRow(const QString &label, QWidget *buddy, const QList<QWidget *> &parts);
    void fillForm();
    void makeBrowserBar();
    void orderKeyboard() const; ///< Tab goes as the eye does
    [[nodiscard]] QLayout *footer(QDialog *dialog);
    void makeHeading();
    QGridLayout *m_grid;
    QVBoxLayout *m_footer;
    QHBoxLayout *m_buttons;
    QWidget *m_server = nullptr;
    EyeButton *m_showToken;
    EyeButton *m_showPassword;
};

} // namespace rox
