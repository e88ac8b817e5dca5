#include "relations/participants.hpp"

#include <algorithm>

#include "base/hash.hpp"

namespace maillon {

Participants::Participants(PredicateGraph& graph, Extraction& out)
    : g_(graph), set_(graph.mentions()), parsed_(graph.parsed()), out_(out) {
  cover_.assign(parsed_.size(), kNone);
  entity_.assign(set_.entities.size(), kNone);
  for (std::uint32_t m = 0; m < set_.mentions.size(); ++m) {
    const Mention& mention = set_.mentions[m];
    if (mention.kind != MentionKind::name) continue;
    for (std::uint32_t w = mention.words.begin; w < mention.words.end; ++w) {
      const std::uint32_t other = cover_[w];
      if (other == kNone || set_.mentions[other].words.size() > mention.words.size()) cover_[w] = m;
    }
  }
}

std::uint32_t Participants::mention_of(std::uint32_t word) const {
  const std::uint32_t m = set_.mention_at[word];
  if (m != kNone) return m;
  const Upos u = parsed_.word(word).upos;
  if (u != Upos::NOUN && u != Upos::PROPN && u != Upos::X) return kNone;
  return cover_[word];
}

/// A pronoun that found no antecedent names nobody.
bool Participants::resolved(const Mention& mention) const {
  if (mention.kind != MentionKind::pronoun) return true;
  for (const std::uint32_t m : set_.entities[mention.entity].mentions)
    if (set_.mentions[m].kind != MentionKind::pronoun) return true;
  return set_.entities[mention.entity].named;
}

std::uint32_t Participants::entity(std::uint32_t document_entity) {
  std::uint32_t& slot = entity_[document_entity];
  if (slot != kNone) return slot;
  const DocumentEntity& d = set_.entities[document_entity];
  ExtractedEntity e;
  e.type = d.type;
  e.label = d.label;
  e.aliases = d.aliases;
  e.named = d.named;
  e.iso3166 = d.iso3166;
  e.iri = d.iri;
  e.id = entity_id(d.type, d.label);
  if (!d.named && is_individual(d.type)) {
    Hasher hash;
    hash.add(out_.document).add(static_cast<std::uint64_t>(document_entity));
    e.id += '@' + hash.hex64().substr(0, 8);
  }
  slot = static_cast<std::uint32_t>(out_.entities.size());
  out_.entities.push_back(std::move(e));
  return slot;
}

std::string Participants::phrase(IndexRange words) const {
  if (words.empty()) return {};
  std::string out;
  for (const char c : parsed_.article().slice(parsed_.tagged().span(words))) out += c == '\n' ? ' ' : c;
  return out;
}

Party Participants::literal(std::uint32_t word, std::string_view text) {
  const auto [at, fresh] =
      literals_.try_emplace(std::string(text), static_cast<std::uint32_t>(out_.entities.size()));
  if (fresh) {
    ExtractedEntity e;
    e.type = EntityType::Literal;
    e.label = text;
    e.id = entity_id(e.type, e.label);
    out_.entities.push_back(std::move(e));
  }
  return {word, kNone, at->second, {}};
}

Participant Participants::participant(const Party& p) const {
  Participant out;
  out.entity = p.entity;
  out.mention = p.mention == kNone ? out_.entities[p.entity].label : phrase(set_.mentions[p.mention].words);
  return out;
}

void Participants::add(std::uint32_t word, std::uint32_t mention, std::uint32_t document_entity,
                       std::string_view preposition, std::vector<Party>& out) {
  const std::uint32_t e = entity(document_entity);
  for (const Party& p : out)
    if (p.entity == e) return;
  out.push_back({word, mention, e, preposition});
}

/// "des pays comme X et Y", "des groupes, dont Z": the named examples are meant, too.
void Participants::examples(std::uint32_t word, std::vector<Party>& out) {
  if (parsed_.word(word).upos != Upos::NOUN) return;
  for (const std::uint32_t c : parsed_.children(word)) {
    const Upos u = parsed_.word(c).upos;
    if (c <= word || (u != Upos::PROPN && u != Upos::NOUN)) continue;
    const bool several = parsed_.word(word).morph.number == Number::plur;
    if (g_.is_example(c)) {
      // "un fil comme des cheveux": like what, no example
      if (several || u == Upos::PROPN || g_.case_of(c) != "comme") resolve(c, out);
    } else if (several) {
      for (const std::uint32_t inner : parsed_.children(c))  // "des pays d'Amérique comme X"
        if (inner > c && parsed_.word(inner).upos == Upos::PROPN && g_.is_example(inner)) resolve(inner, out);
    }
  }
  for (const auto& [noun, example] : g_.examples)
    if (noun == word) resolve(example, out);
}

/// "ce que X qualifie d'offensive": the free relative stands for what it is called.
std::uint32_t Participants::called(std::uint32_t word) const {
  if (parsed_.word(word).upos != Upos::PRON) return word;
  for (const std::uint32_t c : parsed_.children(word)) {
    const std::uint32_t p = g_.predicate_at[c];
    if (parsed_.deprel(c) != Deprel::acl_relcl || p == kNone) continue;
    const Frame* frame = g_.frame_of(p);
    if (frame == nullptr || frame->relation != "DESCRIBES_AS") continue;
    for (std::uint32_t a = g_.predicates[p].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.preposition == "de" || argument.preposition == "comme" || argument.slot == Slot::attribute)
        return argument.word;
    }
  }
  return word;
}

