// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leaktext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rox::leaktext {

using namespace Qt::StringLiterals;
using Place = LeakedToken::Place;
using Remark = LeakedToken::Remark;
using Form = FoundToken::Form;
using Fault = LeakFindings::Fault;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LeakText)
};

constexpr qint64 Megabyte = 1 << 20;

QString dash()
{
    return u"–"_s;
}

/// "Line 3, twice": the parts of one line in a row.
QString listOf(const QStringList &parts)
{
    QString all = parts.value(0);
    for (qsizetype i = 1; i < parts.size(); ++i) {
        //: two parts of a list
        all = Text::tr("%1, %2").arg(all, parts.at(i));
    }
    return all;
}

QString megabytes(qint64 bytes)
{
    return QLocale().toString((bytes + Megabyte - 1) / Megabyte);
}

QString linesOf(const LeakFindings &findings)
{
    const auto lines = findings.scan.lines;
    const QString count = Text::tr("%Ln line(s)", nullptr, int(lines));
    return findings.fileName.isEmpty()
               ? count
               //: a file, and its number of lines
               : Text::tr("%1, %2").arg(shownName(findings.fileName), count);
}

QString notWhole(const LeakFindings &findings)
{
    if (findings.isWhole)
        return {};
    return u' '
           + Text::tr("Only its first %1 MB were looked through.").arg(megabytes(MaxScannedBytes));
}

} // namespace

QString title(const LeakedToken &token)
{
    switch (token.place) {
    case Place::NotApiToken:
        return token.userName.isEmpty() ? Text::tr("A person's sign-in")
                                        : Text::tr("Sign-in of %1").arg(shownName(token.userName));
    case Place::CutShort:
        return Text::tr("Not a whole token");
    case Place::Unlisted:
        if (token.token.name.isEmpty() && token.token.issuedAt == NoTime)
            return Text::tr("A token without its end");
        break;
    case Place::Listed:
        break;
    }
    return TokenText::name(token.token.name);
}

QString shortId(const LeakedToken &token)
{
    const bool hasId = token.place == Place::Listed || token.place == Place::Unlisted;
    return hasId ? TokenText::shortId(token.token.id) : QString();
}

QString place(const LeakedToken &token)
{
    QStringList parts{
        Text::tr("line %1").arg(QLocale().toString(token.lines.empty() ? 0 : token.lines.front()))};
    const int times = int(token.lines.size());
    if (times == 2)
        parts.append(Text::tr("twice"));
    else if (times > 2)
        parts.append(Text::tr("%Ln times", nullptr, times));
    if (token.form == Form::Encoded)
        parts.append(Text::tr("in base64"));
    else if (token.form == Form::Broken)
        parts.append(Text::tr("over several lines"));
    if (token.place == Place::CutShort)
        parts.append(Text::tr("cut after %Ln character(s)", nullptr, int(token.characters)));
    return listOf(parts);
}

QString server(const LeakedToken &token, int compared)
{
    switch (token.place) {
    case Place::Listed:
        return shownName(token.server.name);
    case Place::Unlisted:
        return compared == 0 ? Text::tr("not compared")
                             : Text::tr("unknown to all %Ln", nullptr, compared);
    case Place::NotApiToken:
        return Text::tr("not an API token");
    case Place::CutShort:
        break;
    }
    return dash();
}

QString serverNote(const LeakedToken &token, UtcMs now)
{
    if (!token.isListed())
        return {};
    if (token.server.asOf != NoTime)
        return Text::tr("as of %1").arg(untilTime(token.server.asOf, now));
    return token.server.isOpen ? Text::tr("known here") : Text::tr("another Central");
}

QString status(const LeakedToken &token, UtcMs now)
{
    switch (token.place) {
    case Place::Listed:
        return TokenText::status(statusAt(token.token, now));
    case Place::Unlisted:
        return TokenText::openRevoke();
    case Place::NotApiToken:
    case Place::CutShort:
        break;
    }
    return dash();
}

Lines expires(const LeakedToken &token, UtcMs now)
{
    const UtcMs time = token.token.expiresAt;
    if (time == NoTime)
        return {dash(), {}};
    const QString date = time >= NeverMs ? QString() : mediumDate(time);
    if (token.token.revoked)
        return {{}, date};
    const bool isSession = token.place == Place::NotApiToken;
    return {relativeTime(time, now), isSession ? untilTime(time, now) : date};
}

