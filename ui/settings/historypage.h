// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/kepthistory.h"
#include "models/values/preferences.h"
#include "ui/widgets/message.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QPushButton;

namespace rox {

class Card;
class MessageBar;
class TextLabel;

/// A history and the server that it belongs to.
struct HistoryRow
{
    KeptHistory kept;
    QString name;      ///< of the server; untrusted
    QString colorName; ///< empty: the server was removed
};

/// The page "History" of Settings: how long tokens that are gone are kept, what is on the disk, and
/// a button to forget each history.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(const Preferences &preferences, QWidget *parent = nullptr);

    /// What is on the disk. Until then the page says that it is being counted.
    void setHistories(const KeptHistories &all, const QList<HistoryRow> &rows);
    /// What became of a history that was to be forgotten.
    void showMessage(const Message &message);

Q_SIGNALS:
    void edited(const rox::PreferenceEdit &edit);
    void forgetRequested(const QString &address);
    void forgetAllRequested();
    void folderRequested();

private:
    [[nodiscard]] QComboBox *retention(const Preferences &preferences);
    [[nodiscard]] QLayout *disk();
    void fillRows(const QList<HistoryRow> &rows);
    void addRow(QGridLayout *grid, int line, const HistoryRow &row);

    MessageBar *m_message;
    TextLabel *m_sizes;
    QPushButton *m_folder;
    TextLabel *m_network;
    Card *m_rows;
    QPushButton *m_forgetAll;
    QWidget *m_table = nullptr; ///< in m_rows; made anew by each setHistories()
};

} // namespace rox
