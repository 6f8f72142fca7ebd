#include "app/photo/jpeg_codec.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace guitai
{

namespace
{

constexpr auto eighths = 8;
constexpr long decoderMemory = 192L * 1024 * 1024;
constexpr auto mostScans = 100; ///< of a progressive file; more only cost time
constexpr auto photoDensity = 350;

/// libjpeg leaves through here: it knows no exceptions. Nothing between `setjmp` and the call has
/// a destructor.
struct JpegFailure {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
};

void fail(j_common_ptr codec)
{
    std::longjmp(reinterpret_cast<JpegFailure*>(codec->err)->back, 1);
}

/// A warning is damaged data: the entropy-coded part ended early or makes no sense.
void refuseWarning(j_common_ptr codec, int level)
{
    if (level < 0)
        fail(codec);
}

void stayQuiet(j_common_ptr) {}

void watchScans(j_common_ptr codec)
{
    if (codec->is_decompressor != 0 &&
        reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > mostScans)
        fail(codec);
}

void prepare(JpegFailure& failure)
{
    jpeg_std_error(&failure.manager);
    failure.manager.error_exit = fail;
    failure.manager.emit_message = refuseWarning;
    failure.manager.output_message = stayQuiet;
}

int scaleFor(PhotoSize size, int shortSide)
{
    const auto shorter = std::min(size.width, size.height);
    for (auto scale = 1; scale < eighths; ++scale)
        if (shorter * scale / eighths >= shortSide)
            return scale;
    return eighths;
}

/// The rows into `picture`, which is made once the header was read.
bool decodeInto(cv::Mat& picture, std::span<const std::byte> file, PhotoSize size, int scale)
{
    auto failure = JpegFailure{};
    auto codec = jpeg_decompress_struct{};
    auto watch = jpeg_progress_mgr{};
    prepare(failure);
    codec.err = &failure.manager;
    if (setjmp(failure.back) != 0) {
        jpeg_destroy_decompress(&codec);
        return false;
    }
    jpeg_create_decompress(&codec);
    watch.progress_monitor = watchScans;
    codec.progress = &watch;
    codec.mem->max_memory_to_use = decoderMemory;
    jpeg_mem_src(&codec,
                 reinterpret_cast<const unsigned char*>(file.data()),
                 static_cast<unsigned long>(file.size()));
    jpeg_read_header(&codec, TRUE);
    // The walk over the markers has read the same size and held it against the limit.
    if (codec.image_width != static_cast<unsigned>(size.width) ||
        codec.image_height != static_cast<unsigned>(size.height))
        fail(reinterpret_cast<j_common_ptr>(&codec));
    codec.out_color_space = JCS_RGB;
    codec.scale_num = static_cast<unsigned>(scale);
    codec.scale_denom = eighths;
    codec.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&codec);
    picture.create(
        static_cast<int>(codec.output_height), static_cast<int>(codec.output_width), CV_8UC3);
    while (codec.output_scanline < codec.output_height) {
        auto* row = picture.ptr<JSAMPLE>(static_cast<int>(codec.output_scanline));
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return true;
}

/// Dots an inch; 0: not known.
bool encodeInto(
    unsigned char*& memory, unsigned long& length, const cv::Mat& rgb, int quality, UINT16 density)
{
    auto failure = JpegFailure{};
    auto codec = jpeg_compress_struct{};
    prepare(failure);
    codec.err = &failure.manager;
    if (setjmp(failure.back) != 0) {
        jpeg_destroy_compress(&codec);
        return false;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &memory, &length);
    codec.image_width = static_cast<unsigned>(rgb.cols);
    codec.image_height = static_cast<unsigned>(rgb.rows);
    codec.input_components = 3;
    codec.in_color_space = JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.optimize_coding = TRUE;
    if (density != 0) {
        codec.density_unit = 1; // dots an inch
        codec.X_density = density;
        codec.Y_density = density;
    }
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        auto* row = const_cast<JSAMPLE*>(rgb.ptr<JSAMPLE>(static_cast<int>(codec.next_scanline)));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    return true;
}

} // namespace

std::optional<cv::Mat> decodeJpeg(std::span<const std::byte> file, PhotoSize size, int shortSide)
{
    auto picture = cv::Mat{};
    if (!decodeInto(picture, file, size, scaleFor(size, shortSide)))
        return std::nullopt;
    return picture;
}

namespace
{

Bytes encoded(const cv::Mat& rgb, int quality, UINT16 density)
{
    unsigned char* memory = nullptr;
    auto length = 0UL;
    auto bytes = Bytes{};
    if (encodeInto(memory, length, rgb, quality, density)) {
        const auto* first = reinterpret_cast<const std::byte*>(memory);
        bytes.assign(first, first + length);
    }
    std::free(memory); // NOLINT: libjpeg made it with malloc
    return bytes;
}

} // namespace

Bytes encodePhoto(const cv::Mat& rgb, int quality)
{
    return encoded(rgb, quality, photoDensity);
}

Bytes encodeScan(const cv::Mat& rgb, int quality)
{
    return encoded(rgb, quality, 0);
}

} // namespace guitai
