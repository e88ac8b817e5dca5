#include "graph/entity_resolver.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "graph/entity_clusters.hpp"
#include "graph/statement_merger.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

constexpr std::string_view kFile = "fr/graph/resolution.json";
/// Shorter names differ by a letter too often to be one.
constexpr std::size_t kNearSpellingBytes = 6;

/// "TV" and "PC" are kinds of things.
constexpr std::size_t kAcronymBytes = 3;
/// A person whom so many articles name in full is meant where another one gives the family name alone.
constexpr std::size_t kWellKnownDocuments = 3;

using Keyed = std::pair<std::string, std::uint32_t>;  ///< key, atom

std::vector<std::string_view> tokens_of(std::string_view key) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end > begin) out.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// A capital letter after the first character: the label names somebody.
bool names_somebody(std::string_view label) {
  bool word_begins = true;
  for (std::size_t at = 0, count = 0; at < label.size(); ++count) {
    const char32_t c = utf8::next(label, at);
    if (count > 0 && word_begins && utf8::is_upper(c)) return true;
    word_begins = !utf8::is_alpha(c);
  }
  return false;
}

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (utf8::is_upper(utf8::next(text, at))) return true;
  return false;
}

bool is_acronym(std::string_view word) {
  if (word.size() < kAcronymBytes || word.size() > 8) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (utf8::is_upper(c)) {
      ++capitals;
    } else if (!utf8::is_digit(c) && c != '-') {
      return false;
    }
  }
  return capitals >= 2;
}

void sort_distinct(std::vector<std::string_view>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

/// One resolution: the atoms (one per entity of each document) and the passes over them.
class EntityResolver::Run {
 public:
  Run(const EntityResolver& resolver, const std::vector<const Extraction*>& documents)
      : resolver_(resolver),
        documents_(documents),
        offsets_(atom_offsets(documents)),
        clusters_(profiles()) {}

  Resolution run(const std::vector<SameAs>& same_as) {
    apply_same_as(same_as);
    merge_identifiers();
    merge_same_names();
    merge_transliterations();
    merge_acronyms();
    merge_aliases();
    merge_fuller_names();
    merge_near_spellings();
    merge_family_names();
    merge_qualified_phrases();
    merge_phrases_in_context();
    return result();
  }

 private:
  static std::vector<std::uint32_t> atom_offsets(const std::vector<const Extraction*>& documents) {
    std::vector<std::uint32_t> out{0};
    for (const Extraction* x : documents)
      out.push_back(out.back() + static_cast<std::uint32_t>(x->entities.size()));
    return out;
  }

  EntityRef ref(std::uint32_t atom) const {
    const auto at = std::upper_bound(offsets_.begin(), offsets_.end(), atom) - offsets_.begin() - 1;
    const auto document = static_cast<std::uint32_t>(at);
    return {document, atom - offsets_[document]};
  }
  const ExtractedEntity& entity(std::uint32_t atom) const { return *entities_[atom]; }
  std::uint32_t document(std::uint32_t atom) const { return document_of_[atom]; }

  std::vector<EntityProfile> profiles();
  void add_company(std::vector<EntityProfile>& out, std::uint32_t d, const Statement& s);

  /// Merges the atoms that share a key, each into the fitting cluster it has most in common with.
  void merge_by_key(std::vector<Keyed> keyed, std::string_view rule);
  void merge_in_window(std::vector<Keyed> keyed, std::string_view rule);
  bool near_in_time(std::uint32_t a, std::uint32_t b) const;

  void apply_same_as(const std::vector<SameAs>& same_as);
  void merge_identifiers();
  void merge_same_names();
  void merge_transliterations();
  void merge_acronyms();
  void merge_aliases();
  void merge_fuller_names();
  void merge_near_spellings();
  void merge_family_names();
  void merge_qualified_phrases();
  void merge_phrases_in_context();
  Resolution result() const;

  bool is_named(std::uint32_t atom) const { return entity(atom).named; }
  std::string typed(std::uint32_t atom, std::string_view key) const {
    return std::string(to_string(entity(atom).type)) + ':' + std::string(key);
  }

  const EntityResolver& resolver_;
  const std::vector<const Extraction*>& documents_;
  std::vector<std::uint32_t> offsets_;  ///< first atom of each document
  std::vector<const ExtractedEntity*> entities_;
  std::vector<std::uint32_t> document_of_;
  std::vector<std::string> plain_, spelt_;          ///< keys of each atom's label
  std::vector<std::optional<TimeSpan>> published_;  ///< of each document
  EntityClusters clusters_;
};

// ---- what is known of each atom

std::vector<EntityProfile> EntityResolver::Run::profiles() {
  const std::uint32_t count = offsets_.back();
  std::vector<EntityProfile> out(count);
  plain_.reserve(count);
  spelt_.reserve(count);
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    published_.push_back(parse_time(documents_[d]->date));
    for (const ExtractedEntity& e : documents_[d]->entities) {
      EntityProfile& profile = out[entities_.size()];
      profile.type = e.type;
      if (!e.iri.empty()) profile.iris.push_back(e.iri);
      if (e.type == EntityType::State && !e.iso3166.empty()) profile.isos.push_back(e.iso3166);
      entities_.push_back(&e);
      document_of_.push_back(d);
      plain_.push_back(NameKeys::plain(e.label));
      spelt_.push_back(resolver_.keys_.transliterated(e.label));
    }
  }
  for (std::uint32_t d = 0; d < documents_.size(); ++d)
    for (const Statement& s : documents_[d]->statements) add_company(out, d, s);
  for (EntityProfile& p : out) {
    sort_distinct(p.states);
    sort_distinct(p.roles);
    sort_distinct(p.neighbours);
  }
  return out;
}

