#include "relations/builder.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "relations/analysed_text.hpp"

namespace maillon {

std::string open_relation(std::string_view lemma) {
  std::string out = utf8::fold(lemma);
  for (char& c : out) {
    if (c == ' ') c = '_';
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

StatementBuilder::StatementBuilder(PredicateGraph& graph, Extraction& out)
    : g_(graph),
      parsed_(graph.parsed()),
      out_(out),
      people_(graph, out),
      offsets_(graph.parsed().article().body) {}

void StatementBuilder::run() {
  for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) predicate(p);
  affiliations();
  parts();
  instances();
  nested_places();
  ages();
  roles();
  order();
  build_events(g_, origins_, out_);
  out_.text = analysed_text(g_.mentions(), people_.entities());
}

void StatementBuilder::order() {
  std::vector<std::uint32_t> by(out_.statements.size());
  std::iota(by.begin(), by.end(), 0u);
  std::stable_sort(by.begin(), by.end(), [&](std::uint32_t a, std::uint32_t b) {
    return out_.statements[a].evidence.sentence < out_.statements[b].evidence.sentence;
  });
  std::vector<Statement> statements;
  StatementOrigins origins;
  statements.reserve(by.size());
  origins.reserve(by.size());
  std::unordered_map<std::string, std::size_t> known;
  for (const std::uint32_t i : by) {
    Statement& s = out_.statements[i];
    // what is told twice of the same two is one statement, or one more where it is once denied or only
    // possible
    bool told = false;
    for (std::uint32_t n = 2;; ++n) {
      const auto [at, fresh] = known.try_emplace(s.id, statements.size());
      if (fresh) break;
      told = says_the_same(statements[at->second], s);
      if (told && take_over(statements[at->second], s)) origins[at->second] = origins_[i];
      if (told) break;
      s.id = statement_id(out_, s, n);
    }
    if (told) continue;
    statements.push_back(std::move(s));
    origins.push_back(origins_[i]);
  }
  out_.statements = std::move(statements);
  origins_ = std::move(origins);
}

bool StatementBuilder::says_the_same(const Statement& a, const Statement& b) {
  return a.qualifiers.polarity == b.qualifiers.polarity && a.qualifiers.modality == b.qualifiers.modality;
}

/// Keeps the surer of two with what only the other knows; true where the other was the surer.
bool StatementBuilder::take_over(Statement& kept, Statement& other) {
  const bool surer = other.confidence > kept.confidence;
  if (surer) std::swap(kept, other);
  Qualifiers& q = kept.qualifiers;
  if (!q.time) q.time = std::move(other.qualifiers.time);
  if (!q.place) q.place = std::move(other.qualifiers.place);
  if (!q.quantity) q.quantity = other.qualifiers.quantity;
  if (q.attribution.empty()) q.attribution = std::move(other.qualifiers.attribution);
  return surer;
}

void StatementBuilder::predicate(std::uint32_t index) {
  if (g_.predicates[index].kind == PredicateKind::noun) {
    nationality(index);
    noun(index);
  } else {
    verb(index);
  }
}

ParticipantFacts StatementBuilder::facts(const Party& p) const {
  ParticipantFacts out;
  if (p.word != kNone) out = g_.facts(p.word);
  out.present = out.resolved = true;
  out.type = type_bit(people_.type_of(p));
  return out;
}

/// The relation of the frame, or of its pattern for this argument, where it is true of the two; else the open
/// one of the predicate's own lemma.
std::string StatementBuilder::relation_name(std::uint32_t index, std::string_view lemma, Lead lead,
                                            const Party& subject, const Argument* argument,
                                            const Party& object) const {
  using Function = ArgumentPattern::Function;
  const Frame* frame = g_.frame_of(index);
  const std::string open = open_relation(lemma);
  if (frame == nullptr || frame->relation.empty()) return open;
  const bool standing = frame->nominal == Nominal::property || frame->nominal == Nominal::role;
  if (lead == Lead::self && !standing) return open;  // "la visite à Malte": the visit visits nobody
  bool asked = false, right = false;
  for (const ArgumentPattern& p : frame->arguments) {
    if (p.function != (lead == Lead::patient ? Function::object : Function::subject)) continue;
    asked = true;
    right |= p.test.holds(facts(subject), true);
  }
  if (asked && !right && lead != Lead::self) return open;
  if (argument == nullptr) return lead == Lead::patient ? open : frame->relation;
  if (argument->slot == Slot::content) return frame->relation;
  const bool topic = argument->rule == "clause-participant";
  const Function function = topic                               ? Function::topic
                            : argument->slot == Slot::oblique   ? Function::oblique
                            : argument->slot == Slot::attribute ? Function::attribute
                                                                : Function::object;
  const ParticipantFacts other = facts(object);
  asked = function != Function::object;
  for (const ArgumentPattern& p : frame->arguments) {
    if (p.function != function) continue;
    asked = true;
    if (function == Function::oblique && std::find(p.prepositions.begin(), p.prepositions.end(),
                                                   argument->preposition) == p.prepositions.end())
      continue;
    if (!p.test.holds(other, true)) continue;
    if (p.of != ArgumentPattern::Of::both &&
        (p.of == ArgumentPattern::Of::patient) != (lead == Lead::patient))
      continue;
    if (p.open) return open;
    return p.relation.empty() ? frame->relation : p.relation;
  }
  return asked ? open : frame->relation;
}

/// Every subject with every other argument; where no subject is known, the object stands first.
void StatementBuilder::verb(std::uint32_t index) {
  const PredicateInstance& p = g_.predicates[index];
  const Frame* frame = g_.frame_of(index);
  if (frame != nullptr && frame->is_operator && !g_.has(index, Slot::object) && !is_state_verb(p.lemma) &&
      p.kind != PredicateKind::adjective)
    return;
  std::vector<Party> subjects, objects;
  Slot lead = Slot::subject;
  bool shared = false;
  for (const Slot slot : {Slot::subject, Slot::object}) {
    lead = slot;
    for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
      if (g_.arguments[a].slot != slot) continue;
      people_.resolve(g_.arguments[a].word, subjects);
      shared |= g_.arguments[a].shared;
    }
    if (!subjects.empty()) break;
    if (g_.has(index, slot) && p.voice != Voice::passive) return;  // an unresolved pronoun acts
  }
  if (subjects.empty()) return;
  const bool reciprocal = ((frame != nullptr && frame->symmetric) || is_mutual(p)) &&
                          !g_.has(index, Slot::object) && subjects.size() > 1 && !has_partner(p);
  if (reciprocal) pairs(index, subjects);

  bool any = reciprocal;
  for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
    const Argument argument = g_.arguments[a];
    if (argument.slot == Slot::subject || argument.slot == lead) continue;
    objects.clear();
    if (const std::string text = literal_text(index, argument); !text.empty())
      objects.push_back(people_.literal(argument.word, text));
    else if (argument.slot != Slot::content)
      people_.resolve(argument.word, objects);
    const bool state_verb = is_state_verb(p.lemma);
    if (objects.empty() && argument.slot == Slot::attribute && state_verb &&
        parsed_.word(argument.word).upos == Upos::ADJ)
      objects.push_back(people_.literal(argument.word, attribute_text(argument.word)));
    for (const Party& subject : subjects) {
      for (const Party& object : objects) {
        if (subject.entity == object.entity) continue;
        const bool direct = argument.slot != Slot::oblique && argument.slot != Slot::attribute;
        const bool plain = p.kind == PredicateKind::copula && p.lemma.find(' ') == std::string_view::npos;
        const std::string_view lemma = plain ? std::string_view("être") : p.lemma;
        const std::string_view preposition =
            direct ? std::string_view()
                   : (object.preposition.empty() ? argument.preposition : object.preposition);
        state(subject, object,
              {lemma, preposition,
               relation_name(index, lemma, lead == Slot::object ? Lead::patient : Lead::actor, subject,
                             &argument, object),
               argument.rule, index, shared || argument.shared});
        any = true;
      }
    }
  }
  if (lead == Slot::subject) predicated(index, subjects);
  if (any) return;
  if (p.kind == PredicateKind::verb || p.lemma.find(' ') != std::string_view::npos)
    for (const Party& subject : subjects) single(index, subject);
  if (p.kind == PredicateKind::adjective && is_property(p.head))
    for (const Party& subject : subjects) property(index, subject);
}

