#pragma once

#include "services/devices/camera/camera.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>

namespace guitai
{

/// The camera behind the camera program (`guitai-camera`), a process of its own: a driver that
/// hangs or a program that ends is told as lost, and started again.
class CameraProcess final : public Camera
{
public:
    /// `device`: "/dev/video0", "file:/PATH" of a picture that stands for a person, or
    /// "generated", a moving pattern.
    CameraProcess(std::filesystem::path program, std::string device);
    ~CameraProcess() override;
    CameraProcess(const CameraProcess&) = delete;
    CameraProcess& operator=(const CameraProcess&) = delete;

    void start() override;
    void stop() override;
    int descriptor() const override { return m_socket; }
    bool update() override;
    CameraState state() const override { return m_state; }
    CameraFrame frame() const override;
    void release() override;

    const std::string& device() const { return m_device; }
    pid_t process() const { return m_child; } ///< -1: none runs; for tests

private:
    bool launch();
    void end();
    bool relaunch();
    bool prepareMemory();

    std::filesystem::path m_program;
    std::string m_device;
    CameraState m_state = CameraState::off;
    pid_t m_child = -1;
    int m_socket = -1;
    int m_memory = -1;
    const std::byte* m_pixels = nullptr;
    bool m_hasPicture = false;
    bool m_released = true;
    std::chrono::steady_clock::time_point m_launched{};
};

/// `guitai-camera` beside the running program, or where it is installed.
std::filesystem::path usualCameraProgram();

/// Whether there is something at the device's place that may be opened.
bool cameraIsThere(const std::string& device);

} // namespace guitai
