// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace rox::test {

/// A private HOME and runtime folder for processes of rox-tokens.
class ProgramHome
{
public:
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys()) {
            if (name.startsWith(QLatin1String("ROX_")) || name.endsWith(QLatin1String("_PORTAL")))
                environment.remove(name);
        }
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                 "XDG_RUNTIME_DIR", "ROX_TOKENS_INSTANCE"})
            environment.insert(QLatin1String(name), m_folder.path());
        environment.insert(QStringLiteral("ROX_TOKENS_TRACE_START"), QStringLiteral("1"));
        return environment;
    }

private:
    QTemporaryDir m_folder; // mode 0700
};

/// A process of rox-tokens; the destructor kills it.
class StartedProgram
{
public:
    using Variables = QMap<QString, QString>;

    explicit StartedProgram(const ProgramHome &home, const QStringList &arguments = {},
                            const Variables &variables = {},
                            QStringList command = {QStringLiteral(ROX_BIN_DIR "/rox-tokens")})
    {
        QProcessEnvironment environment = home.environment();
        for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
            environment.insert(variable.key(), variable.value());
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(home.path());
        const QString program = command.takeFirst();
        m_process.start(program, command + arguments);
    }
    ~StartedProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    StartedProgram(const StartedProgram &) = delete;
    StartedProgram &operator=(const StartedProgram &) = delete;

    [[nodiscard]] bool isPainted() { return says("first-paint"); }
    [[nodiscard]] bool says(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [&] {
                m_errors += m_process.readAllStandardError();
                return m_errors.contains(words);
            },
            PatienceMs);
    }
    /// Waits for the end and returns the exit code; -1 after a crash or timeout.
    [[nodiscard]] int ended()
    {
        if (!QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, PatienceMs))
            return -1;
        m_errors += m_process.readAllStandardError();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray errors() const { return m_errors; }
    [[nodiscard]] QByteArray output() { return m_process.readAllStandardOutput(); }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString procPath(const char *name) const
    {
        return QStringLiteral("/proc/%1/").arg(pid()) + QLatin1String(name);
    }
    [[nodiscard]] QByteArray proc(const char *name) const
    {
        QFile file(procPath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static constexpr int PatienceMs = 30'000;

    QProcess m_process;
    QByteArray m_errors;
};

} // namespace rox::test
