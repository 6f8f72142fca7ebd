#include "app/practice_paper.h"

#include "services/failure.h"

#include "forms/text.h"

#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/log.h>

#include <array>

namespace guitai
{

namespace
{

constexpr auto cameraWidth = 1280, cameraHeight = 720;
const auto cardPlace = wxRect(150, 50, 980, 618); // 85.6 × 54 mm in shape

wxFont fontOf(int pixels, wxFontWeight weight = wxFONTWEIGHT_NORMAL)
{
    return wxFont(wxFontInfo(wxSize(0, pixels)).Family(wxFONTFAMILY_SWISS).Weight(weight));
}

void write(wxDC& dc, const char* text, int x, int y)
{
    dc.DrawText(wxString::FromUTF8(text), cardPlace.x + x, cardPlace.y + y);
}

void drawEntries(wxDC& dc)
{
    struct Line {
        const char* label;
        const char* entry;
        int y;
    };
    constexpr auto lines = std::array{Line{"姓名", "李春梅", 70},
                                      Line{"性别", "女    民族  汉", 150},
                                      Line{"出生", "1988 年 2 月 3 日", 230},
                                      Line{"住址", "北京市海淀区测试路 1 号", 310}};
    dc.SetFont(fontOf(34));
    for (const auto& line : lines) {
        dc.SetTextForeground(wxColour(30, 90, 150));
        write(dc, line.label, 60, line.y);
        dc.SetTextForeground(*wxBLACK);
        write(dc, line.entry, 160, line.y);
    }
    dc.SetFont(fontOf(30));
    dc.SetTextForeground(wxColour(30, 90, 150));
    write(dc, "公民身份号码", 60, 530);
    dc.SetFont(fontOf(42, wxFONTWEIGHT_BOLD));
    dc.SetTextForeground(*wxBLACK);
    write(dc, "110108198802032265", 320, 520);
}

void drawPortrait(wxDC& dc)
{
    const auto x = cardPlace.x + 700, y = cardPlace.y + 80;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxColour(245, 245, 245));
    dc.DrawRectangle(x, y, 230, 290);
    dc.SetBrush(wxColour(70, 80, 110));
    dc.DrawEllipse(x + 15, y + 190, 200, 180);
    dc.SetBrush(wxColour(40, 30, 30));
    dc.DrawEllipse(x + 52, y + 28, 126, 160);
    dc.SetBrush(wxColour(232, 196, 170));
    dc.DrawEllipse(x + 65, y + 55, 100, 138);
    dc.SetBrush(wxColour(228, 236, 246)); // what reaches below the picture
    dc.DrawRectangle(x, y + 290, 230, 90);
}

void drawCard(wxDC& dc)
{
    dc.SetBackground(wxColour(96, 74, 58));
    dc.Clear();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxColour(228, 236, 246));
    dc.DrawRoundedRectangle(cardPlace, 30);
    drawPortrait(dc);
    drawEntries(dc);
    dc.SetFont(fontOf(150, wxFONTWEIGHT_BOLD));
    dc.SetTextForeground(wxColour(214, 120, 120));
    dc.DrawRotatedText(wxString::FromUTF8("样张"), cardPlace.x + 250, cardPlace.y + 430, 20);
}

} // namespace

void drawPracticePaper(const std::filesystem::path& file)
{
    auto bitmap = wxBitmap(cameraWidth, cameraHeight, 24);
    {
        auto dc = wxMemoryDC(bitmap);
        drawCard(dc);
    }
    auto image = bitmap.ConvertToImage();
    image.SetOption(wxIMAGE_OPTION_QUALITY, 92);
    const auto quiet = wxLogNull{};
    if (!image.SaveFile(toUi(file.string()), wxBITMAP_TYPE_JPEG))
        throw ServiceFailure(ServiceFailure::Kind::disk, "the practice paper cannot be stored");
}

} // namespace guitai
