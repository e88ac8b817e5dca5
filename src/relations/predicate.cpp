#include "relations/predicate.hpp"

#include "base/utf8.hpp"

namespace maillon {

PredicateGraph::PredicateGraph(const MentionSet& mentions, const FrameSet& frames)
    : mentions_(&mentions), frames_(&frames) {
  predicate_at.assign(mentions.parsed->size(), kNone);
}

void PredicateGraph::add_argument(std::uint32_t predicate, Slot slot, std::uint32_t word,
                                  std::string_view preposition, std::string_view rule, bool shared) {
  PredicateInstance& p = predicates[predicate];
  for (std::uint32_t a = p.first_argument; a != kNone; a = arguments[a].next)
    if (arguments[a].word == word && arguments[a].preposition == preposition) return;
  const auto at = static_cast<std::uint32_t>(arguments.size());
  arguments.push_back({slot, shared, word, preposition, rule, kNone});
  if (p.last_argument == kNone) {
    p.first_argument = at;
  } else {
    arguments[p.last_argument].next = at;
  }
  p.last_argument = at;
}

std::uint32_t PredicateGraph::argument(std::uint32_t predicate, Slot slot) const {
  for (std::uint32_t a = predicates[predicate].first_argument; a != kNone; a = arguments[a].next)
    if (arguments[a].slot == slot) return a;
  return kNone;
}

std::string_view PredicateGraph::case_of(std::uint32_t word) {
  const ParsedText& parsed = mentions_->parsed[0];
  std::string_view out;
  for (const std::uint32_t c : parsed.children(word)) {
    if (c > word) break;
    if (parsed.deprel(c) != Deprel::case_) continue;
    std::string_view part = parsed.word(c).lemma;
    bool extended = false;
    for (const std::uint32_t f : parsed.children(c)) {
      if (parsed.deprel(f) != Deprel::fixed && parsed.word(f).upos != Upos::ADP) continue;
      if (!extended) part = arena.store(utf8::to_lower(parsed.word(c).form));
      extended = true;
      const TaggedWord& w = parsed.word(f);
      std::string rest = " ";
      rest += w.upos == Upos::ADP || w.upos == Upos::DET ? std::string(w.lemma) : utf8::to_lower(w.form);
      part = arena.store(part, rest);
    }
    if (out.empty()) {
      out = part;
    } else {
      out = arena.store(arena.store(out, " "), part);
    }
  }
  return out;
}

std::uint32_t PredicateGraph::antecedent(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  const TaggedWord& w = parsed.word(word);
  const bool relative =
      w.morph.pron_type == PronType::rel || ((w.upos == Upos::PRON || w.upos == Upos::ADV) &&
                                             (w.lemma == "dont" || w.lemma == "où" || w.lemma == "qui"));
  if (!relative) return word;
  std::uint32_t at = word;
  for (int steps = 0; at != kNone && steps < 6; ++steps, at = parsed.head(at)) {
    if (parsed.deprel(at) != Deprel::acl_relcl && parsed.deprel(at) != Deprel::acl) continue;
    const std::uint32_t noun = parsed.head(at);
    return noun < word ? noun : word;
  }
  return word;
}

std::uint32_t PredicateGraph::governor(std::uint32_t word) const {
  for (std::uint32_t at = word; at != kNone; at = parsed().head(at))
    if (predicate_at[at] != kNone) return predicate_at[at];
  return kNone;
}

}  // namespace maillon
