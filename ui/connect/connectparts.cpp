// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectparts.h"

#include "models/servers/serverprofile.h"
#include "ui/connect/connectedcard.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/colorpicker.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/eyebutton.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/serverline.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int LabelWidth = 120;
constexpr int FoldedLabelWidth = 96;
constexpr int RowGap = 12;

QLineEdit *lineEdit(const QString &name, const QString &objectName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(name);
    edit->setObjectName(objectName);
    return edit;
}

SecretEdit *secretEdit(SecretEdit::Content content, const QString &name, const QString &objectName,
                       QWidget *parent)
{
    auto *edit = new SecretEdit(content, parent);
    edit->setAccessibleName(name);
    edit->setObjectName(objectName);
    return edit;
}

QPushButton *pushButton(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    button->setObjectName(objectName);
    return button;
}

} // namespace

void ConnectParts::Row::setVisible(bool visible) const
{
    label->setVisible(visible);
    cell->setVisible(visible);
}

ConnectParts::ConnectParts(QDialog *dialog)
    : heading(new QWidget(dialog))
    , reason(secondaryLabel({}, heading))
    , problem(new NoticeBar(dialog))
    , problemRoom(new QWidget(dialog))
    , form(new QWidget(dialog))
    , card(new ConnectedCard(dialog))
    , name(lineEdit(tr("Name"), u"serverName"_s, form))
    , color(new ColorPicker(form))
    , endpoint(lineEdit(tr("Endpoint"), u"endpoint"_s, form))
    , goThere(new LinkButton(tr("Go there"), form))
    , method(new SegmentedBar(form))
    , browser(new NoticeBar(form))
    , openAgain(pushButton(tr("Open the page again"), u"openPageAgain"_s, browser))
    , token(secretEdit(SecretEdit::Content::Token, tr("API token"), u"apiToken"_s, form))
    , userName(lineEdit(tr("User name"), u"userName"_s, form))
    , password(secretEdit(SecretEdit::Content::Password, tr("Password"), u"password"_s, form))
    , keep(new QCheckBox(tr("&Keep in keychain"), form))
    , caFile(lineEdit(tr("CA certificate file"), u"caCertificateFile"_s, form))
    , chooseCa(pushButton(tr("Choose…"), u"chooseCaFile"_s, form))
    , stopTrusting(new LinkButton(tr("Stop trusting it"), form))
    , promise(new QWidget(dialog))
    , promiseText(secondaryLabel({}, promise))
    , editConnection(pushButton(tr("Edit connection…"), u"editConnection"_s, dialog))
    , cancel(pushButton(tr("Cancel"), u"cancel"_s, dialog))
    , connectButton(pushButton(tr("Connect"), u"connect"_s, dialog))
    , m_grid(new QGridLayout(form))
    , m_footer(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_showToken(new EyeButton(token, tr("Show token"), tr("Hide token"), form))
    , m_showPassword(new EyeButton(password, tr("Show password"), tr("Hide password"), form))
{}

ConnectParts::Row ConnectParts::addRow(const QString &label, QWidget *buddy,
                                       const QList<QWidget *> &parts)
{
    Row row;
    row.label = plainLabel(label, form);
    row.label->setBuddy(buddy);
    row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.label->setMinimumHeight(buddy->sizeHint().height());
    row.cell = new QWidget(form);
    row.note = new FieldNote(buddy, row.cell);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    for (QWidget *part : parts)
        line->addWidget(part, part == buddy && qobject_cast<QLineEdit *>(part) ? 1 : 0);
    if (!qobject_cast<QLineEdit *>(buddy) && !qobject_cast<NoticeBar *>(parts.constFirst()))
        line->addStretch(1);
    auto *column = new QVBoxLayout(row.cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(row.note);
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.label, at, 0, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(row.cell, at, 1);
    return row;
}

void ConnectParts::fillForm()
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(RowGap);
    m_grid->setColumnMinimumWidth(0, LabelWidth);
    m_grid->setColumnStretch(1, 1);

    nameRow = addRow(tr("&Name"), name, {name, color});
    endpointRow = addRow(tr("&Endpoint"), endpoint, {endpoint});
    goThere->setAccessibleName(tr("Go to the server that has this endpoint"));
    goThere->setObjectName(u"goThere"_s);
    goThere->hide();
    endpointRow.cell->layout()->addWidget(goThere);
    method->setObjectName(u"signInWith"_s);
    method->setAccessibleName(tr("Sign in with"));
    for (const QString &each : {tr("API token"), tr("Password"), tr("Browser")})
        method->addSegment(each);
    method->setCurrent(0);
    methodRow = addRow(tr("&Sign in with"), method->button(0), {method});
    makeBrowserBar();
    browserRow = addRow({}, openAgain, {browser});
    tokenRow = addRow(tr("API &token"), token, {token, m_showToken});
    userRow = addRow(tr("&User name"), userName, {userName});
    passwordRow = addRow(tr("&Password"), password, {password, m_showPassword});
    keep->setObjectName(u"keepInKeychain"_s);
    keep->setAccessibleName(tr("Keep in keychain"));
    keep->setChecked(true);
    keepRow = addRow({}, keep, {keep});
    caFile->setPlaceholderText(tr("None: use this computer's authorities"));
    chooseCa->setAccessibleName(tr("Choose CA certificate file"));
    chooseCa->setIcon(symbolIcon(u"folder"_s));
    caRow = addRow(tr("CA &certificate file"), caFile, {caFile, chooseCa});
    stopTrusting->setAccessibleName(tr("Stop trusting this certificate"));
    stopTrusting->setObjectName(u"stopTrusting"_s);
    caRow.cell->layout()->addWidget(stopTrusting);
}

void ConnectParts::makeBrowserBar()
{
    openAgain->setIcon(symbolIcon(u"external"_s, SymbolTone::Link));
    auto *left = new QWidget(browser);
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(openAgain);
    row->addStretch(1);
    browser->setExtra(left);
}

QLayout *ConnectParts::footer(QDialog *dialog)
{
    auto *line = new QHBoxLayout(promise);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new SymbolMark(u"lock"_s, SymbolTone::Secondary, 14, promise), 0,
                    Qt::AlignVCenter);
    promiseText->setWordWrap(true);
    promiseText->setObjectName(u"promise"_s);
    line->addWidget(promiseText, 1);
    setButtonRole(connectButton, ButtonRole::Primary);
    connectButton->setDefault(true);
    auto *buttons = new QDialogButtonBox(dialog);
    buttons->layout()->setSpacing(8);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(connectButton, QDialogButtonBox::AcceptRole);
    m_buttons->setSpacing(16);
    m_buttons->addWidget(editConnection);
    m_buttons->addStretch(1);
    m_buttons->addWidget(buttons);
    m_footer->setSpacing(16);
    m_footer->addLayout(m_buttons);
    return m_footer;
}