void EntityResolver::Run::add_company(std::vector<EntityProfile>& out, std::uint32_t d, const Statement& s) {
  const std::uint32_t subject = offsets_[d] + s.subject.entity, object = offsets_[d] + s.object.entity;
  if (entity(subject).type == EntityType::State || entity(object).type == EntityType::State) {
    const bool affiliation =
        std::binary_search(resolver_.affiliations_.begin(), resolver_.affiliations_.end(), s.relation);
    if (affiliation && s.qualifiers.polarity == Polarity::affirmative &&
        entity(object).type == EntityType::State) {
      out[subject].states.push_back(plain_[object]);
      out[subject].roles.push_back(s.predicate.lemma);
    }
    return;
  }
  const auto is_company = [&](std::uint32_t atom) {
    return is_named(atom) &&
           (entity(atom).type == EntityType::Person || entity(atom).type == EntityType::Organization);
  };
  if (is_company(object)) out[subject].neighbours.push_back(spelt_[object]);
  if (is_company(subject)) out[object].neighbours.push_back(spelt_[subject]);
}

// ---- merging by keys

void EntityResolver::Run::merge_by_key(std::vector<Keyed> keyed, std::string_view rule) {
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::uint32_t> seen;  // one atom of each cluster under this key
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    if (i == 0 || keyed[i].first != keyed[i - 1].first) seen.clear();
    const std::uint32_t atom = keyed[i].second;
    const auto same = [&](std::uint32_t s) { return clusters_.find(s) == clusters_.find(atom); };
    if (std::any_of(seen.begin(), seen.end(), same)) continue;
    std::uint32_t best = kNone;
    for (const std::uint32_t s : seen) {
      if (!clusters_.compatible(s, atom)) continue;
      if (best == kNone || clusters_.profile(s).overlap(clusters_.profile(atom)) >
                               clusters_.profile(best).overlap(clusters_.profile(atom)))
        best = s;
    }
    if (best == kNone) {
      seen.push_back(atom);
    } else {
      clusters_.merge(best, atom, rule, keyed[i].first);
    }
  }
}

bool EntityResolver::Run::near_in_time(std::uint32_t a, std::uint32_t b) const {
  const auto& x = published_[document(a)];
  const auto& y = published_[document(b)];
  if (!x || !y) return true;
  const TimeSpan around{x->first - resolver_.window_days_, x->last + resolver_.window_days_};
  return around.overlaps(*y);
}

/// As merge_by_key, but only neighbours in time: last year's "marins de Riga" are others.
void EntityResolver::Run::merge_in_window(std::vector<Keyed> keyed, std::string_view rule) {
  const auto day = [&](std::uint32_t atom) {
    const auto& date = published_[document(atom)];
    return date ? date->first : TimeSpan::kOpenBegin;
  };
  std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::pair(day(a.second), a.second) < std::pair(day(b.second), b.second);
  });
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const auto& [key, atom] = keyed[i];
    const std::uint32_t before = keyed[i - 1].second;
    if (key == keyed[i - 1].first && near_in_time(before, atom) && clusters_.compatible(before, atom))
      clusters_.merge(before, atom, rule, key);
  }
}

// ---- the passes, most certain first

