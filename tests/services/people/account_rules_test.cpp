#include "services/people/account_rules.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

TEST_CASE("refusedSignInName")
{
    for (const auto* name : {"wang", "w", "Wang.Xiao-he_2", "王小河", "𬳽"})
        CHECK_FALSE(refusedSignInName(name));
    CHECK(refusedSignInName("")->code == Code::missing);
    CHECK(refusedSignInName(std::string(33, 'a'))->code == Code::tooLong);
    CHECK_FALSE(refusedSignInName(std::string(32, 'a')));
    CHECK(refusedSignInName("\xFF")->code == Code::badUtf8);
    for (const auto* name : {"wang xiao", "a/b", "a\nb", "é", "😀", "a'b"})
        CHECK(refusedSignInName(name)->code == Code::forbiddenCharacter);
    CHECK(refusedSignInName("a b")->arguments == std::vector<std::string>{"U+0020"});
}

TEST_CASE("refusedPassword")
{
    CHECK_FALSE(refusedPassword("wang", "eight ch"));
    CHECK_FALSE(refusedPassword("wang", "正确的马电池订书"));
    CHECK(refusedPassword("wang", "seven c")->code == Code::weakPassword);
    CHECK(refusedPassword("wang", "七个字也是太短")->code == Code::weakPassword);
    CHECK(refusedPassword("wang.xiaohe", "Wang.XiaoHe")->code == Code::weakPassword);
    CHECK(refusedPassword("wang", std::string(1025, 'x'))->code == Code::tooLong);
    CHECK(refusedPassword("wang", "abcdefgh\xC0")->code == Code::badUtf8);
    CHECK(refusedPassword("wang", "short")->field == "password");
}
