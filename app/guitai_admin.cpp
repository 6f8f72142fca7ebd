#include "app/console/command_line.h"
#include "app/station/process_guard.h"

int main(int argc, char** argv)
{
    guitai::guardProcess();
    return static_cast<int>(guitai::console::runCommandLine(argc, argv));
}