void EntityResolver::Run::apply_same_as(const std::vector<SameAs>& same_as) {
  std::vector<Keyed> keyed;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    keyed.emplace_back(entity(atom).id, atom);
    if (is_named(atom)) keyed.emplace_back(plain_[atom], atom);
  }
  std::sort(keyed.begin(), keyed.end());
  const auto atoms = [&](std::string_view name) {
    std::vector<std::uint32_t> out;
    for (const std::string& key : {std::string(name), NameKeys::plain(name)}) {
      for (auto at = std::lower_bound(keyed.begin(), keyed.end(), Keyed(key, 0));
           at != keyed.end() && at->first == key; ++at)
        out.push_back(at->second);
    }
    return out;
  };
  for (const SameAs& pair : same_as) {
    const std::vector<std::uint32_t> left = atoms(pair.left), right = atoms(pair.right);
    if (left.empty()) continue;
    for (const std::uint32_t atom : right)
      clusters_.merge(left.front(), atom, "same-as", pair.left + " = " + pair.right);
  }
}

void EntityResolver::Run::merge_identifiers() {
  std::vector<Keyed> keyed;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!entity(atom).iri.empty()) keyed.emplace_back(typed(atom, entity(atom).iri), atom);
    if (entity(atom).type == EntityType::State && !entity(atom).iso3166.empty())
      keyed.emplace_back(typed(atom, entity(atom).iso3166), atom);
  }
  merge_by_key(std::move(keyed), "same-identifier");
}

void EntityResolver::Run::merge_same_names() {
  std::vector<Keyed> keyed;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom)
    if (is_named(atom) || entity(atom).type == EntityType::Literal)
      keyed.emplace_back(typed(atom, plain_[atom]), atom);
  merge_by_key(std::move(keyed), "same-name");
}

void EntityResolver::Run::merge_transliterations() {
  std::vector<Keyed> keyed;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    const EntityType type = entity(atom).type;
    if (is_named(atom) && (type == EntityType::Person || type == EntityType::Place))
      keyed.emplace_back(typed(atom, spelt_[atom]), atom);
  }
  merge_by_key(std::move(keyed), "transliteration");
}

/// "l'agence danoise NORD" is NORD; "l'envoyé du NORD" is not.
void EntityResolver::Run::merge_acronyms() {
  std::vector<Keyed> keyed;
  const auto& blockers = resolver_.acronym_blockers_;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom) || entity(atom).type != EntityType::Organization) continue;
    const std::string& label = entity(atom).label;
    const std::size_t space = label.find_last_of(" '");
    const std::string_view last = std::string_view(label).substr(space == std::string::npos ? 0 : space + 1);
    if (!is_acronym(last)) continue;
    const auto words = tokens_of(plain_[atom]);
    const bool blocked = words.size() > 1 && std::find(blockers.begin(), blockers.end(),
                                                       words[words.size() - 2]) != blockers.end();
    if (!blocked) keyed.emplace_back(typed(atom, utf8::fold(last)), atom);
  }
  merge_by_key(std::move(keyed), "acronym");
}

/// One article says that two names are one thing; the others follow. Family names are left to a later pass.
void EntityResolver::Run::merge_aliases() {
  std::map<std::string, std::vector<std::uint32_t>> by_label;  // clusters, as their first atoms
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom)) continue;
    auto& known = by_label[typed(atom, plain_[atom])];
    const std::uint32_t cluster = clusters_.find(atom);
    if (std::find(known.begin(), known.end(), cluster) == known.end()) known.push_back(cluster);
  }
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom)) continue;
    for (const std::string& alias : entity(atom).aliases) {
      const std::string plain = NameKeys::plain(alias);
      if (!has_capital(alias)) continue;
      if (entity(atom).type == EntityType::Person && plain.find(' ') == std::string::npos) continue;
      const auto at = by_label.find(typed(atom, plain));
      if (at == by_label.end() || at->second.size() != 1) continue;
      const std::uint32_t other = at->second.front();
      if (clusters_.compatible(atom, other)) clusters_.merge(other, atom, "alias", at->first);
    }
  }
}

/// "Jan Pieter Novak" and "Jan Novak Lund" are "Jan Novak" where they have something in common: a given name
/// and a family name that the fuller name begins with, or that it begins and ends with.
void EntityResolver::Run::merge_fuller_names() {
  std::map<std::string, std::vector<std::uint32_t>> short_names, fuller_names;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom) || entity(atom).type != EntityType::Person) continue;
    const auto words = tokens_of(spelt_[atom]);
    if (words.size() == 2) short_names[spelt_[atom]].push_back(atom);
    if (words.size() < 3) continue;
    fuller_names[std::string(words[0]) + ' ' + std::string(words.back())].push_back(atom);
    fuller_names[std::string(words[0]) + ' ' + std::string(words[1])].push_back(atom);
  }
  for (const auto& [name, fuller] : fuller_names) {
    const auto at = short_names.find(name);
    if (at == short_names.end()) continue;
    for (const std::uint32_t atom : fuller) {
      for (const std::uint32_t other : at->second) {
        if (!clusters_.compatible(atom, other)) continue;
        if (clusters_.profile(atom).overlap(clusters_.profile(other)) == 0) continue;
        clusters_.merge(other, atom, "fuller-name", name);
        break;
      }
    }
  }
}

