// Statements that no verb makes: offices, nationalities, membership, places within places.
#include <algorithm>

#include "relations/builder.hpp"

namespace maillon {

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
  if (type == EntityType::Concept || type == EntityType::Event)
    return;  // "la tendance japonaise": of what kind
  if (type == EntityType::State && mention.kind == MentionKind::nominal) return;  // "l'État maltais" is Malta
  for (const std::uint32_t c : parsed_.children(p.head)) {
    const std::uint32_t m = g_.mentions().mention_at[c];
    if (m == kNone || g_.mentions().mentions[m].kind != MentionKind::derived) continue;
    const Party self{p.head, own, people_.entity(mention.entity), {}};
    std::vector<Party> states;
    people_.resolve(c, states);
    for (const Party& s : states)
      if (s.entity != self.entity && people_.type_of(s) == EntityType::State) {
        const std::size_t before = out_.statements.size();
        state(self, s, {"nationalité", {}, "NATIONALITY", "demonym", index, false});
        if (out_.statements.size() == before) continue;
        // whatever is planned or denied with them
        out_.statements.back().qualifiers.modality = Modality::asserted;
        out_.statements.back().qualifiers.polarity = Polarity::affirmative;
      }
  }
}

/// "le Conseil de sécurité de l'ONU": a body whose name holds that of another is part of it.
void StatementBuilder::parts() {
  const MentionSet& set = g_.mentions();
  const auto body = [&](std::uint32_t m) {
    return m != kNone && set.mentions[m].kind == MentionKind::name &&
           set.entity_of(set.mentions[m]).type == EntityType::Organization;
  };
  for (std::uint32_t m = 0; m < set.mentions.size(); ++m) {
    if (!body(m)) continue;
    const Mention& whole = set.mentions[m];
    for (std::uint32_t w = whole.head; w < whole.words.end; ++w) {
      const std::uint32_t other = set.mention_at[w];
      if (w == whole.head || other == m || !body(other) || g_.case_of(w) != "de" ||
          set.mentions[other].entity == whole.entity)
        continue;
      relate(m, other, whole.head,
             {parsed_.word(whole.head).lemma, "de", "PART_OF", "nested-body", kNone, false});
    }
  }
}

/// The body of "Anna Berg, de l'Institut de Prague,", whatever the tree hangs it on; kNone where none stands
/// behind the name.
std::uint32_t StatementBuilder::body_behind(const Mention& person) const {
  const MentionSet& set = g_.mentions();
  std::uint32_t w = person.words.end;
  if (w + 2 >= parsed_.size() || parsed_.word(w).form != "," || parsed_.word(w + 1).lemma != "de")
    return kNone;
  w += parsed_.word(w + 2).upos == Upos::DET ? 3 : 2;
  if (w >= parsed_.size() || set.mention_at[w] == kNone) return kNone;
  const Mention& body = set.mentions[set.mention_at[w]];
  const bool named = body.kind == MentionKind::name && body.words.begin == w;
  return named && set.entity_of(body).type == EntityType::Organization ? set.mention_at[w] : kNone;
}

/// "Anna Berg, de l'Institut de Prague": a person named with a body belongs to it.
void StatementBuilder::affiliations() {
  const MentionSet& set = g_.mentions();
  for (std::uint32_t m = 0; m < set.mentions.size(); ++m) {
    const Mention& person = set.mentions[m];
    if (person.kind != MentionKind::name || set.entities[person.entity].type != EntityType::Person) continue;
    const std::uint32_t behind = body_behind(person);
    for (std::uint32_t w = person.words.begin; w < person.words.end; ++w) {
      if (behind != kNone && w + 1 == person.words.end)
        relate(m, behind, set.mentions[behind].head,
               {"membre", "de", "MEMBER_OF", "affiliation", kNone, false});
      for (const std::uint32_t c : parsed_.children(w)) {
        const std::uint32_t other = set.mention_at[c];
        if (other == kNone || other == behind || universal(parsed_.deprel(c)) != Deprel::nmod ||
            person.words.contains(c))
          continue;
        if (set.entity_of(set.mentions[other]).type != EntityType::Organization || g_.case_of(c) != "de")
          continue;
        relate(m, other, c, {"membre", "de", "MEMBER_OF", "affiliation", kNone, false});
      }
    }
    // "…, énumère Jan Novak, de LETA": where the tree hangs the phrase on the verb
    std::uint32_t w = person.words.end;
    if (w + 1 < parsed_.size() && parsed_.word(w).form == ",") ++w;
    if (w >= parsed_.size() || parsed_.word(w).lemma != "de" || parsed_.deprel(w) != Deprel::case_) continue;
    const std::uint32_t body = parsed_.head(w), above = parsed_.head(body);
    const std::uint32_t other = set.mention_at[body];
    if (other == kNone || above == kNone || parsed_.word(above).upos != Upos::VERB ||
        set.mentions[other].kind != MentionKind::name ||
        set.entity_of(set.mentions[other]).type != EntityType::Organization || g_.case_of(body) != "de")
      continue;
    relate(m, other, body, {"membre", "de", "MEMBER_OF", "affiliation", kNone, false});
  }
}

