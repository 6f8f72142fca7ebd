#include "forms/exercises/deviation_words.h"

#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/intl.h>

namespace guitai::words
{

namespace
{

wxString subjectOf(Deviation::What what)
{
    switch (what) {
    case Deviation::What::noCase:
        return {};
    case Deviation::What::state:
        return _("State");
    case Deviation::What::category:
        return _("Category");
    case Deviation::What::kind:
        return _("Kind");
    case Deviation::What::exceptions:
        return _("To decide");
    case Deviation::What::due:
        return _("Fee");
    case Deviation::What::tender:
        return _("Payment");
    case Deviation::What::refunded:
        return _("Refund");
    case Deviation::What::delivery:
        return _("Delivery");
    case Deviation::What::vouchers:
        return _("Printed vouchers");
    case Deviation::What::reprints:
        return _("Marked reprints");
    }
    return {};
}

template <class Value>
wxString nameOr(const std::optional<Value>& value, const std::string& otherwise)
{
    if (value)
        return name(*value);
    return otherwise.empty() ? wxString{_("none")} : toUi(otherwise);
}

wxString exceptionsIn(const std::string& list)
{
    auto text = wxString{};
    for (auto from = std::size_t{0}; from < list.size();) {
        const auto end = std::min(list.find(", ", from), list.size());
        const auto code = list.substr(from, end - from);
        text += (text.empty() ? wxString{} : wxString::FromUTF8("、")) +
                nameOr(exceptionKindFrom(code), code);
        from = end + 2;
    }
    return text.empty() ? wxString{_("none")} : text;
}

wxString valueOf(Deviation::What what, const std::string& value)
{
    switch (what) {
    case Deviation::What::state:
        return nameOr(caseStateFrom(value), value);
    case Deviation::What::category:
        return nameOr(fromName<Category>(value), value);
    case Deviation::What::kind:
        return nameOr(fromName<ApplicationKind>(value), value);
    case Deviation::What::tender:
        return nameOr(tenderFrom(value), value);
    case Deviation::What::delivery:
        return nameOr(fromName<DeliveryMethod>(value), value);
    case Deviation::What::exceptions:
        return exceptionsIn(value);
    case Deviation::What::noCase:
    case Deviation::What::due:
    case Deviation::What::refunded:
    case Deviation::What::vouchers:
    case Deviation::What::reprints:
        return toUi(value);
    }
    return {};
}

} // namespace

wxString sentence(const Deviation& deviation)
{
    if (deviation.what == Deviation::What::noCase)
        return _("No case of this person was taken yet.");
    // TRANSLATORS: what is looked at, what the exercise asks for, what was found
    return wxString::Format(_("%s: %s is asked for, not %s."),
                            subjectOf(deviation.what),
                            valueOf(deviation.what, deviation.wanted),
                            valueOf(deviation.what, deviation.found));
}

} // namespace guitai::words
