// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/apierror.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestApiError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void manyFindings();
};

void TestApiError::findings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<EscalationFinding>>("found");
    const EscalationFinding image{u"Image"_s, u"Unrestricted"_s, u"READ_WRITE_ACCESS"_s,
                                  u"NO_ACCESS"_s};
    const EscalationFinding deployment{u"Deployment"_s, u"Unrestricted"_s, u"READ_WRITE_ACCESS"_s,
                                       u"READ_ACCESS"_s};
    const QString imageLine =
        u"\t* resource=Image, access scope=\"Unrestricted\": requested access "
        "is READ_WRITE_ACCESS, when user access is NO_ACCESS\n"_s;
    const QString deploymentLine =
        u"\t* resource=Deployment, access scope=\"Unrestricted\": requested access is "
        "READ_WRITE_ACCESS, when user access is READ_ACCESS\n"_s;
    using List = QList<EscalationFinding>;
    QTest::newRow("one") << u"not authorized: 1 error occurred:\n"_s + imageLine + u"\n"_s
                         << List{image};
    QTest::newRow("two") << u"not authorized: 2 errors occurred:\n"_s + imageLine + deploymentLine
                                + u"\n"_s
                         << List{image, deployment};
    QTest::newRow("quotes in a scope's name")
        << QString(imageLine).replace(u"Unrestricted"_s, u"my \"own\": scope, yes"_s)
        << List{{u"Image"_s, u"my \"own\": scope, yes"_s, u"READ_WRITE_ACCESS"_s, u"NO_ACCESS"_s}};
    QTest::newRow("carriage returns")
        << QString(imageLine + deploymentLine).replace(u"\n"_s, u"\r\n"_s)
        << List{image, deployment};
    QTest::newRow("other 403 text")
        << u"not authorized: \"READ_WRITE_ACCESS\" for \"Integration\""_s << List{};
    QTest::newRow("empty") << QString() << List{};
    QTest::newRow("cut off") << imageLine.left(60) << List{};
    QTest::newRow("two lines are not one finding")
        << u"* resource=Image, access scope=\"a\n\": requested access is X, when user access is Y"_s
        << List{};
    QTest::newRow("not at the start of a line") << u"see "_s + imageLine.trimmed() << List{};
}

void TestApiError::findings()
{
    QFETCH(QString, text);
    QTEST(escalationFindings(text), "found");
}

void TestApiError::manyFindings()
{
    // The maximum length of serverText, with input that is slow for a backtracking pattern.
    QString text = u"* resource=Image, access scope=\""_s + QString(4'000, u'"');
    QVERIFY(escalationFindings(text).isEmpty());
    text = QString(4'096, u' ');
    QVERIFY(escalationFindings(text).isEmpty());
}

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
