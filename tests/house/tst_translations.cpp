// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"

#include <QFile>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <utility>

using namespace Qt::StringLiterals;

/// What the program carries under :/i18n says what the .ts file says.
class TestTranslations : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void carriesEveryForm_data();
    void carriesEveryForm();
};

void TestTranslations::carriesEveryForm_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QStringList>("forms");

    QFile file(QStringLiteral(ROX_ENGLISH));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    QString comment;
    QStringList forms;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "comment"_L1)
                comment = xml.readElementText();
            else if (xml.name() == "numerusform"_L1)
                forms.append(xml.readElementText());
        } else if (token == QXmlStreamReader::EndElement && xml.name() == "message"_L1) {
            QTest::addRow("%s: %s", qUtf8Printable(context), qUtf8Printable(source))
                << context << source << std::exchange(comment, {}) << std::exchange(forms, {});
        }
    }
    QVERIFY(!xml.hasError());
}

void TestTranslations::carriesEveryForm()
{
    QFETCH(QString, context);
    QFETCH(QString, source);
    QFETCH(QString, comment);
    QFETCH(QStringList, forms);
    QCOMPARE(forms.size(), 2);

    QTranslator english;
    QVERIFY(english.load(u":/i18n/rox-tokens_en.qm"_s));
    const QByteArray where = context.toUtf8();
    const QByteArray what = source.toUtf8();
    const QByteArray why = comment.toUtf8();
    for (const auto &[count, form] : {std::pair(1, 0), std::pair(0, 1), std::pair(2, 1)})
        QCOMPARE(english.translate(where.constData(), what.constData(), why.constData(), count),
                 forms.at(form));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
