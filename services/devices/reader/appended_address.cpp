#include "services/devices/reader/appended_address.h"

namespace guitai
{

Result<ChipText> decodeAppendedAddress(std::span<const std::byte> block)
{
    const auto field = std::string{"card.appendedAddress"};
    if (block.size() != appendedAddressLength)
        return Refusal{Refusal::Code::malformed, field};
    auto fields = ChipFields{block};
    auto address = fields.text({0, appendedAddressLength}, field, ChipFields::Need::required);
    if (!fields.refusals().empty())
        return fields.refusals();
    return address;
}

} // namespace guitai
