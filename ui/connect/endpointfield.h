// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/endpointinput.h"
#include "ui/connect/formfield.h"

#include <optional>

namespace rox {

class LinkButton;

/// "Endpoint". The note says what to enter, then where it leads to, or, once the field has been
/// left, why it cannot be used.
class EndpointField : public FormField
{
    Q_OBJECT

public:
    explicit EndpointField(QWidget *parent);

    /// Without a base while the text is no endpoint.
    [[nodiscard]] Endpoint endpoint() const;
    void setEndpoint(const Endpoint &endpoint);
    [[nodiscard]] bool isEmpty() const;
    /// The name of a listed server that the form describes; it is offered instead.
    void setListedServer(const std::optional<QString> &name);
    /// Whether the field says anything of a value that is not confirmed yet.
    void setHinted(bool hinted);

Q_SIGNALS:
    void goThereRequested(); ///< to the listed server

protected:
    void check() override;

private:
    [[nodiscard]] static Note usableNote(const EndpointInput &input);

    QLineEdit *m_edit;
    LinkButton *m_goThere;
    std::optional<QString> m_listed;
    bool m_wasLeft = false;
    bool m_isHinted = true;
};

} // namespace rox
