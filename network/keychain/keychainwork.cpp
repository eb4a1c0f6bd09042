// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainwork.h"

#include "network/keychain/keychainstore.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

namespace {

bool isTold(const KeychainStatus &sight)
{
    return sight.entry != KeychainStatus::Entry::NotTold;
}

} // namespace

KeychainWork::KeychainWork(KeychainTools tools, QString key)
    : m_tools(tools)
    , m_key(std::move(key))
{}

void KeychainWork::start(KeychainHandler<Secret> ended)
{
    m_ended = std::move(ended);
    begin();
}

void KeychainWork::look(KeychainHandler<KeychainStatus> seen)
{
    m_tools.service.look(m_key, this, [this, seen = std::move(seen)](const auto &sight) {
        if (sight)
            m_tools.libsecret.follow(sight->owner);
        seen(sight);
    });
}

void KeychainWork::end(KeychainResult<Secret> result)
{
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended(std::move(result));
}

// --- read --------------------------------------------------------------------------

void KeychainRead::begin()
{
    look([this](const auto &sight) { seen(sight); });
}

void KeychainRead::seen(const KeychainResult<KeychainStatus> &sight)
{
    if (!sight)
        return fail(sight.error());
    if (const auto may = sight->mayRead(); !may)
        return fail(may.error());
    m_tools.jobs.read(m_key, this, [this, told = isTold(*sight)](KeychainResult<Secret> result) {
        readEnded(std::move(result), told);
    });
}

void KeychainRead::readEnded(KeychainResult<Secret> result, bool told)
{
    // Without a lookup QtKeychain's result is all there is.
    if (result || result.error().state == State::TimedOut || !told)
        return end(std::move(result));
    if (!m_firstFailure) {
        m_firstFailure = result.error();
        return begin(); // the next lookup finds it locked, gone or no service, or reads once more
    }
    KeychainFailure failure = result.error();
    if (failure.state == State::Absent)
        failure = {State::Failed, "the entry is there and does not read: "_L1 % failure.detail};
    fail(failure);
}

// --- write -------------------------------------------------------------------------

KeychainWrite::KeychainWrite(KeychainTools tools, QString key, Secret secret)
    : KeychainWork(tools, std::move(key))
    , m_secret(std::move(secret))
{}

void KeychainWrite::begin()
{
    if (m_secret.size() > KeychainStore::maxSecretBytes())
        return fail({State::TooLarge, QString::number(m_secret.size()) % " bytes"_L1});
    look([this](const auto &sight) { seen(sight); });
}

void KeychainWrite::seen(const KeychainResult<KeychainStatus> &sight)
{
    if (!sight)
        return fail(sight.error());
    if (const auto may = sight->mayWrite(); !may)
        return fail(may.error());
    m_tools.jobs.write(m_key, m_secret, this, [this](const auto &result) { written(result); });
}

void KeychainWrite::written(const KeychainResult<Secret> &result)
{
    if (!result)
        return explain(result.error());
    m_tools.jobs.read(m_key, this, [this](const auto &back) {
        if (!back)
            return explain(back.error());
        if (!back->equals(m_secret))
            return fail({State::Failed, u"what was written reads back differently"_s});
        end(Secret());
    });
}

void KeychainWrite::explain(const KeychainFailure &failure)
{
    if (failure.state == State::TimedOut)
        return fail(failure);
    look([this, failure](const auto &sight) {
        if (!sight)
            return fail(sight.error());
        if (const auto may = sight->mayWrite(); !may)
            return fail(may.error());
        // Absent would be wrong here: the write was to create it.
        fail(failure.state == State::Absent ? KeychainFailure{State::Failed, failure.detail}
                                            : failure);
    });
}

// --- removal -----------------------------------------------------------------------

void KeychainRemoval::begin()
{
    look([this](const auto &sight) { seen(sight); });
}

void KeychainRemoval::seen(const KeychainResult<KeychainStatus> &sight)
{
    if (!sight)
        return fail(sight.error());
    if (sight->isGone())
        return end(Secret());
    if (const auto may = sight->mayRead(); !may)
        return fail(may.error());
    m_tools.jobs.remove(
        m_key, this, [this, told = isTold(*sight)](const auto &result) { removed(result, told); });
}

void KeychainRemoval::removed(const KeychainResult<Secret> &result, bool told)
{
    if (!result && result.error().state == State::TimedOut)
        return fail(result.error());
    if (!told)
        return readForProof();
    const KeychainFailure failure =
        result ? KeychainFailure{State::Failed, u"the entry is still there"_s} : result.error();
    look([this, failure](const auto &sight) {
        if (!sight)
            return fail(sight.error());
        if (sight->isGone())
            return end(Secret());
        if (!isTold(*sight))
            return readForProof();
        const auto may = sight->mayRead();
        fail(may ? failure : may.error());
    });
}

void KeychainRemoval::readForProof()
{
    m_tools.jobs.read(m_key, this, [this](const auto &left) {
        if (left)
            return fail({State::Failed, u"the entry is still there"_s});
        if (left.error().state == State::Absent)
            return end(Secret());
        fail(left.error());
    });
}

// --- unlocking where only QtKeychain can ---------------------------------------------

void KeychainOpening::begin()
{
    // The result is ignored: the lookup makes libsecret follow a restarted service.
    look([this](const auto &) { open(); });
}

void KeychainOpening::open()
{
    if (m_cancelled)
        return fail({State::Denied, u"cancelled"_s});
    m_reads = true;
    m_tools.jobs.readUnhurried(m_key, this, [this](const auto &result) {
        m_reads = false;
        if (result || result.error().state == State::Absent)
            return end(Secret());
        fail(result.error());
    });
}

void KeychainOpening::cancel()
{
    m_cancelled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_reads)
                m_tools.jobs.abandon();
        },
        Qt::QueuedConnection);
}

} // namespace rox
