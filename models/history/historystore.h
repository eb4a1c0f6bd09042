// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/histories.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThread>

#include <functional>

namespace rox {

/// The histories of all Centrals on this computer, one file each. A call names a Central by its
/// address; addresses of one Central lead to the same file once identify() has been called, or once
/// their lists have a token in common. Every call returns at once; one thread carries them out in
/// their order. Handlers are called from the event loop, and not after `context` died. The
/// destructor waits until all of it is written, but not for ever.
///
/// Only open(), record(), append(), annotate() and the note that plans a rotation begin a history.
/// Where there is none, the other calls change nothing and answer with an empty result: an answer
/// of Central that comes after forget() makes no file.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Handler = std::function<void(const T &)>;

    /// The user's own folder of histories.
    [[nodiscard]] static QString folderOfTheUser();

    /// `folder` is made if it is missing. Empty: nothing is kept on the disk.
    explicit HistoryStore(const QString &folder, QObject *parent = nullptr);
    ~HistoryStore() override;

    /// What is at this address does not outlive this process, such as the demo.
    void keepInMemory(const QString &address);

    /// Reads what open() will be asked for, where there is a history. Begins none, and says
    /// nothing.
    void readAhead(const QString &address);
    void open(const QString &address, const QString &name, QObject *context,
              Handler<OpenedHistory> handler);
    void record(const QString &address, const ListRead &read, QObject *context,
                Handler<RecordedList> handler);
    /// As CentralHistory::recordRoles() says.
    void recordRoles(const QString &address, const QList<RoleGrant> &roles, UtcMs at,
                     QObject *context, Handler<HistoryView> handler);
    void view(const QString &address, QObject *context, Handler<HistoryView> handler);
    /// The open intents of other runs.
    void openIntents(const QString &address, QObject *context, Handler<QList<Intent>> handler);
    /// Whether the intent is on the disk.
    void append(const QString &address, const Intent &intent, QObject *context,
                Handler<bool> handler);
    void settle(const QString &address, const Intent &intent, const Settled &settled);
    /// Whether the note is on the disk.
    void note(const QString &address, const ChainNote &note, QObject *context,
              Handler<bool> handler);
    /// The steps of all chains, of this process and of others, in their order.
    void chains(const QString &address, QObject *context, Handler<QList<ChainRow>> handler);

    /// Of every history, from now on; as CentralHistory::setRetention().
    void setRetention(UtcMs retention, UtcMs changedAt = NoTime);
    /// What is on the disk.
    void readKept(QObject *context, Handler<KeptHistories> handler);
    /// Every token in the history at this address.
    void readAll(const QString &address, QObject *context, Handler<KeptTokens> handler);
    /// Removes the history at this address, and says what is gone after a look at the folder.
    void forget(const QString &address, QObject *context, Handler<ForgottenHistory> handler);
    /// The same with every history on the disk.
    void forgetAll(QObject *context, Handler<ForgottenHistory> handler);
    void annotate(const QString &address, const Annotation &annotation, QObject *context,
                  Handler<WriteOutcome> handler);
    /// As CentralHistory::markSeen().
    void markSeen(const QString &address, UtcMs now, QObject *context,
                  Handler<WriteOutcome> handler);

    /// The Central at this address has these keys, which CentralReads::caKeys() has read. If
    /// another address has led to it before, both have one history from now on; moved() says so.
    void identify(const QString &address, const QStringList &keys);
    /// Whether both addresses are known to lead to the same file.
    [[nodiscard]] bool isSame(const QString &address, const QString &other) const;
    /// Nothing that is known of this address is on the disk.
    [[nodiscard]] bool isInMemory(const QString &address) const;
    void recordCreators(const QString &address, const CreatorsRead &read, QObject *context,
                        Handler<RecordedCreators> handler);
    /// The credential may not read who made tokens.
    void noteCreatorsForbidden(const QString &address, QObject *context,
                               Handler<HistoryView> handler);
    /// What the histories of all Centrals have of these tokens, and of those that they generated.
    void find(const QStringList &ids, QObject *context, Handler<QList<RememberedTokens>> handler);

Q_SIGNALS:
    /// This address leads to another file than before: what was opened is to be opened again.
    void moved(const QString &address);
    /// Whether the history of the Central at this address is kept, or what was lost of it, is
    /// another than before.
    void stateChanged(const QString &address, const rox::HistoryState &state);

private:
    template <class Task>
    void post(Task task);
    /// Runs the job in the thread, and then the handler here.
    template <class T>
    void run(std::function<T(Histories &)> job, QObject *context, Handler<T> handler);
    enum class Begins { No, Yes }; ///< a history that is not there
    template <class T>
    void ask(const QString &address, std::function<T(Histories &)> job, QObject *context,
             Handler<T> handler, Begins begins = Begins::No);
    void dropNoted(const QString &address);
    void noteFile(const QString &address, const QUuid &file);
    void noteState(const QString &address, const HistoryState &state);

    // The thread outlives this object if SQLite still waits for a lock at the end.
    QThread *m_thread;
    Histories *m_histories;                ///< used by the thread alone, which deletes it
    QObject *m_receiver;                   ///< lives in the thread
    QHash<QString, HistoryState> m_states; ///< as last told
    QHash<QString, QUuid> m_files;         ///< as last told, by address
    bool m_hasFolder;
    QSet<QString> m_inMemory; ///< addresses
};

} // namespace rox
