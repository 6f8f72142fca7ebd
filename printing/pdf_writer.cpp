#include "printing/pdf_writer.h"

#include "printing/content_stream.h"
#include "services/failure.h"

#include <libdeflate.h>
#include <podofo/podofo.h>

#include <cmath>
#include <memory>

namespace guitai
{

namespace
{

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfString;

/// Said outright: a plain 0 would become PoDoFo's null pointer.
template <class Integer>
PdfObject whole(Integer value)
{
    return PdfObject{static_cast<PoDoFo::pdf_int64>(value)};
}

/// Makes the objects of one document. PoDoFo 0.9.8's own fonts embed whole files and end at
/// U+FFFF, so every object is built here and PoDoFo writes them.
class PdfDocument
{
public:
    explicit PdfDocument(std::span<const Page> pages)
        : m_pages(pages), m_compressor(libdeflate_alloc_compressor(compressionLevel))
    {
        m_objects.SetAutoDelete(true);
        if (!m_compressor)
            throw ServiceFailure(ServiceFailure::Kind::internal, "no memory for compression");
    }

    Bytes write(const std::vector<SetPage>& texts)
    {
        auto trailer = PdfObject{};
        trailer.GetDictionary().AddKey("Root", catalog(texts)->Reference());
        trailer.GetDictionary().AddKey("Info", information()->Reference());
        auto buffer = PoDoFo::PdfRefCountedBuffer{};
        auto device = PoDoFo::PdfOutputDevice{&buffer};
        auto writer = PoDoFo::PdfWriter{&m_objects, &trailer};
        writer.SetPdfVersion(PoDoFo::ePdfVersion_1_5);
        writer.SetWriteMode(PoDoFo::ePdfWriteMode_Compact);
        writer.Write(&device);
        const auto length = static_cast<std::size_t>(device.Tell());
        const auto view = bytesOf({buffer.GetBuffer(), length});
        return {view.begin(), view.end()};
    }

private:
    static constexpr auto compressionLevel = 6;

    struct CompressorRelease {
        void operator()(libdeflate_compressor* object) const { libdeflate_free_compressor(object); }
    };

    PdfObject* dictionary(const char* type = nullptr) { return m_objects.CreateObject(type); }

    /// PoDoFo's own filter is zlib; libdeflate is twice as fast at the same size.
    void fill(PdfObject& object, std::string_view content)
    {
        const auto bound = libdeflate_zlib_compress_bound(m_compressor.get(), content.size());
        auto packed = std::string(bound, '\0');
        packed.resize(libdeflate_zlib_compress(
            m_compressor.get(), content.data(), content.size(), packed.data(), packed.size()));
        object.GetDictionary().AddKey("Filter", PdfName("FlateDecode"));
        auto input = PoDoFo::PdfMemoryInputStream{packed.data(),
                                                  static_cast<PoDoFo::pdf_long>(packed.size())};
        object.GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(packed.size()));
    }

    PdfObject* catalog(const std::vector<SetPage>& texts)
    {
        auto* pages = dictionary("Pages");
        auto kids = PdfArray{};
        for (std::size_t i = 0; i < texts.size(); ++i)
            kids.push_back(sheet(m_pages[i], texts[i], *pages)->Reference());
        pages->GetDictionary().AddKey("Kids", kids);
        pages->GetDictionary().AddKey("Count", whole(texts.size()));
        auto* root = dictionary("Catalog");
        root->GetDictionary().AddKey("Pages", pages->Reference());
        root->GetDictionary().AddKey("Lang", PdfString("zh-CN"));
        auto preferences = PdfDictionary{};
        preferences.AddKey("DisplayDocTitle", true);
        preferences.AddKey("PrintScaling", PdfName("None")); // codes keep their size
        root->GetDictionary().AddKey("ViewerPreferences", preferences);
        return root;
    }

    PdfObject* sheet(const Page& layout, const SetPage& text, const PdfObject& parent)
    {
        auto* content = dictionary();
        fill(*content, contentStream(layout, text));
        auto fonts = PdfDictionary{};
        for (std::size_t i = 0; i < text.use.fonts().size(); ++i)
            addFont(fonts, i, text.use.fonts()[i]);
        auto resources = PdfDictionary{};
        resources.AddKey("Font", fonts);
        auto box = PdfArray{};
        for (const auto side : {0.0, 0.0, layout.width, layout.height})
            box.push_back(side / millimetresPerPoint);
        auto* page = dictionary("Page");
        page->GetDictionary().AddKey("Parent", parent.Reference());
        page->GetDictionary().AddKey("MediaBox", box);
        page->GetDictionary().AddKey("Resources", resources);
        page->GetDictionary().AddKey("Contents", content->Reference());
        return page;
    }

    void addFont(PdfDictionary& fonts, std::size_t index, const EmbeddedFont& font)
    {
        const auto name = PdfName{subsetTag(font) + font.face->name()};
        const auto* descendant = descendantFont(font, name);
        for (std::size_t i = 0; i < font.encodings.size(); ++i) {
            auto* unicode = dictionary();
            fill(*unicode, toUnicodeMap(font.encodings[i]));
            auto descendants = PdfArray{};
            descendants.push_back(descendant->Reference());
            auto* object = dictionary("Font");
            auto& entries = object->GetDictionary();
            entries.AddKey("Subtype", PdfName("Type0"));
            entries.AddKey("BaseFont", name);
            entries.AddKey("Encoding", PdfName("Identity-H"));
            entries.AddKey("DescendantFonts", descendants);
            entries.AddKey("ToUnicode", unicode->Reference());
            fonts.AddKey(PdfName{fontResource(index, i)}, object->Reference());
        }
    }

