// What a terminal hands over, as a file and as the code on its slip: refused by field and without
// its content, or of a form that goes out and comes back the same.
#include "services/cases/handover_code.h"
#include "services/rules/citizen_number.h"
#include "services/utf8.h"

#include <cstdint>
#include <cstdlib>

using namespace guitai;

namespace
{

constexpr auto today = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkRefusals(const Refusals& refusals)
{
    for (const auto& refusal : refusals)
        require(refusal.field.starts_with("handover"));
}

void checkHandover(const TerminalHandover& handover)
{
    require(handover.id.size() == 32 && handover.date.ok() && handover.date <= today);
    require(handover.citizenNumber.size() == 18);
    require(parseCitizenNumber(handover.citizenNumber, today, "n").operator bool());
    for (const auto* text : {&handover.terminal, &handover.servicePoint, &handover.reason})
        require(decodeUtf8(*text).has_value());
    for (const auto& made : handover.tries)
        require(made.quality >= 0 && made.quality <= 100);
    const auto code = handoverCode(handover);
    if (!code)
        return;
    auto expected = handover;
    expected.ethnicity.clear();
    expected.address.clear();
    expected.phone.clear();
    expected.photo.reset();
    const auto read = parseHandoverCode(code.value(), today);
    require(read && read.value() == expected);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto text = textOf(std::as_bytes(std::span{bytes, size}));
    (void)looksLikeHandoverCode(text);
    const auto file = parseHandover(text, today);
    if (file)
        checkHandover(file.value());
    else
        checkRefusals(file.refusals());
    // with right check digits, or nothing behind them would be tried
    const auto code = std::string{handoverCodeStart} + text;
    const auto read = parseHandoverCode(code + "*" + sha256(bytesOf(code)).substr(0, 8), today);
    if (read)
        checkHandover(read.value());
    else
        checkRefusals(read.refusals());
    return 0;
}
