#include "relations/predicate.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace maillon {

PredicateGraph::PredicateGraph(const MentionSet& mentions, const FrameSet& frames)
    : mentions_(&mentions), frames_(&frames) {
  predicate_at.assign(mentions.parsed->size(), kNone);
  claimed.assign(mentions.parsed->size(), false);
  name_head.assign(mentions.parsed->size(), kNone);
  std::vector<std::uint32_t> length(mentions.parsed->size(), 0);
  for (const Mention& m : mentions.mentions) {
    if (m.kind != MentionKind::name) continue;
    for (std::uint32_t w = m.words.begin; w < m.words.end; ++w) {
      if (m.words.size() <= length[w]) continue;
      length[w] = m.words.size();
      name_head[w] = m.head;
    }
  }
  partitive_count.assign(mentions.parsed->size(), kNone);
  relative_owner.assign(mentions.parsed->size(), kNone);
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

void PredicateGraph::remove_argument(std::uint32_t predicate, std::uint32_t before, std::uint32_t a) {
  PredicateInstance& p = predicates[predicate];
  (before == kNone ? p.first_argument : arguments[before].next) = arguments[a].next;
  if (p.last_argument == a) p.last_argument = before;
}

/// "X, Y et Z" where the tree has Y as an apposition of X: a name behind a comma that others follow to a
/// coordinator.
bool PredicateGraph::is_listed(std::uint32_t c) const {
  const ParsedText& parsed = *mentions_->parsed;
  const std::uint32_t head = parsed.head(c);
  if (parsed.deprel(c) != Deprel::appos || head == kNone || c < head) return false;
  if (parsed.word(c).upos != Upos::PROPN || parsed.word(head).upos != Upos::PROPN) return false;
  const std::uint32_t own = mentions_->mention_at[c], other = mentions_->mention_at[head];
  if (own == kNone || other == kNone) return false;
  const Mention &a = mentions_->mentions[own], &b = mentions_->mentions[other];
  if (a.kind != MentionKind::name || b.kind != MentionKind::name || a.entity == b.entity) return false;
  std::uint32_t begin = a.words.begin;
  while (begin > b.words.end && parsed.word(begin - 1).upos == Upos::DET) --begin;
  if (begin == 0 || parsed.word(begin - 1).form != ",") return false;
  for (std::uint32_t w = a.words.begin; w < a.words.end; ++w)
    for (const std::uint32_t d : parsed.children(w))
      if (d >= a.words.end &&
          ((parsed.deprel(d) == Deprel::conj && parsed.word(d).upos != Upos::VERB) || is_listed(d)))
        return true;
  return false;
}

std::uint32_t PredicateGraph::clause_begin(std::uint32_t head) const {
  if (parsed().word(head).upos != Upos::VERB) return 0;
  const std::uint32_t copula = parsed().child(head, Deprel::cop);
  if (copula == kNone || copula > head) return 0;
  for (const std::uint32_t c : parsed().children(head))
    if (c > copula && c < head && parsed().deprel(c) == Deprel::mark && parsed().word(c).lemma == "que")
      return c;
  return 0;
}

void PredicateGraph::conjuncts(std::uint32_t word, std::vector<std::uint32_t>& out) {
  const ParsedText& parsed = *mentions_->parsed;
  const auto is_member = [&](std::uint32_t c) {
    const Upos u = parsed.word(c).upos;
    return (parsed.deprel(c) == Deprel::conj || is_listed(c)) &&
           (u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM || u == Upos::X);
  };
  const auto between = [&](std::uint32_t noun) {  // the single party of "entre" below a noun
    for (const std::uint32_t c : parsed.children(noun)) {
      if (universal(parsed.deprel(c)) != Deprel::nmod || case_of(c) != "entre") continue;
      for (const std::uint32_t cc : parsed.children(c))
        if (is_member(cc)) return kNone;
      return c;
    }
    return kNone;
  };
  const std::uint32_t party = parsed.word(word).upos == Upos::NOUN ? between(word) : kNone;
  for (const std::uint32_t c : parsed.children(word))
    if (is_enumerated(c)) out.push_back(c);
  for (const std::uint32_t c : parsed.children(word))
    if (c > word && is_member(c) && (party == kNone || c < party)) out.push_back(c);
  // "la Corée du Sud et Malte", where the tree hangs Malte on Sud
  const std::uint32_t m = mentions_->mention_at[word];
  if (m != kNone && mentions_->mentions[m].kind == MentionKind::name)
    for (std::uint32_t w = word + 1; w < mentions_->mentions[m].words.end; ++w)
      for (const std::uint32_t c : parsed.children(w))
        if (c >= mentions_->mentions[m].words.end && mentions_->mention_at[w] == kNone && is_member(c))
          out.push_back(c);
  const std::uint32_t head = parsed.head(word);
  if (head == kNone || parsed.word(head).upos != Upos::NOUN || between(head) != word) return;
  for (const std::uint32_t c : parsed.children(head))
    if (c > word && is_member(c)) {
      out.push_back(c);
      return;
    }
}

std::uint32_t PredicateGraph::argument(std::uint32_t predicate, Slot slot) const {
  for (std::uint32_t a = predicates[predicate].first_argument; a != kNone; a = arguments[a].next)
    if (arguments[a].slot == slot) return a;
  return kNone;
}

/// The preposition with the words fixed to it: "lors de", "d'après".
std::string_view PredicateGraph::fixed_form(const ParsedText& parsed, std::uint32_t first) const {
  std::string whole;
  for (const std::uint32_t f : parsed.children(first)) {
    const TaggedWord& w = parsed.word(f);
    if (parsed.deprel(f) != Deprel::fixed && w.upos != Upos::ADP) continue;
    if (whole.empty()) whole = utf8::to_lower(parsed.word(first).form);
    if (whole.ends_with("’")) whole.replace(whole.size() - 3, 3, "'");
    if (!whole.ends_with("'")) whole += ' ';
    whole += w.upos == Upos::ADP || w.upos == Upos::DET ? std::string(w.lemma) : utf8::to_lower(w.form);
  }
  return whole.empty() ? parsed.word(first).lemma : arena.store(whole);
}

std::string_view PredicateGraph::case_of(std::uint32_t word) const {
  const ParsedText& parsed = mentions_->parsed[0];
  std::string_view out;
  for (const std::uint32_t c : parsed.children(word)) {
    if (c > word) break;
    if (parsed.deprel(c) != Deprel::case_) continue;
    const std::string_view part = fixed_form(parsed, c);
    if (!out.empty() && part.starts_with("jusque")) break;  // "avec jusqu'à 68 navires": how many
    if (out.empty() && c > 0 && part == "de" &&
        frames_->is(WordClass::complex_adverb, parsed.word(c - 1).lemma)) {
      out = arena.store(arena.store(parsed.word(c - 1).lemma, " "), part);
    } else if (out.empty()) {
      out = part;
    } else {
      out = arena.store(arena.store(out, " "), part);
    }
  }
  return out;
}

bool PredicateGraph::is_hidden(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  const TaggedWord& w = parsed.word(word);
  if (w.upos != Upos::NOUN || parsed.child(word, Deprel::case_) == kNone) return false;
  if (leads_to_companion(word) && frames_->is(WordClass::companion_noun, w.lemma)) return true;
  if (leads_with_article(word)) return true;
  if (!frames_->is(WordClass::hidden_noun, w.lemma)) return false;
  const std::uint32_t article = parsed.child(word, Deprel::det);  // "près d'un centre de commandement"
  if (article != kNone && parsed.word(article).lemma != "le") return false;
  // "en échange de son soutien", but "dans l'échange de prisonniers"
  return frames_->noun(w.lemma) == kNone || article == kNone;
}

/// "à l'aide de", "à la demande de": as such a noun leads a phrase even though elsewhere it states something.
bool PredicateGraph::leads_with_article(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  if (word + 1 >= parsed.size() || parsed.word(word + 1).lemma != "de") return false;
  const std::uint32_t preposition = parsed.child(word, Deprel::case_);
  return preposition + 2 == word &&
         frames_->is(WordClass::article_locution,
                     arena.store(arena.store(parsed.word(preposition).lemma, " "), parsed.word(word).lemma));
}

/// "en collaboration avec", "en réponse à"
bool PredicateGraph::leads_to_companion(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  if (word == 0 || word + 1 >= parsed.size()) return false;
  const std::string_view before = parsed.word(word - 1).lemma, next = parsed.word(word + 1).lemma;
  return (before == "en" && (next == "avec" || next == "à")) || (before == "par" && next == "à");
}

bool PredicateGraph::is_enumerated(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  const std::uint32_t first = parsed.head(word);
  if (universal(parsed.deprel(word)) != Deprel::nmod || first == kNone || first > word) return false;
  const std::uint32_t preposition = parsed.child(word, Deprel::case_);
  if (preposition == kNone || preposition == 0 || parsed.word(preposition - 1).form != ",") return false;
  if (case_of(word) != case_of(first)) return false;
  for (const std::uint32_t c : parsed.children(word))
    if (parsed.deprel(c) == Deprel::conj && case_of(c) == case_of(word)) return true;
  return false;
}

bool PredicateGraph::is_bare(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  const TaggedWord& w = parsed.word(word);
  if (w.upos != Upos::NOUN || w.morph.number == Number::plur) return false;
  for (const std::uint32_t c : parsed.children(word)) {
    const Deprel u = universal(parsed.deprel(c));
    if (u == Deprel::det || u == Deprel::nummod || u == Deprel::nmod || u == Deprel::amod || u == Deprel::acl)
      return false;
  }
  return true;
}

/// "au premier chef", "d'un autre côté": the whole phrase as it stands.
bool PredicateGraph::is_set_phrase(std::uint32_t word) const {
  constexpr std::uint32_t kLongest = 7;  // words
  IndexRange phrase = parsed().subtree(word);
  while (!phrase.empty() && parsed().word(phrase.end - 1).upos == Upos::PUNCT) --phrase.end;
  while (!phrase.empty() && parsed().word(phrase.begin).upos == Upos::PUNCT) ++phrase.begin;
  if (phrase.size() < 2 || phrase.size() > kLongest) return false;
  constexpr std::string_view kApostrophe = "’", kGrave = "à";
  constexpr std::size_t kLongestText = 40;  // bytes
  const ByteSpan span = parsed().tagged().span(phrase);
  if (span.size() > kLongestText) return false;
  std::string text(parsed().article().slice(span));
  if (const std::size_t at = text.find(kApostrophe); at != std::string::npos) {
    text[at] = '\'';
    text.erase(at + 1, kApostrophe.size() - 1);
  }
  const bool lower = (text[0] >= 'a' && text[0] <= 'z') || text.starts_with(kGrave);
  if (!lower) text = utf8::to_lower(text);
  return frames_->is(WordClass::adverbial_phrase, text);
}

bool PredicateGraph::is_circumstance(std::uint32_t word, std::string_view preposition) const {
  const ParsedText& parsed = *mentions_->parsed;
  if (is_set_phrase(word)) return true;
  if (!frames_->is(WordClass::circumstance_phrase,
                   arena.store(arena.store(preposition, " "), parsed.word(word).lemma)))
    return false;
  const bool article = preposition == "à" || preposition == "dans" || preposition == "sur" ||
                       preposition == "pour" || preposition == "sous" || preposition == "contre";
  for (const std::uint32_t c : parsed.children(word)) {
    const Deprel u = universal(parsed.deprel(c));
    if (u == Deprel::nmod && (case_of(c) == "par" || case_of(c) == "pour")) continue;  // "en partie par jeu"
    if (u == Deprel::nummod || u == Deprel::nmod || u == Deprel::amod || u == Deprel::appos ||
        u == Deprel::flat)
      return false;
    if (u == Deprel::det && !article) return false;
    // but "de peur que", "dans la mesure où"
    if (u == Deprel::acl && parsed.child(c, Deprel::mark) == kNone &&
        parsed.word(parsed.subtree(c).begin).lemma != "où")
      return false;
  }
  return true;
}

std::uint32_t PredicateGraph::denier_of(std::uint32_t predicate) const {
  const ParsedText& parsed = *mentions_->parsed;
  const PredicateInstance& p = predicates[predicate];
  if (p.kind == PredicateKind::noun || !p.finite || universal(parsed.deprel(p.head)) != Deprel::acl)
    return kNone;
  const std::uint32_t first = parsed.subtree(p.head).begin;
  const bool according = parsed.word(first).lemma == "selon" && first + 1 < parsed.size() &&
                         parsed.word(first + 1).lemma == "lequel";
  if (p.marker != "que" && !according) return kNone;
  const std::uint32_t noun = parsed.head(p.head);
  const Deprel function = parsed.deprel(noun);
  if (universal(function) != Deprel::obj && function != Deprel::nsubj_pass) return kNone;
  const std::uint32_t verb = predicate_at[parsed.head(noun)];
  const Frame* frame = verb == kNone ? nullptr : frame_of(verb);
  if (frame == nullptr || predicates[verb].negated) return kNone;
  return frame->clause.negates || frame->relation == "REJECTS" || frame->relation == "EXCLUDES" ? verb
                                                                                                : kNone;
}

bool PredicateGraph::is_denied(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  bool linked = false, denied = false;
  for (const std::uint32_t c : parsed.children(word)) {
    if (c > word) break;
    linked |= parsed.deprel(c) == Deprel::cc;
    const std::string_view lemma = parsed.word(c).lemma;
    denied |= parsed.deprel(c) == Deprel::advmod && (lemma == "pas" || lemma == "non");
  }
  return linked && denied;
}

bool PredicateGraph::is_contrasted(std::uint32_t word) const {
  const std::uint32_t link = parsed().child(word, Deprel::cc);
  return link != kNone && link < word && parsed().word(link).lemma == "mais";
}

bool PredicateGraph::is_example(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  if (parsed.child(word, Deprel::cop) != kNone) return false;  // "comme étant responsable"
  for (const std::uint32_t c : parsed.children(word)) {
    if (c > word) break;
    if (frames_->is(WordClass::example_link, parsed.word(c).lemma)) return true;
    // "des ports tels que Riga": the case is que alone
    if (parsed.deprel(c) == Deprel::case_ && c > 0 && parsed.head(c - 1) != word &&
        frames_->is(WordClass::example_link, parsed.word(c - 1).lemma))
      return true;
  }
  return frames_->is(WordClass::example_link, case_of(word));  // y compris
}

PredicateGraph::Phrase PredicateGraph::phrase_of(std::uint32_t word) const {
  const ParsedText& parsed = *mentions_->parsed;
  const std::string_view preposition = case_of(word);
  // "à 80 km au nord de X": the distance is none of what it is measured from
  if (!preposition.empty() && is_measure(word))
    for (const std::uint32_t n : parsed.children(word))
      if (n > word && universal(parsed.deprel(n)) == Deprel::nmod && !case_of(n).empty()) return phrase_of(n);
  if (preposition.empty() || !is_hidden(word)) return {word, preposition};
  if (const std::uint32_t m = mentions_->mention_at[word];
      m != kNone && mentions_->entity_of(mentions_->mentions[m]).type == EntityType::State)
    return {word, preposition};  // "livre au Nord des vivres": a state, no direction
  for (const std::uint32_t n : parsed.children(word)) {
    if (universal(parsed.deprel(n)) != Deprel::nmod || n < word) continue;
    const std::string_view link = case_of(n);
    const bool companion =
        (link == "avec" || link == "à") && frames_->is(WordClass::companion_noun, parsed.word(word).lemma);
    if (link != "de" && !companion) continue;
    std::uint32_t first = word;
    for (const std::uint32_t c : parsed.children(word))
      if (parsed.deprel(c) == Deprel::case_) first = std::min(first, c);
    std::string whole =
        utf8::to_lower(parsed.article().slice(parsed.tagged().span(IndexRange{first, word + 1})));
    whole += ' ';
    whole += link;
    return {n, arena.store(whole)};
  }
  return {word, preposition};
}

bool PredicateGraph::is_measure(std::uint32_t word) const {
  const std::uint32_t m = mentions_->mention_at[word];
  if (m == kNone || mentions_->mentions[m].quantity == kNone) return false;
  const Quantity& q = mentions_->quantities[mentions_->mentions[m].quantity];
  return !q.unit.empty() && q.words.contains(word);
}

/// "le fondateur de LETA Jan Novak, qui …": the person named right before the comma; kNone where nobody is or
/// `noun` is a person anyway.
std::uint32_t PredicateGraph::person_before(std::uint32_t pronoun, std::uint32_t noun) const {
  const ParsedText& parsed = *mentions_->parsed;
  if (pronoun < 2 || parsed.word(pronoun - 1).form != ",") return kNone;
  const auto type = [&](std::uint32_t word) {
    const std::uint32_t m = word == kNone ? kNone : mentions_->mention_at[word];
    return m == kNone ? EntityType::Literal : mentions_->entity_of(mentions_->mentions[m]).type;
  };
  if (type(noun) == EntityType::Person) return kNone;
  const std::uint32_t head = name_head[pronoun - 2];
  if (head != kNone && head != noun && type(head) == EntityType::Person) return head;
  // "le président de la Norvège, qui a salué …": of a person and a place the person acts
  if (type(noun) != EntityType::Place && type(noun) != EntityType::State) return kNone;
  if (parsed.child(parsed.head(pronoun), Deprel::cop) != kNone) return kNone;  // "…, qui est un pays calme"
  for (std::uint32_t w = noun; universal(parsed.deprel(w)) == Deprel::nmod && case_of(w) == "de";) {
    w = parsed.head(w);
    const Number person = parsed.word(w).morph.number, place = parsed.word(noun).morph.number;
    const bool alike = place == Number::none ? person != Number::plur : person == place;
    if (type(w) == EntityType::Person && alike) return w;
  }
  return kNone;
}

/// "des restrictions au droit qui avaient été bloquées": the subject of the relative agrees with its verb;
/// `noun` where nothing else does.
std::uint32_t PredicateGraph::agreeing(std::uint32_t pronoun, std::uint32_t verb, std::uint32_t noun) const {
  const ParsedText& parsed = *mentions_->parsed;
  const Morph* finite =
      parsed.word(verb).morph.verb_form == VerbForm::fin ? &parsed.word(verb).morph : nullptr;
  for (const std::uint32_t c : parsed.children(verb))
    if ((universal(parsed.deprel(c)) == Deprel::aux || parsed.deprel(c) == Deprel::cop) &&
        parsed.word(c).morph.verb_form == VerbForm::fin)
      finite = &parsed.word(c).morph;
  if (finite == nullptr || finite->number == Number::none) return noun;
  const bool passive = parsed.child(verb, Deprel::aux_pass) != kNone;
  const auto agrees = [&](std::uint32_t n) {
    const Morph& m = parsed.word(n).morph;
    if (parsed.child(n, Deprel::conj) != kNone) return true;
    if (m.number != Number::none && m.number != finite->number) return false;
    const Gender g = passive ? parsed.word(verb).morph.gender : Gender::none;
    return g == Gender::none || m.gender == Gender::none || m.gender == g;
  };
  if (noun != pronoun && (parsed.word(noun).upos != Upos::NOUN || agrees(noun))) return noun;
  const std::uint32_t begin = parsed.tagged().sentences[parsed.sentence_of(pronoun)].begin;
  for (std::uint32_t w = pronoun; w-- > begin && pronoun - w < 16;) {
    if (parsed.word(w).upos == Upos::VERB && parsed.word(w).morph.verb_form == VerbForm::fin) break;
    if (parsed.word(w).upos == Upos::NOUN && !is_time(w) && agrees(w)) return w;
  }
  return noun;
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
    if (w.lemma == "qui" && parsed.deprel(at) == Deprel::advcl && parsed.head(word) == at)
      return agreeing(word, at, word);  // the tree lost the noun
    if (parsed.deprel(at) != Deprel::acl_relcl && parsed.deprel(at) != Deprel::acl) continue;
    std::uint32_t noun = parsed.head(at);
    // "une aide en échange qui …": the noun of an adverbial is no antecedent
    if (noun < word && is_hidden(noun) && parsed.head(noun) != kNone &&
        parsed.word(parsed.head(noun)).upos == Upos::NOUN)
      noun = parsed.head(noun);
    if (noun >= word) return word;
    if (w.lemma == "qui" && parsed.head(word) == at) {
      noun = agreeing(word, at, noun);
      if (const std::uint32_t person = person_before(word, noun); person != kNone) return person;
    }
    return name_head[noun] == kNone ? noun : name_head[noun];  // "l'ambassade de Malte, où …"
  }
  return word;
}

