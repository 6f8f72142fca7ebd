#pragma once

#include <cstddef>
#include <span>

namespace guitai
{

/// Pixels of a camera's picture: 24-bit RGB rows from the top, no padding. Valid until the camera
/// is asked again.
struct CameraFrame {
    int width = 0;
    int height = 0;
    std::span<const std::byte> pixels;
};

enum class CameraState {
    off,
    starting, ///< no picture yet
    live,
    lost, ///< unplugged, taken by another program, or never there; it is tried again and again
};

/// A camera that shows live pictures. For the UI thread: no call blocks.
class Camera
{
public:
    virtual ~Camera() = default;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// Becomes readable when there is news; -1 while it is off.
    virtual int descriptor() const = 0;
    /// Takes in the news; true: the state or the picture changed.
    virtual bool update() = 0;
    virtual CameraState state() const = 0;
    /// The newest picture; width 0: none.
    virtual CameraFrame frame() const = 0;
    /// The picture was used: the next one may come.
    virtual void release() = 0;
};

} // namespace guitai
