#include "printing/text/font_files.h"

#include "services/failure.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <optional>

namespace guitai
{

namespace
{

template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const
    {
        release(object);
    }
};
using Pattern = std::unique_ptr<FcPattern, Release<FcPatternDestroy>>;
using ObjectSet = std::unique_ptr<FcObjectSet, Release<FcObjectSetDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Release<FcFontSetDestroy>>;

const FcChar8* fcText(const std::string& text)
{
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

std::optional<FontFile> fileOf(FcPattern* pattern)
{
    FcChar8* path = nullptr;
    auto index = 0;
    if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch)
        return std::nullopt;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    return FontFile{reinterpret_cast<const char*>(path), static_cast<unsigned>(index)};
}

} // namespace

FontFile findFontFile(const FaceName& face)
{
    const auto wanted = Pattern{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_POSTSCRIPT_NAME, fcText(face.postScriptName));
    const auto asked = ObjectSet{FcObjectSetCreate()};
    FcObjectSetAdd(asked.get(), FC_FILE);
    FcObjectSetAdd(asked.get(), FC_INDEX);
    const auto found = FontSet{FcFontList(nullptr, wanted.get(), asked.get())};

    auto best = std::optional<FontFile>{};
    for (auto i = 0; found && i < found->nfont; ++i) {
        auto file = fileOf(found->fonts[i]);
        // A face may be listed under several links; the order of the listing is not fixed.
        if (file && (!best || file->path < best->path))
            best = std::move(file);
    }
    if (!best)
        throw ServiceFailure(ServiceFailure::Kind::printer,
                             "font " + face.postScriptName + " is missing: install the package " +
                                 face.package);
    return *best;
}

} // namespace guitai