/// "Malte le juge dangereux", "rend la route dangereuse": the adjective is said of the object, and where the
/// verb tells an opinion, by its subject.
void StatementBuilder::predicated(std::uint32_t index, const std::vector<Party>& subjects) {
  if (g_.predicates[index].kind != PredicateKind::verb || !g_.has(index, Slot::attribute)) return;
  const Frame* frame = g_.frame_of(index);
  if (!g_.frames().is(WordClass::predicative_verb, g_.predicates[index].lemma)) return;
  std::uint32_t word = kNone;
  for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next)
    if (g_.arguments[a].slot == Slot::attribute && g_.arguments[a].preposition.empty() &&
        parsed_.word(g_.arguments[a].word).upos == Upos::ADJ)
      word = g_.arguments[a].word;
  const std::uint32_t object = g_.argument(index, Slot::object);
  if (word == kNone || object == kNone || g_.arguments[object].rule == "clause-participant") return;
  std::vector<Party> objects;
  people_.resolve(g_.arguments[object].word, objects);
  const bool opinion = frame != nullptr && (frame->clause.attributed || frame->group == "thought");
  for (const Party& party : objects) {
    const std::size_t before = out_.statements.size();
    state(party, people_.literal(word, attribute_text(word)),
          {"être", {}, open_relation("être"), "property", index, false});
    if (!opinion || out_.statements.size() == before) continue;
    std::vector<Participant>& sources = out_.statements.back().qualifiers.attribution;
    for (const Party& s : subjects) sources.insert(sources.begin(), people_.participant(s));
  }
}

