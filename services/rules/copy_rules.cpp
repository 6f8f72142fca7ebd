#include "services/rules/copy_rules.h"

#include "services/rules/asset_json.h"
#include "services/rules/scan_file.h"

namespace guitai
{

namespace
{

CopyNeed readNeed(const AssetValue& value)
{
    const auto name = value.text();
    if (name == "offered")
        return CopyNeed::offered;
    if (name == "required")
        return CopyNeed::required;
    value.refuse("\"offered\" or \"required\" is expected");
}

void readCopy(const AssetValue& entry, CopyRules& rules)
{
    entry.expectMembers({"document", "copy"});
    const auto paper = fromName<DocumentKind>(entry.at("document").text());
    if (!paper)
        entry.at("document").refuse("no paper has this name");
    if (!rules.papers.emplace(*paper, readNeed(entry.at("copy"))).second)
        entry.at("document").refuse("the paper is given twice");
}

} // namespace

CopyNeed CopyRules::needOf(DocumentKind paper) const
{
    const auto found = papers.find(paper);
    return found == papers.end() ? CopyNeed::none : found->second;
}

CopyRules parseCopyRules(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"pagesPerPaper", "longestSide_pixels", "jpegQuality", "copies"});
    auto rules = CopyRules{};
    rules.pagesPerPaper = static_cast<std::size_t>(file.at("pagesPerPaper").integer(1, 50));
    rules.scan.longestSide =
        static_cast<int>(file.at("longestSide_pixels").integer(1000, longestScanSide));
    rules.scan.jpegQuality = static_cast<int>(file.at("jpegQuality").integer(50, 95));
    for (const auto& entry : file.at("copies").items())
        readCopy(entry, rules);
    return rules;
}

} // namespace guitai
