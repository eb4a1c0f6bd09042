// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"

#include <QDialog>

class QCheckBox;

namespace rox {

/// "Certificate changed": the one that a person trusted beside the one that is shown now. To stay
/// disconnected is the default; to trust the new one takes a check mark first. Opened with open();
/// never blocks.
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
