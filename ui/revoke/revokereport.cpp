// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokereport.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revoketext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QDateTime>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShortId = 8;
constexpr int SentenceMax = 400;

struct Report
{
    Q_DECLARE_TR_FUNCTIONS(RevokeReport)
};

QString timeOf(UtcMs time)
{
    return time == NoTime ? u"–"_s
                          : QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString lineOf(const RevokeListModel &model, int row)
{
    const Token &token = model.tokenAt(row);
    QString outcome = revoketext::state(model.stateAt(row), true);
    const QString sentence = shownText(model.sentenceAt(row), SentenceMax);
    if (!sentence.isEmpty())
        outcome += u": "_s + sentence;
    const auto askedAt = model.index(row).data(RevokeListModel::AskedAtRole).toLongLong();
    return QStringList{TokenText::name(token.name), visibleText(token.id.left(ShortId)), outcome,
                       timeOf(askedAt)}
        .join(u'\t');
}

} // namespace

QString revokeReport(const RevokeListModel &model, const ServerFacts &server, UtcMs now)
{
    QStringList lines;
    lines.reserve(model.rowCount() + 4);
    lines.append(Report::tr("Tokens revoked on %1 (%2)")
                     .arg(shownText(server.name, 200), shownText(server.address, 200)));
    //: heading of a report, and when it was made
    lines.append(Report::tr("%1. As of %2.").arg(revoketext::result(model), longTime(now)));
    lines.append(QString());
    lines.append(QStringList{Report::tr("Name"), Report::tr("ID"), Report::tr("Outcome"),
                             Report::tr("Asked")}
                     .join(u'\t'));
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(lineOf(model, row));
    return lines.join(u'\n') + u'\n';
}

} // namespace rox
