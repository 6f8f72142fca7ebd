#include "services/journal/seal.h"

#include "services/failure.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <sodium.h>

#include <array>
#include <cstring>
#include <new>
#include <stdexcept>

namespace guitai
{

CanonicalForm& CanonicalForm::add(std::string_view field)
{
    m_text += std::to_string(field.size());
    m_text += ':';
    m_text += field;
    m_text += ',';
    return *this;
}

CanonicalForm& CanonicalForm::add(std::int64_t field)
{
    return add(std::string_view{std::to_string(field)});
}

SecretKey::SecretKey(std::span<const std::byte> bytes)
{
    if (bytes.size() != length)
        throw std::logic_error("a key of another length");
    if (sodium_init() < 0)
        throw ServiceFailure(ServiceFailure::Kind::internal, "libsodium");
    m_memory.reset(static_cast<std::byte*>(sodium_malloc(length)));
    if (!m_memory)
        throw std::bad_alloc();
    std::memcpy(m_memory.get(), bytes.data(), length);
    sodium_mprotect_readonly(m_memory.get());
}

void SecretKey::Wipe::operator()(std::byte* memory) const
{
    sodium_free(memory);
}

Sealer::Sealer(const SecretKey& key)
{
    const auto freeMac = [](EVP_MAC* mac) { EVP_MAC_free(mac); };
    const auto mac = std::unique_ptr<EVP_MAC, decltype(freeMac)>{
        EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), freeMac};
    m_state.reset(EVP_MAC_CTX_new(mac.get()));
    auto digest = std::string{OSSL_DIGEST_NAME_SHA2_256};
    const auto parameters = std::array{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        OSSL_PARAM_construct_end()};
    if (!m_state || EVP_MAC_init(m_state.get(),
                                 reinterpret_cast<const unsigned char*>(key.bytes().data()),
                                 key.bytes().size(),
                                 parameters.data()) != 1)
        throw ServiceFailure(ServiceFailure::Kind::internal, "HMAC");
}

void Sealer::Free::operator()(EVP_MAC_CTX* state) const
{
    EVP_MAC_CTX_free(state);
}

std::string Sealer::mac(const CanonicalForm& form) const
{
    auto digest = std::array<std::byte, 32>{};
    auto length = digest.size();
    const auto& text = form.text();
    // Without a key, the state begins anew with the one it has.
    if (EVP_MAC_init(m_state.get(), nullptr, 0, nullptr) != 1 ||
        EVP_MAC_update(
            m_state.get(), reinterpret_cast<const unsigned char*>(text.data()), text.size()) != 1 ||
        EVP_MAC_final(m_state.get(),
                      reinterpret_cast<unsigned char*>(digest.data()),
                      &length,
                      digest.size()) != 1 ||
        length != digest.size())
        throw ServiceFailure(ServiceFailure::Kind::internal, "HMAC");
    return toHex(digest);
}

bool Sealer::matches(const CanonicalForm& form, std::string_view stored) const
{
    const auto right = mac(form);
    return stored.size() == right.size() &&
           sodium_memcmp(stored.data(), right.data(), right.size()) == 0;
}

std::string Sealer::hashOf(const Event& event)
{
    auto form = CanonicalForm{"event"};
    form.add(event.window)
        .add(event.sequence)
        .add(std::int64_t{event.at.time_since_epoch().count()})
        .add(nameOf(event.kind))
        .add(event.subject)
        .add(event.actor)
        .add(event.payload)
        .add(event.previousHash);
    return sha256(bytesOf(form.text()));
}

std::string Sealer::macOf(const Event& event) const
{
    return mac(CanonicalForm{"event-mac"}.add(event.hash));
}

void Sealer::seal(Event& event) const
{
    event.hash = hashOf(event);
    event.mac = macOf(event);
}

bool Sealer::macHolds(const Event& event) const
{
    return matches(CanonicalForm{"event-mac"}.add(event.hash), event.mac);
}

void Sealer::require(const Event& event) const
{
    if (!hashHolds(event) || !macHolds(event))
        throw ServiceFailure(ServiceFailure::Kind::damaged,
                             "journal " + std::to_string(event.sequence));
}

} // namespace guitai