/// One letter more, less or other, in a long name whose other parts agree, with something in common.
void EntityResolver::Run::merge_near_spellings() {
  std::map<std::string, std::vector<std::uint32_t>> blocks;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom) || entity(atom).type != EntityType::Person) continue;
    const std::string& key = spelt_[atom];
    const std::size_t space = key.rfind(' ');
    if (space == std::string::npos) continue;
    blocks[key.substr(0, space + 2)].push_back(atom);  // given names and the family name's first letter
    blocks[key.substr(0, 1) + key.substr(space)].push_back(atom);  // the other way round
  }
  for (const auto& [block, atoms] : blocks) {
    std::vector<std::uint32_t> seen;  // one atom a spelling
    for (const std::uint32_t atom : atoms) {
      const auto known = [&](std::uint32_t s) { return spelt_[s] == spelt_[atom]; };
      if (std::any_of(seen.begin(), seen.end(), known)) continue;
      for (const std::uint32_t other : seen) {
        const auto a = tokens_of(spelt_[atom]), b = tokens_of(spelt_[other]);
        if (a.size() != b.size()) continue;
        const bool given = a.back() == b.back();
        const std::string_view x = given ? a.front() : a.back(), y = given ? b.front() : b.back();
        if (std::min(x.size(), y.size()) < kNearSpellingBytes || edit_distance(x, y, 1) > 1) continue;
        if (!clusters_.compatible(atom, other)) continue;
        if (clusters_.profile(atom).overlap(clusters_.profile(other)) == 0) continue;
        clusters_.merge(other, atom, "near-spelling", spelt_[other] + " ~ " + spelt_[atom]);
      }
      seen.push_back(atom);
    }
  }
}

/// An article that only says "Novak" speaks of the one Novak whom the others know, if there is one and either
/// the two have something in common or he is named in full by many.
void EntityResolver::Run::merge_family_names() {
  std::map<std::string, std::vector<std::uint32_t>> by_name;   // clusters of fuller names
  std::map<std::uint32_t, std::set<std::uint32_t>> documents;  // of each cluster
  const auto add = [&](std::string key, std::uint32_t cluster) {
    auto& known = by_name[std::move(key)];
    if (std::find(known.begin(), known.end(), cluster) == known.end()) known.push_back(cluster);
  };
  std::vector<std::uint32_t> short_names;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (!is_named(atom) || entity(atom).type != EntityType::Person) continue;
    const auto words = tokens_of(spelt_[atom]);
    if (words.size() < 2) {
      short_names.push_back(atom);
      continue;
    }
    const std::uint32_t cluster = clusters_.find(atom);
    documents[cluster].insert(document(atom));
    add(std::string(words.back()), cluster);
    for (const std::string& alias : entity(atom).aliases) {
      std::string key = resolver_.keys_.transliterated(alias);
      if (key.find(' ') == std::string::npos && key != words.back()) add(std::move(key), cluster);
    }
  }
  for (const std::uint32_t atom : short_names) {
    const auto at = by_name.find(spelt_[atom]);
    if (at == by_name.end()) continue;
    std::vector<std::pair<std::size_t, std::uint32_t>> bearers;  // documents, cluster
    for (const std::uint32_t cluster : at->second) bearers.emplace_back(documents[cluster].size(), cluster);
    std::sort(bearers.rbegin(), bearers.rend());
    const auto [best, other] = bearers.front();
    const bool only = bearers.size() == 1;
    const bool well_known =
        best >= kWellKnownDocuments && (only || best >= kWellKnownDocuments * bearers[1].first);
    if (!clusters_.compatible(atom, other)) continue;
    if (well_known || (only && clusters_.profile(atom).overlap(clusters_.profile(other)) > 0))
      clusters_.merge(other, atom, "family-name", at->first);
  }
}