/// Of an argument that is no entity: what is said, an amount.
std::string StatementBuilder::literal_text(std::uint32_t index, const Argument& argument) const {
  if (argument.slot == Slot::content) return people_.clause_text(argument.word, g_.predicates[index].head);
  return people_.amount(argument.word);
}

/// "se sont entendus avec le syndicat": with somebody else, not with each other.
bool StatementBuilder::has_partner(const PredicateInstance& p) const {
  for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next)
    if (g_.arguments[a].slot == Slot::oblique && g_.arguments[a].preposition == "avec") return true;
  return false;
}

void StatementBuilder::pairs(std::uint32_t index, const std::vector<Party>& parties) {
  for (std::size_t i = 0; i < parties.size(); ++i) {
    for (std::size_t j = i + 1; j < parties.size(); ++j) {
      const std::string_view lemma = g_.predicates[index].lemma;
      const bool noun = g_.predicates[index].kind == PredicateKind::noun;
      state(parties[i], parties[j],
            {lemma, noun ? "avec" : "",
             relation_name(index, lemma, Lead::actor, parties[i], nullptr, parties[j]), "reciprocal", index,
             false});
    }
  }
}

/// Whether one participant is enough: what is undergone, and verbs that take no object. An active transitive
/// verb whose object was not understood, and a bare participle ("le président déchu"), tell too little.
bool StatementBuilder::tells_alone(const PredicateInstance& p, const Frame* frame) const {
  if (g_.frames().is(WordClass::incomplete_verb, p.lemma) || has_clause(p)) return false;
  if (p.voice == Voice::reflexive &&
      g_.frames().is(WordClass::incomplete_verb, g_.arena.store("se ", p.lemma)))
    return false;  // "se nommer"
  const bool event = frame != nullptr && !frame->event.empty();
  if (!p.finite && p.link != Link::adverbial && p.link != Link::complement)
    return p.voice == Voice::passive && ((event && !frame->support) || p.time != kNone);
  if (p.voice == Voice::passive) {  // "bloqué par un juge": what was, is not known
    const auto index = static_cast<std::uint32_t>(&p - g_.predicates.data());
    return !g_.has(index, Slot::subject) || !g_.has(index, Slot::object);
  }
  if (p.lemma.find(' ') != std::string_view::npos) return (frame != nullptr && frame->alone) || is_whole(p);
  if (p.voice == Voice::reflexive) return true;
  const std::uint8_t verb = parsed_.word(p.head).frame;
  if (has_object(p)) return false;
  if ((verb & kTransitive) == 0) return p.lemma != "avoir";
  return (frame != nullptr && frame->alone) || ((verb & (kIntransitive | kIndirect)) != 0 && is_absolute(p));
}

