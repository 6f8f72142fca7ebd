#include "services/payments/bills/gb18030.h"

#include "services/failure.h"

#include <iconv.h>

namespace guitai
{

namespace
{

iconv_t opened(const char* to, const char* from)
{
    auto* const descriptor = iconv_open(to, from);
    if (descriptor == reinterpret_cast<iconv_t>(-1))
        throw ServiceFailure{ServiceFailure::Kind::internal, "no table for GB18030"};
    return descriptor;
}

std::optional<std::string> converted(iconv_t descriptor, std::string_view text)
{
    auto result = std::string(text.size() * 4, '\0'); // no character grows more than fourfold
    auto* in = const_cast<char*>(text.data());        // iconv does not write there
    auto inLeft = text.size();
    auto* out = result.data();
    auto outLeft = result.size();
    iconv(descriptor, nullptr, nullptr, nullptr, nullptr);
    if (iconv(descriptor, &in, &inLeft, &out, &outLeft) == static_cast<std::size_t>(-1))
        return std::nullopt;
    result.resize(result.size() - outLeft);
    return result;
}

} // namespace

void Gb18030::Deleter::operator()(void* descriptor) const
{
    iconv_close(descriptor);
}

Gb18030::Gb18030() : m_decoder(opened("UTF-8", "GB18030")), m_encoder(opened("GB18030", "UTF-8")) {}

std::optional<std::string> Gb18030::toUtf8(std::string_view bytes) const
{
    return converted(m_decoder.get(), bytes);
}

std::optional<std::string> Gb18030::fromUtf8(std::string_view text) const
{
    return converted(m_encoder.get(), text);
}

} // namespace guitai
