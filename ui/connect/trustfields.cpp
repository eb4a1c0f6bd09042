// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/trustfields.h"

#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MaxCharacters = 10'000;
} // namespace

TrustFields::TrustFields(QWidget *parent)
    : FormField(tr("CA &certificate file"), parent)
    , m_path(new QLineEdit(this))
{
    auto *choose = new QPushButton(symbolIcon(u"folder"_s), tr("Choose…"), this);
    choose->setObjectName(u"chooseCaFile"_s);
    choose->setAccessibleName(tr("Choose CA certificate file"));
    setLine(m_path, {m_path, choose});
    m_path->setObjectName(u"caCertificateFile"_s);
    m_path->setAccessibleName(tr("CA certificate file"));
    m_path->setPlaceholderText(tr("None: use this computer's authorities"));
    m_stopTrusting = new LinkButton(tr("Stop trusting it"), this);
    m_stopTrusting->setObjectName(u"stopTrusting"_s);
    m_stopTrusting->setAccessibleName(tr("Stop trusting this certificate"));
    addUnderNote(m_stopTrusting);
    watch(m_path, MaxCharacters);
    connect(m_path, &QLineEdit::editingFinished, this, &TrustFields::readFile);
    connect(choose, &QPushButton::clicked, this, &TrustFields::chooseFile);
    connect(m_stopTrusting, &LinkButton::clicked, this, [this] {
        m_isStopped = true;
        m_path->setFocus(Qt::OtherFocusReason); // the link hides, and had the focus
        check();
        Q_EMIT changed();
    });
    TrustFields::check();
}

TrustRule TrustFields::trust() const
{
    if (!path().isEmpty())
        return {TrustRule::Kind::CaFile, path(), {}, NoTime};
    return trustsCertificate() ? m_rule : TrustRule();
}

void TrustFields::setTrust(const TrustRule &rule)
{
    m_rule = rule;
    m_isStopped = false;
    m_path->setText(rule.kind == TrustRule::Kind::CaFile ? rule.caFile : QString());
    check();
    readFile();
}

void TrustFields::setReader(Reader reader)
{
    m_reader = std::move(reader);
    readFile();
}

void TrustFields::setSameOrigin(bool same)
{
    m_isSameOrigin = same;
    check();
}

QString TrustFields::path() const
{
    return m_path->text().trimmed();
}

bool TrustFields::trustsCertificate() const
{
    return m_rule.kind == TrustRule::Kind::Certificate && path().isEmpty() && m_isSameOrigin
           && !m_isStopped;
}

QString TrustFields::noteText() const
{
    if (trustsCertificate())
        return m_rule.trustedAt == NoTime
                   ? tr("You trusted its certificate. A CA file would take its place.")
                   : tr("You trusted its certificate on %1. A CA file would take its place.")
                         .arg(mediumDate(m_rule.trustedAt));
    if (m_isStopped && path().isEmpty())
        return tr("The certificate will be looked at anew.");
    return tr("A Central with its own certificate needs its CA file here, as roxctl does.");
}

void TrustFields::readFile()
{
    const QString read = path();
    if (read.isEmpty() || !m_reader)
        return;
    m_reader(read, this, [this, read](const Note &note) {
        if (read != path())
            return;
        m_readPath = read;
        m_fileNote = note;
        check();
        Q_EMIT fileRead();
    });
}

void TrustFields::check()
{
    const bool isRead = !path().isEmpty() && path() == m_readPath;
    setNote(isRead ? m_fileNote : Note{noteText()});
    m_stopTrusting->setVisible(trustsCertificate());
}

void TrustFields::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the CA certificate file"));
    dialog->setObjectName(u"chooseCaFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    if (!m_path->text().isEmpty())
        dialog->setDirectory(QFileInfo(m_path->text()).path());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_path->setText(file);
        readFile();
    });
    dialog->open();
}

} // namespace rox
