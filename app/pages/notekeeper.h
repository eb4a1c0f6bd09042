// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "models/tokens/tokennote.h"

#include <QObject>
#include <QPointer>

namespace rox {

class DetailsPanel;
class HistoryKeeper;
class HistoryStore;

/// Has each note and each change of tags written into the history of the token's Central, and tells
/// the details whether it was.
class NoteKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    NoteKeeper(HistoryStore *store, HistoryKeeper *keeper, CommandContext *context,
               QObject *parent = nullptr);

private:
    void keep(const QString &tokenId, NoteKind kind, const QString &text);

    HistoryStore *m_store;
    HistoryKeeper *m_keeper;
    CommandContext *m_context;
    QPointer<DetailsPanel> m_details; ///< the window may be half destroyed when its last note comes
};

} // namespace rox