/// A locution with its object ("perdre la vie"), not one that wants one ("mettre en place", "avoir besoin").
bool StatementBuilder::is_whole(const PredicateInstance& p) const {
  const std::uint32_t next = p.head + 1;
  const bool leads = next < p.words.end && parsed_.word(next).upos == Upos::ADP;
  return !leads || (parsed_.word(p.head).frame & kTransitive) == 0;
}

/// An object that was not understood.
bool StatementBuilder::has_object(const PredicateInstance& p) const {
  for (const std::uint32_t c : parsed_.children(p.head))
    if (universal(parsed_.deprel(c)) == Deprel::obj && !g_.is_reflexive(c)) return true;
  return false;
}

/// A clause is what the predicate is about.
bool StatementBuilder::has_clause(const PredicateInstance& p) const {
  for (const std::uint32_t c : parsed_.children(p.head)) {
    const Deprel u = universal(parsed_.deprel(c));
    if (u == Deprel::ccomp || u == Deprel::xcomp || u == Deprel::csubj) return true;
    if (u == Deprel::advcl && c > p.head && parsed_.word(c).morph.verb_form == VerbForm::inf &&
        g_.predicate_at[c] != kNone && g_.predicates[g_.predicate_at[c]].link == Link::complement)
      return true;
  }
  return false;
}

/// "Malte a cédé": nothing in the clause could be what the verb acts on.
bool StatementBuilder::is_absolute(const PredicateInstance& p) const {
  if (!p.finite || p.link == Link::relative || p.link == Link::parenthetical) return false;
  for (const std::uint32_t c : parsed_.children(p.head)) {
    const Deprel u = universal(parsed_.deprel(c));
    if (g_.is_time(c) || g_.is_reflexive(c)) continue;
    if (u == Deprel::obj || u == Deprel::iobj || u == Deprel::obl || u == Deprel::ccomp ||
        u == Deprel::xcomp || parsed_.deprel(c) == Deprel::parataxis || u == Deprel::expl ||
        u == Deprel::advcl || u == Deprel::dep)
      return false;
  }
  return true;
}

/// Verbs that link their subject to a property: rester, devenir, sembler.
bool StatementBuilder::is_state_verb(std::string_view lemma) const {
  const std::vector<std::uint32_t>* all = g_.frames().verb_frames(lemma);
  return all != nullptr &&
         std::any_of(all->begin(), all->end(), [&](std::uint32_t f) { return g_.frames().at(f).copular; });
}

/// "s'accusent mutuellement"
bool StatementBuilder::is_mutual(const PredicateInstance& p) const {
  if (p.voice != Voice::reflexive) return false;
  for (const std::uint32_t c : parsed_.children(p.head))
    if (g_.frames().is(WordClass::mutual_adverb, parsed_.word(c).lemma)) return true;
  return false;
}

/// Verbs that say something of a clause tell nothing without it.
bool StatementBuilder::governs_clauses(const Frame& f) {
  return f.clause.attributed || f.is_operator || f.clause.modality || f.clause.negates ||
         f.clause.control != Control::automatic;
}

/// Who acts and suffers, not what is only spoken of.
bool StatementBuilder::is_agentive(EntityType t) {
  return t == EntityType::Person || t == EntityType::State || t == EntityType::Organization ||
         t == EntityType::Group;
}

/// A predicate with one participant: its time or place stands as the other, else its own words.
void StatementBuilder::single(std::uint32_t index, const Party& subject) {
  const PredicateInstance& p = g_.predicates[index];
  const Frame* frame = g_.frame_of(index);
  const bool undergone = p.voice != Voice::active && p.finite && is_absolute(p);  // "un projet se prépare"
  if (frame != nullptr && !frame->alone && governs_clauses(*frame) && (!undergone || frame->is_operator))
    return;
  if (!tells_alone(p, frame) || p.lemma == "être") return;
  const bool bare = !p.finite && p.link != Link::adverbial && p.link != Link::complement;
  if (bare && p.time == kNone && !is_agentive(people_.type_of(subject)))
    return;  // "une amende salée", "un moment donné"
  const bool patient = !g_.has(index, Slot::subject);
  std::string_view preposition;
  Party object;
  if (p.time != kNone) {
    const TimeValue& t = g_.mentions().times[p.time];
    object = people_.literal(t.head, parsed_.article().slice(parsed_.tagged().span(t.words)));
  } else {
    object = people_.literal(p.head, predicate_text(index));
  }
  state(subject, object,
        {p.lemma, preposition,
         relation_name(index, p.lemma, patient ? Lead::patient : Lead::actor, subject, nullptr, object),
         "intransitive", index, false});
}

