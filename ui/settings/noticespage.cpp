// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/noticespage.h"

#include "ui/settings/noticestable.h"
#include "ui/settings/settingssections.h"
#include "ui/style/symbols.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

NoticesPage::NoticesPage(const NoticePreferences &notices, const QList<NoticeServer> &servers,
                         QWidget *parent)
    : QWidget(parent)
    , m_outcome(new TextLabel(TextSize::Secondary, this))
{
    setObjectName(u"noticesPage"_s);
    const auto note = [this](const QString &text) {
        auto *label = new TextLabel(TextSize::Secondary, this);
        label->showText(text, TextTone::Secondary);
        return label;
    };
    const auto box = [this](const QString &text, const QString &name, bool isChecked) {
        auto *made = new QCheckBox(text, this);
        made->setObjectName(name);
        made->setAccessibleName(text);
        made->setChecked(isChecked);
        return made;
    };
    auto *isOn = box(tr("Tell me about tokens that expire"), u"noticesOn"_s, notices.isOn);
    m_quiet = box(tr("Mute until tomorrow"), u"noticesQuiet"_s, false);
    m_quiet->setEnabled(notices.isOn);
    auto *model = new NoticesModel(notices, servers, this);
    auto *frame = new JoinedFrame(this);
    auto *table = new NoticesTable(model, frame);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(table);
    frame->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    frame->setEnabled(notices.isOn);
    auto *names = box(tr("Show names of tokens and servers"), u"noticeNames"_s, notices.showsNames);
    auto *example = pushButton(tr("Show an example"), u"noticeExample"_s, this);
    example->setIcon(symbolIcon(u"bell"_s));
    m_outcome->setObjectName(u"noticeOutcome"_s);
    m_outcome->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(SettingsSections::Margin, 16, SettingsSections::Margin, 24);
    column->setSpacing(8);
    column->addWidget(isOn);
    column->addWidget(m_quiet);
    column->addWidget(frame);
    column->addWidget(note(tr("One notification for all tokens of a server. Each token comes once "
                              "per column, also after a restart. Revoked ones never come.")));
    column->addSpacing(12);
    column->addWidget(names);
    column->addWidget(
        note(tr("The lock screen may show them too. Values and IDs are never shown.")));
    column->addWidget(note(tr("Notifications come while Rox Tokens runs.")));
    column->addSpacing(8);
    column->addWidget(example, 0, Qt::AlignLeft);
    column->addWidget(m_outcome);
    column->addStretch(1);

    connect(model, &NoticesModel::edited, this, &NoticesPage::edited);
    connect(m_quiet, &QCheckBox::clicked, this, &NoticesPage::quietChosen);
    connect(isOn, &QCheckBox::toggled, this, [this, frame](bool checked) {
        frame->setEnabled(checked);
        m_quiet->setEnabled(checked);
        Q_EMIT edited([checked](Preferences &changed) { changed.notices.isOn = checked; });
    });
    connect(names, &QCheckBox::toggled, this, [this](bool checked) {
        Q_EMIT edited([checked](Preferences &changed) { changed.notices.showsNames = checked; });
    });
    connect(example, &QPushButton::clicked, this, &NoticesPage::exampleRequested);
}

void NoticesPage::setQuiet(bool isQuiet)
{
    m_quiet->setChecked(isQuiet);
}

void NoticesPage::showExampleOutcome(bool isShown)
{
    m_outcome->setVisible(!isShown);
    m_outcome->setSymbol(u"mute"_s);
    m_outcome->showText(tr("This desktop has no service that shows notifications, or it does not "
                           "answer."),
                        TextTone::Caution);
}

} // namespace rox
