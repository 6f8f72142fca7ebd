#include "tests/simulators/reader/card_order.h"
#include "tests/simulators/reader/reader_emulator.h"

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

// usage: guitai-reader-emulator FOLDER
// A card reader appears as FOLDER/reader. Orders come on standard input, a line of JSON each; the
// program ends when that ends: {"lay": CARD} {"lift": true} {"plug": false} {"fail": 2}.

int main(int count, char** arguments)
{
    using namespace guitai::simulator;
    if (count != 2) {
        std::fputs("usage: guitai-reader-emulator FOLDER\n", stderr);
        return 2;
    }
    try {
        auto reader = ReaderEmulator{arguments[1]};
        std::cout << reader.device().string() << std::endl;
        for (auto line = std::string{}; std::getline(std::cin, line);)
            if (!obey(line, reader))
                std::cerr << "not an order: lay, lift, plug or fail" << std::endl;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << std::endl;
        return 1;
    }
    return 0;
}
