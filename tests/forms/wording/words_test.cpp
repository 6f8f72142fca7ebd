#include "forms/text.h"
#include "forms/wording/translations.h"
#include "forms/wording/words.h"
#include "services/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace guitai;

namespace
{

constexpr auto languages = {Language::english, Language::chinese};

/// The enumerator's own spelling, or nothing for a value that the enumeration does not have.
template <class Enum>
std::string spellingOf(Enum value)
{
    try {
        const auto name = nameOf(value);
        return name == "unknown" ? std::string{} : std::string{name};
    } catch (const std::logic_error&) {
        return {};
    }
}

/// Every enumerator; no enumeration of this program has a value above 127.
template <class Enum>
std::vector<Enum> allOf()
{
    auto values = std::vector<Enum>{};
    for (int i = 0; i < 128; ++i)
        if (const auto value = static_cast<Enum>(i); !spellingOf(value).empty())
            values.push_back(value);
    return values;
}

bool hasChinese(const wxString& words)
{
    const auto points = decodeUtf8(fromUi(words));
    REQUIRE(points);
    return std::any_of(points->begin(), points->end(), [](char32_t point) {
        return point >= 0x4E00 && point <= 0x9FFF;
    });
}

bool isAscii(const wxString& words)
{
    const auto text = fromUi(words);
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

/// Words, not the enumerator's spelling; different ones for different values; in Chinese Chinese.
template <class Enum>
void checkNames(std::size_t atLeast)
{
    const auto values = allOf<Enum>();
    CHECK(values.size() >= atLeast);
    for (const auto language : languages) {
        useLanguage(language);
        auto seen = std::set<std::string>{};
        for (const auto value : values) {
            const auto words = words::name(value);
            CAPTURE(nameOf(value));
            CHECK_FALSE(words.empty());
            CHECK(fromUi(words) != nameOf(value));
            CHECK(seen.insert(fromUi(words)).second);
            CHECK((language == Language::chinese ? hasChinese(words) : isAscii(words)));
        }
    }
}

std::vector<Refusal::Code> allCodes()
{
    return allOf<Refusal::Code>();
}

/// camelCase, braces or an empty quotation: something of the program shows through.
bool leaksCode(const wxString& words)
{
    auto shown = words;
    shown.Replace("WeChat", {}); // a name that is written so
    const auto text = fromUi(shown);
    if (text.find_first_of("{}") != std::string::npos)
        return true;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z')
            return true;
    return false;
}

} // namespace

TEST_CASE("every enumerator has words in both languages")
{
    checkNames<Category>(5);
    checkNames<ApplicationKind>(6);
    checkNames<Sex>(2);
    checkNames<Role>(3);
    checkNames<Relation>(12);
    checkNames<Finger>(10);
    checkNames<FingerprintResult>(3);
    checkNames<DocumentKind>(10);
    checkNames<DeliveryMethod>(3);
    checkNames<Step>(10);
    checkNames<CaseState>(8);
    checkNames<ExceptionKind>(6);
    checkNames<Tender>(4);
    checkNames<EventKind>(33);
    checkNames<Operation>(18);
}

TEST_CASE("a decision's outcome has words")
{
    useLanguage(Language::chinese);
    CHECK(fromUi(words::name(DecisionOutcome::approved)) == "通过");
    CHECK(fromUi(words::name(DecisionOutcome::rejected)) == "未通过");
}

TEST_CASE("sentence of a refusal")
{
    SUBCASE("every code has one in both languages, in which no code shows")
    {
        CHECK(allCodes().size() >= 80);
        for (const auto language : languages) {
            useLanguage(language);
            for (const auto code : allCodes()) {
                const auto refusal = Refusal{code, "applicant.citizenNumber", {"3", "4"}};
                const auto words = words::sentence(refusal);
                CAPTURE(nameOf(code));
                CAPTURE(fromUi(words));
                CHECK(words.length() > 8);
                CHECK((code == Refusal::Code::unknownMember || code == Refusal::Code::wrongType ||
                       !leaksCode(words)));
                CHECK((language == Language::chinese ? hasChinese(words) : isAscii(words)));
            }
        }
    }
    SUBCASE("it reads without a field and without arguments")
    {
        for (const auto language : languages) {
            useLanguage(language);
            for (const auto code : allCodes()) {
                CAPTURE(nameOf(code));
                CHECK_FALSE(leaksCode(words::sentence({code})));
            }
        }
    }
    SUBCASE("it names the field")
    {
        useLanguage(Language::english);
        CHECK(fromUi(words::sentence({Refusal::Code::missing, "applicant.phone"})) ==
              "Telephone of the applicant is missing. Enter it.");
        useLanguage(Language::chinese);
        CHECK(fromUi(words::sentence({Refusal::Code::missing, "applicant.phone"})) ==
              "“申请人电话”未填写，请填写。");
    }
    SUBCASE("codes among the arguments are put in words")
    {
        useLanguage(Language::english);
        CHECK(fromUi(words::sentence(
                  {Refusal::Code::wrongCategory, "declared", {"under16", "firstTime"}})) ==
              "The case was opened as \"Under 16\", but the entries say \"First-time "
              "applicant\". Choose that category, or correct the entries.");
        CHECK(words::sentence({Refusal::Code::documentMissing, "documents", {"oldCard"}})
                  .Contains("Old identity card"));
        CHECK(words::sentence({Refusal::Code::notPermitted, "", {"administerUsers"}})
                  .Contains("administer users"));
        CHECK(words::sentence({Refusal::Code::wrongState, "", {"awaitingApproval"}})
                  .Contains("Awaiting approval"));
        CHECK(words::sentence({Refusal::Code::fileTooLarge, "file", {"1048576"}})
                  .Contains("At most 1 MiB"));
        CHECK(words::sentence({Refusal::Code::wrongType, "applicant.name", {"string"}})
                  .Contains("must be text"));
    }
}

TEST_CASE("phrase of a checklist item")
{
    useLanguage(Language::english);

    SUBCASE("what is missing is named by its field alone")
    {
        CHECK(fromUi(words::phrase(
                  {Severity::missing, Step::photo, {Refusal::Code::missing, "photo"}})) == "Photo");
    }
    SUBCASE("a person or a print that is missing needs no more words")
    {
        CHECK(fromUi(words::phrase({Severity::missing,
                                    Step::guardian,
                                    {Refusal::Code::guardianMissing, "guardian"}})) == "Guardian");
    }
    SUBCASE("a document that was not seen is named itself")
    {
        CHECK(fromUi(words::phrase({Severity::missing,
                                    Step::documents,
                                    {Refusal::Code::documentMissing,
                                     "documents",
                                     {std::string{nameOf(DocumentKind::householdRegister)}}}})) ==
              "Household register");
    }
    SUBCASE("what is wrong is named with the reason")
    {
        CHECK(fromUi(words::phrase(
                  {Severity::wrong, Step::photo, {Refusal::Code::photoNotJpeg, "photo"}})) ==
              "Photo: not a picture");
    }
    SUBCASE("every code has a short one in both languages")
    {
        for (const auto language : languages) {
            useLanguage(language);
            for (const auto code : allCodes()) {
                const auto words = words::phrase(
                    {Severity::wrong, Step::applicant, {code, "applicant.name", {"3", "4"}}});
                CAPTURE(nameOf(code));
                CAPTURE(fromUi(words));
                CHECK_FALSE(words.empty());
                CHECK(words.length() < 60);
                CHECK_FALSE(leaksCode(words));
            }
        }
    }
}

TEST_CASE("sentence of an outage")
{
    for (const auto language : languages) {
        useLanguage(language);
        auto seen = std::set<std::string>{};
        for (int i = 0; i <= static_cast<int>(ServiceFailure::Kind::internal); ++i) {
            const auto kind = static_cast<ServiceFailure::Kind>(i);
            const auto words = words::sentence(ServiceFailure{kind, "SQLITE_IOERR 10"});
            CHECK(words.length() > 15);
            CHECK_FALSE(words.Contains("SQLITE"));
            CHECK(seen.insert(fromUi(words)).second);
        }
    }
}

TEST_CASE("label of a field")
{
    useLanguage(Language::english);

    SUBCASE("a document of the list has the document's name")
    {
        CHECK(fromUi(words::field("documents.householdRegister")) == "Household register");
    }
    SUBCASE("a part without a label has the label of the field around it")
    {
        CHECK(fromUi(words::field("photo.image")) == "Photo");
        CHECK(fromUi(words::field("documents[2]")) == "Documents");
    }
    SUBCASE("what no one knows is shown as it stands")
    {
        CHECK(fromUi(words::field("colour")) == "colour");
    }
}

TEST_CASE("language of a locale's name")
{
    CHECK(languageFrom("zh_CN.UTF-8") == Language::chinese);
    CHECK(languageFrom("zh") == Language::chinese);
    CHECK(languageFrom("en_GB.UTF-8") == Language::english);
    CHECK_FALSE(languageFrom("C"));
    CHECK_FALSE(languageFrom(""));
}
