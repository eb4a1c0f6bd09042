// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/profilesettings.h"

#include "models/tokens/tokenshape.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSettings>

#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct ProfileSettings
{
    Q_DECLARE_TR_FUNCTIONS(ProfileSettings)
};

constexpr qsizetype MaxTextLength = 4096; // a path, or a text of a certificate
constexpr qsizetype MaxNames = 1000;
constexpr qsizetype MaxNamesLength = 32 * 1024; // of all together: the file has a limit as well
constexpr qsizetype Sha256Bytes = 32;

/// An enumerator and its text in the file. Renaming in the code must not change the text.
template <class T>
struct Word
{
    T value;
    QLatin1String text;
};

constexpr std::array SignInWords{
    Word<SignInMethod>{SignInMethod::ApiToken, "apiToken"_L1},
    Word<SignInMethod>{SignInMethod::Password, "password"_L1},
    Word<SignInMethod>{SignInMethod::Browser, "browser"_L1},
};
constexpr std::array TrustWords{
    Word<TrustRule::Kind>{TrustRule::Kind::System, "system"_L1},
    Word<TrustRule::Kind>{TrustRule::Kind::CaFile, "caFile"_L1},
    Word<TrustRule::Kind>{TrustRule::Kind::Certificate, "certificate"_L1},
};
using Problem = CertificateFacts::Problem;
constexpr std::array ProblemWords{
    Word<Problem>{Problem::UnknownIssuer, "unknownIssuer"_L1},
    Word<Problem>{Problem::SelfSigned, "selfSigned"_L1},
    Word<Problem>{Problem::WrongName, "wrongName"_L1},
    Word<Problem>{Problem::Expired, "expired"_L1},
    Word<Problem>{Problem::NotYetValid, "notYetValid"_L1},
    Word<Problem>{Problem::Revoked, "revoked"_L1},
    Word<Problem>{Problem::Weak, "weak"_L1},
    Word<Problem>{Problem::Other, "other"_L1},
};

