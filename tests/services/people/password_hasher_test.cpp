#include "services/people/password_hasher.h"

#include <doctest/doctest.h>

using namespace guitai;

TEST_CASE("PasswordHasher")
{
    SUBCASE("is Argon2id with 64 MiB and three passes unless told otherwise")
    {
        auto hasher = PasswordHasher{};
        const auto hash = hasher.hash("correct horse");
        CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
        CHECK(hasher.verify(hash, "correct horse"));
    }
    SUBCASE("tells right from wrong, whatever bytes a password has")
    {
        auto hasher = PasswordHasher{{.passes = 1, .memoryMiB = 1}};
        const auto password = std::string("with\0nul and 汉字", 20);
        const auto hash = hasher.hash(password);
        CHECK(hasher.verify(hash, password));
        CHECK_FALSE(hasher.verify(hash, "with"));
        CHECK_FALSE(hasher.verify(hash, ""));
        CHECK(hasher.hash(password) != hash);
    }
    SUBCASE("verifies hashes of another cost: the parameters are in the hash")
    {
        auto cheap = PasswordHasher{{.passes = 1, .memoryMiB = 1}};
        auto dearer = PasswordHasher{{.passes = 2, .memoryMiB = 2}};
        CHECK(dearer.verify(cheap.hash("password"), "password"));
    }
    SUBCASE("takes no text for a hash that is none")
    {
        auto hasher = PasswordHasher{{.passes = 1, .memoryMiB = 1}};
        for (const auto& text : {std::string{}, std::string{"password"}, std::string(4000, '$')})
            CHECK_FALSE(hasher.verify(text, "password"));
    }
}
