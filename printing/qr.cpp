#include "printing/qr.h"

#include "services/failure.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace guitai
{

namespace
{

struct Release {
    void operator()(QRcode* object) const { QRcode_free(object); }
};

QRecLevel levelOf(ErrorCorrection correction)
{
    switch (correction) {
    case ErrorCorrection::medium:
        return QR_ECLEVEL_M;
    case ErrorCorrection::quartile:
        return QR_ECLEVEL_Q;
    }
    return QR_ECLEVEL_Q;
}

} // namespace

CodeModules qrModules(std::string_view content, ErrorCorrection correction)
{
    constexpr auto smallest = 0;
    constexpr auto keepCase = 1;
    // Splits the content into numeric, alphanumeric and byte segments by itself.
    const auto symbol = std::unique_ptr<QRcode, Release>{QRcode_encodeString(
        std::string{content}.c_str(), smallest, levelOf(correction), QR_MODE_8, keepCase)};
    if (!symbol)
        throw ServiceFailure(ServiceFailure::Kind::printer, "content does not fit a QR symbol");
    auto modules = CodeModules{symbol->width, {}};
    const auto count = static_cast<std::size_t>(symbol->width * symbol->width);
    modules.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        modules.dark.push_back((symbol->data[i] & 1U) != 0);
    return modules;
}

} // namespace guitai
