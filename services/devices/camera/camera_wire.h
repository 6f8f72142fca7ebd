#pragma once

#include <cstddef>
#include <cstdint>

namespace guitai
{

// What the window and its camera program share: the memory of one picture (descriptor 3 of the
// program), and a socket. The window asks for a picture with one byte; the program answers with a
// message once the memory holds a new one, and leaves it alone until it is asked again.

inline constexpr int cameraWidth = 1280;
inline constexpr int cameraHeight = 720;
inline constexpr std::size_t cameraMemory = std::size_t{3} * cameraWidth * cameraHeight;
inline constexpr int cameraMemoryDescriptor = 3;

enum class CameraNews : std::uint8_t { picture = 'p', lost = 'l' };
inline constexpr char cameraQuestion = 'n';

} // namespace guitai