void ConnectParts::makeHeading()
{
    auto *column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(4);
    reason->setWordWrap(true);
    reason->setObjectName(u"signInReason"_s);
    column->addWidget(reason);
    editConnection->setIcon(symbolIcon(u"edit"_s));
}

void ConnectParts::setServer(const ServerProfile &profile)
{
    delete m_server;
    ServerFacts facts;
    facts.name = profile.name;
    facts.address = profile.endpoint.display();
    facts.colorName = profile.colorName;
    m_server = serverLine(facts, heading);
    static_cast<QVBoxLayout *>(heading->layout())->insertWidget(0, m_server);
}

void ConnectParts::setFolded(bool folded)
{
    heading->setVisible(folded);
    editConnection->setVisible(folded);
    nameRow.setVisible(!folded);
    endpointRow.setVisible(!folded);
    caRow.setVisible(!folded);
    token->setPlaceholderText(folded ? tr("Paste the token") : QString());
    m_grid->setColumnMinimumWidth(0, folded ? FoldedLabelWidth : LabelWidth);
    m_footer->removeWidget(promise);
    m_buttons->removeWidget(promise);
    if (folded)
        m_footer->insertWidget(0, promise);
    else
        m_buttons->insertWidget(0, promise, 1);
    // Beside the buttons it takes all the room there is.
    m_buttons->setStretch(m_buttons->count() - 2, folded ? 1 : 0);
}

void ConnectParts::orderKeyboard() const
{
    QList<QWidget *> order = {name};
    for (auto *swatch : color->findChildren<QRadioButton *>())
        order.append(swatch);
    order += {endpoint, goThere};
    for (auto *segment : method->findChildren<QToolButton *>())
        order.append(segment);
    order += {openAgain, token,    m_showToken,  userName,       password, m_showPassword, keep,
              caFile,    chooseCa, stopTrusting, editConnection, cancel,   connectButton};
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
}

void ConnectParts::build(QDialog *dialog)
{
    makeHeading();
    fillForm();
    auto *room = new QVBoxLayout(problemRoom); // brings its own distance
    room->setContentsMargins(0, 0, 0, 14);
    room->addWidget(problem);
    problemRoom->hide();
    card->hide();
    auto *content = new QWidget(dialog);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(Margin, 16, Margin, 16);
    inside->setSpacing(0);
    inside->addWidget(heading);
    inside->addWidget(problemRoom);
    inside->addWidget(form);
    inside->addWidget(card);
    inside->addStretch(1);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(new FittedScroll(content, dialog), 1);
    QLayout *bottom = footer(dialog);
    bottom->setContentsMargins(Margin, 0, Margin, 0);
    column->addLayout(bottom);
    orderKeyboard();
}

} // namespace rox