/// An adjective with a copula that says something of its subject: not "il est utile de …".
bool StatementBuilder::is_property(std::uint32_t word) const {
  if (parsed_.word(word).upos != Upos::ADJ || parsed_.child(word, Deprel::cop) == kNone) return false;
  for (const std::uint32_t c : parsed_.children(word)) {
    const Deprel u = universal(parsed_.deprel(c));
    if (u == Deprel::csubj || u == Deprel::ccomp || u == Deprel::xcomp) return false;
    if (c > word && u == Deprel::advcl && parsed_.word(c).morph.verb_form == VerbForm::inf) return false;
  }
  return true;
}

/// "moins prudentes", "très calme": with the words of degree right before it.
std::string StatementBuilder::attribute_text(std::uint32_t word) const {
  std::uint32_t first = word;
  while (first > 0 && parsed_.head(first - 1) == word &&
         g_.frames().is(WordClass::degree_adverb, parsed_.word(first - 1).lemma))
    --first;
  return std::string(parsed_.article().slice(parsed_.tagged().span(IndexRange{first, word + 1})));
}

/// "La situation est calme"
void StatementBuilder::property(std::uint32_t index, const Party& subject) {
  const std::uint32_t word = g_.predicates[index].head;
  state(subject, people_.literal(word, attribute_text(word)),
        {"être", {}, open_relation("être"), "property", index, false});
}

/// Who can do what the noun tells; a state is where one goes or comes from ("le départ de Malte").
bool StatementBuilder::is_actor(const Party& p, const Frame& f) const {
  const EntityType t = people_.type_of(p);
  if (t == EntityType::State && f.group == "travel") return false;
  return t == EntityType::Person || t == EntityType::State || t == EntityType::Organization;
}

/// "la région de Koursk": the complement is the noun's own name; that of "la place centrale de Riga" is not.
bool StatementBuilder::names_itself(const Party& whole, const Party& name) const {
  if (people_.type_of(whole) != EntityType::Place || people_.type_of(name) != EntityType::Place) return false;
  // "un restaurant de Riga" is in it
  const std::string_view rule =
      whole.mention == kNone ? std::string_view() : g_.mentions().mentions[whole.mention].rule;
  if (rule == "noun.place.building" || rule == "noun.place.premises") return false;
  const std::string &label = out_.entities[whole.entity].label, &inner = out_.entities[name.entity].label;
  if (label.find(inner) == std::string::npos) return false;
  for (const std::uint32_t c : parsed_.children(whole.word))
    if (universal(parsed_.deprel(c)) == Deprel::amod && c > whole.word && c < name.word) return false;
  return true;
}

/// "Bergen, une ville du nord de la Norvège": what the noun in apposition tells is told of the place or body
/// named before it. Else the mention itself; kNone stays.
std::uint32_t StatementBuilder::named_before(std::uint32_t own) const {
  if (own == kNone) return kNone;
  const MentionSet& set = g_.mentions();
  std::uint32_t word = set.mentions[own].head;
  for (int level = 0; level < 2 && parsed_.deprel(word) == Deprel::appos; ++level) {
    word = parsed_.head(word);
    if (g_.name_head[word] != kNone) word = g_.name_head[word];
    const std::uint32_t m = set.mention_at[word];
    if (m == kNone || set.mentions[m].kind != MentionKind::name) continue;
    const EntityType type = set.entity_of(set.mentions[m]).type;
    return type == EntityType::Place || type == EntityType::Organization ? m : own;
  }
  return own;
}

