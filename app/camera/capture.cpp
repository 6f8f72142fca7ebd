#include "app/camera/capture.h"

#include "services/devices/camera/camera_process.h"
#include "services/devices/camera/camera_wire.h"
#include "services/rules/photo_file.h"

#include <gst/gst.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace guitai
{

namespace
{

struct Unref {
    void operator()(GstElement* element) const { gst_object_unref(element); }
    void operator()(GstBus* bus) const { gst_object_unref(bus); }
    void operator()(GstSample* sample) const { gst_sample_unref(sample); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

constexpr auto filePrefix = std::string_view{"file:"};

std::string inQuotes(std::string_view text)
{
    auto result = std::string{"\""};
    for (const auto letter : text) {
        if (letter == '"' || letter == '\\')
            result += '\\';
        result += letter;
    }
    return result + "\"";
}

/// What GStreamer is asked to build: the source, then RGB of the agreed size.
std::string pipelineFor(const std::string& device)
{
    const auto size =
        "width=" + std::to_string(cameraWidth) + ",height=" + std::to_string(cameraHeight);
    const auto form = " ! videoconvert ! videoscale add-borders=true ! video/x-raw,format=RGB," +
                      size + ",pixel-aspect-ratio=1/1";
    const auto sink = std::string{" ! appsink name=sink max-buffers=1 drop=true sync=false"};
    if (device == "generated")
        return "videotestsrc is-live=true pattern=ball ! video/x-raw,framerate=30/1" + form + sink;
    // Whoever is on the photo sits before a white wall.
    if (device.starts_with(filePrefix)) {
        const auto width = cameraHeight * standardPhoto.width / standardPhoto.height;
        return "filesrc location=" + inQuotes(device.substr(filePrefix.size())) +
               " ! decodebin ! videoconvert ! videoscale ! video/x-raw,format=RGB,width=" +
               std::to_string(width) + ",height=" + std::to_string(cameraHeight) +
               ",pixel-aspect-ratio=1/1 ! videobox autocrop=true fill=white ! video/x-raw," + size +
               " ! imagefreeze is-live=true ! video/x-raw,framerate=30/1" + sink;
    }
    // Compressed first: over USB 2 only that comes at this size with 15 pictures a second or more.
    return "v4l2src device=" + inQuotes(device) + " ! capsfilter caps=" +
           inQuotes("image/jpeg," + size + "; video/x-raw," + size + "; image/jpeg; video/x-raw") +
           " ! decodebin" + form + sink;
}

} // namespace

struct Capture::Parts {
    std::string device;
    Held<GstElement> pipeline;
    Held<GstElement> sink;
    Held<GstBus> bus;
    Held<GstSample> newest;

    bool failed() const
    {
        const auto kinds = static_cast<GstMessageType>(GST_MESSAGE_ERROR | GST_MESSAGE_EOS);
        auto* message = gst_bus_pop_filtered(bus.get(), kinds);
        if (message)
            gst_message_unref(message);
        return message != nullptr;
    }
};

Capture::Capture(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Capture::~Capture()
{
    gst_element_set_state(m_parts->pipeline.get(), GST_STATE_NULL);
}

std::unique_ptr<Capture> Capture::open(const std::string& device)
{
    if (!cameraIsThere(device))
        return nullptr;
    GError* error = nullptr;
    auto parts = std::make_unique<Parts>();
    parts->device = device;
    parts->pipeline.reset(gst_parse_launch(pipelineFor(device).c_str(), &error));
    if (error)
        g_error_free(error);
    if (error || !parts->pipeline)
        return nullptr;
    parts->sink.reset(gst_bin_get_by_name(GST_BIN(parts->pipeline.get()), "sink"));
    parts->bus.reset(gst_element_get_bus(parts->pipeline.get()));
    auto capture = std::unique_ptr<Capture>(new Capture(std::move(parts)));
    const auto begun = gst_element_set_state(capture->m_parts->pipeline.get(), GST_STATE_PLAYING);
    return begun == GST_STATE_CHANGE_FAILURE ? nullptr : std::move(capture);
}

Capture::Outcome Capture::next()
{
    constexpr guint64 wait = 40 * GST_MSECOND;
    GstSample* sample = nullptr;
    g_signal_emit_by_name(m_parts->sink.get(), "try-pull-sample", wait, &sample);
    if (sample)
        m_parts->newest.reset(sample);
    if (m_parts->failed() || !cameraIsThere(m_parts->device))
        return Outcome::lost;
    return sample ? Outcome::picture : Outcome::nothing;
}

bool Capture::copyTo(std::span<std::byte> memory)
{
    const auto sample = std::exchange(m_parts->newest, nullptr);
    auto* buffer = sample ? gst_sample_get_buffer(sample.get()) : nullptr;
    auto map = GstMapInfo{};
    if (!buffer || !gst_buffer_map(buffer, &map, GST_MAP_READ))
        return false;
    const auto whole = map.size == memory.size();
    if (whole)
        std::memcpy(memory.data(), map.data, map.size);
    gst_buffer_unmap(buffer, &map);
    return whole;
}

} // namespace guitai
