// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"

#include <QSet>

namespace rox {

/// Which rotations of one Central the user was notified about: each once for its state, the reason
/// of that state and its date.
class NotifiedRotations
{
public:
    [[nodiscard]] bool contains(const RotationRow &row) const;
    void add(const RotationRow &row);
    /// Forgets the rotations that are not among these, which are all of the Central.
    void keepOnly(const QList<RotationRow> &rows);
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }

    [[nodiscard]] QString toText() const;
    /// Leaves out what names no rotation.
    [[nodiscard]] static NotifiedRotations fromText(const QString &text);

    bool operator==(const NotifiedRotations &) const = default;

private:
    QSet<QString> m_words;
};

/// It waits for the user: due, or failed.
[[nodiscard]] bool waitsForUser(const RotationRow &row);
/// Those of `rows` that wait for the user, and that the user was not notified about.
[[nodiscard]] QList<RotationRow> rotationNews(const QList<RotationRow> &rows,
                                              const NotifiedRotations &notified);

} // namespace rox
