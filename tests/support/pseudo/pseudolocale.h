// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSet>
#include <QStringList>
#include <QTranslator>
#include <QWidget>

namespace rox::test {

/// The pseudo translation: every text of the sources, each Latin letter with an accent, in
/// brackets, about 40 % longer. It is the program's language while this object lives.
class PseudoLocale
{
public:
    explicit PseudoLocale(Qt::LayoutDirection direction = Qt::LeftToRight);
    ~PseudoLocale();
    Q_DISABLE_COPY_MOVE(PseudoLocale)

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

private:
    QTranslator m_translator;
    Qt::LayoutDirection m_before;
    bool m_isLoaded;
};

/// What has no translation: names that a server, a file or the test gives.
struct ServerTexts
{
    QSet<QString> words;
    QStringList phrases; ///< in whole; the longest first

    void addWords(const QString &text);
};

/// What a window shows or tells a screen reader in Latin letters without accents, so what was not
/// translated.
[[nodiscard]] QStringList untranslated(const QWidget *window, const ServerTexts &data);

/// Texts that are painted beyond their widget, and texts that are painted over each other.
[[nodiscard]] QStringList collisions(const QWidget *window);

} // namespace rox::test
