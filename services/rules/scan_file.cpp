#include "services/rules/scan_file.h"

#include "services/rules/jpeg_walk.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal refusedScan(Refusal::Code code, std::vector<std::string> arguments = {})
{
    return {code, "copies", std::move(arguments)};
}

} // namespace

Result<PhotoSize> checkScanSize(PhotoSize size)
{
    if (std::min(size.width, size.height) < shortestScanSide)
        return refusedScan(scanTooSmall, {std::to_string(size.width), std::to_string(size.height)});
    return size;
}

Result<PhotoSize> checkScanFile(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return refusedScan(missing);
    if (bytes.size() > largestScan)
        return refusedScan(photoTooLarge,
                           {std::to_string(largestScan), std::to_string(bytes.size())});
    const auto walked = walkJpeg(bytes);
    if (!walked)
        return refusedScan(walked.refusal().code, walked.refusal().arguments);
    const auto& page = walked.value();
    if (page.carriesOther || page.length != bytes.size())
        return refusedScan(photoCarriesOther);
    if (!page.decodes() || page.orientation != 1 ||
        std::max(page.size.width, page.size.height) > longestScanSide)
        return refusedScan(malformed);
    return checkScanSize(page.size);
}

} // namespace guitai
