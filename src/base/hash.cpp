#include "base/hash.hpp"

#include <xxhash.h>

namespace maillon {

struct Hasher::State {
  XXH3_state_t* xxh = XXH3_createState();
};

Hasher::Hasher() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->xxh); }
Hasher::~Hasher() { XXH3_freeState(state_->xxh); }

Hasher& Hasher::add(std::string_view field) {
  add(field.size());
  XXH3_128bits_update(state_->xxh, field.data(), field.size());
  return *this;
}

Hasher& Hasher::add(std::uint64_t number) {
  unsigned char bytes[8];  // little-endian on every machine
  for (unsigned char& b : bytes) {
    b = static_cast<unsigned char>(number & 0xFF);
    number >>= 8;
  }
  XXH3_128bits_update(state_->xxh, bytes, sizeof bytes);
  return *this;
}

namespace {

void put_hex(std::string& out, std::uint64_t n) {
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(n >> shift) & 0xF];
}

}  // namespace

std::string Hasher::hex64() const {
  std::string out;
  put_hex(out, XXH3_128bits_digest(state_->xxh).low64);
  return out;
}

std::string Hasher::hex128() const {
  const XXH128_hash_t h = XXH3_128bits_digest(state_->xxh);
  std::string out;
  put_hex(out, h.high64);
  put_hex(out, h.low64);
  return out;
}

}  // namespace maillon
