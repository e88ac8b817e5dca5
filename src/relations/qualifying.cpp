// The rest of a statement: qualifiers, evidence, confidence; roles and nationalities.
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
  for (auto it = out_.statements.rbegin(); it != out_.statements.rend(); ++it) {
    if (it->evidence.sentence != s.evidence.sentence) break;
    if (it->subject.entity == s.subject.entity && it->object.entity == s.object.entity &&
        it->predicate.lemma == s.predicate.lemma && it->predicate.preposition == s.predicate.preposition)
      return;
  }
  s.qualifiers = qualifiers(subject, object, r);
  const std::uint32_t f = g_.predicates[r.predicate].frame;
  s.rule = f == kNone ? "open" : g_.frames().at(f).id;
  s.trace.emplace_back(r.rule);
  if (r.shared) s.trace.emplace_back("shared");
  s.trace.push_back(s.rule);
  s.confidence = confidence(subject, object, r);
  s.id = statement_id(out_, s);
  out_.statements.push_back(std::move(s));
  origins_.push_back(r.predicate);
}

Qualifiers StatementBuilder::qualifiers(const Party& subject, const Party& object, const Relation& r) {
  const PredicateInstance& p = g_.predicates[r.predicate];
  const MentionSet& m = g_.mentions();
  Qualifiers q;
  q.polarity = p.polarity;
  q.modality = p.modality;
  if (p.time != kNone) {
    const TimeValue& t = m.times[p.time];
    q.time = TimeQualifier{t.value, std::string(parsed_.article().slice(parsed_.tagged().span(t.words)))};
  }
  std::vector<Party> parties;
  if (p.place != kNone) {
    people_.resolve(p.place, parties);
    if (!parties.empty()) q.place = people_.participant(parties.front());
  }
  for (std::uint32_t s = p.source; s != kNone; s = g_.sources[s].next) {
    parties.clear();
    people_.resolve(g_.sources[s].word, parties);
    for (const Party& party : parties) {
      const bool known = std::any_of(q.attribution.begin(), q.attribution.end(),
                                     [&](const Participant& a) { return a.entity == party.entity; });
      if (!known) q.attribution.push_back(people_.participant(party));
    }
  }
  for (const Party* party : {&object, &subject}) {
    if (q.quantity || party->mention == kNone) continue;
    const std::uint32_t n = m.mentions[party->mention].quantity;
    if (n != kNone)
      q.quantity = QuantityQualifier{m.quantities[n].value, m.quantities[n].comparator, m.quantities[n].unit};
  }
  return q;
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
  const ByteSpan span = parsed_.text().sentences[e.sentence].span;
  e.in_title = span.end <= article.text_begin;
  const std::uint32_t base = e.in_title ? 0 : offsets_.characters(article.text_begin);
  e.begin = offsets_.characters(span.begin) - base;
  e.end = offsets_.characters(span.end) - base;
  e.text = article.slice(span);
  return e;
}

/// 0.9 for a frame whose arguments stand in its own clause; less for what had to be inferred: an open
/// relation, a shared participant, a pronoun, a distant attachment, a quoted word order.
double StatementBuilder::confidence(const Party& subject, const Party& object, const Relation& r) const {
  double c = g_.predicates[r.predicate].frame == kNone ? 0.8 : 0.9;
  if (r.shared) c -= 0.1;
  for (const Party* p : {&subject, &object})
    if (p->mention != kNone && g_.mentions().mentions[p->mention].kind == MentionKind::pronoun) c -= 0.1;
  if (g_.predicates[r.predicate].kind == PredicateKind::noun) c -= 0.05;
  return c;
}

/// "des soldats suédois": a demonym that is no participant of its noun says where the noun belongs.
void StatementBuilder::nationality(std::uint32_t index) {
  const PredicateInstance& p = g_.predicates[index];
  const Frame* frame = g_.frame_of(index);
  const bool taken =
      frame != nullptr && frame->nominal != Nominal::property && frame->nominal != Nominal::role;
  // "la ministre danoise" holds an office of Denmark; where she was born is not said
  if (frame != nullptr && frame->relation == "HOLDS_OFFICE") return;
  const std::uint32_t own = people_.mention_of(p.head);
  if (own == kNone) return;
  const Mention& mention = g_.mentions().mentions[own];
  const EntityType type = g_.mentions().entity_of(mention).type;
  if (taken && type != EntityType::Group && type != EntityType::Organization) return;
  for (const std::uint32_t c : parsed_.children(p.head)) {
    const std::uint32_t m = g_.mentions().mention_at[c];
    if (m == kNone || g_.mentions().mentions[m].kind != MentionKind::derived) continue;
    const Party self{p.head, own, people_.entity(mention.entity), {}};
    std::vector<Party> states;
    people_.resolve(c, states);
    for (const Party& s : states)
      if (s.entity != self.entity && people_.type_of(s) == EntityType::State)
        state(self, s, {"nationalité", {}, "NATIONALITY", "demonym", index, false});
  }
}

