// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/trustrule.h"
#include "ui/connect/formfield.h"

#include <functional>

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

    using NoteHandler = std::function<void(const Note &)>;
    using Reader = std::function<void(const QString &path, QObject *context, NoteHandler handler)>;
    /// Looks at the file when it was chosen and when the field is left, for the note.
    void setReader(Reader reader);

Q_SIGNALS:
    void fileRead(); ///< the note about the file has come

protected:
    void check() override;

private:
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool trustsCertificate() const;
    [[nodiscard]] QString noteText() const;
    void chooseFile();
    void readFile();

    QLineEdit *m_path;
    LinkButton *m_stopTrusting = nullptr;
    Reader m_reader;
    QString m_readPath; ///< the file that m_fileNote is about
    Note m_fileNote;
    TrustRule m_rule;
    bool m_isSameOrigin = false;
    bool m_isStopped = false;
};

} // namespace rox