/// "une chose", "le fait", "en train", "c'": a noun without content, a function word, a bare number.
bool Participants::tells_nothing(const Mention& mention) const {
  if (mention.kind != MentionKind::nominal) return false;
  const TaggedWord& w = parsed_.word(mention.head);
  switch (w.upos) {
    case Upos::NOUN:
      break;
    case Upos::NUM:
      return set_.entities[mention.entity].mentions.size() == 1;
    case Upos::PRON:
      return !has_content(mention.head) && !g_.frames().is(WordClass::negative_word, w.lemma) &&
             set_.entities[mention.entity].mentions.size() == 1;
    case Upos::DET:
    case Upos::ADP:
    case Upos::ADV:
    case Upos::SCONJ:
    case Upos::CCONJ:
    case Upos::PUNCT:
    case Upos::SYM:
      return true;
    default:
      return false;
  }
  if (mention.quantity != kNone && !is_share_of_people(mention) &&
      !set_.quantities[mention.quantity].unit.empty() && g_.frames().is(WordClass::measure_noun, w.lemma))
    return true;  // "58 %"
  return g_.frames().is(WordClass::empty_noun, w.lemma) && !has_content(mention.head);
}

/// "97 % des électeurs": a share that coreference has found to be the voters.
bool Participants::is_share_of_people(const Mention& mention) const {
  return mention.link == "link.measure" && set_.quantities[mention.quantity].unit == "%";
}

bool Participants::is_bare_pronoun(const Mention& mention) const {
  const DocumentEntity& entity = set_.entities[mention.entity];
  return !entity.named && parsed_.word(mention.head).upos == Upos::PRON && !has_content(mention.head) &&
         !g_.frames().is(WordClass::negative_word, parsed_.word(mention.head).lemma) &&
         entity.label == phrase(mention.words);
}

/// Something says which one it is or how many: an adjective, a number, a complement, a relative clause.
bool Participants::has_content(std::uint32_t word) const {
  for (const std::uint32_t c : parsed_.children(word)) {
    const Deprel u = universal(parsed_.deprel(c));
    if (u == Deprel::acl && parsed_.deprel(c) != Deprel::acl_relcl && parsed_.child(c, Deprel::mark) != kNone)
      continue;  // "le fait que"
    if (u == Deprel::amod || u == Deprel::nummod || u == Deprel::nmod || u == Deprel::acl ||
        u == Deprel::flat || u == Deprel::appos)
      return true;
  }
  return false;
}