/// "l'usine de Norvik (Savoie)": the place in brackets behind another.
std::uint32_t StatementBuilder::place_in_brackets(const Mention& inner) const {
  const MentionSet& set = g_.mentions();
  const std::uint32_t open = inner.words.end;
  if (open + 2 >= parsed_.size() || parsed_.word(open).form != "(") return kNone;
  const std::uint32_t outer = set.mention_at[open + 1];
  if (outer == kNone || set.mentions[outer].kind != MentionKind::name) return kNone;
  const std::uint32_t close = set.mentions[outer].words.end;
  return close < parsed_.size() && parsed_.word(close).form == ")" ? outer : kNone;
}

/// Prepositions that say where a thing lies, rather than where it goes or what it faces.
bool StatementBuilder::lies_at(std::string_view preposition) {
  return preposition == "à" || preposition == "près de" || preposition == "dans" || preposition == "sur" ||
         preposition.ends_with("nord de") || preposition.ends_with("sud de") ||
         preposition.ends_with("est de");
}

/// "une usine près de Riga", "un hôtel sur l'avenue Foch": where a common noun of a place or body lies.
void StatementBuilder::located(std::uint32_t m) {
  const MentionSet& set = g_.mentions();
  const Mention& noun = set.mentions[m];
  const EntityType type = set.entity_of(noun).type;
  if (type != EntityType::Place && type != EntityType::Organization) return;
  for (const std::uint32_t c : parsed_.children(noun.head)) {
    if (c < noun.head || universal(parsed_.deprel(c)) != Deprel::nmod) continue;
    const PredicateGraph::Phrase phrase = g_.phrase_of(c);
    const std::uint32_t other = set.mention_at[phrase.word];
    if (other == kNone || set.mentions[other].kind != MentionKind::name ||
        !(lies_at(phrase.preposition) || phrase.preposition == "en"))
      continue;
    const EntityType where = set.entity_of(set.mentions[other]).type;
    if ((where != EntityType::Place && where != EntityType::State) ||
        set.mentions[other].entity == noun.entity)
      continue;
    relate(m, other, c, {"situer", phrase.preposition, "LOCATED_IN", "nested-place", kNone, false});
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
    if (inner.kind == MentionKind::nominal) located(m);
    if (!is_place(m, false)) continue;
    if (const std::uint32_t outer = place_in_brackets(inner);
        is_place(outer, true) && set.mentions[outer].entity != inner.entity)
      relate(m, outer, inner.head, {"situer", "en", "LOCATED_IN", "nested-place", kNone, false});
    const std::string_view own = g_.case_of(inner.head);
    if (!lies_at(own)) continue;  // not "de Riga à Oslo"
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

/// A preposition leads the phrase; what leads to an example ("comme", "tels que") is none here.
bool StatementBuilder::has_preposition(std::uint32_t word) const {
  return !g_.case_of(word).empty() && !g_.is_example(word);
}

/// "des acteurs comme la Chine": the example is one of them.
void StatementBuilder::instances() {
  const MentionSet& set = g_.mentions();
  std::vector<Party> parties;
  for (std::uint32_t m = 0; m < set.mentions.size(); ++m) {
    const Mention& whole = set.mentions[m];
    if (whole.kind != MentionKind::nominal || parsed_.word(whole.head).upos != Upos::NOUN ||
        parsed_.word(whole.head).morph.number != Number::plur)
      continue;
    parties.clear();
    people_.examples(whole.head, parties);
    for (const Party& p : parties)
      if (p.mention != kNone && set.mentions[p.mention].entity != whole.entity &&
          out_.entities[p.entity].named && p.preposition.empty() && !has_preposition(p.word))
        relate(p.mention, m, whole.head, {"être", {}, open_relation("être"), "example", kNone, false});
  }
}

/// A statement between two mentions that no predicate of the text makes.
void StatementBuilder::relate(std::uint32_t subject, std::uint32_t object, std::uint32_t word,
                              const Relation& r) {
  const Mention& a = g_.mentions().mentions[subject];
  const Mention& b = g_.mentions().mentions[object];
  const Party first{a.head, subject, people_.entity(a.entity), {}};
  const Party second{b.head, object, people_.entity(b.entity), {}};
  Statement s;
  s.subject = people_.participant(first);
  s.object = people_.participant(second);
  s.relation = r.name;
  s.predicate = {std::string(r.lemma), std::string(parsed_.word(word).form), std::string(r.preposition)};
  s.evidence = evidence(word);
  s.rule = r.rule;
  s.trace.emplace_back(s.rule);
  s.confidence = 0.7;
  s.id = statement_id(out_, s);
  out_.statements.push_back(std::move(s));
  origins_.push_back({kNone, word, first, second});
}

/// "nommée ambassadrice à Lima": the office is held by whom the verb names, not by the noun itself.
std::uint32_t StatementBuilder::appointed(std::uint32_t office, std::uint32_t& verb) const {
  const std::uint32_t post = parsed_.head(office);
  if (post != kNone && g_.frames().is(WordClass::office_noun, parsed_.word(post).lemma) &&
      universal(parsed_.deprel(office)) == Deprel::nmod && g_.case_of(office) == "de")
    return placed(post, verb);
  const std::uint32_t own = g_.predicate_at[office];
  if (own != kNone && g_.predicates[own].kind == PredicateKind::copula) {  // "étant responsable de"
    const std::uint32_t subject = g_.argument(own, Slot::subject);
    verb = own;
    return subject == kNone ? kNone : g_.arguments[subject].word;
  }
  const std::uint32_t above = parsed_.head(office);
  verb = above == kNone ? kNone : g_.governor(above);
  const Frame* frame = verb == kNone ? nullptr : g_.frame_of(verb);
  if (frame == nullptr) return kNone;
  const bool becomes = frame->copular;
  const bool makes = g_.predicates[verb].lemma == "faire";  // "faire de X le dirigeant"
  if (!becomes && !makes && frame->relation != "APPOINTS" && frame->relation != "ELECTS") return kNone;
  std::uint32_t holder = kNone;
  bool complement = false;
  for (std::uint32_t a = g_.predicates[verb].first_argument; a != kNone; a = g_.arguments[a].next) {
    const Argument& argument = g_.arguments[a];
    if (argument.word == office)
      complement = argument.slot != Slot::subject;
    else if (holder == kNone && (makes ? argument.preposition == "de"
                                       : argument.slot == (becomes ? Slot::subject : Slot::object)))
      holder = argument.word;
  }
  return complement ? holder : kNone;
}

/// "le poste de ministre a été confié à X", "X occupe le poste de ministre", "le portefeuille revient à X",
/// "X a été nommé au poste de …": who gets the post.
std::uint32_t StatementBuilder::placed(std::uint32_t post, std::uint32_t& verb) const {
  verb = parsed_.head(post) == kNone ? kNone : g_.governor(parsed_.head(post));
  if (verb == kNone || g_.predicates[verb].kind != PredicateKind::verb || g_.frame_of(verb) == nullptr)
    return kNone;
  const Frame& frame = *g_.frame_of(verb);
  const bool gives = frame.relation == "GIVES" || frame.relation == "FALLS_TO";
  const bool gets = frame.relation == "GETS" || frame.relation == "RECEIVES" ||
                    frame.relation == "CONTROLS" || frame.relation == "HAS" || frame.relation == "TAKES" ||
                    frame.relation == "CANDIDATE" || frame.relation == "HOLDS_OFFICE" ||
                    frame.relation == "KEEPS" || frame.relation == "TAKES_OFFICE";
  const bool puts = frame.relation == "APPOINTS" || frame.relation == "ELECTS";
  std::uint32_t subject = kNone, object = kNone, recipient = kNone;
  bool direct = false;
  for (std::uint32_t a = g_.predicates[verb].first_argument; a != kNone; a = g_.arguments[a].next) {
    const Argument& argument = g_.arguments[a];
    if (argument.word == post)
      direct = argument.slot != Slot::oblique;
    else if (argument.slot == Slot::subject)
      subject = argument.word;
    else if (argument.slot == Slot::object)
      object = argument.word;
    else if (argument.preposition == "à")
      recipient = argument.word;
  }
  if (gives && direct) return recipient;
  if (gets && direct) return subject;
  return puts && !direct ? object : kNone;
}

/// The time that the noun's own phrase names ("membre de l'Union depuis 2004"), or the copula's.
std::uint32_t StatementBuilder::predicate_of_role(const Role& role) const {
  const std::uint32_t p = g_.predicate_at[role.head];
  if (p != kNone) return p;
  const std::uint32_t above = parsed_.head(role.head);
  return above != kNone && parsed_.child(role.head, Deprel::cop) != kNone ? g_.governor(above) : kNone;
}

/// "premier ministre" where the rules know the two words as one office, else the noun.
std::string StatementBuilder::office_name(const Role& role) const {
  if (role.head == 0 || parsed_.head(role.head - 1) != role.head) return role.lemma;
  std::string both = utf8::to_lower(parsed_.word(role.head - 1).lemma) + ' ' + role.lemma;
  return g_.frames().noun(both) == kNone ? role.lemma : both;
}

void StatementBuilder::roles() {
  for (const Role& role : g_.mentions().roles)
    if (role.holder != kNone && role.head != kNone) this->role(role);
}

/// "chef de file", "pilote de chasse": a bare common noun says of what kind the holder is, not whose.
bool StatementBuilder::tells_kind(const Role& role) const {
  if (role.other == kNone || role.preposition != "de") return false;
  const Mention& other = g_.mentions().mentions[role.other];
  return other.kind == MentionKind::nominal && g_.is_bare(other.head) &&
         g_.mentions().entity_of(other).type == EntityType::Concept;
}

void StatementBuilder::role(const Role& role) {
  const MentionSet& set = g_.mentions();
  if (parsed_.word(role.head).upos == Upos::ADJ) return;  // "le jeune Jan Novak"
  if (tells_kind(role) || people_.tells_nothing(set.mentions[role.holder])) return;
  if (role.other != kNone && !people_.resolved(set.mentions[role.other])) return;  // "ma femme"
  if (role.other != kNone && role.preposition != "de" && g_.is_hidden(set.mentions[role.other].head))
    return;  // "le maire, à l'instar de"
  const Mention& mention = set.mentions[role.holder];
  if (people_.is_bare_pronoun(mention)) return;  // "c'est un bon roi": nobody is named
  std::vector<Party> holders;
  std::uint32_t source = predicate_of_role(role);
  if (mention.head == role.head) {
    std::uint32_t verb = kNone;
    const std::uint32_t holder = appointed(role.head, verb);
    if (holder != kNone) {
      people_.resolve(holder, holders);
      source = verb;
    }
  }
  if (holders.empty()) {
    holders.push_back({mention.head, role.holder, people_.entity(mention.entity), {}});
    for (const std::uint32_t other : mention.more_entities)
      holders.push_back({mention.head, role.holder, people_.entity(other), {}});
  }
  Party object;
  if (role.other != kNone) {
    const Mention& other = set.mentions[role.other];
    if (g_.frames().is(WordClass::time_noun, parsed_.word(other.head).lemma)) return;  // "un homme de 25 ans"
    object = {other.head, role.other, people_.entity(other.entity), {}};
  } else {
    object = people_.literal(role.head, office_name(role));
  }
  const std::vector<std::uint32_t>* frames = g_.frames().frames_of(Trigger::noun, role.lemma);
  for (const Party& subject : holders) {
    if (object.entity == subject.entity) continue;
    Statement s;
    s.subject = people_.participant(subject);
    s.object = people_.participant(object);
    s.relation = open_relation(role.lemma);
    UseFacts use;
    use.subject = facts(subject);
    use.object = facts(object);
    use.object.preposition = role.preposition;
    if (frames != nullptr) {
      const auto f = std::find_if(frames->begin(), frames->end(), [&](std::uint32_t i) {
        const Nominal n = g_.frames().at(i).nominal;  // "la mort d'un musicien" is no musician's office
        return (n == Nominal::role || n == Nominal::property) &&
               g_.frames().calls(Trigger::noun, role.lemma, i, use);
      });
      if (f != frames->end() && !g_.frames().at(*f).relation.empty())
        s.relation = g_.frames().at(*f).relation;
    }
    // "le concurrent chinois" is Chinese, and no rival of China's
    if (role.other != kNone && set.mentions[role.other].kind == MentionKind::derived &&
        s.relation == "RIVAL_OF")
      continue;
    s.predicate = {role.lemma, std::string(parsed_.word(role.head).form), role.preposition};
    s.evidence = evidence(role.head);
    s.rule = role.rule;
    s.trace.emplace_back(role.rule);
    s.confidence = role.rule == "role.apposition" ? 0.95 : role.rule == "role.title" ? 0.85 : 0.7;
    if (source != kNone) qualify_role(source, s.qualifiers);
    if (role.former) s.qualifiers.time = TimeQualifier{"", "ancien"};
    s.id = statement_id(out_, s);
    out_.statements.push_back(std::move(s));
    origins_.push_back({kNone, role.head, subject, object});
  }
}

/// Polarity, modality, sources and time of the predicate that says it: a copula, a verb of appointing, or the
/// noun in apposition, which has no clause of its own.
void StatementBuilder::qualify_role(std::uint32_t predicate, Qualifiers& q) {
  const PredicateInstance& p = g_.predicates[predicate];
  if (p.time != kNone) q.time = time_qualifier(p.time);
  if (p.kind == PredicateKind::noun) return;
  q.polarity = p.polarity;
  q.modality = p.modality;
  attribute(p, q);
}

}  // namespace maillon
