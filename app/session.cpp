// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session.h"

namespace rox {

Session::Session(QString name, QString colorName, Connection connection, const Clock *clock,
                 QObject *parent, Limits limits)
    : QObject(parent)
    , m_name(std::move(name))
    , m_colorName(std::move(colorName))
    , m_clock(clock)
    , m_client(new CentralClient(std::move(connection), limits, this))
{}

Session::~Session() = default;

void Session::refresh()
{
    const int ticket = ++m_ticket;
    setReading(true);
    if (!m_identity || !m_permissions)
        askWhoWeAre();
    m_client->list(RevokedFilter::All, this, [this, ticket](Result<TokenTablePtr> table) {
        if (ticket != m_ticket)
            return; // a newer read is under way
        setReading(false);
        if (!table) {
            m_listError = table.error();
            Q_EMIT listFailed();
            return;
        }
        m_listError.reset();
        m_table = std::move(*table);
        m_tableAsOf = m_clock->now();
        Q_EMIT tableChanged();
        Q_EMIT factsChanged(); // the certificate has been checked by now
    });
}

void Session::askWhoWeAre()
{
    // An answer that does not come leaves the fact unknown; the list says what is wrong.
    m_client->identity(this, [this](Result<Identity> identity) {
        if (identity)
            m_identity = *identity;
        Q_EMIT factsChanged();
    });
    m_client->permissions(this, [this](Result<Permissions> permissions) {
        if (permissions)
            m_permissions = *permissions;
        Q_EMIT factsChanged();
        if (!permissions || !permissions->mayReadRoles())
            return;
        m_client->roles(this, [this](Result<QList<RoleGrant>> roles) {
            if (roles)
                m_roleGrants = *roles;
            Q_EMIT factsChanged();
        });
    });
    m_client->version(this, [this](Result<QString> version) {
        if (version)
            m_version = *version;
        Q_EMIT factsChanged();
    });
}

ServerFacts Session::facts() const
{
    ServerFacts facts;
    facts.name = m_name;
    facts.address = m_client->endpoint().display();
    facts.version = m_version;
    facts.colorName = m_colorName;
    if (m_identity)
        facts.signedInAs = m_identity->displayName;
    if (m_client->endpoint().isPlaintext())
        facts.certificate = tr("Not encrypted: this computer only");
    else if (m_table || m_identity)
        facts.certificate = m_client->trust().pinned ? tr("Certificate trusted by you")
                            : m_client->trust().caFile.isEmpty()
                                ? tr("Certificate checked by this system")
                                : tr("Certificate checked by CA file");
    facts.credential = tr("Credential for this run only");
    return facts;
}

QString Session::signedInTokenId() const
{
    return m_identity ? m_identity->tokenId : QString();
}

void Session::noteGenerated(const Token &token)
{
    m_table = (m_table ? m_table : std::make_shared<const TokenTable>())->withToken(token);
    Q_EMIT tableChanged();
}

void Session::noteRevoked(const QStringList &ids)
{
    if (!m_table || ids.isEmpty())
        return;
    m_table = m_table->withRevoked(ids);
    Q_EMIT tableChanged();
}

void Session::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

} // namespace rox