    PdfObject* descendantFont(const EmbeddedFont& font, const PdfName& name)
    {
        auto* object = dictionary("Font");
        auto& entries = object->GetDictionary();
        entries.AddKey("Subtype", PdfName(font.program.compact ? "CIDFontType0" : "CIDFontType2"));
        entries.AddKey("BaseFont", name);
        auto system = PdfDictionary{};
        system.AddKey("Registry", PdfString("Adobe"));
        system.AddKey("Ordering", PdfString("Identity"));
        system.AddKey("Supplement", whole(0));
        entries.AddKey("CIDSystemInfo", system);
        entries.AddKey("FontDescriptor", descriptor(font, name)->Reference());
        if (!font.program.compact)
            entries.AddKey("CIDToGIDMap", PdfName("Identity"));
        entries.AddKey("DW", whole(fullWidth));
        if (const auto others = widths(font); !others.empty())
            entries.AddKey("W", others);
        return object;
    }

    /// Han characters have the default width and are left out; equal neighbours share an entry.
    static PdfArray widths(const EmbeddedFont& font)
    {
        auto others = std::map<unsigned, int>{};
        for (const auto& [glyph, identifier] : font.program.identifiers) {
            const auto width =
                std::lround(font.face->advanceOfGlyph(glyph) * 1000.0 / font.face->unitsPerEm());
            if (width != fullWidth)
                others[identifier] = static_cast<int>(width);
        }
        auto array = PdfArray{};
        for (auto first = others.begin(); first != others.end();) {
            auto last = first;
            auto next = std::next(first);
            while (next != others.end() && next->first == last->first + 1 &&
                   next->second == first->second)
                last = next++;
            array.push_back(whole(first->first));
            array.push_back(whole(last->first));
            array.push_back(whole(first->second));
            first = next;
        }
        return array;
    }

    PdfObject* descriptor(const EmbeddedFont& font, const PdfName& name)
    {
        constexpr auto symbolic = 4;
        const auto& metrics = font.face->metrics();
        auto* object = dictionary("FontDescriptor");
        auto& entries = object->GetDictionary();
        entries.AddKey("FontName", name);
        entries.AddKey("Flags", whole(symbolic));
        auto box = PdfArray{};
        for (const auto side : {metrics.left, metrics.bottom, metrics.right, metrics.top})
            box.push_back(whole(side));
        entries.AddKey("FontBBox", box);
        entries.AddKey("ItalicAngle", whole(0));
        entries.AddKey("Ascent", whole(metrics.ascent));
        entries.AddKey("Descent", whole(metrics.descent));
        entries.AddKey("CapHeight", whole(metrics.ascent));
        entries.AddKey("StemV", whole(80));
        auto* program = dictionary();
        if (font.program.compact)
            program->GetDictionary().AddKey("Subtype", PdfName("CIDFontType0C"));
        else
            program->GetDictionary().AddKey("Length1", whole(font.program.bytes.size()));
        fill(*program,
             {reinterpret_cast<const char*>(font.program.bytes.data()), font.program.bytes.size()});
        entries.AddKey(font.program.compact ? "FontFile3" : "FontFile2", program->Reference());
        return object;
    }

    /// The document says what kind of paper it is and when it was made, and nothing about a person.
    PdfObject* information()
    {
        auto* object = dictionary();
        auto& entries = object->GetDictionary();
        entries.AddKey(
            "Title",
            PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(m_pages.front().title.c_str())));
        entries.AddKey("Producer", PdfString("Guitai"));
        entries.AddKey("CreationDate", PdfString(creationDate()));
        return object;
    }

    /// "2026-11-22 10:42" -> "D:20261122104200+08'00'". Always given: PoDoFo would otherwise derive
    /// the file's identifier from the clock.
    std::string creationDate() const
    {
        auto digits = std::string{};
        for (const auto character : m_pages.front().madeAt)
            if (character >= '0' && character <= '9')
                digits += character;
        digits.resize(14, '0');
        return "D:" + digits + "+08'00'";
    }

    static constexpr auto fullWidth = 1000;

    std::span<const Page> m_pages;
    std::unique_ptr<libdeflate_compressor, CompressorRelease> m_compressor;
    PoDoFo::PdfVecObjects m_objects;
};

} // namespace

Bytes writePdf(const Page& page, const FontChain& fonts)
{
    return writePdf(std::span{&page, 1}, fonts);
}

Bytes writePdf(std::span<const Page> pages, const FontChain& fonts)
{
    auto texts = std::vector<SetPage>{};
    for (const auto& page : pages)
        texts.push_back(setText(page, fonts));
    try {
        return PdfDocument{pages}.write(texts);
    } catch (const PoDoFo::PdfError& error) {
        throw ServiceFailure(ServiceFailure::Kind::printer,
                             "PDF writer: code " + std::to_string(error.GetError()));
    }
}

} // namespace guitai
