// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"
#include "models/review/leakscan.h"
#include "ui/widgets/textlabel.h"

/// The words of "Find a leaked token".
namespace rox::leaktext {

/// The first line of a row: the token's name, or what was found in its place.
[[nodiscard]] QString title(const LeakedToken &token);
/// The first eight characters of the id; empty where there is none to compare by.
[[nodiscard]] QString shortId(const LeakedToken &token);
/// "line 212, twice, in base64".
[[nodiscard]] QString place(const LeakedToken &token);
/// The server's name, or "unknown to all 4": to all that were compared.
[[nodiscard]] QString server(const LeakedToken &token, int compared);
/// Under the server's name: "known here", "another Central", "as of 09:30".
[[nodiscard]] QString serverNote(const LeakedToken &token, UtcMs now);
[[nodiscard]] QString status(const LeakedToken &token, UtcMs now);
/// Two lines; the second may be empty.
struct Lines
{
    QString upper;
    QString lower;
};
[[nodiscard]] Lines expires(const LeakedToken &token, UtcMs now);
[[nodiscard]] QString remark(const LeakedToken &token, UtcMs now);
/// Of the widest remarks, for the width of their column.
[[nodiscard]] QStringList usualRemarks();

/// "7 found in build-4471.log, 1,204 lines", or that nothing was found, and why.
[[nodiscard]] QList<TextRun> outcome(const LeakFindings &findings);
/// Why nothing was looked through.
[[nodiscard]] QString fault(const LeakFindings &findings);
/// "Compared with 4 servers: lab as of 08:41."
[[nodiscard]] QString compared(const QList<LeakServer> &servers, UtcMs now);
/// "Looking through cluster-logs.tar: 12 of 64 MB".
[[nodiscard]] QString progress(const QString &fileName, const LeakScan::Progress &progress);

/// What stands between <b> and </b> is semibold, the rest as it is.
[[nodiscard]] QList<TextRun> runsOf(const QString &marked);

} // namespace rox::leaktext
