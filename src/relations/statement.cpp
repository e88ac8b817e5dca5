#include "relations/statement.hpp"

#include <array>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::array<std::string_view, 2> kPolarities = {"affirmative", "negative"};
constexpr std::array<std::string_view, 8> kModalities = {"asserted",    "alleged", "possible",  "future",
                                                         "conditional", "desired", "requested", "purpose"};
/// Bytes of an entity's id: databases index no keys of any length (Neo4j: 8 kB).
constexpr std::size_t kLongestId = 400;

/// The key of a label with hyphens for spaces, and without the code points that XML 1.0 (2.2) has not: an id
/// is the same in every export.
std::string id_of(std::string_view label) {
  const std::string key = utf8::fold(label);
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(key, at);
    if (c == ' ') {
      out += '-';
    } else if (c > ' ' && c != 0xFFFE && c != 0xFFFF) {
      out.append(key, begin, at - begin);
    }
  }
  return out;
}

}  // namespace

std::string_view to_string(Polarity p) { return kPolarities[static_cast<std::size_t>(p)]; }
std::string_view to_string(Modality m) { return kModalities[static_cast<std::size_t>(m)]; }

std::optional<Modality> modality_from(std::string_view name) {
  for (std::size_t i = 0; i < kModalities.size(); ++i)
    if (kModalities[i] == name) return static_cast<Modality>(i);
  return std::nullopt;
}

std::string content_hash(const Article& a) {
  return Hasher().add(a.title).add(a.date).add(a.source).add(a.url).add(a.body).hex128();
}

std::string entity_id(EntityType type, std::string_view label) {
  std::string id = utf8::to_lower(to_string(type)) + ':' + id_of(label);
  if (id.size() > kLongestId) {
    const std::string hash = Hasher().add(id).hex64();
    std::size_t end = kLongestId - hash.size() - 1;
    while ((id[end] & 0xC0) == 0x80) --end;  // between two code points
    id.replace(end, std::string::npos, '-' + hash);
  }
  return id;
}

bool is_individual(EntityType t) {
  switch (t) {
    case EntityType::Person:
    case EntityType::State:
    case EntityType::Place:
    case EntityType::Organization:
    case EntityType::Event:
    case EntityType::Agreement:
      return true;
    default:
      return false;
  }
}

std::string statement_id(const Extraction& x, const Statement& s, std::uint32_t number) {
  Hasher hash;
  hash.add(x.document)
      .add(x.entities[s.subject.entity].id)
      .add(s.predicate.lemma)
      .add(s.predicate.preposition);
  hash.add(x.entities[s.object.entity].id).add(s.evidence.begin).add(s.evidence.end);
  hash.add(static_cast<std::uint64_t>(s.evidence.in_title));
  if (number > 1) hash.add(number);
  return 's' + hash.hex64();
}

}  // namespace maillon
