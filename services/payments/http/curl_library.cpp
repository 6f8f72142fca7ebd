#include "services/payments/http/curl_library.h"

#include "services/failure.h"

#include <dlfcn.h>

namespace guitai
{

namespace
{

constexpr auto* fileName = "libcurl.so.4"; // the ABI of the headers that this was built with

[[noreturn]] void cannotStart(const char* what)
{
    throw ServiceFailure{ServiceFailure::Kind::internal, what};
}

template <class Function>
void find(void* library, const char* name, Function& function)
{
    auto* const address = dlsym(library, name);
    if (address == nullptr)
        cannotStart("libcurl is another one than this program was built with");
    function = reinterpret_cast<Function>(address);
}

CurlLibrary loaded()
{
    auto* const library = dlopen(fileName, RTLD_NOW | RTLD_LOCAL); // stays for the process's life
    if (library == nullptr)
        cannotStart("libcurl cannot be loaded: install the package libcurl4");
    auto found = CurlLibrary{};
    find(library, "curl_easy_init", found.easyInit);
    find(library, "curl_easy_cleanup", found.easyCleanup);
    find(library, "curl_easy_reset", found.easyReset);
    find(library, "curl_easy_perform", found.easyPerform);
    find(library, "curl_easy_setopt", found.easySetopt);
    find(library, "curl_easy_getinfo", found.easyGetinfo);
    find(library, "curl_slist_append", found.listAppend);
    find(library, "curl_slist_free_all", found.listFree);
    decltype(&::curl_global_init) globalInit = nullptr;
    find(library, "curl_global_init", globalInit);
    if (globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        cannotStart("libcurl cannot start");
    return found;
}

} // namespace

const CurlLibrary& curlLibrary()
{
    static const auto library = loaded();
    return library;
}

} // namespace guitai
