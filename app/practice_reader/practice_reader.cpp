#include "app/practice_reader/practice_reader.h"

#include "services/failure.h"
#include "services/rules/validity.h"

#include <nlohmann/json.hpp>

#include <array>

namespace guitai
{

namespace
{

using Document = HolderNumber::Document;

struct MadeUpCard {
    Document document;
    const char* holder;
    Date birthDate;
    const char* content; ///< the emulator's order
};

using namespace std::chrono_literals;

/// A mother, two children, people with fingers that cannot be taken, a name that fills the chip's
/// field, and holders of other cards. Everybody is made up.
const auto madeUpCards = std::array{
    MadeUpCard{Document::residentCard, "王晓梅", 1988y / 4 / 12, R"({"kind": "resident",
        "name": "王晓梅", "sex": "2", "ethnicity": "01", "birthDate": "19880412",
        "address": "北京市海淀区紫金庄园3号楼2单元501室", "number": "110108198804121229",
        "authority": "北京市公安局海淀分局", "validFrom": "20190301", "validTo": "20390301"})"},
    MadeUpCard{Document::residentCard, "张䶮", 2015y / 3 / 8, R"({"kind": "resident",
        "name": "张䶮", "sex": "2", "ethnicity": "01", "birthDate": "20150308",
        "address": "北京市海淀区紫金庄园3号楼2单元501室", "number": "110108201503081248",
        "authority": "北京市公安局海淀分局", "validFrom": "20211115", "validTo": "20261115"})"},
    MadeUpCard{Document::residentCard, "李建国", 1955y / 7 / 12, R"({"kind": "resident",
        "name": "李建国", "sex": "1", "ethnicity": "01", "birthDate": "19550712",
        "address": "北京市海淀区测试路6号院4号楼102号", "number": "110108195507123013",
        "authority": "北京市公安局海淀分局", "validFrom": "20061120", "validTo": "20261120"})"},
    MadeUpCard{Document::residentCard,
               "阿卜杜热合曼·买买提依明江艾力",
               1993y / 6 / 20,
               R"({"kind": "resident", "name": "阿卜杜热合曼·买买提依明江艾力", "sex": "1",
        "ethnicity": "05", "birthDate": "19930620", "address": "北京市海淀区测试北路8号院1单元302",
        "number": "650101199306205011", "authority": "北京市公安局海淀分局",
        "validFrom": "20160901", "validTo": "20360901"})"},
    MadeUpCard{Document::residencePermit, "陳大文", 1979y / 1 / 16, R"({"kind": "permit",
        "name": "陳大文", "sex": "1", "birthDate": "19790116",
        "address": "北京市朝阳区示例路8号", "number": "810000197901169034",
        "authority": "北京市公安局", "validFrom": "20230301", "validTo": "20280301",
        "travelPermit": "H01234567", "issueCount": "01"})"},
    MadeUpCard{Document::foreignerCard, "安娜", 1985y / 6 / 12, R"({"kind": "foreigner",
        "chineseName": "安娜", "sex": "2", "birthDate": "19850612",
        "englishName": "EXAMPLE, ANNA MARIA", "number": "911276198506120028",
        "issued": "20240105", "validTo": "20340104", "nationality": "DEU"})"},
};

std::filesystem::path emulator()
{
    const auto found = findPracticeFile("guitai-reader-emulator", "tests/simulators/reader");
    if (!found)
        throw ServiceFailure(ServiceFailure::Kind::notFound, "guitai-reader-emulator");
    return *found;
}

std::filesystem::path made(std::filesystem::path folder)
{
    auto error = std::error_code{};
    std::filesystem::create_directories(folder, error);
    return folder;
}

} // namespace

PracticeReader::PracticeReader(std::filesystem::path folder, Date today)
    : m_folder(made(std::move(folder))), m_reader(emulator(), {m_folder.string()})
{
    m_reader.readLine(std::chrono::seconds{5});
    for (const auto& card : madeUpCards)
        m_cards.push_back({card.holder, ageOn(card.birthDate, today), card.document});
}

void PracticeReader::layDown(std::size_t card)
{
    layDown(std::string{madeUpCards.at(card).content});
}

void PracticeReader::layDown(const std::string& card)
{
    m_reader.send(nlohmann::json{{"lay", nlohmann::json::parse(card)}}.dump());
}

} // namespace guitai
