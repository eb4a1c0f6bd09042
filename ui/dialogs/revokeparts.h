// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"

#include <QCoreApplication>

class QAction;
class QDialog;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QWidget;

namespace rox {

class FittedList;
class JoinedFrame;
class NoticeBar;
class RevokeDelegate;
class RevokeListModel;

/// What "Revoke tokens" is made of, in its places. The dialog owns all of it, and says what is to
/// be seen when.
struct RevokeParts
{
    Q_DECLARE_TR_FUNCTIONS(RevokeDialog)

public:
    RevokeParts(QDialog *dialog, RevokeListModel *model, const Clock *clock);

    QLabel *heading;
    QLabel *meaning;
    QLabel *pace;
    QProgressBar *progress;
    JoinedFrame *frame;
    FittedList *view;
    RevokeDelegate *delegate;
    QLabel *summary;
    QLabel *firstExpiry;
    NoticeBar *inUse;
    QWidget *underRow = nullptr;
    QWidget *inUseRoom = nullptr;
    QWidget *wordRow;
    QLabel *wordLabel;
    QLineEdit *word;
    QLabel *hint;
    QDialogButtonBox *questionButtons;
    QDialogButtonBox *runButtons;
    QDialogButtonBox *resultButtons;
    QPushButton *cancel = nullptr;
    QPushButton *revoke = nullptr;
    QPushButton *stop = nullptr;
    QPushButton *close = nullptr;
    QPushButton *retry = nullptr;
    QAction *copy = nullptr; ///< the technical details of the current row

private:
    void buildLayout(QDialog *dialog);
    void buildList(RevokeListModel *model);
    void buildWordRow();
    void buildButtons(QDialog *dialog);
};

} // namespace rox