bool PredicateGraph::is_object_event(std::uint32_t predicate) const {
  const PredicateInstance& p = predicates[predicate];
  if (p.kind != PredicateKind::noun || p.parent == kNone || predicates[p.parent].kind != PredicateKind::verb)
    return false;
  const Frame* own = frame_of(predicate);
  const Frame* verb = frame_of(p.parent);
  if (own == nullptr || verb == nullptr) return false;
  if (own->nominal == Nominal::property || own->nominal == Nominal::role) return false;
  if (!verb->clause.attributed && !verb->clause.modality && !verb->clause.negates) return false;
  for (std::uint32_t a = predicates[p.parent].first_argument; a != kNone; a = arguments[a].next)
    if (arguments[a].word == p.head && !arguments[a].shared)
      return arguments[a].slot == Slot::object || arguments[a].preposition == "à";
  return false;
}

std::uint32_t PredicateGraph::counted(std::uint32_t word) {
  const std::uint32_t first = word;
  for (int steps = 0; steps < 3; ++steps) {
    const Upos u = parsed().word(word).upos;
    if (u != Upos::ADV && u != Upos::NUM) break;
    std::uint32_t of = kNone;
    for (const std::uint32_t c : parsed().children(word)) {
      const Upos v = parsed().word(c).upos;
      if (c > word && (v == Upos::NOUN || v == Upos::NUM) && case_of(c) == "de") {
        of = c;
        break;
      }
    }
    if (of == kNone) break;
    word = of;
  }
  if (word != first) partitive_count[word] = first;
  return word;
}

