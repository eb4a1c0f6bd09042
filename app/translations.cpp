// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/translations.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

void Translations::install(const QString &qtFolder)
{
    const QLocale wanted;
    if (m_english.load(u":/i18n/rox-tokens_en"_s))
        QCoreApplication::installTranslator(&m_english);
    if (m_own.load(wanted, u"rox-tokens"_s, u"_"_s, u":/i18n"_s)) {
        m_language = QLocale(m_own.language()).language();
        QCoreApplication::installTranslator(&m_own);
    }
    // Qt's words, and with them the direction of the layout, only in the language of ours.
    if (m_language != QLocale::English
        && m_qts.load(QLocale(m_language), u"qtbase"_s, u"_"_s, qtFolder))
        QCoreApplication::installTranslator(&m_qts);
    if (wanted.language() != m_language && wanted.language() != QLocale::C)
        QLocale::setDefault(QLocale(m_language, wanted.territory()));
}

Qt::LayoutDirection Translations::direction() const
{
    return QLocale(m_language).textDirection();
}

} // namespace rox
