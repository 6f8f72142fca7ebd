#pragma once

#include "services/journal/journal_files.h"
#include "tests/support/seeded_random.h"
#include "tests/support/settable_clock.h"
#include "tests/support/temporary_folder.h"

#include <optional>

namespace guitai
{

/// A window of a made-up station with a real journal in a temporary folder.
class TestWindow
{
public:
    TestWindow() : TestWindow(exampleIdentity()) {}
    explicit TestWindow(const WindowIdentity& identity);

    /// Agency 110108520000, window 03, 测试派出所, training.
    static WindowIdentity exampleIdentity();

    Journal& journal() { return *m_open.value().journal; }
    const WindowIdentity& identity() const { return m_open.value().identity; }
    JournalPlace place() const { return {m_folder.path()}; }

    /// The program ends; `open` starts it again on the same data.
    void close() { m_open.reset(); }
    void open();
    void reopen();

    SettableClock clock;
    SeededRandom random;

private:
    TemporaryFolder m_folder;
    std::optional<OpenJournal> m_open;
};

} // namespace guitai
