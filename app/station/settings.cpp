#include "app/station/settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>
#include <iterator>

namespace guitai
{

namespace
{

using nlohmann::json;

constexpr int shortestIdle = 1;
constexpr int longestIdle = 30;
constexpr std::size_t largestFile = 64 * 1024;

/// One object of the file and the path that messages name it by.
class Section
{
public:
    Section(const json& value, std::string origin, std::string path)
        : m_value(value), m_origin(std::move(origin)), m_path(std::move(path))
    {
        if (!m_value.is_object())
            fail(m_path, "is to be an object { … }");
    }

    void allow(std::initializer_list<std::string_view> names) const
    {
        for (const auto& [name, value] : m_value.items())
            if (std::ranges::find(names, std::string_view{name}) == names.end())
                fail(pathOf(name), "is not a setting; look at its spelling");
    }

    void read(const char* name, std::string& into) const
    {
        const auto found = m_value.find(name);
        if (found == m_value.end())
            return;
        if (!found->is_string())
            fail(pathOf(name), "is to be a text");
        into = found->get<std::string>();
    }

    std::optional<int> readNumber(const char* name, int least, int most) const
    {
        const auto found = m_value.find(name);
        if (found == m_value.end())
            return std::nullopt;
        const auto isNumber = found->is_number_integer() && *found >= least && *found <= most;
        if (!isNumber)
            fail(pathOf(name),
                 "is to be a whole number from " + std::to_string(least) + " to " +
                     std::to_string(most));
        return found->get<int>();
    }

    std::optional<Section> section(const char* name) const
    {
        const auto found = m_value.find(name);
        if (found == m_value.end())
            return std::nullopt;
        return Section{*found, m_origin, pathOf(name)};
    }

    [[noreturn]] void fail(const std::string& path, const std::string& mistake) const
    {
        throw SettingsError(m_origin + ": " + (path.empty() ? "the file" : "\"" + path + "\"") +
                            " " + mistake);
    }

    std::string pathOf(const std::string& name) const
    {
        return m_path.empty() ? name : m_path + "." + name;
    }

private:
    const json& m_value;
    std::string m_origin;
    std::string m_path;
};

json parsed(std::string_view text, const std::string& origin)
{
    auto value = json::parse(text, nullptr, false);
    if (value.is_discarded())
        throw SettingsError(origin + ": is not JSON; look for a missing comma or quotation mark");
    return value;
}

void readPapers(const Section& papers, Settings& settings)
{
    papers.allow({"printer", "folder"});
    papers.read("printer", settings.printerQueue);
    auto folder = std::string{};
    papers.read("folder", folder);
    settings.papersFolder = folder;
    if (!settings.printerQueue.empty() && !folder.empty())
        papers.fail(papers.pathOf("printer"), "and \"papers.folder\" exclude each other; keep one");
    if (!folder.empty() && !settings.papersFolder.is_absolute())
        papers.fail(papers.pathOf("folder"), "is to be a path from the root, such as /srv/papers");
    if (settings.printerQueue.starts_with('-'))
        papers.fail(papers.pathOf("printer"), "is no name of a printer queue");
}

void readScanner(const Section& scanner, Settings& settings)
{
    scanner.allow({"captureLibrary", "featureLibrary"});
    const auto read = [&](const char* name, std::filesystem::path& into) {
        auto file = std::string{};
        scanner.read(name, file);
        into = file;
        if (!file.empty() && !into.is_absolute())
            scanner.fail(scanner.pathOf(name),
                         "is to be a path from the root, such as /opt/scanner/capture.so");
    };
    read("captureLibrary", settings.fingerCaptureLibrary);
    read("featureLibrary", settings.fingerFeatureLibrary);
    if (settings.fingerCaptureLibrary.empty())
        scanner.fail(scanner.pathOf("captureLibrary"), "is to name the scanner's library");
}

} // namespace

Settings parseSettings(std::string_view text, const std::string& origin)
{
    const auto file = parsed(text, origin);
    const auto all = Section{file, origin, {}};
    all.allow({"language",
               "idleMinutes",
               "station",
               "camera",
               "papers",
               "reader",
               "portraitDecoder",
               "fingerprint"});
    auto settings = Settings{};
    all.read("language", settings.language);
    if (settings.language != "zh_CN" && settings.language != "en")
        all.fail("language", "is to be \"zh_CN\" or \"en\"");
    if (const auto minutes = all.readNumber("idleMinutes", shortestIdle, longestIdle))
        settings.idleLock = std::chrono::minutes{*minutes};
    if (const auto station = all.section("station")) {
        station->allow({"authority", "phone", "address"});
        station->read("authority", settings.station.authority);
        station->read("phone", settings.station.phone);
        station->read("address", settings.station.address);
    }
    if (const auto camera = all.section("camera")) {
        camera->allow({"device", "papers"});
        camera->read("device", settings.camera);
        camera->read("papers", settings.paperCamera);
        for (const auto& [name, device] :
             {std::pair{"device", settings.camera}, std::pair{"papers", settings.paperCamera}})
            if (!device.empty() && !device.starts_with("/dev/"))
                camera->fail(camera->pathOf(name), "is to be a device, such as /dev/video0");
    }
    auto reader = std::string{};
    all.read("reader", reader);
    if (!reader.empty() && !(settings.reader = readerAddressFrom(reader)))
        all.fail("reader",
                 "is to be a device such as /dev/ttyUSB0, or tcp:// with a numeric address and a "
                 "port");
    auto decoder = std::string{};
    all.read("portraitDecoder", decoder);
    settings.portraitDecoder = decoder;
    if (!decoder.empty() && !settings.portraitDecoder.is_absolute())
        all.fail("portraitDecoder", "is to be a program with its whole path");
    if (const auto papers = all.section("papers"))
        readPapers(*papers, settings);
    if (const auto scanner = all.section("fingerprint"))
        readScanner(*scanner, settings);
    return settings;
}

Settings loadSettings(const std::filesystem::path& dataFolder,
                      const std::filesystem::path& systemFile)
{
    for (const auto& path : {dataFolder / "settings.json", systemFile}) {
        auto error = std::error_code{};
        if (!std::filesystem::exists(path, error))
            continue;
        if (std::filesystem::file_size(path, error) > largestFile || error)
            throw SettingsError(path.string() + ": cannot be read, or is far too large");
        auto file = std::ifstream{path, std::ios::binary};
        if (!file)
            throw SettingsError(path.string() + ": cannot be read; look at its owner and rights");
        const auto text = std::string{std::istreambuf_iterator<char>{file}, {}};
        return parseSettings(text, path.string());
    }
    return {};
}

} // namespace guitai
