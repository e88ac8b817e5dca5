#include "relations/derivation.hpp"

#include "relations/builder.hpp"

namespace maillon {

namespace {

bool colours_its_clause(const Frame& f) {
  return f.is_operator || f.clause.attributed || f.clause.modality || f.clause.negates;
}

void add_predicate(const PredicateGraph& g, std::uint32_t index, Derivation& out) {
  const PredicateInstance& p = g.predicates[index];
  out.predicate_words = p.words;
  out.time = p.time;
  out.place = p.place;
  out.negated = p.negated;
  out.conditional = p.mood == Mood::cnd;
  for (std::uint32_t s = p.source; s != kNone; s = g.sources[s].next)
    out.sources.push_back(g.sources[s].word);
  for (std::uint32_t above = p.parent; above != kNone; above = g.predicates[above].parent) {
    const Frame* frame = g.frame_of(above);
    if (frame != nullptr && colours_its_clause(*frame))
      out.governors.push_back({g.predicates[above].head, frame->id});
  }
}

}  // namespace

std::vector<Derivation> StatementBuilder::derivations() const {
  std::vector<Derivation> out;
  out.reserve(origins_.size());
  for (const StatementOrigin& origin : origins_) {
    Derivation d;
    d.predicate = origin.word;
    d.predicate_words = {origin.word, origin.word + 1};
    d.subject = origin.subject.word;
    d.object = origin.object.word;
    d.subject_mention = origin.subject.mention;
    d.object_mention = origin.object.mention;
    if (origin.predicate != kNone) add_predicate(g_, origin.predicate, d);
    out.push_back(std::move(d));
  }
  return out;
}

}  // namespace maillon
