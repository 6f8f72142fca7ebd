#include "printing/content_stream.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace guitai
{

namespace
{

/// Writes operators; numbers have at most three decimals (a third of a micrometre).
class Operators
{
public:
    explicit Operators(double pageHeight) : m_pageHeight(pageHeight) { m_text.reserve(16384); }

    Operators& number(double value)
    {
        auto buffer = std::array<char, 32>{};
        const auto end =
            std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, 3).ptr;
        auto text = std::string_view{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
        while (text.ends_with('0'))
            text.remove_suffix(1);
        if (text.ends_with('.'))
            text.remove_suffix(1);
        m_text += text == "-0" ? "0" : text;
        m_text += ' ';
        return *this;
    }
    Operators& x(double millimetres) { return number(millimetres / millimetresPerPoint); }
    Operators& y(double millimetres)
    {
        return number((m_pageHeight - millimetres) / millimetresPerPoint);
    }
    Operators& say(std::string_view text)
    {
        m_text += text;
        return *this;
    }
    Operators& code(unsigned value)
    {
        constexpr auto digits = std::string_view{"0123456789abcdef"};
        for (auto shift = 12; shift >= 0; shift -= 4)
            m_text += digits[(value >> shift) & 0xFU];
        return *this;
    }
    Operators& number(int value)
    {
        m_text += std::to_string(value);
        m_text += ' ';
        return *this;
    }
    void grey(double value)
    {
        if (value != m_grey)
            number(value).say("g\n");
        m_grey = value;
    }
    void rectangle(const Box& box)
    {
        x(box.left).y(box.bottom()).x(box.width).x(box.height).say("re\n");
    }
    std::string take() { return std::move(m_text); }

private:
    double m_pageHeight;
    double m_grey = 0;
    std::string m_text;
};

/// In units of a module, rows downwards: integers are short, and the edges of neighbours meet.
void drawCode(Operators& out, const Code& code)
{
    const auto module = code.box.width / code.modules.side / millimetresPerPoint;
    out.say("q ").number(module).say("0 0 ").number(-module);
    out.x(code.box.left).y(code.box.top).say("cm\n");
    for (auto row = 0; row < code.modules.side; ++row) {
        for (auto column = 0; column < code.modules.side; ++column) {
            if (!code.modules.at(row, column))
                continue;
            const auto first = column;
            while (column + 1 < code.modules.side && code.modules.at(row, column + 1))
                ++column;
            out.number(first).number(row).number(column + 1 - first).say("1 re\n");
        }
    }
    // One path, so that no hairline shows between neighbouring modules.
    out.say("f Q\n");
}

/// Draws the glyphs of one piece; `font` is what the page shows text in so far.
class PieceWriter
{
public:
    PieceWriter(Operators& out, const SetPage& text, double size)
        : m_out(out), m_text(text), m_size(size)
    {
    }

    void draw(const ShapedPiece& piece)
    {
        const auto thousandths = 1000.0 / piece.face->unitsPerEm();
        for (const auto& glyph : piece.glyphs) {
            const auto call = m_text.use.call(*piece.face, glyph);
            select(call, glyph.yOffset * m_size / piece.face->unitsPerEm());
            adjust(-glyph.xOffset * thousandths);
            open();
            m_out.code(call.code);
            const auto natural = piece.face->advanceOfGlyph(glyph.id);
            adjust((natural - glyph.advance + glyph.xOffset) * thousandths);
        }
    }
    void close()
    {
        if (m_inString)
            m_out.say(">");
        if (m_inArray)
            m_out.say("]TJ\n");
        m_inString = m_inArray = false;
    }

private:
    void select(const GlyphCall& call, double rise)
    {
        if (!m_any || !call.sameFont(m_call)) {
            close();
            m_out.say("/").say(fontResource(call.font, call.encoding)).say(" ");
            m_out.number(m_size).say("Tf\n");
        }
        if (rise != m_rise) {
            close();
            m_out.number(rise).say("Ts\n");
        }
        m_any = true;
        m_call = call;
        m_rise = rise;
    }
    void open()
    {
        if (!m_inArray)
            m_out.say("[");
        if (!m_inString)
            m_out.say("<");
        m_inArray = m_inString = true;
    }
    void adjust(double amount)
    {
        if (std::abs(amount) < 0.5)
            return;
        if (!m_inArray)
            m_out.say("[");
        if (m_inString)
            m_out.say(">");
        m_out.number(amount);
        m_inArray = true;
        m_inString = false;
    }

    Operators& m_out;
    const SetPage& m_text;
    double m_size;
    GlyphCall m_call;
    double m_rise = 0;
    bool m_any = false;
    bool m_inArray = false;
    bool m_inString = false;
};

void drawRun(Operators& out, const SetRun& set, const SetPage& text)
{
    const auto& run = *set.run;
    out.grey(run.grey);
    out.say("BT\n");
    if (run.spacing != 0)
        out.x(run.spacing).say("Tc\n");
    const auto turn = run.turn * std::numbers::pi / 180;
    const auto cosine = run.turn == 0 ? 1.0 : std::cos(turn);
    const auto sine = run.turn == 0 ? 0.0 : std::sin(turn);
    out.number(cosine).number(sine).number(-sine).number(cosine);
    out.x(run.left).y(run.baseline).say("Tm\n");
    auto writer = PieceWriter{out, text, run.size};
    for (const auto& piece : set.pieces)
        writer.draw(piece);
    writer.close();
    if (run.spacing != 0)
        out.say("0 Tc\n");
    out.say("ET\n");
}

std::vector<SetRun> shaped(const std::vector<TextRun>& runs, const FontChain& fonts, GlyphUse& use)
{
    auto set = std::vector<SetRun>{};
    set.reserve(runs.size());
    for (const auto& run : runs) {
        set.push_back({&run, fonts.shape(run.text, run.role)});
        use.add(set.back().pieces);
    }
    return set;
}

} // namespace

SetPage setText(const Page& page, const FontChain& fonts)
{
    auto text = SetPage{};
    text.behind = shaped(page.behind, fonts, text.use);
    text.runs = shaped(page.runs, fonts, text.use);
    text.use.embed();
    return text;
}

std::string fontResource(std::size_t font, std::size_t encoding)
{
    auto name = "F" + std::to_string(font);
    if (encoding > 0)
        name += "v" + std::to_string(encoding);
    return name;
}

std::string contentStream(const Page& page, const SetPage& text)
{
    auto out = Operators{page.height};
    for (const auto& run : text.behind)
        drawRun(out, run, text);
    for (const auto& rectangle : page.rectangles) {
        out.grey(rectangle.grey);
        out.rectangle(rectangle.box);
        out.say("f\n");
    }
    out.grey(0);
    for (const auto& code : page.codes)
        drawCode(out, code);
    for (const auto& run : text.runs)
        drawRun(out, run, text);
    return out.take();
}

} // namespace guitai
