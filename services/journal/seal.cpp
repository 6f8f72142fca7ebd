#include "services/journal/seal.h"

#include "services/failure.h"

#include <sodium.h>

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

std::string Sealer::mac(const CanonicalForm& form) const
{
    return hmacSha256(m_key.bytes(), bytesOf(form.text()));
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
