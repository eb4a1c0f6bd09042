// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/signinheading.h"

#include "models/servers/serverfacts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/serverline.h"

#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

SignInHeading::SignInHeading(QWidget *parent)
    : QWidget(parent)
    , m_reason(secondaryLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_reason->setWordWrap(true);
    m_reason->setObjectName(u"signInReason"_s);
    column->addWidget(m_reason);
    showReason();
}

void SignInHeading::setServer(const ServerProfile &profile)
{
    delete m_server;
    ServerFacts facts;
    facts.name = profile.name;
    facts.address = profile.endpoint.display();
    facts.colorName = profile.colorName;
    m_server = serverLine(facts, this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_server);
}

void SignInHeading::setReason(const QString &sentence)
{
    m_reason->setText(sentence);
    showReason();
}

void SignInHeading::setReasonShown(bool shown)
{
    m_isReasonShown = shown;
    showReason();
}

void SignInHeading::showReason()
{
    m_reason->setVisible(m_isReasonShown && !m_reason->text().isEmpty());
}

} // namespace rox
