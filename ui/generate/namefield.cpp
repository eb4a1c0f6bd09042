// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/namefield.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tokenguard.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Tries = 100;
constexpr int SuggestionMax = 120;

} // namespace

QString distinctName(const QString &name, const NameField::NameCount &taken)
{
    static const QRegularExpression numbered(u"^(.*)-([1-9][0-9]{0,5})$"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    QString stem = name;
    int number = 2;
    if (const auto match = numbered.match(name); match.hasMatch() && !match.captured(1).isEmpty()) {
        stem = match.captured(1);
        number = match.captured(2).toInt() + 1;
    }
    for (const int end = number + Tries; number < end; ++number) {
        QString candidate = stem + u'-' + QString::number(number);
        if (taken(candidate) == 0)
            return candidate;
    }
    return {};
}

NameField::NameField(NameCount liveTokensNamed, QWidget *parent)
    : QWidget(parent)
    , m_liveTokensNamed(std::move(liveTokensNamed))
    , m_title(plainLabel(tr("&Name"), this, TextSize::Body, true))
    , m_edit(new QLineEdit(this))
    , m_hint(new QWidget(this))
    , m_mark(new SymbolMark(u"warning"_s, TextTone::Caution, 14, m_hint))
    , m_text(plainLabel({}, m_hint, TextSize::Secondary))
    , m_suggestion(new LinkButton({}, m_hint))
{
    m_title->setBuddy(m_edit);
    m_edit->setObjectName(u"tokenName"_s);
    m_edit->setAccessibleName(tr("Token name"));
    m_edit->setTextMargins(7, 0, 7, 0);
    m_suggestion->setObjectName(u"useSuggestedName"_s);
    m_suggestion->setFont(m_text->font());
    m_text->setObjectName(u"nameHint"_s);

    auto *row = new QHBoxLayout(m_hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_mark);
    row->addWidget(m_text);
    row->addWidget(m_suggestion);
    row->addStretch(1);
    m_hint->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_edit);
    column->addWidget(m_hint);

    connect(new TokenGuard(m_edit), &TokenGuard::refused, this, [this] {
        setError(tr("This is a token, and not a name for one. It belongs in the field API token, "
                    "where you sign in. It was not kept here."));
    });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_touched = true;
        m_error.clear();
        reword();
        Q_EMIT nameChanged();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &NameField::reword);
    connect(m_suggestion, &LinkButton::clicked, this, [this] {
        const QString name = m_suggested; // setName() clears it
        setName(name);
        takeFocus();
    });
}

QString NameField::name() const
{
    return m_edit->text().trimmed();
}

void NameField::setName(const QString &name)
{
    m_edit->setText(name);
}

void NameField::setError(const QString &error)
{
    m_error = error;
    m_touched = m_touched || !error.isEmpty();
    reword();
}

void NameField::setLocked(bool locked)
{
    m_edit->setEnabled(!locked);
    m_suggestion->setEnabled(!locked);
}

void NameField::takeFocus()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void NameField::selectAll()
{
    m_edit->selectAll();
}

void NameField::setTitle(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_calmHint = hint;
    reword();
}

void NameField::showText(const QString &text, bool bad)
{
    const bool isCalm = text.isEmpty();
    m_hint->setVisible(!isCalm || !m_calmHint.isEmpty());
    m_mark->setVisible(!isCalm);
    m_text->setForegroundRole(isCalm ? QPalette::PlaceholderText : QPalette::WindowText);
    m_mark->setSymbol(bad ? u"alarm"_s : u"warning"_s, bad ? TextTone::Bad : TextTone::Caution);
    m_text->setText(isCalm ? m_calmHint : text);
    m_edit->setAccessibleDescription(m_text->text());
}

void NameField::reword()
{
    const QString typed = name();
    m_suggested.clear();
    QString text;
    const bool bad = !m_error.isEmpty() || typed.isEmpty();
    if (!m_error.isEmpty()) {
        text = m_error;
    } else if (typed.isEmpty()) {
        text = m_touched ? tr("Give the token a name.") : QString();
    } else if (const int taken = m_liveTokensNamed ? m_liveTokensNamed(typed) : 0; taken > 0) {
        m_suggested = distinctName(typed, m_liveTokensNamed);
        text = tr("%Ln token(s) already have this name. Central allows that.", nullptr, taken);
    } else if (typed.size() > LongName) {
        text = tr("This name has %Ln character(s). Central takes it; lists show its beginning.",
                  nullptr, int(typed.size()));
    }
    QString shown = shownText(m_suggested, SuggestionMax);
    m_suggestion->setText(tr("Use %1 instead").arg(shown.replace(u'&', "&&"_L1)));
    m_suggestion->setVisible(!m_suggested.isEmpty());
    m_suggestion->setAccessibleName(tr("Use the name %1").arg(shownText(m_suggested, 200)));
    showText(text, bad);
}

} // namespace rox
