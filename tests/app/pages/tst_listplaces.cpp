// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/listplaces.h"
#include "models/servers/serverlistmodel.h"
#include "models/tokens/tokenviews.h"
#include "tests/app/desk.h"
#include "ui/servers/serverlist.h"
#include "ui/tokens/tokenview.h"
#include "ui/window/tokenarea.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Search, filters, sort and place of a list belong to its server.
class TestListPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void searchStaysWithItsServer();
    void placeIsThereWhenTheWindowComesBack();
    void placeWaitsForARowThatComesLater();
    void placeDoesNotReplaceWhatTheUserSelected();
    void columnsStayWithTheirServer();
    void countsOfOtherServersStay();
    void settingsKeepAPlace();
    void settingsKeepNoToken();
    void brokenSettingsAreIgnored();
    void removedServerIsForgotten();

private:
    [[nodiscard]] QTableView *view() const { return find<QTableView>(u"Tokens"_s); }
    [[nodiscard]] int rowCount() const { return m_desk->model.rowCount(); }
    [[nodiscard]] QLineEdit *search() const { return find<QLineEdit>(u"Search tokens"_s); }
    [[nodiscard]] static ListPlace somePlace();
    [[nodiscard]] Session *comeBackWithoutTheSelectedToken();
    void listItAgain(Session *prod);

    std::unique_ptr<ScriptedCentral> m_prod;
    std::unique_ptr<ScriptedCentral> m_lab;
    std::unique_ptr<Desk> m_desk;
};

void TestListPlaces::init()
{
    m_prod = std::make_unique<ScriptedCentral>();
    m_lab = std::make_unique<ScriptedCentral>();
    for (int i = 100; i < 300; ++i) {
        m_prod->tokens.append(tokenNamed(u"prod-%1"_s.arg(i)));
        m_lab->tokens.append(tokenNamed(u"lab-%1"_s.arg(i)));
    }
    m_desk = std::make_unique<Desk>();
}

void TestListPlaces::cleanup()
{
    m_desk.reset();
    m_lab.reset();
    m_prod.reset();
}

void TestListPlaces::searchStaysWithItsServer()
{
    const Session *prod = m_desk->open(*m_prod, u"prod"_s);
    QTRY_COMPARE(rowCount(), 200);
    type(search(), u"prod-15"_s);
    QTRY_COMPARE(rowCount(), 10);
    const Session *lab = m_desk->open(*m_lab, u"lab"_s);
    QTRY_COMPARE(rowCount(), 200);
    QCOMPARE(search()->text(), QString());
    type(search(), u"lab-1"_s);
    QTRY_COMPARE(rowCount(), 100);
    m_desk->show(prod);
    QCOMPARE(search()->text(), u"prod-15"_s);
    QCOMPARE(rowCount(), 10);
    m_desk->show(lab);
    QCOMPARE(search()->text(), u"lab-1"_s);
    QCOMPARE(rowCount(), 100);
}

void TestListPlaces::placeIsThereWhenTheWindowComesBack()
{
    const Session *prod = m_desk->open(*m_prod, u"prod"_s);
    QTRY_COMPARE(rowCount(), 200);
    m_desk->window.selectIds({u"id-of-prod-180"_s});
    QScrollBar *bar = view()->verticalScrollBar();
    bar->setValue(bar->maximum() / 2 + 7);
    const int value = bar->value();
    Session *lab = m_desk->open(*m_lab, u"lab"_s);
    QTRY_VERIFY(lab->table());
    QTRY_COMPARE(rowCount(), 200);
    QCOMPARE(bar->value(), 0);
    QCOMPARE(m_desk->window.selectedCount(), 0);
    m_desk->show(prod);
    QCOMPARE(m_desk->window.selectedIds(), QStringList{u"id-of-prod-180"_s});
    QCOMPARE(bar->value(), value);
}

/// As at a start: the list comes first, and then the tokens that the history remembers.
Session *TestListPlaces::comeBackWithoutTheSelectedToken()
{
    Session *prod = m_desk->open(*m_prod, u"prod"_s);
    [&] { QTRY_COMPARE(rowCount(), 200); }();
    m_desk->window.selectIds({u"id-of-prod-180"_s});
    Session *lab = m_desk->open(*m_lab, u"lab"_s);
    [&] { QTRY_VERIFY(lab->table()); }();
    m_prod->tokens.removeAt(80);
    prod->refresh();
    [&] { QTRY_COMPARE(int(prod->table()->size()), 199); }();
    m_desk->show(prod);
    [&] { QTRY_COMPARE(rowCount(), 199); }();
    return prod;
}

void TestListPlaces::listItAgain(Session *prod)
{
    m_prod->tokens.append(tokenNamed(u"prod-180"_s));
    prod->refresh();
    QTRY_COMPARE(rowCount(), 200);
}

void TestListPlaces::placeWaitsForARowThatComesLater()
{
    Session *prod = comeBackWithoutTheSelectedToken();
    QCOMPARE(m_desk->window.selectedIds(), QStringList());
    listItAgain(prod);
    QTRY_COMPARE(m_desk->window.selectedIds(), QStringList{u"id-of-prod-180"_s});
}

void TestListPlaces::placeDoesNotReplaceWhatTheUserSelected()
{
    Session *prod = comeBackWithoutTheSelectedToken();
    m_desk->window.selectIds({u"id-of-prod-150"_s});
    listItAgain(prod);
    QCOMPARE(m_desk->window.selectedIds(), QStringList{u"id-of-prod-150"_s});
}

