// window_life FOLDER: lives the life of a window in a data folder, for the fault tests to kill and
// to disturb. Descriptor 99, when it is open, hears "done STEP" after each step, "failed KIND STEP"
// for a step that an outage stopped, and with LIFE_TRACE set "state FINGERPRINT" after each write.
#include "services/failure.h"
#include "tests/faults/fingerprint.h"
#include "tests/faults/window_life.h"

#include <sodium.h>

#include <unistd.h>

#include <cstdlib>
#include <exception>

using namespace guitai;

namespace
{

constexpr auto attempts = 3;

void tell(const std::string& line)
{
    const auto whole = line + '\n';
    constexpr auto descriptor = 99;
    // One write a line: a kill cannot tear it. Nobody listens when the program is run by hand.
    if (::write(descriptor, whole.data(), whole.size()) < 0)
        return;
}

void fillRepeatably(void* bytes, std::size_t size)
{
    static auto random = SeededRandom{4711};
    random.fill({static_cast<std::byte*>(bytes), size});
}

std::uint32_t repeatableNumber()
{
    auto number = std::uint32_t{};
    fillRepeatably(&number, sizeof number);
    return number;
}

/// Salts of password hashes from a fixed seed: the same life makes the same bytes.
void makeSodiumRepeatable()
{
    static auto implementation = randombytes_implementation{};
    implementation.implementation_name = [] { return "repeatable"; };
    implementation.random = repeatableNumber;
    implementation.buf = fillRepeatably;
    randombytes_set_implementation(&implementation);
}

/// Whoever runs the tests makes this file; the cause of the outage goes with it.
void removeCause()
{
    if (const auto* file = std::getenv("FAULT_SWITCH"); file != nullptr)
        ::unlink(file);
}

void runStep(WindowLife& life, std::size_t step)
{
    for (auto attempt = 1;; ++attempt)
        try {
            life.run(step);
            return tell("done " + life.steps()[step]);
        } catch (const ServiceFailure& failure) {
            tell("failed " + std::to_string(static_cast<int>(failure.kind())) + " " +
                 life.steps()[step]);
            if (attempt == attempts)
                throw;
            if (attempt == 2) // the second try still meets the cause
                removeCause();
        }
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2)
        return 2;
    try {
        makeSodiumRepeatable();
        const auto traces = std::getenv("LIFE_TRACE") != nullptr;
        auto life = WindowLife{{arguments[1]}, [traces](Journal& journal) {
                                   if (traces)
                                       tell("state " + fingerprintOf(journal));
                               }};
        for (std::size_t step = 0; step < life.steps().size(); ++step)
            runStep(life, step);
        return 0;
    } catch (const std::exception& error) {
        tell(std::string{"stopped "} + error.what());
        return 1;
    }
}