std::string Participants::amount(std::uint32_t word) const {
  const std::uint32_t m = set_.mention_at[word];
  if (m == kNone || set_.mentions[m].quantity == kNone || set_.mentions[m].kind != MentionKind::nominal ||
      is_share_of_people(set_.mentions[m]) ||
      !g_.frames().is(WordClass::measure_noun, parsed_.word(word).lemma))
    return {};
  if (set_.quantities[set_.mentions[m].quantity].unit.empty()) return {};  // "des milliers de soldats"
  const IndexRange number = set_.quantities[set_.mentions[m].quantity].words;
  const IndexRange whole = set_.mentions[m].words;
  return phrase({std::min(number.begin, whole.begin), std::max(number.end, whole.end)});
}

/// Without marks and "que" at the edges.
IndexRange Participants::trimmed(IndexRange words) const {
  const auto is_edge = [&](std::uint32_t w, bool first) {
    const TaggedWord& word = parsed_.word(w);
    return word.upos == Upos::PUNCT || word.upos == Upos::CCONJ ||
           (first && (word.lemma == "que" ||
                      ((word.lemma == "de" || word.lemma == "à") && parsed_.deprel(w) == Deprel::mark)));
  };
  while (!words.empty() && is_edge(words.begin, true)) ++words.begin;
  while (!words.empty() && is_edge(words.end - 1, false)) --words.end;
  return words;
}

std::string Participants::clause_text(std::uint32_t clause, std::uint32_t governor) const {
  constexpr std::size_t kLongest = 200;  // bytes: a label, not a page
  const IndexRange all = parsed_.subtree(clause);
  IndexRange cut{all.end, all.end};
  if (all.contains(governor)) cut = parsed_.subtree(governor);
  if (cut.contains(clause)) return {};
  std::string out = phrase(trimmed({all.begin, cut.begin}));
  const std::string rest = phrase(trimmed({cut.end, all.end}));
  if (!out.empty() && !rest.empty()) out += ' ';
  out += rest;
  if (out.size() > kLongest) {
    std::size_t end = out.rfind(' ', kLongest);
    if (end == std::string::npos) return {};
    out.replace(end, std::string::npos, " …");
  }
  return out;
}

/// "des hommes noirs et d'origine étrangère", "les champions nationaux et de l'Europe": the second member is
/// coordinated with an adjective of the first.
bool Participants::tells_of(std::uint32_t word, std::uint32_t member) const {
  const std::string_view own = g_.case_of(member);
  if (own.empty() || !g_.case_of(word).empty()) return false;
  if (g_.is_bare(member)) return true;
  if (own != "de") return false;
  for (const std::uint32_t c : parsed_.children(word))
    if (parsed_.deprel(c) == Deprel::amod && c > word && c < member) return true;
  return false;
}

void Participants::resolve(std::uint32_t word, std::vector<Party>& out) {
  const std::uint32_t other_word = called(word);
  if (other_word != word) return resolve(other_word, out);
  const std::uint32_t m = mention_of(word);
  if (m != kNone) {
    const Mention& mention = set_.mentions[m];
    if (resolved(mention) && !tells_nothing(mention)) {
      add(word, m, mention.entity, {}, out);
      for (const std::uint32_t other : mention.more_entities) add(word, m, other, {}, out);
    }
  }
  examples(word, out);
  std::vector<std::uint32_t> members;
  g_.conjuncts(word, members);
  for (const std::uint32_t c : members) {
    // "des hommes noirs et d'origine étrangère": the second tells more of the men
    if (tells_of(word, c)) continue;
    const std::size_t before = out.size();
    resolve(c, out);
    if (const bool denied = g_.is_denied(c); denied || g_.is_contrasted(c))
      for (std::size_t i = before; i < out.size(); ++i) (denied ? out[i].denied : out[i].contrasted) = true;
    const std::string_view own = g_.case_of(c);
    if (own.empty() || own == g_.case_of(word)) continue;
    for (std::size_t i = before; i < out.size(); ++i)
      if (out[i].preposition.empty()) out[i].preposition = own;
  }
}

}  // namespace maillon
