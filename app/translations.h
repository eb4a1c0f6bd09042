// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLocale>
#include <QTranslator>

namespace rox {

/// The texts of the program and of Qt in one language: the user's if the program has it, else
/// English. A text that this language lacks is English; its plural forms are in a catalogue too.
class Translations
{
public:
    /// Installs the catalogues, and makes the language that of QLocale(), with the formats of the
    /// user's country. `qtFolder` has Qt's own catalogues.
    void install(const QString &qtFolder);

    [[nodiscard]] Qt::LayoutDirection direction() const;

private:
    QTranslator m_english;
    QTranslator m_own;
    QTranslator m_qts;
    QLocale::Language m_language = QLocale::English;
};

} // namespace rox
