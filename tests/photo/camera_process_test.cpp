#include "services/devices/camera/camera_process.h"
#include "services/devices/camera/camera_wire.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <functional>
#include <poll.h>
#include <thread>
#include <vector>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

/// Takes in news until `what` is true; false: not within ten seconds.
bool untilTrue(CameraProcess& camera, const std::function<bool()>& what)
{
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (!what()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        auto news = pollfd{camera.descriptor(), POLLIN, 0};
        if (camera.descriptor() >= 0)
            ::poll(&news, 1, 50);
        else
            std::this_thread::sleep_for(50ms);
        camera.update();
    }
    return true;
}

bool untilLive(CameraProcess& camera)
{
    return untilTrue(camera, [&] { return camera.frame().width > 0; });
}

} // namespace

TEST_CASE("the camera shows pictures of 720 lines")
{
    auto camera = CameraProcess{GUITAI_CAMERA_PROGRAM, "generated"};
    CHECK(camera.state() == CameraState::off);
    camera.start();
    REQUIRE(untilLive(camera));
    CHECK(camera.frame().width == cameraWidth);
    CHECK(camera.frame().height == cameraHeight);
    CHECK(camera.frame().pixels.size() == cameraMemory);
    SUBCASE("one picture at a time: the next comes when the last was used")
    {
        const auto first = std::vector(camera.frame().pixels.begin(), camera.frame().pixels.end());
        std::this_thread::sleep_for(200ms);
        CHECK_FALSE(camera.update());
        CHECK(std::ranges::equal(first, camera.frame().pixels));
        camera.release();
        REQUIRE(
            untilTrue(camera, [&] { return !std::ranges::equal(first, camera.frame().pixels); }));
    }
    SUBCASE("and none once it is off")
    {
        camera.stop();
        CHECK(camera.state() == CameraState::off);
        CHECK(camera.frame().width == 0);
        CHECK(camera.process() == -1);
        CHECK_FALSE(camera.update());
    }
}

TEST_CASE("a camera that vanishes is told, and comes back by itself")
{
    const auto folder = TemporaryFolder{};
    const auto device = folder / "camera.jpg";
    const auto example = std::filesystem::path{GUITAI_SOURCE_DIR "/assets/examples/photo-man.jpg"};
    SUBCASE("pulled out and put back")
    {
        std::filesystem::copy_file(example, device);
        auto camera = CameraProcess{GUITAI_CAMERA_PROGRAM, "file:" + device.string()};
        camera.start();
        REQUIRE(untilLive(camera));
        std::filesystem::rename(device, folder / "pulled-out.jpg");
        REQUIRE(untilTrue(camera, [&] {
            camera.release();
            return camera.state() == CameraState::lost;
        }));
        CHECK(camera.frame().width == 0);
        std::filesystem::rename(folder / "pulled-out.jpg", device);
        camera.release();
        CHECK(untilLive(camera));
    }
    SUBCASE("not there at the start")
    {
        auto camera = CameraProcess{GUITAI_CAMERA_PROGRAM, "file:" + device.string()};
        camera.start();
        REQUIRE(untilTrue(camera, [&] { return camera.state() == CameraState::lost; }));
        std::filesystem::copy_file(example, device);
        CHECK(untilLive(camera));
    }
    SUBCASE("its program killed")
    {
        auto camera = CameraProcess{GUITAI_CAMERA_PROGRAM, "generated"};
        camera.start();
        REQUIRE(untilLive(camera));
        const auto first = camera.process();
        kill(first, SIGKILL);
        REQUIRE(
            untilTrue(camera, [&] { return camera.process() != first && camera.process() > 0; }));
        CHECK(untilLive(camera));
    }
    SUBCASE("no such device, no program, no picture")
    {
        for (const auto* name :
             {"/dev/video-that-is-not-there", "file:" GUITAI_SOURCE_DIR "/README.md"}) {
            CAPTURE(name);
            auto camera = CameraProcess{GUITAI_CAMERA_PROGRAM, name};
            camera.start();
            CHECK(untilTrue(camera, [&] { return camera.state() == CameraState::lost; }));
        }
        auto camera = CameraProcess{"/nowhere", "generated"};
        camera.start();
        camera.update();
        CHECK(camera.state() == CameraState::lost);
    }
}

TEST_CASE("cameraIsThere")
{
    CHECK(cameraIsThere("generated"));
    CHECK(cameraIsThere("file:" GUITAI_SOURCE_DIR "/README.md"));
    CHECK_FALSE(cameraIsThere("file:/nowhere.jpg"));
    CHECK_FALSE(cameraIsThere("/dev/video-that-is-not-there"));
}
