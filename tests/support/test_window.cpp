#include "tests/support/test_window.h"

namespace guitai
{

TestWindow::TestWindow(const WindowIdentity& identity)
{
    m_open = initialiseJournal(place(), identity, clock, random);
}

WindowIdentity TestWindow::exampleIdentity()
{
    return {.agency = "110108520000", .window = "03", .name = "测试派出所", .training = true};
}

void TestWindow::open()
{
    m_open = openJournal(place(), clock);
}

void TestWindow::reopen()
{
    close();
    open();
}

} // namespace guitai
