// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"

#include <QDialog>

namespace rox {

/// "Unknown certificate": the certificate that Central showed, why it cannot be verified, and how
/// to check it another way. Cancel is the default. Without a certificate there is no button to
/// trust it. Emits one of trustRequested(), caFileRequested() and rejected(). Opened with open();
/// never blocks.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    struct Content
    {
        QString server; ///< the name the user knows it by
        Endpoint endpoint;
        CertificateFacts facts;
        UtcMs now = NoTime;
    };

    explicit CertificateDialog(const Content &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void trustRequested(const rox::CertificateFacts &facts);
    void caFileRequested(); ///< "Use a CA file…"; the dialog has closed

private:
    [[nodiscard]] QWidget *makeContent(const Content &content);
    [[nodiscard]] QLayout *makeFooter(const CertificateFacts &facts);
};

} // namespace rox
