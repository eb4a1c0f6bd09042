// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/connect/formfield.h"

#include <QStringList>

namespace rox {

class ColorPicker;

/// "Name" and the color of a server. While nothing is typed, the server is called by its address.
class ServerNameField : public FormField
{
    Q_OBJECT

public:
    explicit ServerNameField(QWidget *parent);

    [[nodiscard]] QString name() const; ///< trimmed
    void setName(const QString &name);
    [[nodiscard]] QString colorName() const; ///< of serverColor()
    void setColorName(const QString &name);
    /// The names of other servers, and the one that this server has had so far: it may stay.
    void setTaken(const QStringList &names, const QString &own);
    void setAddress(const QString &address);
    void takeFocus(); ///< selects nothing: the first key would replace the name

protected:
    void check() override;

private:
    QLineEdit *m_edit;
    ColorPicker *m_color;
    QStringList m_taken;
    QString m_own;
    QString m_default;
    QString m_address;
};

} // namespace rox
