// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>

namespace rox {

class HistoryStore;
class Session;
struct CreatorsWanted;
struct HistoryView;
struct TokenCreations;

/// Reads Central's events about new tokens, and has it recorded who made them: after a list with
/// tokens of unknown creators, and once more `later`, when Central has written what was still
/// missing; so too after each generate of this program.
class CreatorReader : public QObject
{
    Q_OBJECT

public:
    /// Central writes its events once a minute.
    static constexpr std::chrono::milliseconds Later{70'000};

    /// `store` outlives it.
    explicit CreatorReader(HistoryStore *store, QObject *parent = nullptr,
                           std::chrono::milliseconds later = Later);

    void follow(Session *session);
    /// After a list of this session was recorded.
    void takeWanted(Session *session, const CreatorsWanted &wanted);

Q_SIGNALS:
    /// The history of this session's Central has other creators than before.
    void creatorsRead(rox::Session *session, const rox::HistoryView &view);

private:
    struct Followed;
    [[nodiscard]] std::shared_ptr<Followed> find(const Session *session) const;
    void ask(const std::shared_ptr<Followed> &followed);
    void askLater(const std::shared_ptr<Followed> &followed);
    void record(const std::shared_ptr<Followed> &followed, const TokenCreations &read,
                UtcMs askedAt);
    void noteForbidden(const std::shared_ptr<Followed> &followed);

    HistoryStore *m_store;
    std::chrono::milliseconds m_later;
    QList<std::shared_ptr<Followed>> m_followed;
};

} // namespace rox
