#pragma once

#include <openssl/bio.h>

#include <memory>
#include <string_view>

namespace guitai
{

/// Only the .cpp files of this folder include this header: OpenSSL stays inside them.

struct BioDeleter {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using BioHandle = std::unique_ptr<BIO, BioDeleter>;

/// The bytes of a text as OpenSSL takes them.
inline const unsigned char* unsignedBytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace guitai