/// "Anna Berg, de l'Institut de Prague": a person named with a body belongs to it.
void StatementBuilder::affiliations() {
  const MentionSet& set = g_.mentions();
  for (std::uint32_t m = 0; m < set.mentions.size(); ++m) {
    const Mention& person = set.mentions[m];
    if (person.kind != MentionKind::name || set.entities[person.entity].type != EntityType::Person) continue;
    for (std::uint32_t w = person.words.begin; w < person.words.end; ++w) {
      if (parsed_.word(w).upos != Upos::PROPN) continue;
      for (const std::uint32_t c : parsed_.children(w)) {
        const std::uint32_t other = set.mention_at[c];
        if (other == kNone || universal(parsed_.deprel(c)) != Deprel::nmod || person.words.contains(c))
          continue;
        if (set.entity_of(set.mentions[other]).type != EntityType::Organization || g_.case_of(c) != "de")
          continue;
        relate(m, other, c, {"membre", "de", "MEMBER_OF", "affiliation", kNone, false});
      }
    }
  }
}

/// "à Rio, au Brésil", "à Riga, dans l'est de la Lettonie": a place named beside another lies in it.
void StatementBuilder::nested_places() {
  const MentionSet& set = g_.mentions();
  const auto is_place = [&](std::uint32_t m, bool state) {
    if (m == kNone || set.mentions[m].kind != MentionKind::name) return false;
    const EntityType t = set.entity_of(set.mentions[m]).type;
    return t == EntityType::Place || (state && t == EntityType::State);
  };
  for (std::uint32_t m = 0; m < set.mentions.size(); ++m) {
    const Mention& inner = set.mentions[m];
    if (!is_place(m, false)) continue;
    const std::string_view own = g_.case_of(inner.head);
    if (own != "à" && own != "près de" && own != "dans" && own != "sur") continue;  // not "de Riga à Oslo"
    std::uint32_t w = inner.words.end;
    if (w < parsed_.size() && parsed_.word(w).form == ",") ++w;
    if (w >= parsed_.size() || parsed_.deprel(w) != Deprel::case_) continue;
    const PredicateGraph::Phrase phrase = g_.phrase_of(parsed_.head(w));
    const std::uint32_t outer = set.mention_at[phrase.word];
    const bool within = phrase.preposition.ends_with(" de") || phrase.preposition == "à" ||
                        phrase.preposition == "en" || phrase.preposition == "dans";
    if (!within || !is_place(outer, true) || set.mentions[outer].entity == inner.entity) continue;
    relate(m, outer, w, {"situer", phrase.preposition, "LOCATED_IN", "nested-place", kNone, false});
  }
}

/// A statement between two mentions that no predicate of the text makes.
void StatementBuilder::relate(std::uint32_t subject, std::uint32_t object, std::uint32_t word,
                              const Relation& r) {
  const Mention& a = g_.mentions().mentions[subject];
  const Mention& b = g_.mentions().mentions[object];
  Statement s;
  s.subject = people_.participant({a.head, subject, people_.entity(a.entity), {}});
  s.object = people_.participant({b.head, object, people_.entity(b.entity), {}});
  s.relation = r.name;
  s.predicate = {std::string(r.lemma), std::string(parsed_.word(word).form), std::string(r.preposition)};
  s.evidence = evidence(word);
  s.rule = r.rule;
  s.trace.emplace_back(s.rule);
  s.confidence = 0.7;
  s.id = statement_id(out_, s);
  out_.statements.push_back(std::move(s));
  origins_.push_back(kNone);
}

void StatementBuilder::roles() {
  const MentionSet& set = g_.mentions();
  for (const Role& role : set.roles) {
    if (role.holder == kNone || role.head == kNone) continue;
    const Mention& holder = set.mentions[role.holder];
    const Party subject{holder.head, role.holder, people_.entity(holder.entity), {}};
    Party object;
    if (role.other != kNone) {
      const Mention& other = set.mentions[role.other];
      object = {other.head, role.other, people_.entity(other.entity), {}};
    } else {
      object = people_.literal(role.head, role.lemma);
    }
    if (object.entity == subject.entity) continue;
    Statement s;
    s.subject = people_.participant(subject);
    s.object = people_.participant(object);
    const std::uint32_t f = g_.frames().noun(role.lemma);
    s.relation = f == kNone ? open_relation(role.lemma) : g_.frames().at(f).relation;
    s.predicate = {role.lemma, std::string(parsed_.word(role.head).form), role.preposition};
    s.evidence = evidence(role.head);
    s.rule = role.rule;
    s.trace.emplace_back(role.rule);
    s.confidence = 0.9;
    if (role.former) s.qualifiers.time = TimeQualifier{"", "ancien"};
    s.id = statement_id(out_, s);
    out_.statements.push_back(std::move(s));
    origins_.push_back(kNone);
  }
}

}  // namespace maillon
