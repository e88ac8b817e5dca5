// How old somebody is: "Anna Berg, 45 ans,", "(45 ans)", "âgée de 45 ans", "un homme de 45 ans".
#include <algorithm>

#include "relations/builder.hpp"

namespace maillon {

namespace {

constexpr std::string_view kYear = "a";  ///< UCUM's unit of quantities.json

}  // namespace

/// The mention of the person that the years are said of; kNone where they are a term or a time.
std::uint32_t StatementBuilder::aged(const Quantity& years) const {
  const MentionSet& set = g_.mentions();
  const std::uint32_t begin = years.words.begin, end = years.head + 1;
  if (begin < 2 || end < begin) return kNone;
  const std::uint32_t sentence = parsed_.tagged().sentences[parsed_.sentence_of(begin)].begin;
  if (begin < sentence + 2) return kNone;
  const auto person = [&](std::uint32_t m) {
    return m != kNone && set.entity_of(set.mentions[m]).type == EntityType::Person &&
           set.mentions[m].more_entities.empty();
  };
  const TaggedWord& before = parsed_.word(begin - 1);
  if (before.form == "," || before.form == "(") {
    const std::string_view close = before.form == "(" ? ")" : ",";
    const bool closed =
        end < parsed_.size() && (parsed_.word(end).form == close || parsed_.word(end).form == ".");
    if (!closed) return kNone;
    for (std::uint32_t m = 0; m < set.mentions.size(); ++m)
      if (set.mentions[m].words.end == begin - 1 && person(m)) return m;
    return kNone;
  }
  if (before.lemma != "de") return kNone;
  if (g_.frames().is(WordClass::aged_adjective, parsed_.word(begin - 2).lemma)) {
    const std::uint32_t noun = parsed_.head(begin - 2);
    const std::uint32_t m = noun == kNone ? kNone : set.mention_at[noun];
    return person(m) ? m : kNone;
  }
  for (std::uint32_t w = begin - 1; w-- > sentence && begin - w < 4;) {
    const Upos u = parsed_.word(w).upos;
    const std::uint32_t m = set.mention_at[w];
    if (u == Upos::NOUN)
      return person(m) && set.mentions[m].kind == MentionKind::nominal && set.mentions[m].head == w ? m
                                                                                                    : kNone;
    if (u != Upos::ADJ) return kNone;
  }
  return kNone;
}

void StatementBuilder::ages() {
  const MentionSet& set = g_.mentions();
  for (const Quantity& q : set.quantities) {
    if (q.unit != kYear || q.head == kNone || q.value >= 130) continue;
    const std::uint32_t m = aged(q);
    if (m == kNone || people_.tells_nothing(set.mentions[m])) continue;
    const Party subject{set.mentions[m].head, m, people_.entity(set.mentions[m].entity), {}};
    const Party object = people_.literal(q.head, people_.phrase({q.words.begin, q.head + 1}));
    Statement s;
    s.subject = people_.participant(subject);
    s.object = people_.participant(object);
    s.relation = "AGED";
    s.predicate = {"âge", std::string(parsed_.word(q.head).form), {}};
    s.qualifiers.quantity = QuantityQualifier{q.value, q.comparator, q.unit};
    s.evidence = evidence(q.head);
    s.rule = "age";
    s.trace.emplace_back("age");
    s.confidence = 0.9;
    s.id = statement_id(out_, s);
    out_.statements.push_back(std::move(s));
    origins_.push_back({kNone, q.head, subject, object});
  }
}

}  // namespace maillon