void TestListPlaces::columnsStayWithTheirServer()
{
    const Session *prod = m_desk->open(*m_prod, u"prod"_s);
    QTRY_COMPARE(rowCount(), 200);
    const Session *lab = m_desk->open(*m_lab, u"lab"_s);
    QTRY_VERIFY(lab->table());
    m_desk->show(prod);
    QHeaderView *header = view()->horizontalHeader();
    header->moveSection(header->visualIndex(sectionOf(TokenColumn::Name)), 0);
    m_desk->show(lab);
    QCOMPARE(header->visualIndex(sectionOf(TokenColumn::Name)), 1);
    m_desk->show(prod);
    QCOMPARE(header->visualIndex(sectionOf(TokenColumn::Name)), 0);
}

void TestListPlaces::countsOfOtherServersStay()
{
    Session *prod = m_desk->open(*m_prod, u"prod"_s);
    const ServerRow ofProd{prod->entry().id(), u"prod"_s};
    QTRY_COMPARE(rowCount(), 200);
    const ServerId other = ServerId::fresh();
    m_desk->window.setServers({ofProd, {other, u"lab"_s}}, prod->entry().id());
    m_desk->window.setServerCount(200);
    m_desk->window.setServers({ofProd, {other, u"lab"_s}}, other);
    m_desk->showNothing();
    const auto *rows = static_cast<ServerListModel *>(m_desk->window.serverList()->model());
    QCOMPARE(rows->servers().at(0).count, std::optional<quint32>(200));
    // Back on it, before its list is read again.
    m_desk->window.setServers({ofProd, {other, u"lab"_s}}, prod->entry().id());
    prod->retire();
    m_desk->show(prod);
    QCOMPARE(rows->servers().at(0).count, std::optional<quint32>(200));
}

ListPlace TestListPlaces::somePlace()
{
    ListPlace place;
    place.query.text = u"ops, \"a\" é"_s;
    place.query.status = TokenStatus::Expiring;
    place.query.roles = {u"Admin, and more"_s};
    place.query.expiry = {1'787'000'000'000, NoTime};
    place.query.sortColumn = TokenColumn::Issued;
    place.query.order = Qt::DescendingOrder;
    place.view.topId = u"7be41f0a"_s;
    place.view.offset = 12;
    place.view.currentId = u"@id"_s;
    place.columns = QByteArray("\0\1", 2);
    return place;
}

void TestListPlaces::settingsKeepAPlace()
{
    QTemporaryDir home;
    const QString file = home.filePath(u"settings.ini"_s);
    const ServerId profile = ServerId::fresh();
    const ServerId ofThisRun = ServerId::fresh();
    {
        QSettings settings(file, QSettings::IniFormat);
        ListPlaces places;
        places.keepIn(&settings);
        places.set(profile, somePlace(), /*isProfile=*/true);
        places.set(ofThisRun, somePlace(), /*isProfile=*/false);
    }
    QSettings settings(file, QSettings::IniFormat);
    ListPlaces places;
    places.keepIn(&settings);
    const ListPlace found = places.find(profile);
    QCOMPARE(found.query, somePlace().query);
    QCOMPARE(found.view, somePlace().view);
    QCOMPARE(found.columns, somePlace().columns);
    QCOMPARE(places.find(ofThisRun).query, TokenQuery());
    places.set(profile, {}, /*isProfile=*/true); // all of it is taken back
    ListPlaces again;
    again.keepIn(&settings);
    QCOMPARE(again.find(profile).query, TokenQuery());
    QCOMPARE(again.find(profile).view, ViewPlace());
}

void TestListPlaces::settingsKeepNoToken()
{
    QTemporaryDir home;
    QSettings settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ListPlaces places;
    places.keepIn(&settings);
    ListPlace place;
    place.query.text = u"Bearer %1.%2.c2lnbmF0dXJl"_s.arg(
        QString::fromLatin1(
            QByteArray(R"({"alg":"RS256"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
        QString::fromLatin1(
            QByteArray(R"({"sub":"sso"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    places.set(ServerId::fresh(), place, /*isProfile=*/true);
    for (const QString &key : settings.allKeys())
        QVERIFY2(!settings.value(key).toString().contains("Bearer"_L1), qPrintable(key));
}

void TestListPlaces::brokenSettingsAreIgnored()
{
    QTemporaryDir home;
    QSettings settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const ServerId id = ServerId::fresh();
    const QString group = u"lists/"_s + id.value().toString(QUuid::WithoutBraces) + u'/';
    settings.setValue(group + u"view"_s, u"no such view"_s);
    settings.setValue(group + u"sort"_s, 17);
    settings.setValue(group + u"roles"_s, QStringList{QString(5'000, u'x'), u"Admin"_s});
    settings.setValue(group + u"search"_s, QString(5'000, u'x'));
    settings.setValue(group + u"columns"_s, u"no layout"_s);
    ListPlaces places;
    places.keepIn(&settings);
    const ListPlace place = places.find(id);
    QCOMPARE(viewOf(place.query).id, "all"_L1);
    QCOMPARE(place.query.sortColumn, TokenColumn::Expires);
    QCOMPARE(place.query.roles, QStringList{u"Admin"_s});
    QVERIFY(place.query.text.size() <= 1'000);
    m_desk->window.tokens()->view()->restoreColumnState(place.columns);
}

void TestListPlaces::removedServerIsForgotten()
{
    QTemporaryDir home;
    QSettings settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const ServerId id = ServerId::fresh();
    ListPlaces places;
    places.keepIn(&settings);
    places.set(id, somePlace(), /*isProfile=*/true);
    QVERIFY(!settings.allKeys().isEmpty());
    places.forget(id);
    QVERIFY(settings.allKeys().isEmpty());
    QCOMPARE(places.find(id).query, TokenQuery());
}

QTEST_MAIN(TestListPlaces)
#include "tst_listplaces.moc"
