// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/secretservice.h"

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

tl::expected<void, KeychainFailure> KeychainStatus::mayRead() const
{
    if (entry == Entry::Locked)
        return tl::make_unexpected(KeychainFailure{State::Locked, u"the entry is locked"_s});
    if (isGone())
        return tl::make_unexpected(KeychainFailure{State::Absent, {}});
    if (entry == Entry::None)
        return tl::make_unexpected(
            KeychainFailure{State::Locked, u"the default collection is locked"_s});
    return {};
}

tl::expected<void, KeychainFailure> KeychainStatus::mayWrite() const
{
    if (entry == Entry::Locked)
        return tl::make_unexpected(KeychainFailure{State::Locked, u"the entry is locked"_s});
    if (collection == Collection::Locked)
        return tl::make_unexpected(
            KeychainFailure{State::Locked, u"the default collection is locked"_s});
    if (collection == Collection::Missing)
        return tl::make_unexpected(
            KeychainFailure{State::NoCollection, u"there is no default collection"_s});
    if (collection == Collection::NoAlias)
        return tl::make_unexpected(KeychainFailure{
            State::NoService, u"the Secret Service has no object at /aliases/default"_s});
    return {};
}

} // namespace rox
