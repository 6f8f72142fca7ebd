#include "services/rules/photo_file.h"

#include "services/rules/jpeg_walk.h"

#include <string>
#include <utility>
#include <vector>

namespace guitai
{

namespace
{

constexpr std::size_t mostBytes = 2 * 1024 * 1024;

Refusal refusedPhoto(Refusal::Code code, std::vector<std::string> arguments = {})
{
    return {code, "photo", std::move(arguments)};
}

} // namespace

Result<PhotoSize> checkPhotoFile(std::span<const std::byte> bytes)
{
    using enum Refusal::Code;
    if (bytes.empty())
        return refusedPhoto(missing);
    if (bytes.size() > mostBytes)
        return refusedPhoto(photoTooLarge,
                            {std::to_string(mostBytes), std::to_string(bytes.size())});
    const auto walked = walkJpeg(bytes);
    if (!walked)
        return walked.refusals();
    const auto& frame = walked.value();
    if (!frame.decodes())
        return refusedPhoto(malformed);
    if (frame.size != standardPhoto)
        return refusedPhoto(photoWrongSize,
                            {std::to_string(standardPhoto.width),
                             std::to_string(standardPhoto.height),
                             std::to_string(frame.size.width),
                             std::to_string(frame.size.height)});
    return frame.size;
}

} // namespace guitai
