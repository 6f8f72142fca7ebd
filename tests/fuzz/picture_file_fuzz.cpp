#include "services/devices/photo/photo_wire.h"
#include "services/rules/picture_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace guitai;

/// The headers of JPEG and PNG files, and what the photo program answers: whatever stands in them,
/// they are read within their bytes and accepted within the limits, or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span{data, size});
    const auto kept = checkPhotoFile(bytes);
    if (kept && kept.value() != standardPhoto)
        std::abort();
    const auto header = readPictureHeader(bytes, ".jpg");
    if (header) {
        const auto& found = header.value();
        const auto pixels = std::int64_t{found.size.width} * found.size.height;
        if (pixels <= 0 || pixels > 40'000'000 || found.orientation < 1 || found.orientation > 8)
            std::abort();
    }
    try {
        const auto answer = photoAnswerFrom(bytes);
        if (answer.jpeg.size() > size || answer.measures.size() > photoCheckKinds)
            std::abort();
    } catch (const PhotoWireError&) {
        return 0;
    }
    return 0;
}
