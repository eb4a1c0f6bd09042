// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"

#include <QDialog>

namespace rox {

/// "Unknown certificate": what Central showed, why it cannot be checked, and how to check it by
/// another way. Cancel is the default. Without a certificate there is nothing to trust, and no
/// button for it. Has one result: trustRequested(), caFileRequested() or rejected(). Opened with
/// open(); never blocks.
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
