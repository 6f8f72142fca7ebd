#pragma once

#include <memory>
#include <span>
#include <string>

namespace guitai
{

/// One camera, while it lasts (GStreamer: V4L2, a picture's file, or a generated pattern).
class Capture
{
public:
    /// None: it cannot be opened now.
    static std::unique_ptr<Capture> open(const std::string& device);
    ~Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    enum class Outcome { picture, nothing, lost };
    /// Waits for the next picture up to 40 ms; the newest that was seen is kept.
    Outcome next();
    /// The newest picture into the memory; false: none came since the last one.
    bool copyTo(std::span<std::byte> memory);

private:
    struct Parts;
    explicit Capture(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace guitai
