// The text of a chip and the address added to it: every block is either refused, by field and
// without its content, or gives a card whose texts are UTF-8 and whose days exist.
#include "services/devices/reader/appended_address.h"
#include "services/devices/reader/card_text.h"
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

void checkText(const ChipText& text)
{
    require(decodeUtf8(text.text).has_value());
}

void checkPeriod(const CardPeriod& period)
{
    require(period.from.ok());
    require(!period.to || (period.to->ok() && *period.to >= period.from));
}

struct CardChecks {
    void operator()(const ResidentCard& card) const
    {
        require(!card.name.text.empty() && card.citizenNumber.size() == 18);
        require(card.ethnicity.size() == 2 && card.birthDate.ok() && card.birthDate <= today);
        checkText(card.name);
        checkText(card.address);
        checkText(card.authority);
        checkPeriod(card.period);
    }
    void operator()(const ResidencePermit& card) const
    {
        require(!card.name.text.empty() && card.number.size() == 18 && card.birthDate.ok());
        checkText(card.name);
        checkText(card.address);
        checkText(card.authority);
        checkPeriod(card.period);
    }
    void operator()(const ForeignerCard& card) const
    {
        const auto digits =
            card.form == ForeignerCard::Form::of2017 ? std::size_t{15} : std::size_t{18};
        require(card.number.size() == digits && card.nationality.size() == 3);
        require(card.birthDate.ok() && card.birthDate <= today);
        checkText(card.englishName);
        checkText(card.chineseName);
        checkPeriod(card.period);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto block = std::as_bytes(std::span{bytes, size});
    if (const auto card = decodeCardText(block, today)) {
        std::visit(CardChecks{}, card.value());
    } else {
        for (const auto& refusal : card.refusals())
            require(refusal.field.starts_with("card") && refusal.arguments.empty());
    }
    if (const auto address = decodeAppendedAddress(block.first(std::min(size, std::size_t{70}))))
        checkText(address.value());
    return 0;
}
