// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/apierror.h"

#include <QRegularExpression>

namespace rox {

QList<EscalationFinding> escalationFindings(const QString &serverText)
{
    // The shape is hashicorp/multierror's: one "* resource=…" line for each finding, in no order.
    static const QRegularExpression line(
        QStringLiteral(R"re(^\s*\* resource=([^,]*), access scope="(.*)": )re"
                       R"re(requested access is (\w+), when user access is (\w+)\s*$)re"),
        QRegularExpression::MultilineOption);
    QList<EscalationFinding> findings;
    for (auto match = line.globalMatch(serverText); match.hasNext();) {
        const auto found = match.next();
        findings.append(
            {found.captured(1), found.captured(2), found.captured(3), found.captured(4)});
    }
    return findings;
}

} // namespace rox
