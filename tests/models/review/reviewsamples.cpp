// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/models/review/reviewsamples.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace rox::test {

using namespace Qt::StringLiterals;

QList<Token> hostileTokens()
{
    const QStringList names{u"plain"_s,
                            u"say \"hello\", twice"_s,
                            u"one\nline, and\r\nanother\r"_s,
                            u"semi;colon\tand tab"_s,
                            u"=cmd|' /C calc'!A0"_s,
                            u"+1"_s,
                            u"-1"_s,
                            u"@SUM(A1)"_s,
                            u"\t=1+1"_s,
                            u"\uFF1D1"_s,
                            u"'=quoted already"_s,
                            u" edges "_s,
                            u"right\u202Eto left\u2066"_s,
                            u"nul\0inside"_s,
                            u"\u0007\u001b[31m\u007f"_s,
                            u"rocket 🚀 family 👩‍👩‍👧"_s,
                            u"<script>alert(1)</script>&amp;<!-- ]]>"_s,
                            u"日本語 עברית العربية Überwachung"_s,
                            u"\\ / %1 %2 \\u0041"_s,
                            u" \u2800\u3164"_s,
                            QString()};
    QList<Token> tokens;
    for (const QString &name : names) {
        Token token;
        token.id = u"%1c0d3ae-0000-4000-8000-00000000%2"_s.arg(tokens.size() + 16, 0, 16)
                       .arg(tokens.size() + 1000);
        token.name = name;
        token.roles = {u"Analyst"_s, name};
        token.issuedAt = ReviewNow - 30 * DayMs;
        token.expiresAt = ReviewNow + qint64(tokens.size()) * DayMs;
        tokens.append(token);
    }
    tokens[0].roles.clear();
    tokens[1].expiresAt = NoTime;
    tokens[2].issuedAt = NoTime;
    tokens[3].expiresAt = 253402300799000; // 9999-12-31T23:59:59Z
    tokens[4].revoked = true;
    tokens[5].name = QString(100'000, u'x') + u"\"end"_s;
    return tokens;
}

Review reviewOf(const QList<Token> &tokens)
{
    Review review;
    review.table = tableOf(tokens);
    for (TokenTable::Row row = 0; row < review.table->size(); ++row)
        review.rows.push_back(row);
    review.now = ReviewNow;
    review.columns = reviewColumns();
    review.source = {.name = u"prod-eu"_s,
                     .address = u"central-eu.acme.example"_s,
                     .asOf = ReviewNow - 2 * MinuteMs,
                     .isOld = false,
                     .signedInAs = u"desktop-mkeller"_s,
                     .total = review.table->size()};
    review.filter = u"All tokens"_s;
    review.leftOut = u"nothing"_s;
    review.report.title = u"Review of API tokens"_s;
    review.report.reviewer = u"m.keller"_s;
    review.report.program = u"Rox Tokens"_s;
    return review;
}

QByteArray written(const Review &review, ExportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool isWhole = infoOf(format).write(review, buffer, [](qsizetype) { return true; });
    return isWhole ? buffer.data() : QByteArray();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        qWarning("%s failed: %s %s", qPrintable(program), qPrintable(process.errorString()),
                 process.readAllStandardError().constData());
        return {};
    }
    return process.readAllStandardOutput();
}

QJsonDocument readByPython(const QByteArray &content, const QString &script,
                           const QStringList &arguments)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"export"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    file.close();
    return QJsonDocument::fromJson(
        outputOf(u"python3"_s, QStringList{u"-c"_s, script, file.fileName()} + arguments));
}

} // namespace rox::test
