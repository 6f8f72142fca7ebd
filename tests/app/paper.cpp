#include "tests/app/paper.h"

#include "tests/app/program.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace guitai
{

namespace
{

std::set<std::string> codesIn(const std::filesystem::path& picture)
{
    const auto seen = run({.command = {"zbarimg", "--quiet", "--raw", picture.string()}});
    auto codes = std::set<std::string>{};
    auto lines = std::istringstream{seen.out};
    for (auto line = std::string{}; std::getline(lines, line);)
        codes.insert(line);
    return codes;
}

} // namespace

PaperFindings look(const std::filesystem::path& pdf)
{
    auto findings = PaperFindings{};
    findings.sound = run({.command = {"qpdf", "--check", pdf.string()}}).exitCode == 0;
    const auto text =
        run({.command = {"pdftotext", "-enc", "UTF-8", pdf.string(), "-"}, .locale = "C.UTF-8"});
    CHECK(text.exitCode == 0);
    findings.text = withoutBlanks(text.out);
    const auto picture = pdf.string() + ".picture";
    CHECK(run({.command = {"pdftoppm", "-r", "200", "-png", "-singlefile", pdf.string(), picture}})
              .exitCode == 0);
    findings.codes = codesIn(picture + ".png");
    return findings;
}

std::string withoutBlanks(const std::string& text)
{
    auto kept = std::string{};
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) {
        return c != ' ' && c != '\n' && c != '\f' && c != '\r' && c != '\t';
    });
    return kept;
}

} // namespace guitai
