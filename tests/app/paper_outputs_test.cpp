#include "app/station/paper_outputs.h"

#include "services/failure.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace guitai;
using std::filesystem::perms;

namespace
{

Bytes paper(std::string_view text)
{
    const auto bytes = bytesOf(text);
    return {bytes.begin(), bytes.end()};
}

std::string contentOf(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// A printer program that a test writes in three lines.
std::string program(const TemporaryFolder& folder, const std::string& script)
{
    const auto file = folder / "lp";
    {
        auto stream = std::ofstream{file};
        stream << "#!/bin/sh\n" << script << "\n";
    }
    std::filesystem::permissions(file, perms::owner_all);
    return file.string();
}

} // namespace

TEST_CASE("FolderOutput")
{
    const auto folder = TemporaryFolder{};
    auto output = FolderOutput{folder / "papers"};

    SUBCASE("keeps the paper for its owner only")
    {
        output.put(paper("first"), "1101085202026112300001");
        const auto file = folder / "papers" / "1101085202026112300001.pdf";
        CHECK(contentOf(file) == "first");
        CHECK(std::filesystem::status(file).permissions() ==
              (perms::owner_read | perms::owner_write));
    }
    SUBCASE("overwrites nothing")
    {
        output.put(paper("first"), "a");
        output.put(paper("second"), "a");
        CHECK(contentOf(folder / "papers" / "a.pdf") == "first");
        CHECK(contentOf(folder / "papers" / "a-1.pdf") == "second");
    }
    SUBCASE("a title is no path")
    {
        output.put(paper("x"), "../../etc/passwd");
        CHECK(std::filesystem::exists(folder / "papers" / "etcpasswd.pdf"));
    }
    SUBCASE("a folder that cannot be written is the printer's failure")
    {
        auto nowhere = FolderOutput{"/proc/papers"};
        CHECK_THROWS_AS(nowhere.put(paper("x"), "a"), ServiceFailure);
    }
}

TEST_CASE("QueueOutput")
{
    const auto folder = TemporaryFolder{};
    const auto kept = (folder / "kept").string();

    SUBCASE("hands the paper over on standard input, with queue and title")
    {
        const auto lp =
            program(folder, "echo \"$@\" >'" + kept + ".arguments'; cat >'" + kept + "'");
        QueueOutput{"a5", lp}.put(paper("%PDF"), "voucher");
        CHECK(contentOf(kept) == "%PDF");
        CHECK(contentOf(kept + ".arguments") == "-d a5 -t voucher -o media=A5 -- -\n");
    }
    SUBCASE("a paper larger than a pipe arrives whole")
    {
        const auto lp = program(folder, "cat >'" + kept + "'");
        QueueOutput{"a5", lp}.put(Bytes(1024 * 1024, std::byte{'x'}), "voucher");
        CHECK(std::filesystem::file_size(kept) == 1024 * 1024);
    }
    SUBCASE("a refusal of the queue, a program that ends early, a program that is not there")
    {
        const auto refuses = program(folder, "cat >/dev/null; exit 1");
        CHECK_THROWS_AS((QueueOutput{"a5", refuses}.put(paper("x"), "v")), ServiceFailure);
        const auto ends = program(folder, "exit 0");
        const auto large = Bytes(1024 * 1024, std::byte{'x'});
        CHECK_THROWS_AS((QueueOutput{"a5", ends}.put(large, "v")), ServiceFailure);
        CHECK_THROWS_AS((QueueOutput{"a5", "/no/such/lp"}.put(paper("x"), "v")), ServiceFailure);
    }
}

TEST_CASE("queueAnswers")
{
    const auto folder = TemporaryFolder{};
    CHECK(queueAnswers("a5", program(folder, "test \"$1 $2\" = '-p a5'")));
    CHECK_FALSE(queueAnswers("other", program(folder, "test \"$1 $2\" = '-p a5'")));
    CHECK_FALSE(queueAnswers("a5", "/no/such/lpstat"));
}
