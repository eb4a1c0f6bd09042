// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/endpointfield.h"

#include "models/values/visibletext.h"
#include "ui/text/connecttext.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MaxCharacters = 10'000;
constexpr int NameMax = 60;
} // namespace

EndpointField::EndpointField(QWidget *parent)
    : FormField(tr("&Endpoint"), parent)
    , m_edit(new QLineEdit(this))
    , m_goThere(new LinkButton(tr("Go there"), this))
{
    setLine(m_edit, {m_edit});
    m_edit->setObjectName(u"endpoint"_s);
    m_edit->setAccessibleName(tr("Endpoint"));
    m_edit->setPlaceholderText(u"central.example.com:443"_s);
    m_goThere->setObjectName(u"goThere"_s);
    m_goThere->setAccessibleName(tr("Go to the server that has this endpoint"));
    m_goThere->hide();
    addUnderNote(m_goThere);
    watch(m_edit, MaxCharacters);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        m_wasLeft = true;
        check();
        Q_EMIT changed();
    });
    connect(m_goThere, &LinkButton::clicked, this, &EndpointField::goThereRequested);
    EndpointField::check();
}

Endpoint EndpointField::endpoint() const
{
    const auto input = endpointInput(m_edit->text());
    return input ? input->endpoint : Endpoint();
}

void EndpointField::setEndpoint(const Endpoint &endpoint)
{
    const QString address = endpoint.base.isEmpty() ? QString() : endpoint.display();
    m_edit->setText(endpoint.isPlaintext() ? u"http://"_s + address : address);
}

bool EndpointField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void EndpointField::setListedServer(const std::optional<QString> &name)
{
    m_listed = name;
    m_goThere->setVisible(name.has_value());
    check();
}

void EndpointField::setHinted(bool hinted)
{
    m_isHinted = hinted;
    check();
}

void EndpointField::check()
{
    const auto parsed = endpointInput(m_edit->text());
    if (!parsed)
        setObstacle(endpointProblem(parsed.error(), m_edit->text()));
    else if (m_listed)
        setObstacle(tr("%1 is this server already.").arg(shownText(*m_listed, NameMax)));
    else
        setObstacle({});

    const bool isBlank = !parsed && parsed.error() == Endpoint::Fault::Empty;
    const bool isBeingTyped = !parsed && !m_wasLeft;
    if (m_isHinted && isBlank)
        setNote({tr("Host and port, or an address of the console in your browser.")});
    else if (!m_isHinted || isBeingTyped)
        setNote({});
    else if (!obstacle().isEmpty())
        setNote({obstacle(), NoteTone::Problem});
    else
        setNote(usableNote(*parsed));
}

FormField::Note EndpointField::usableNote(const EndpointInput &input)
{
    const QString hint = endpointHint(input.endpoint);
    const QString changes = endpointChanges(input.changes);
    return {changes.isEmpty() ? hint : hint % u' ' % changes,
            input.endpoint.isPlaintext() ? NoteTone::Caution : NoteTone::Hint};
}

} // namespace rox
