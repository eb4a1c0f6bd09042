// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace rox {

class LinkButton;
class SymbolMark;

/// "Name", with a hint under it: a blank name is refused; a long name, or one that other tokens
/// have, gets a caution. Central accepts any name but "" and does not trim; this field trims.
class NameField : public QWidget
{
    Q_OBJECT

public:
    using NameCount = std::function<int(const QString &)>;

    explicit NameField(NameCount liveTokensNamed, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const; ///< trimmed
    void setName(const QString &name);
    [[nodiscard]] bool isComplete() const { return !name().isEmpty(); }
    /// Central's complaint about the name; ends with the next change.
    void setError(const QString &error);
    void setLocked(bool locked);
    void takeFocus();
    void selectAll();
    /// Another title than "Name"; and what is said under the field while nothing is wrong.
    void setTitle(const QString &title, const QString &hint);

    static constexpr int LongName = 256;

Q_SIGNALS:
    void nameChanged();

private:
    void reword();
    void showText(const QString &text, bool bad);

    NameCount m_liveTokensNamed;
    QLabel *m_title;
    QLineEdit *m_edit;
    QWidget *m_hint;
    SymbolMark *m_mark;
    QLabel *m_text;
    LinkButton *m_suggestion;
    QString m_calmHint; ///< while nothing is wrong
    QString m_error;
    QString m_suggested;
    bool m_touched = false;
};

/// "x" gives "x-2", "x-2" gives "x-3"; skips names that are taken. Empty if it finds none.
[[nodiscard]] QString distinctName(const QString &name, const NameField::NameCount &taken);

} // namespace rox