bool PredicateGraph::is_reflexive(std::uint32_t c) const {
  const Deprel d = parsed().deprel(c);
  if (d != Deprel::expl_pv && d != Deprel::expl_pass && d != Deprel::expl_comp && d != Deprel::expl &&
      universal(d) != Deprel::obj && universal(d) != Deprel::iobj)
    return false;
  const TaggedWord& w = parsed().word(c);
  return w.upos == Upos::PRON && (w.morph.reflexive || w.lemma == "se" || w.lemma == "soi");
}

/// "dix millions de travailleurs": who they are, unless it is money or another measure.
std::uint32_t PredicateGraph::numbered(std::uint32_t noun) const {
  const std::string_view lemma = parsed().word(noun).lemma;
  if (!frames_->is(WordClass::partitive_noun, lemma) || !frames_->is(WordClass::measure_noun, lemma))
    return noun;
  for (const std::uint32_t c : parsed().children(noun))
    if (c > noun && universal(parsed().deprel(c)) == Deprel::nmod && parsed().word(c).upos == Upos::NOUN &&
        case_of(c) == "de" && !frames_->is(WordClass::measure_noun, parsed().word(c).lemma))
      return c;
  return noun;
}

ParticipantFacts PredicateGraph::facts(std::uint32_t word) const {
  const std::uint32_t noun = numbered(antecedent(word));
  const TaggedWord& w = parsed().word(noun);
  ParticipantFacts out;
  out.present = true;
  out.pronoun = w.upos == Upos::PRON || w.upos == Upos::DET;
  std::uint32_t m = mentions_->mention_at[noun];
  if (m == kNone && name_head[noun] != kNone) m = mentions_->mention_at[name_head[noun]];
  out.resolved = m != kNone || !out.pronoun;
  if (m != kNone) out.type = type_bit(mentions_->entity_of(mentions_->mentions[m]).type);
  if (!out.pronoun && w.upos != Upos::PROPN) out.nouns = frames_->noun_classes(w.lemma);
  return out;
}

bool PredicateGraph::names_actor(std::uint32_t word) const {
  const std::uint32_t m = mentions_->mention_at[word];
  if (m == kNone) return false;
  const EntityType type = mentions_->entity_of(mentions_->mentions[m]).type;
  return type == EntityType::Person || type == EntityType::Organization || type == EntityType::State;
}

std::uint32_t PredicateGraph::governor(std::uint32_t word) const {
  for (std::uint32_t at = word; at != kNone; at = parsed().head(at))
    if (predicate_at[at] != kNone) return predicate_at[at];
  return kNone;
}

}  // namespace maillon
