#include "app/console/command_line.h"

int main(int argc, char** argv)
{
    return static_cast<int>(guitai::console::runCommandLine(argc, argv));
}
