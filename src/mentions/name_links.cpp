// Names -> entities: gazetteer entries, whole names, parts of names, spellings, acronyms with their
// expansion.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/references.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

void link(Draft& draft, std::uint32_t m, std::uint32_t entity, std::string_view rule) {
  draft.mentions[m].entity = entity;
  draft.mentions[m].link = rule;
  DocumentEntity& e = draft.entities[entity];
  const Facets& f = draft.facets[m];
  if (draft.mentions[m].kind == MentionKind::pronoun || draft.mentions[m].kind == MentionKind::derived)
    return;
  if (e.gender == Gender::none && f.type == e.type) e.gender = f.gender;
  // "un juge", then "la juge"
  if (!e.named && e.type == EntityType::Person && f.type == e.type && f.gender == Gender::fem)
    e.gender = f.gender;
  if (e.number == Number::none) e.number = f.number;
  // longer descriptions of institutions, places and events are names as well; a bare noun is not
  const bool described = e.type == f.type && e.type != EntityType::Person && e.type != EntityType::State &&
                         e.type != EntityType::Group && e.type != EntityType::Concept;
  if (draft.mentions[m].kind == MentionKind::nominal && described && f.label.find(' ') != std::string::npos &&
      f.label != e.label)
    e.aliases.push_back(f.label);
}

bool agrees(const DocumentEntity& e, Gender gender, Number number) {
  if (gender != Gender::none && e.gender != Gender::none && gender != e.gender) return false;
  if (number == Number::none || e.number == Number::none) return true;
  // a body of people may be taken up by "ils", but people are not taken up by "il"
  const bool collective = e.type == EntityType::Group || e.type == EntityType::Organization;
  if (collective && number == Number::plur) return true;
  return number == e.number;
}

namespace {

/// Consonants of a folded word, spellings of one sound made equal: the key under which transliterations of a
/// foreign name meet ("Alexandre", "Alexander"; "Youri", "Yuriy").
std::string sound_key(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i], n = i + 1 < word.size() ? word[i + 1] : '\0';
    char k = c;
    switch (c) {
      case 'c':
        k = n == 'h' ? 's' : 'k';
        break;
      case 's':
        k = 's';
        break;
      case 'q':
        k = 'k';
        break;
      case 'w':
        k = 'v';
        break;
      case 'p':
        k = n == 'h' ? 'f' : 'p';
        break;
      case 'j':
        k = 'i';
        break;
      case 'z':
        k = 's';
        break;
      case 'h':
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
        k = '\0';
        break;
      case 'x':
        out += 'k';
        k = 's';
        break;
      default:
        break;
    }
    if (k == '\0' && i == 0) k = 'a';
    if (k != '\0' && (out.empty() || out.back() != k)) out += k;
  }
  return out;
}

std::vector<std::string_view> words_in(std::string_view key) { return split(key, ' '); }

class NameLinker {
 public:
  explicit NameLinker(Draft& draft) : draft_(draft) {}

