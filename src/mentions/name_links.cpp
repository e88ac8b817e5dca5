// Names -> entities: gazetteer entries, whole names, parts of names, spellings, acronyms with their
// expansion.
#include <algorithm>
#include <map>

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
  if (e.number == Number::none) e.number = f.number;
}

bool agrees(const DocumentEntity& e, Gender gender, Number number) {
  const bool collective = e.type == EntityType::Group || e.type == EntityType::Organization;
  if (gender != Gender::none && e.gender != Gender::none && gender != e.gender) return false;
  if (number == Number::none || e.number == Number::none || collective) return true;
  return number == e.number;
}

namespace {

/// Consonants of a folded word, spellings of one sound made equal: the key under which transliterations of a
/// foreign name meet ("Alexandre", "Alexander"; "Zelensky", "Zelenskyy").
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
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const Facets& f = draft_.facets[m];
      if (f.entry != kNone)
        link_entry(m);
      else if (f.name != kNone && draft_.names[f.name].words.size() > 1)
        link_whole(m);
    }
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.facets[m].name != kNone && draft_.mentions[m].entity == kNone) link_part(m);
  }

 private:
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
    const GazetteerEntry& e = draft_.vocabulary.gazetteer.entry(entry);
    std::string_view rule = f.name == kNone ? "link.demonym" : "link.gazetteer";
    if (f.name != kNone && e.state != kNone && acts(m)) {
      entry = e.state;
      rule = "link.metonymy";
      draft_.facets[m].type = EntityType::State;
    } else if (e.state != kNone || e.type == EntityType::State) {
      mention.as_place = f.name != kNone && in_place(mention.head);
    }
    link(draft_, m, entity_of_entry(entry), rule);
    if (f.second_entry != kNone) mention.more_entities.push_back(entity_of_entry(f.second_entry));
    add_alias(mention.entity, f.label, f.name != kNone);
  }

  bool in_place(std::uint32_t head) const {
    const Deprel d = universal(draft_.parsed.deprel(head));
    if (d != Deprel::obl && d != Deprel::nmod && d != Deprel::conj) return false;
    const std::uint32_t p = preposition_of(draft_.parsed, head);
    return p != kNone &&
           draft_.vocabulary.words.set("preposition.place").contains(draft_.parsed.word(p).lemma);
  }

  /// A capital or seat of power that does or undergoes what only a government can.
  bool acts(std::uint32_t m) const {
    const ParsedText& parsed = draft_.parsed;
    std::uint32_t head = draft_.mentions[m].head;
    Deprel d = parsed.deprel(head);
    for (int i = 0; i < 4 && d == Deprel::conj && parsed.head(head) != kNone; ++i) {
      if (preposition_of(parsed, head) != kNone) break;
      head = parsed.head(head);
      d = parsed.deprel(head);
    }
    const std::uint32_t p = preposition_of(parsed, head);
    const std::string_view preposition = p == kNone ? std::string_view() : parsed.word(p).lemma;
    const std::uint32_t above = parsed.head(head);
    switch (universal(d)) {
      case Deprel::nsubj:
        return above == kNone ||
               !draft_.vocabulary.words.set("verb.of-place").contains(parsed.word(above).lemma);
      case Deprel::obj:
      case Deprel::iobj:
        return above != kNone &&
               !draft_.vocabulary.words.set("verb.object-place").contains(parsed.word(above).lemma);
      case Deprel::root:
      case Deprel::vocative:
      case Deprel::appos:
        return false;
      case Deprel::obl:
        if (d == Deprel::obl_agent || preposition == "par") return true;
        if (preposition == "à")
          return above != kNone &&
                 draft_.vocabulary.words.set("verb.to-government").contains(parsed.word(above).lemma);
        return draft_.vocabulary.words.set("preposition.government").contains(preposition);
      case Deprel::nmod:
        if (preposition == "de")
          return above != kNone &&
                 !draft_.vocabulary.words.set("noun.town-of").contains(parsed.word(above).lemma);
        return draft_.vocabulary.words.set("preposition.government").contains(preposition);
      default:
        return false;
    }
  }

  void add_alias(std::uint32_t entity, const std::string& name, bool written) {
    DocumentEntity& e = draft_.entities[entity];
    if (!written || name == e.label) return;
    if (std::find(e.aliases.begin(), e.aliases.end(), name) == e.aliases.end()) e.aliases.push_back(name);
  }

  void link_whole(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const NameSpan& name = draft_.names[f.name];
    std::string key;
    for (const std::string_view word : words_in(name.key)) (key += sound_key(word)) += ' ';
    key += static_cast<char>('0' + static_cast<int>(name.type));
    const auto [at, fresh] = by_sound_.try_emplace(key, kNone);
    if (fresh) {
      at->second = new_entity(draft_, name.type, f.label, true);
      draft_.entities.back().gender = name.gender;
      draft_.entities.back().number = Number::sing;
      if (name.type == EntityType::Person)
        for (const std::string_view word : words_in(name.key))
          if (word.size() > 2) by_part_.try_emplace(std::string(word), at->second);
      by_key_.try_emplace(name.key, at->second);
    }
    link(draft_, m, at->second, "link.whole-name");
    add_alias(at->second, f.label, true);
  }

  void link_part(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const NameSpan& name = draft_.names[f.name];
    if (name.type == EntityType::Person) {
      if (const auto part = by_part_.find(name.key); part != by_part_.end()) {
        link(draft_, m, part->second, "link.name-part");
        add_alias(part->second, f.label, true);
        return;
      }
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
  StringMap<std::uint32_t> by_sound_, by_part_, by_key_;
};

}  // namespace

void resolve_names(Draft& draft) { NameLinker(draft).run(); }

}  // namespace maillon