/// "guerre en Ruritanie" is one, whoever tells of it; what can come again (a group, a meeting) is one near in
/// time.
void EntityResolver::Run::merge_qualified_phrases() {
  std::vector<Keyed> lasting, passing;
  for (std::uint32_t atom = 0; atom < clusters_.size(); ++atom) {
    if (is_named(atom) || !names_somebody(entity(atom).label)) continue;
    const EntityType type = entity(atom).type;
    if (type == EntityType::Literal) continue;
    const bool lasts = type == EntityType::Place || type == EntityType::Organization ||
                       type == EntityType::Concept || type == EntityType::Artifact;
    (lasts ? lasting : passing).emplace_back(typed(atom, plain_[atom]), atom);
  }
  merge_by_key(std::move(lasting), "qualified-phrase");
  merge_in_window(std::move(passing), "qualified-phrase");
}

/// "soldats" of two articles are one group where the same named party does the same with as many of them.
void EntityResolver::Run::merge_phrases_in_context() {
  // A thing or an idea of one word ("rapport") is another one each time; so is what an open relation tells
  // of.
  const auto can_meet_in_context = [&](std::uint32_t phrase, const Statement& s) {
    const EntityType type = entity(phrase).type;
    if (type == EntityType::Literal || is_open_relation(s.relation, s.predicate.lemma)) return false;
    const bool actor_or_act = type == EntityType::Group || type == EntityType::Person ||
                              type == EntityType::Agreement || type == EntityType::Event;
    return actor_or_act || plain_[phrase].find(' ') != std::string::npos;
  };
  std::vector<Keyed> keyed;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    for (const Statement& s : documents_[d]->statements) {
      const std::uint32_t subject = offsets_[d] + s.subject.entity, object = offsets_[d] + s.object.entity;
      if (is_named(subject) == is_named(object)) continue;
      const std::uint32_t phrase = is_named(subject) ? object : subject;
      const std::uint32_t party = is_named(subject) ? subject : object;
      if (!can_meet_in_context(phrase, s)) continue;
      std::string key = typed(phrase, plain_[phrase]) + (phrase == subject ? " does " : " of ") + s.relation +
                        ' ' + s.predicate.preposition + ' ' + std::to_string(clusters_.find(party));
      if (s.qualifiers.quantity) key += ' ' + std::to_string(s.qualifiers.quantity->value);
      keyed.emplace_back(std::move(key), phrase);
    }
  }
  merge_in_window(std::move(keyed), "same-context");
}

Resolution EntityResolver::Run::result() const {
  Resolution out;
  std::vector<std::uint32_t> number(clusters_.size(), kNone);
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    out.cluster_of.emplace_back(documents_[d]->entities.size());
    for (std::uint32_t e = 0; e < documents_[d]->entities.size(); ++e) {
      std::uint32_t& n = number[clusters_.find(offsets_[d] + e)];
      if (n == kNone) {
        n = static_cast<std::uint32_t>(out.clusters.size());
        out.clusters.emplace_back();
        out.document_bound.push_back(true);
      }
      out.clusters[n].push_back({d, e});
      out.cluster_of[d][e] = n;
      const std::uint32_t atom = offsets_[d] + e;
      if (is_named(atom) || entity(atom).type == EntityType::Literal || names_somebody(entity(atom).label))
        out.document_bound[n] = false;
    }
  }
  for (const EntityClusters::Link& link : clusters_.links())
    out.links.push_back({ref(link.left), ref(link.right), link.rule, link.detail});
  return out;
}

Resolution EntityResolver::resolve(const std::vector<const Extraction*>& documents,
                                   const std::vector<SameAs>& same_as) const {
  return Run(*this, documents).run(same_as);
}

Result<EntityResolver> EntityResolver::load(const Schemas& schemas) {
  auto keys = NameKeys::load(schemas);
  if (!keys) return std::move(keys).error();
  const auto text = schemas.read(kFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string file = "schemas/" + std::string(kFile);
  if (json.HasParseError() || !json.IsObject()) return error_in(file, "is not a JSON object");
  EntityResolver out;
  out.keys_ = std::move(*keys);
  const auto read = [&](const char* name, std::vector<std::string>& into) {
    const auto at = json.FindMember(name);
    if (at == json.MemberEnd() || !at->value.IsArray()) return false;
    for (const auto& item : at->value.GetArray()) {
      if (!item.IsString()) return false;
      into.emplace_back(item.GetString(), item.GetStringLength());
    }
    std::sort(into.begin(), into.end());
    return true;
  };
  if (!read("affiliation_relations", out.affiliations_) || !read("acronym_blockers", out.acronym_blockers_))
    return error_in(file, "\"affiliation_relations\" and \"acronym_blockers\" must be arrays of strings");
  const auto window = json.FindMember("same_window_days");
  if (window == json.MemberEnd() || !window->value.IsInt())
    return error_in(file, "\"same_window_days\" must be an integer");
  out.window_days_ = window->value.GetInt();
  return out;
}

}  // namespace maillon