  void run() {
    // whole names first, the longest before their parts, whatever their order in the text
    std::vector<std::uint32_t> whole;
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const Facets& f = draft_.facets[m];
      if (f.name != kNone && f.entry == kNone && spoken_words(m) > 1) whole.push_back(m);
    }
    std::stable_sort(whole.begin(), whole.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return spoken_words(a) > spoken_words(b); });
    for (const std::uint32_t m : whole) link_whole(m);
    for (const Facets& f : draft_.facets)
      if (f.name != kNone && f.entry != kNone) named_.insert(f.entry);
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.facets[m].entry != kNone && !part_of_person(m)) link_entry(m);
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.facets[m].name != kNone && draft_.mentions[m].entity == kNone) link_part(m);
  }

 private:
  /// Folded words of the name: "Al-Kateb" has two.
  std::size_t spoken_words(std::uint32_t m) const {
    const std::string& key = draft_.names[draft_.facets[m].name].key;
    return 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
  }

  std::uint32_t entity_of_entry(std::uint32_t entry) {
    const auto [at, fresh] = by_entry_.try_emplace(entry, kNone);
    if (fresh) {
      const GazetteerEntry& e = draft_.vocabulary.gazetteer.entry(entry);
      at->second = new_entity(draft_, e.type, e.label, true);
      DocumentEntity& made = draft_.entities.back();
      if (e.type == EntityType::State) made.iso3166 = e.iso3166;
      if (e.type == EntityType::Organization) made.aliases = e.aliases;
      made.gender = e.gender;
      made.number = e.number;
    }
    return at->second;
  }

  void link_entry(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    Mention& mention = draft_.mentions[m];
    std::uint32_t entry = f.entry;
    if (f.name == kNone && !named_.contains(entry)) {  // of two Congos the one that the article names
      const std::uint32_t other = draft_.vocabulary.gazetteer.other_bearer(draft_.word(mention.head).form);
      if (other != kNone && named_.contains(other)) entry = other;
    }
    const GazetteerEntry& e = draft_.vocabulary.gazetteer.entry(entry);
    std::string_view rule = f.name == kNone ? "link.demonym" : "link.gazetteer";
    if (f.name != kNone && e.state != kNone && acts_as_government(draft_, mention.head)) {
      // "Bruxelles a infligé une amende": the union that sits there, where the article names it
      const auto body =
          std::find_if(e.bodies.begin(), e.bodies.end(), [&](std::uint32_t b) { return named_.contains(b); });
      entry = body == e.bodies.end() ? e.state : *body;
      rule = "link.metonymy";
      draft_.facets[m].type = draft_.vocabulary.gazetteer.entry(entry).type;
    } else if (e.state != kNone || e.type == EntityType::State) {
      mention.as_place = f.name != kNone && stands_in_place(draft_, mention.head);
    }
    link(draft_, m, entity_of_entry(entry), rule);
    if (f.second_entry != kNone) mention.more_entities.push_back(entity_of_entry(f.second_entry));
    add_alias(mention.entity, f.label, f.name != kNone);
    if (f.name != kNone && e.type == EntityType::Organization)
      add_beginnings(draft_.names[f.name].key, mention.entity);
  }

  void add_alias(std::uint32_t entity, const std::string& name, bool written) {
    DocumentEntity& e = draft_.entities[entity];
    if (!written || name == e.label) return;
    if (std::find(e.aliases.begin(), e.aliases.end(), name) == e.aliases.end()) e.aliases.push_back(name);
  }

  void link_whole(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const NameSpan& name = draft_.names[f.name];
    if (name.type == EntityType::Person && part(m)) return;
    std::string key;
    for (const std::string_view word : words_in(name.key)) (key += sound_key(word)) += ' ';
    key += static_cast<char>('0' + static_cast<int>(name.type));
    const auto [at, fresh] = by_sound_.try_emplace(key, kNone);
    if (fresh) {
      at->second = new_entity(draft_, name.type, f.label, true);
      draft_.entities.back().gender = name.gender;
      draft_.entities.back().number = Number::sing;
      if (name.type == EntityType::Person) {
        add_parts(name.key, at->second);
        if (name.rule == "name.several-words") guessed_.insert(at->second);
      }
      by_key_.try_emplace(name.key, at->second);
    }
    if (name.type != EntityType::Person) add_beginnings(name.key, at->second);
    if (name.rule == "name.feature") add_proper_part(name.key, at->second);
    link(draft_, m, at->second, "link.whole-name");
    DocumentEntity& e = draft_.entities[at->second];
    if (!fresh && in_capitals(e.label) && !in_capitals(f.label)) {  // a headline's "ANNA BERG"
      std::string label = std::exchange(e.label, f.label);
      std::erase(e.aliases, e.label);
      e.aliases.push_back(std::move(label));
    }
    add_alias(at->second, f.label, true);
  }

  static bool in_capitals(std::string_view name) {
    for (std::size_t at = 0; at < name.size();)
      if (utf8::is_lower(utf8::next(name, at))) return false;
    return true;
  }

  /// A person is named again by any end of the full name and by any of its words.
  void add_parts(std::string_view key, std::uint32_t entity) {
    for (std::size_t at = key.find(' '); at != std::string_view::npos; at = key.find(' ', at + 1))
      by_part_.try_emplace(std::string(key.substr(at + 1)), entity);
    for (const std::string_view word : words_in(key))
      if (word.size() > 2) by_part_.try_emplace(std::string(word), entity);
  }

  /// An institution is named again by the beginning of its name: "la Commission", "le Comité central".
  void add_beginnings(std::string_view key, std::uint32_t entity) {
    for (std::size_t at = key.find(' '); at != std::string_view::npos; at = key.find(' ', at + 1))
      if (at > 3) by_beginning_.insert_or_assign(std::string(key.substr(0, at)), entity);
  }

  /// "l'hôtel Dalva Centre" is named again without its noun: "le Dalva Centre", "le Dalva".
  void add_proper_part(std::string_view key, std::uint32_t entity) {
    key.remove_prefix(key.find(' ') + 1);
    const std::string_view first = key.substr(0, key.find(' '));
    if (first.size() <= 3) return;  // de, du, al
    by_proper_part_.insert_or_assign(std::string(key), entity);
    by_proper_part_.insert_or_assign(std::string(first), entity);
  }

  /// A single name that is the gazetteer's by chance: "Israël" where the article speaks of a person of that
  /// name.
  bool part_of_person(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    if (f.name == kNone || f.definite || draft_.mentions[m].words.size() > 1) return false;
    if (stands_in_place(draft_, draft_.mentions[m].head)) return false;
    const auto found = by_part_.find(draft_.names[f.name].key);
    // a name that only looks like a person's is none against the gazetteer
    return found != by_part_.end() && !guessed_.contains(found->second) && part(m);
  }

  /// Links a person's name to the fuller one that it is part of.
  bool part(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const auto found = by_part_.find(draft_.names[f.name].key);
    if (found == by_part_.end()) return false;
    draft_.facets[m].type = EntityType::Person;
    draft_.facets[m].gender = Gender::none;
    link(draft_, m, found->second, "link.name-part");
    add_alias(found->second, f.label, true);
    return true;
  }

  void link_part(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const NameSpan& name = draft_.names[f.name];
    if (name.type == EntityType::Person && part(m)) return;
    if (f.definite && name.type != EntityType::Person)
      if (const auto found = by_beginning_.find(name.key); found != by_beginning_.end())
        return link(draft_, m, found->second, "link.name-beginning");
    if (name.type != EntityType::Person)
      if (const auto found = by_proper_part_.find(name.key); found != by_proper_part_.end()) {
        draft_.facets[m].type = draft_.entities[found->second].type;
        link(draft_, m, found->second, "link.name-part");
        return add_alias(found->second, f.label, true);
      }
    const auto [at, fresh] = by_key_.try_emplace(name.key, kNone);
    if (fresh) {
      at->second = new_entity(draft_, name.type, f.label, true);
      draft_.entities.back().number = Number::sing;
    }
    link(draft_, m, at->second, "link.same-name");
    add_alias(at->second, f.label, true);
  }

  Draft& draft_;
  std::map<std::uint32_t, std::uint32_t> by_entry_;
  std::set<std::uint32_t> named_;    ///< entries that the article names
  std::set<std::uint32_t> guessed_;  ///< persons by nothing but the shape of their names
  StringMap<std::uint32_t> by_sound_, by_part_, by_beginning_, by_proper_part_, by_key_;
};

}  // namespace

void resolve_names(Draft& draft) { NameLinker(draft).run(); }

}  // namespace maillon
