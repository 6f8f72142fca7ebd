#pragma once

#include <curl/curl.h>

namespace guitai
{

/// libcurl, loaded when the first payment channel is connected. It brings two dozen libraries with
/// it (Kerberos, LDAP, SSH), whose loading would cost the start of every window 15 ms and a window
/// without channels 5 MB.
struct CurlLibrary {
    decltype(&::curl_easy_init) easyInit;
    decltype(&::curl_easy_cleanup) easyCleanup;
    decltype(&::curl_easy_reset) easyReset;
    decltype(&::curl_easy_perform) easyPerform;
    CURLcode (*easySetopt)(CURL*, CURLoption, ...);
    CURLcode (*easyGetinfo)(CURL*, CURLINFO, ...);
    decltype(&::curl_slist_append) listAppend;
    decltype(&::curl_slist_free_all) listFree;
};

/// Started and ready for every thread. Throws ServiceFailure when it cannot be loaded.
const CurlLibrary& curlLibrary();

} // namespace guitai