QString remark(const LeakedToken &token, UtcMs now)
{
    switch (token.remark) {
    case Remark::CanBeRevoked:
        return Text::tr("can be revoked");
    case Remark::SignIn:
        return Text::tr("Sign in…");
    case Remark::Unreachable:
        return Text::tr("cannot be reached");
    case Remark::Forbidden:
        return Text::tr("you may not revoke");
    case Remark::Revoked:
        return token.revokedAt == NoTime
                   ? Text::tr("revoked")
                   : Text::tr("revoked %1").arg(untilTime(token.revokedAt, now));
    case Remark::Gone:
        return Text::tr("deleted by Central");
    case Remark::Expired:
        return Text::tr("expired");
    case Remark::OwnText:
        return Text::tr("as its own text says");
    case Remark::EndsByItself:
        return Text::tr("ends by itself");
    case Remark::LookAgain:
        break;
    }
    return Text::tr("look there again");
}

QStringList usualRemarks()
{
    LeakedToken token;
    QStringList all;
    for (const Remark one :
         {Remark::CanBeRevoked, Remark::SignIn, Remark::Unreachable, Remark::Forbidden,
          Remark::Gone, Remark::OwnText, Remark::EndsByItself, Remark::LookAgain}) {
        token.remark = one;
        all.append(remark(token, NoTime));
    }
    return all;
}

QList<TextRun> outcome(const LeakFindings &findings)
{
    const int count = int(findings.scan.found.size());
    const QString lines = linesOf(findings);
    if (count == 0)
        return runsOf(Text::tr("<b>No token found</b> in %1. The tokens of a Central begin with "
                               "eyJ. Compressed and encrypted text is not looked through.")
                          .arg(lines)
                      + notWhole(findings));
    if (findings.scan.isCapped)
        return runsOf(
            Text::tr("<b>The first %Ln found</b> in %1, which has more.", nullptr, count).arg(lines)
            + notWhole(findings));
    return runsOf(Text::tr("<b>%Ln found</b> in %1", nullptr, count).arg(lines)
                  + (findings.isWhole ? QString() : u'.' + notWhole(findings)));
}

QString fault(const LeakFindings &findings)
{
    const QString name = shownName(findings.fileName);
    switch (findings.fault) {
    case Fault::Folder:
        return Text::tr("%1 is a folder. Choose a file in it.").arg(name);
    case Fault::CannotRead:
        return findings.reason.isEmpty()
                   ? Text::tr("%1 cannot be read: it is not a file.").arg(name)
                   : Text::tr("%1 cannot be read: %2.").arg(name, shownText(findings.reason));
    case Fault::Picture:
        return Text::tr("A picture cannot be read. Paste the text.");
    case Fault::Compressed:
        return Text::tr("No token found, but %1 is compressed. Unpack it first.")
            .arg(name.isEmpty() ? Text::tr("this text") : name);
    case Fault::None:
        break;
    }
    return {};
}

QString compared(const QList<LeakServer> &servers, UtcMs now)
{
    QStringList stale;
    QStringList missing;
    for (const LeakServer &server : servers) {
        if (!server.isCompared())
            missing.append(shownName(server.name));
        else if (!server.isUpToDate)
            //: a server, and the time of its list
            stale.append(
                Text::tr("%1 as of %2")
                    .arg(shownName(server.name), untilTime(server.tokens->listArrivedAt(), now)));
    }
    const int count = int(servers.size() - missing.size());
    QStringList sentences;
    if (count == 0)
        sentences.append(Text::tr("Compared with no server: sign in to one first."));
    else if (stale.isEmpty())
        sentences.append(Text::tr("Compared with %Ln server(s).", nullptr, count));
    else
        sentences.append(
            Text::tr("Compared with %Ln server(s), %1.", nullptr, count).arg(listOf(stale)));
    if (count > 0 && !missing.isEmpty())
        sentences.append(
            Text::tr("Not with %1: its list was not read yet.", nullptr).arg(listOf(missing)));
    return sentences.join(u' ');
}

QString progress(const QString &fileName, const LeakScan::Progress &progress)
{
    if (fileName.isEmpty())
        return Text::tr("Looking through the text");
    if (progress.whole == 0)
        return Text::tr("Looking through %1").arg(shownName(fileName));
    return Text::tr("Looking through %1: %2 of %3 MB")
        .arg(shownName(fileName), megabytes(std::min(progress.read, progress.whole)),
             megabytes(progress.whole));
}

QList<TextRun> runsOf(const QString &marked)
{
    QList<TextRun> runs{
        {marked.section(u"<b>"_s, 0, 0)},
        {marked.section(u"<b>"_s, 1).section(u"</b>"_s, 0, 0), TextTone::Text, true},
        {marked.section(u"</b>"_s, 1)}};
    runs.removeIf([](const TextRun &run) { return run.text.isEmpty(); });
    return runs;
}

} // namespace rox::leaktext
