// The rest of a statement: qualifiers and evidence.
#include <algorithm>

#include "relations/builder.hpp"

namespace maillon {

void StatementBuilder::state(const Party& subject, const Party& object, const Relation& r) {
  Statement s;
  s.subject = people_.participant(subject);
  s.object = people_.participant(object);
  s.relation = r.name;
  s.predicate.lemma = r.lemma;
  s.predicate.preposition = r.preposition;
  s.predicate.text = predicate_text(r.predicate);
  s.evidence = evidence(g_.predicates[r.predicate].head);
  s.qualifiers = qualifiers(subject, object, r);
  for (auto it = out_.statements.rbegin(); it != out_.statements.rend(); ++it) {
    if (it->evidence.sentence != s.evidence.sentence) break;
    if (it->subject.entity == s.subject.entity && it->object.entity == s.object.entity &&
        it->predicate.lemma == s.predicate.lemma && it->predicate.preposition == s.predicate.preposition &&
        says_the_same(*it, s))
      return;
  }
  const std::uint32_t f = g_.predicates[r.predicate].frame;
  s.rule = f == kNone ? "open" : g_.frames().at(f).id;
  s.trace.emplace_back(r.rule);
  if (r.shared) s.trace.emplace_back("shared");
  s.trace.push_back(s.rule);
  s.confidence = confidence(subject, object, r);
  s.id = statement_id(out_, s);
  out_.statements.push_back(std::move(s));
  origins_.push_back({r.predicate, g_.predicates[r.predicate].head, subject, object});
}

Qualifiers StatementBuilder::qualifiers(const Party& subject, const Party& object, const Relation& r) {
  const PredicateInstance& p = g_.predicates[r.predicate];
  const MentionSet& m = g_.mentions();
  Qualifiers q;
  q.polarity = p.polarity;
  q.modality = p.modality;
  if (p.time != kNone) q.time = time_qualifier(p.time);
  std::vector<Party> parties;
  if (p.place != kNone) {
    people_.resolve(p.place, parties);
    if (!parties.empty()) q.place = people_.participant(parties.front());
  }
  attribute(p, q);
  if (subject.denied != object.denied)
    q.polarity = q.polarity == Polarity::negative ? Polarity::affirmative : Polarity::negative;
  if (subject.contrasted || object.contrasted) q.polarity = Polarity::affirmative;
  for (const Party* party : {&object, &subject})
    if (is_few(*party) && p.kind != PredicateKind::noun) q.polarity = Polarity::negative;
  for (const Party* party : {&object, &subject}) {
    if (q.quantity) continue;
    std::uint32_t mention = party->mention;
    if (mention == kNone && party->word != kNone && !people_.amount(party->word).empty())
      mention = m.mention_at[party->word];  // the amount is a literal
    if (mention == kNone) continue;
    std::uint32_t n = m.mentions[mention].quantity;
    if (party->word != kNone && g_.partitive_count[party->word] != kNone)
      n = quantity_at(g_.partitive_count[party->word]);
    if (n == kNone && party->word != kNone) n = quantity_of(party->word);
    if (n != kNone)
      q.quantity = QuantityQualifier{m.quantities[n].value, m.quantities[n].comparator, m.quantities[n].unit};
  }
  return q;
}

/// "peu de ministres": hardly any of them.
bool StatementBuilder::is_few(const Party& p) const {
  if (p.word == kNone || g_.partitive_count[p.word] == kNone) return false;
  const std::uint32_t count = g_.partitive_count[p.word];
  return g_.frames().is(WordClass::few_word, parsed_.word(count).lemma) &&
         (count == 0 || parsed_.word(count - 1).lemma != "un");
}

/// People and bodies vouch, and what they write or find; not a rule, a fact or a thing. What stands inside
/// the source's own phrase is told of it, not by it.
bool StatementBuilder::vouches(const Party& source, const PredicateInstance& p) const {
  switch (people_.type_of(source)) {
    case EntityType::Person:
    case EntityType::State:
    case EntityType::Organization:
    case EntityType::Group:
      break;
    case EntityType::Place:
      if (out_.entities[source.entity].named) break;  // "l'Occident craint que"
      [[fallthrough]];
    default:
      if (!g_.frames().is(WordClass::voucher_noun, parsed_.word(source.word).lemma)) return false;
  }
  const IndexRange phrase = parsed_.subtree(source.word);
  const PredicateInstance* at = &p;
  while (phrase.contains(at->head)) {
    if (at->link == Link::complement) return true;  // "Oslo, qui affirme que …"
    if (at->parent == kNone) return false;
    at = &g_.predicates[at->parent];
  }
  return at == &p;
}

/// "une hausse de 0,1 point", "une équipe de douze marins", "un taux à 9 %": how much or how many it is of;
/// an age or a length of time is no quantity of what has it.
std::uint32_t StatementBuilder::quantity_of(std::uint32_t word) const {
  const MentionSet& set = g_.mentions();
  for (const std::uint32_t c : parsed_.children(word)) {
    const std::uint32_t m = set.mention_at[c];
    if (c < word || m == kNone || universal(parsed_.deprel(c)) != Deprel::nmod ||
        set.mentions[m].quantity == kNone || g_.is_time(c) ||
        g_.frames().is(WordClass::time_noun, parsed_.word(c).lemma))
      continue;
    const std::uint32_t article = parsed_.child(c, Deprel::det);
    if (article != kNone && parsed_.word(article).lemma == "le") continue;  // "la colère des neuf États"
    const std::string_view preposition = g_.case_of(c);
    const bool share = set.quantities[set.mentions[m].quantity].unit == "%";
    if (preposition == "de" || (preposition == "à" && share)) return set.mentions[m].quantity;
  }
  return kNone;
}

/// The quantity whose number stands at that word: "sept" of "sept des seize ponts".
std::uint32_t StatementBuilder::quantity_at(std::uint32_t word) const {
  const std::vector<Quantity>& all = g_.mentions().quantities;
  for (std::uint32_t q = 0; q < all.size(); ++q)
    if (all[q].words.contains(word)) return q;
  return kNone;
}

TimeQualifier StatementBuilder::time_qualifier(std::uint32_t time) const {
  const TimeValue& t = g_.mentions().times[time];
  return {t.value, std::string(parsed_.article().slice(parsed_.tagged().span(t.words)))};
}

void StatementBuilder::attribute(const PredicateInstance& p, Qualifiers& q) {
  std::vector<Party> parties;
  for (std::uint32_t s = p.source; s != kNone; s = g_.sources[s].next) {
    parties.clear();
    people_.resolve(g_.sources[s].word, parties);
    for (const Party& party : parties) {
      if (!vouches(party, p)) continue;
      const bool known = std::any_of(q.attribution.begin(), q.attribution.end(),
                                     [&](const Participant& a) { return a.entity == party.entity; });
      if (!known) q.attribution.push_back(people_.participant(party));
    }
  }
}

std::string StatementBuilder::predicate_text(std::uint32_t index) const {
  std::string out;
  for (const char c : parsed_.article().slice(parsed_.tagged().span(g_.predicates[index].words)))
    out += c == '\n' ? ' ' : c;
  return out;
}

Evidence StatementBuilder::evidence(std::uint32_t word) const {
  const Article& article = parsed_.article();
  Evidence e;
  e.sentence = parsed_.sentence_of(word);
  const ByteSpan span = parsed_.tagged().span(parsed_.tagged().sentences[e.sentence]);
  e.in_title = span.end <= article.text_begin;
  const std::uint32_t base = e.in_title ? 0 : offsets_.characters(article.text_begin);
  e.begin = offsets_.characters(span.begin) - base;
  e.end = offsets_.characters(span.end) - base;
  e.text = article.slice(span);
  return e;
}

}  // namespace maillon
