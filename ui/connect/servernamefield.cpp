// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/servernamefield.h"

#include "models/servers/servername.h"
#include "models/servers/serverprofile.h"
#include "models/values/visibletext.h"
#include "ui/widgets/colorpicker.h"

#include <QLineEdit>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int PlaceholderMax = 60;
} // namespace

ServerNameField::ServerNameField(QWidget *parent)
    : FormField(tr("&Name"), parent)
    , m_edit(new QLineEdit(this))
    , m_color(new ColorPicker(this))
{
    setLine(m_edit, {m_edit, m_color});
    m_edit->setObjectName(u"serverName"_s);
    m_edit->setAccessibleName(tr("Name"));
    watch(m_edit, MaxNameLength);
}

QString ServerNameField::name() const
{
    const QString typed = m_edit->text().trimmed();
    return hasVisibleCharacter(typed) ? typed : m_default;
}

void ServerNameField::setName(const QString &name)
{
    m_edit->setText(name);
}

QString ServerNameField::colorName() const
{
    return m_color->colorName();
}

void ServerNameField::setColorName(const QString &name)
{
    m_color->setColorName(name);
}

void ServerNameField::setTaken(const QStringList &names, const QString &own)
{
    m_taken = names;
    m_own = own;
    check();
}

void ServerNameField::setAddress(const QString &address)
{
    m_address = address;
    check();
}

void ServerNameField::takeFocus()
{
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->end(false);
}

void ServerNameField::check()
{
    m_default = m_address.isEmpty() ? QString() : distinctServerName(m_address, m_taken);
    m_edit->setPlaceholderText(shownText(m_default, PlaceholderMax));
    const QString typed = m_edit->text().trimmed();
    const bool isTaken = !typed.isEmpty() && typed != m_own && isServerNameIn(m_taken, typed);
    setObstacle(isTaken ? tr("Another server has this name.") : QString());
    setNote({obstacle(), NoteTone::Problem});
}

} // namespace rox
