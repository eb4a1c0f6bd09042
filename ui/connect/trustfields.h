// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/trustrule.h"
#include "ui/connect/formfield.h"

namespace rox {

class LinkButton;

/// "CA certificate file", and the certificate that a person trusted without one.
class TrustFields : public FormField
{
    Q_OBJECT

public:
    explicit TrustFields(QWidget *parent);

    /// A certificate in the rule stays trusted while no file is named, the origin is the same, and
    /// the user does not end it.
    [[nodiscard]] TrustRule trust() const;
    void setTrust(const TrustRule &rule);
    /// Whether the form says the origin that the rule is for.
    void setSameOrigin(bool same);

protected:
    void check() override;

private:
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool trustsCertificate() const;
    [[nodiscard]] QString noteText() const;
    void chooseFile();

    QLineEdit *m_path;
    LinkButton *m_stopTrusting = nullptr;
    TrustRule m_rule;
    bool m_isSameOrigin = false;
    bool m_isStopped = false;
};

} // namespace rox