template <class T, std::size_t N>
QString wordFor(const std::array<Word<T>, N> &words, T value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// Reads values and keeps the first fault.
class Reader
{
public:
    explicit Reader(const QSettings &settings)
        : m_settings(settings)
    {}

    [[nodiscard]] QString fault() const { return m_fault; }
    void fail(const QString &why)
    {
        if (m_fault.isEmpty())
            m_fault = why;
    }

    QString text(const QString &key, qsizetype maxLength = MaxTextLength)
    {
        const QVariant value = m_settings.value(key);
        if (!value.isValid())
            return {};
        if (value.typeId() != QMetaType::QString)
            return refuse(key);
        QString found = value.toString();
        if (found.size() > maxLength) {
            fail(ProfileSettings::tr("its value \"%1\" is too long").arg(key));
            return {};
        }
        return found;
    }

    /// A text that the user types; a token in it is a fault. Texts of a certificate may look like
    /// a token and are read by text().
    QString typedText(const QString &key, qsizetype maxLength = MaxTextLength)
    {
        QString found = text(key, maxLength);
        if (!looksLikeToken(found))
            return found;
        fail(ProfileSettings::tr("a token stands in its value \"%1\"").arg(key));
        return {};
    }

    QStringList texts(const QString &key)
    {
        const QVariant value = m_settings.value(key);
        if (value.isValid() && value.typeId() != QMetaType::QString
            && value.typeId() != QMetaType::QStringList)
            return {refuse(key)};
        QStringList found = value.toStringList();
        for (const QString &one : std::as_const(found)) {
            if (one.size() > MaxTextLength || found.size() > MaxNames)
                fail(ProfileSettings::tr("its value \"%1\" is too long").arg(key));
        }
        return found;
    }

    bool flag(const QString &key)
    {
        const QString word = text(key);
        if (word != "true"_L1 && word != "false"_L1)
            refuse(key);
        return word == "true"_L1;
    }

    UtcMs time(const QString &key)
    {
        const QString digits = text(key);
        if (digits.isNull())
            return NoTime;
        bool isNumber = false;
        const UtcMs time = digits.toLongLong(&isNumber);
        if (!isNumber)
            refuse(key);
        return isNumber ? time : NoTime;
    }

    QUuid uuid(const QString &key)
    {
        const QString digits = text(key);
        const QUuid found(digits);
        if (found.isNull() && !digits.isEmpty())
            refuse(key);
        return found;
    }

    QString digest(const QString &key, qsizetype length)
    {
        const QString digits = text(key);
        const QByteArray bytes = digits.toLatin1();
        const bool isDigest =
            digits.size() == length && QByteArray::fromHex(bytes).toHex() == bytes;
        return isDigest || digits.isEmpty() ? digits : refuse(key);
    }

    template <class T, std::size_t N>
    T word(const std::array<Word<T>, N> &words, const QString &key)
    {
        return meaning(words, key, text(key));
    }

    template <class T, std::size_t N>
    T meaning(const std::array<Word<T>, N> &words, const QString &key, const QString &text)
    {
        for (const auto &word : words) {
            if (word.text == text)
                return word.value;
        }
        refuse(key);
        return words.front().value;
    }

private:
    QString refuse(const QString &key)
    {
        fail(ProfileSettings::tr("its value \"%1\" cannot be read").arg(key));
        return {};
    }

    const QSettings &m_settings;
    QString m_fault;
};

void writeTime(QSettings &settings, const QString &key, UtcMs time)
{
    if (time != NoTime)
        settings.setValue(key, QString::number(time));
}

/// A longer text would be refused when it is read.
QString cut(const QString &text, qsizetype maxLength = MaxTextLength)
{
    if (text.size() <= maxLength)
        return text;
    return text.left(text.at(maxLength - 1).isHighSurrogate() ? maxLength - 1 : maxLength);
}

QStringList cut(const QStringList &texts)
{
    QStringList few;
    qsizetype length = 0;
    for (const QString &text : texts) {
        few.append(cut(text));
        length += few.constLast().size();
        if (few.size() == MaxNames || length > MaxNamesLength)
            break;
    }
    return few;
}

/// The check compares fingerprint and problems; the rest is shown to the user.
void writeCertificate(QSettings &settings, const CertificateFacts &facts)
{
    settings.setValue(u"certificate/sha256"_s, QString::fromLatin1(facts.sha256.toHex()));
    settings.setValue(u"certificate/subject"_s, cut(facts.subject));
    settings.setValue(u"certificate/issuer"_s, cut(facts.issuer));
    settings.setValue(u"certificate/names"_s, cut(facts.names));
    writeTime(settings, u"certificate/notBefore"_s, facts.notBefore);
    writeTime(settings, u"certificate/notAfter"_s, facts.notAfter);
    QStringList problems;
    for (const Problem problem : facts.problems)
        problems.append(wordFor(ProblemWords, problem));
    settings.setValue(u"certificate/problems"_s, cut(problems));
    settings.setValue(u"certificate/otherProblem"_s, cut(facts.otherProblem));
    QStringList codes;
    for (const int code : facts.otherCodes)
        codes.append(QString::number(code));
    settings.setValue(u"certificate/otherCodes"_s, cut(codes));
}

CertificateFacts readCertificate(Reader &reader)
{
    CertificateFacts facts;
    const QByteArray digits = reader.text(u"certificate/sha256"_s).toLatin1();
    facts.sha256 = QByteArray::fromHex(digits);
    if (facts.sha256.size() != Sha256Bytes || facts.sha256.toHex() != digits)
        reader.fail(ProfileSettings::tr("the fingerprint of the certificate that it trusts is "
                                        "damaged"));
    facts.subject = reader.text(u"certificate/subject"_s);
    facts.issuer = reader.text(u"certificate/issuer"_s);
    facts.names = reader.texts(u"certificate/names"_s);
    facts.notBefore = reader.time(u"certificate/notBefore"_s);
    facts.notAfter = reader.time(u"certificate/notAfter"_s);
    const QString problemsKey = u"certificate/problems"_s;
    for (const QString &problem : reader.texts(problemsKey))
        facts.problems.append(reader.meaning(ProblemWords, problemsKey, problem));
    facts.otherProblem = reader.text(u"certificate/otherProblem"_s);
    for (const QString &code : reader.texts(u"certificate/otherCodes"_s))
        facts.otherCodes.append(code.toInt());
    return facts;
}

TrustRule readTrust(Reader &reader)
{
    TrustRule trust;
    trust.kind = reader.word(TrustWords, u"trust"_s);
    if (trust.kind == TrustRule::Kind::CaFile) {
        trust.caFile = reader.typedText(u"caFile"_s);
        if (trust.caFile.isEmpty())
            reader.fail(ProfileSettings::tr("it trusts a CA file, and none is named"));
    } else if (trust.kind == TrustRule::Kind::Certificate) {
        trust.certificate = readCertificate(reader);
        trust.trustedAt = reader.time(u"trustedAt"_s);
    }
    return trust;
}

Endpoint readEndpoint(Reader &reader)
{
    const auto endpoint = Endpoint::parse(reader.typedText(u"endpoint"_s));
    if (endpoint)
        return *endpoint;
    // The error does not quote the text: it may hold a password.
    reader.fail(endpoint.error() == Endpoint::Fault::UserInfo
                    ? ProfileSettings::tr("its endpoint holds a user name or password")
                    : ProfileSettings::tr("its endpoint is not a Central's"));
    return {};
}

} // namespace