/// Nouns with two participants state between them; with one, between the noun phrase and it.
void StatementBuilder::noun(std::uint32_t index) {
  const PredicateInstance& p = g_.predicates[index];
  if (p.first_argument == kNone || people_.inside_name(p.head)) return;
  const std::uint32_t own = people_.mention_of(p.head);
  const Frame* frame = g_.frame_of(index);
  // of a name's own words only the place beside it states anything: "l'ambassade de Malte à Riga"
  const bool named = own != kNone && g_.mentions().mentions[own].kind == MentionKind::name;
  if (named && (frame == nullptr || frame->nominal != Nominal::property)) return;
  std::vector<Party> subjects, objects;
  bool shared = false;
  for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
    if (g_.arguments[a].slot != Slot::subject) continue;
    people_.resolve(g_.arguments[a].word, subjects);
    shared |= g_.arguments[a].shared;
  }
  bool any = false;
  if (frame != nullptr && frame->nominal == Nominal::symmetric && subjects.size() > 1) {
    pairs(index, subjects);
    any = true;
  }
  std::vector<Party> self;
  if (const std::uint32_t told = named_before(own); told != kNone) {
    const Mention& m = g_.mentions().mentions[told];
    self.push_back({p.head, told, people_.entity(m.entity), {}});
  }
  // "l'envoi de troupes en Islande": without an agent the patient stands first, as in a passive
  std::vector<Party> patients;
  for (std::uint32_t a = p.first_argument; a != kNone && subjects.empty(); a = g_.arguments[a].next)
    if (g_.arguments[a].slot == Slot::object) people_.resolve(g_.arguments[a].word, patients);
  for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
    const Argument argument = g_.arguments[a];
    if (argument.slot == Slot::subject) continue;
    objects.clear();
    people_.resolve(argument.word, objects);
    // of a name's own complements the place says more: "l'Ambassade de Malte", "l'Université de Riga"
    if (named && argument.preposition == "de" && !subjects.empty()) continue;
    if (named && argument.preposition == "de")
      std::erase_if(objects, [&](const Party& o) {
        const EntityType type = people_.type_of(o);
        return type != EntityType::State && type != EntityType::Place;
      });
    const bool from_patient = argument.slot == Slot::oblique && !patients.empty();
    const std::vector<Party>& lead = !subjects.empty() ? subjects : from_patient ? patients : self;
    for (const Party& subject : lead) {
      for (const Party& object : objects) {
        if (subject.entity == object.entity) continue;
        if (subjects.empty() && names_itself(subject, object)) continue;
        // "le cri de désespoir": a noun of no class and an unnamed complement tell nothing of the world
        if (frame == nullptr && !out_.entities[object.entity].named && !out_.entities[subject.entity].named)
          continue;
        const std::string_view preposition =
            argument.slot == Slot::object && !subjects.empty()
                ? std::string_view()
                : (argument.slot == Slot::object
                       ? std::string_view("de")
                       : (object.preposition.empty() ? argument.preposition : object.preposition));
        state(subject, object,
              {p.lemma, preposition,
               relation_name(index, p.lemma,
                             !subjects.empty() ? Lead::actor
                             : from_patient    ? Lead::patient
                                               : Lead::self,
                             subject, &argument, object),
               argument.rule, index, shared || argument.shared});
        any = true;
      }
    }
  }
  if (any || self.empty() || shared) return;
  for (const Party& subject : subjects) {
    if (subject.entity == self[0].entity) continue;
    const EntityType type = people_.type_of(self[0]);
    if (type == EntityType::Group || type == EntityType::Organization) continue;  // "l'opposition suédoise"
    const bool by = subject.word != kNone && g_.case_of(subject.word) == "par";
    if (frame != nullptr && (frame->nominal == Nominal::agent || by) &&
        is_actor(subject, *frame)) {  // "le soutien de Malte": Malte acts
      state(subject, self[0],
            {p.lemma,
             {},
             relation_name(index, p.lemma, Lead::self, self[0], nullptr, subject),
             "noun-act",
             index,
             shared});
    } else {
      state(self[0], subject,
            {p.lemma, "de", relation_name(index, p.lemma, Lead::self, self[0], nullptr, subject),
             "noun-holder", index, shared});
    }
  }
}

}  // namespace maillon
