// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"

#include <QCoreApplication>

class QDialog;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QWidget;

namespace rox {

class JoinedFrame;
class NoticeBar;
class RevokeList;
class RevokeRows;
struct ServerFacts;

/// What "Revoke tokens" is made of, in its places. The dialog owns all of it, and says what is to
/// be seen when.
struct RevokeParts
{
    Q_DECLARE_TR_FUNCTIONS(RevokeDialog)

public:
    RevokeParts(QDialog *dialog, const ServerFacts &server, RevokeRows *rows, const Clock *clock);

    QLabel *heading;
    QWidget *serverRow; ///< mark, name and address
    QLabel *meaning;
    QLabel *pace;
    QProgressBar *progress;
    JoinedFrame *frame;
    RevokeList *view;
    QLabel *summary;
    QLabel *firstExpiry;
    NoticeBar *inUse;
    QWidget *saidRow = nullptr;
    QWidget *underRow = nullptr;
    QWidget *inUseRoom = nullptr;
    QWidget *wordRow;
    QLabel *wordLabel;
    QLineEdit *word;
    QLabel *hint;
    QWidget *afterResult; ///< what can be done with a result, but to close it
    QDialogButtonBox *questionButtons;
    QDialogButtonBox *runButtons;
    QDialogButtonBox *resultButtons;
    QPushButton *cancel = nullptr;
    QPushButton *revoke = nullptr;
    QPushButton *stop = nullptr;
    QPushButton *close = nullptr;
    QPushButton *retry = nullptr;
    QPushButton *copyReport = nullptr;

private:
    void buildLayout(QDialog *dialog);
    void buildWordRow();
    void buildButtons(QDialog *dialog);
};

} // namespace rox