void writeProfile(QSettings &settings, const ServerProfile &profile)
{
    settings.setValue(u"id"_s, profile.id.toString(QUuid::WithoutBraces));
    if (!profile.credentialId.isNull()) {
        settings.setValue(u"credential"_s, profile.credentialId.toString(QUuid::WithoutBraces));
        settings.setValue(u"credentialFor"_s, profile.keptFor);
    }
    settings.setValue(u"name"_s, cut(profile.name, MaxNameLength));
    settings.setValue(u"color"_s, cut(profile.colorName, MaxNameLength));
    settings.setValue(u"endpoint"_s, profile.endpoint.base.toString());
    settings.setValue(u"signIn"_s, wordFor(SignInWords, profile.signIn));
    if (profile.signIn == SignInMethod::Password)
        settings.setValue(u"userName"_s, cut(profile.userName, MaxNameLength));
    settings.setValue(u"keepInKeychain"_s, profile.keepInKeychain ? u"true"_s : u"false"_s);
    settings.setValue(u"trust"_s, wordFor(TrustWords, profile.trust.kind));
    if (profile.trust.kind == TrustRule::Kind::CaFile)
        settings.setValue(u"caFile"_s, cut(profile.trust.caFile));
    if (profile.trust.kind == TrustRule::Kind::Certificate && profile.trust.certificate) {
        writeCertificate(settings, *profile.trust.certificate);
        writeTime(settings, u"trustedAt"_s, profile.trust.trustedAt);
    }
}

tl::expected<ServerProfile, QString> readProfile(const QSettings &settings)
{
    Reader reader(settings);
    ServerProfile profile;
    profile.id = QUuid(reader.text(u"id"_s));
    if (profile.id.isNull())
        reader.fail(ProfileSettings::tr("it has no ID"));
    profile.credentialId = reader.uuid(u"credential"_s);
    profile.keptFor = reader.digest(u"credentialFor"_s, CredentialPurposeLength);
    profile.name = reader.typedText(u"name"_s, MaxNameLength);
    profile.colorName = reader.typedText(u"color"_s, MaxNameLength);
    profile.endpoint = readEndpoint(reader);
    profile.signIn = reader.word(SignInWords, u"signIn"_s);
    if (profile.signIn == SignInMethod::Password)
        profile.userName = reader.typedText(u"userName"_s, MaxNameLength);
    profile.keepInKeychain = reader.flag(u"keepInKeychain"_s);
    profile.trust = readTrust(reader);
    if (!reader.fault().isEmpty())
        return tl::make_unexpected(reader.fault());
    if (!hasVisibleCharacter(profile.name))
        profile.name = profile.endpoint.display();
    return profile;
}

} // namespace rox
