// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"

#include <QDialog>

class QCheckBox;

namespace rox {

/// "Certificate changed": the trusted certificate beside the one that Central shows now. "Stay
/// disconnected" is the default; a check box enables the button that trusts the new one. Opened
/// with open(); never blocks.
class ChangedCertificateDialog : public QDialog
{
    Q_OBJECT

public:
    struct Content
    {
        QString server; ///< the name the user knows it by
        CertificateFacts trusted;
        CertificateFacts shown;
        UtcMs trustedAt = NoTime;
        UtcMs now = NoTime;
        bool credentialInKeychain = true;
    };

    explicit ChangedCertificateDialog(const Content &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void trustRequested(const rox::CertificateFacts &shown);

private:
    [[nodiscard]] QWidget *makeContent(const Content &content);
    [[nodiscard]] QLayout *makeFooter(const Content &content, QCheckBox *compared);
};

} // namespace rox
