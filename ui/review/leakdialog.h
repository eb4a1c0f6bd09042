// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"
#include "models/review/leakscan.h"
#include "models/values/clock.h"

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QMimeData;
class QPushButton;

namespace rox {

class LeakArea;
class LeakListModel;
class LeakStatus;
class LeakTable;
class MessageBar;
class TextLabel;

/// "Find a leaked token": looks through a text or a file and lists the tokens in it. The text and
/// the values of the tokens are in Secrets, and are wiped by "Clear", by the next text and with the
/// dialog; no widget and no model has them.
class LeakDialog : public QDialog
{
    Q_OBJECT

public:
    /// The servers to compare with, at this moment.
    using Servers = std::function<QList<LeakServer>()>;

    LeakDialog(Servers servers, const Clock *clock, QWidget *parent);

    void scanText(Secret text);
    void scanFile(const QString &path);
    /// To be called when a list, a fact or a session has changed.
    void lookUpAgain();
    /// What the histories have of the tokens that idsFound() told.
    void setRemembered(const QList<RememberedTokens> &remembered);
    /// Ids of the tokens in the text.
    [[nodiscard]] QStringList idsFound() const;
    /// A copy of the value of the token with this id; empty if the text had not all of it.
    [[nodiscard]] Secret valueOf(const QString &id) const;
    [[nodiscard]] const QList<LeakedToken> &tokens() const;
    /// Said at the bottom in place of "Nothing was sent".
    void setSent(const QString &sentence);

Q_SIGNALS:
    void revokeRequested(const QList<rox::LeakedToken> &tokens);
    /// Listed tokens with their whole values: those that are checked, else all.
    void checkRequested(const QList<rox::LeakedToken> &tokens);
    void signInRequested(const QString &serverKey);
    void lookedThrough(); ///< a text; idsFound() are its tokens
    void cleared(); ///< the values are gone: by Clear, or because another text is looked through

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QLayout *makeButtons();
    void paste();
    void chooseFile();
    void take(const QMimeData *given);
    void clear();
    void showFindings(const std::shared_ptr<LeakFindings> &findings);
    void refresh();
    void makeRoom(); ///< for the lines of its texts, which wrap
    [[nodiscard]] QList<LeakedToken> toCheck() const;

    Servers m_servers;
    const Clock *m_clock;
    LeakScan *m_scan;
    std::shared_ptr<LeakFindings> m_findings; ///< null: nothing was looked through
    QList<RememberedTokens> m_remembered;
    LeakListModel *m_model;
    LeakArea *m_area;
    LeakStatus *m_status;
    QLabel *m_empty; ///< in place of the table
    LeakTable *m_table;
    MessageBar *m_warning;
    TextLabel *m_sent;
    QPushButton *m_close;
    QPushButton *m_check;
    QPushButton *m_revoke;
};

} // namespace rox
