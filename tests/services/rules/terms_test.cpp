#include "services/rules/terms.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace guitai;

namespace
{

template <class Enum>
std::string nameOrNothing(Enum value)
{
    try {
        return std::string{nameOf(value)};
    } catch (const std::logic_error&) {
        return {}; // no value of the enumeration has this code
    }
}

/// Every name between the two codes leads back to its value; returns how many there are.
template <class Enum>
int namedBetween(int first, int last)
{
    int named = 0;
    for (int code = first; code <= last; ++code) {
        const auto name = nameOrNothing(static_cast<Enum>(code));
        if (name.empty())
            continue;
        CHECK(fromName<Enum>(name) == static_cast<Enum>(code));
        ++named;
    }
    CHECK_FALSE(fromName<Enum>(""));
    CHECK_FALSE(fromName<Enum>("Unknown"));
    return named;
}

} // namespace

TEST_CASE("the wire names of terms")
{
    SUBCASE("of every enumeration lead back to the value")
    {
        CHECK(namedBetween<Category>(0, 20) == 5);
        CHECK(namedBetween<ApplicationKind>(0, 20) == 6);
        CHECK(namedBetween<Sex>(0, 9) == 2);
        CHECK(namedBetween<Role>(0, 20) == 3);
        CHECK(namedBetween<Relation>(0, 99) == 12);
        CHECK(namedBetween<GuardianRole>(0, 20) == 4);
        CHECK(namedBetween<Finger>(0, 99) == 10);
        CHECK(namedBetween<FingerprintResult>(0, 9) == 3);
        CHECK(namedBetween<DocumentKind>(0, 30) == 18);
        CHECK(namedBetween<DeliveryMethod>(0, 20) == 3);
        CHECK(namedBetween<Severity>(0, 20) == 3);
        CHECK(namedBetween<Step>(0, 20) == 10);
    }
    SUBCASE("are the enumerators' own spelling")
    {
        CHECK(nameOf(Category::fingersUnobtainable) == "fingersUnobtainable");
        CHECK(nameOf(Relation::maternalGrandmother) == "maternalGrandmother");
        CHECK(nameOf(Finger::leftThumb) == "leftThumb");
        CHECK(fromName<DocumentKind>("birthCertificate") == DocumentKind::birthCertificate);
        CHECK_FALSE(fromName<Role>("Clerk"));
    }
    SUBCASE("stand beside the codes of the standards")
    {
        CHECK(static_cast<int>(Finger::rightLittle) == 15);
        CHECK(static_cast<int>(Finger::leftLittle) == 20);
        CHECK(static_cast<int>(Relation::elderSister) == 75);
        CHECK(static_cast<int>(FingerprintResult::notRegistered) == 3);
    }
}
