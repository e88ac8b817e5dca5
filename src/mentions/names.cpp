// Proper names: gazetteer names, and runs of name-like words with the particles between them.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/name_finder.hpp"

namespace maillon {

namespace {

constexpr std::size_t kLongestHonorific = 5;  // bytes of "Melle"
constexpr std::size_t kLongestSurname = 4;    // bytes of a name of one syllable: "Ban", "Park"
constexpr std::uint32_t kHeadlineWords = 4;
constexpr std::uint32_t kLongestName = 12;  // words; beyond that a run of capitals is a headline

}  // namespace

bool given_name(const Draft& draft, std::uint32_t word) {
  const TaggedWord& w = draft.word(word);
  return (w.name_class & kFirstName) != 0 || draft.vocabulary.given_names.contains(w.form);
}

NameFinder::NameFinder(Draft& draft)
    : draft_(draft),
      parsed_(draft.parsed),
      gazetteer_(draft.vocabulary.gazetteer),
      words_(draft.vocabulary.words),
      particles_(draft.vocabulary.words.set("name.particle")),
      french_particles_(draft.vocabulary.words.set("name.particle.french")) {}

void NameFinder::sentence(IndexRange words) {
  sentence_ = words;
  headline_ = in_capitals(words);
  for (std::uint32_t i = words.begin; i < words.end;) {
    const std::uint32_t end = name_from(i);
    i = end == i ? i + 1 : end;
  }
}

/// A headline that is all in capitals, in which these say nothing.
bool NameFinder::in_capitals(IndexRange words) const {
  std::uint32_t upper = 0;
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const Shape shape = parsed_.word(i).shape;
    if (shape == Shape::lower || shape == Shape::capitalized || shape == Shape::mixed) return false;
    upper += shape == Shape::upper ? 1 : 0;
  }
  return upper >= kHeadlineWords;
}

bool NameFinder::capital(std::uint32_t i) const {
  const Shape shape = parsed_.word(i).shape;
  return shape == Shape::capitalized || shape == Shape::upper || shape == Shape::mixed;
}

/// Makes the name that begins at word i and returns its end; i where none does.
std::uint32_t NameFinder::name_from(std::uint32_t i) {
  if (draft_.time_at[i] != kNone) return i;
  if (const std::uint32_t end = feature(i); end != i) return end;
  if (!capital(i) && !gazetteer_.begins_in_lower_case(parsed_.word(i).form)) return i;
  if (capital(i)) {
    if (const std::uint32_t end = newspaper(i); end != i) return end;
    if (const std::uint32_t end = title_of_work(i); end != i) return end;
    if (const std::uint32_t end = proper_phrase(i); end != i) return end;
    if (const std::uint32_t end = team(i); end != i) return end;
  }
  const std::uint32_t run = run_from(i);
  std::uint32_t entry = kNone;
  const std::uint32_t known = gazetteer_from(i, entry);
  // "le président du Pérou Jan Novak", "la sénatrice de Riga Anna Berg"
  const bool office = known > i && known < run && follows_office(i);
  const bool person_next =
      (known < sentence_.end && given_name(draft_, known)) || (office && run > known + 1);
  // "Maurice Novak": a given name that is a country's as well
  const bool titled = known > i && known < run && person_next && (office || !given_name(draft_, i)) &&
                      (gazetteer_.entry(entry).type != EntityType::Place || office);
  if (known > i && (known >= run || titled) && !(known == i + 1 && run == i && ordinary(i))) {
    const std::uint32_t end = part_of_country(known, entry);
    if (end > known) {
      add_typed(i, end, EntityType::Place, "name.part-of-country");
      return end;
    }
    if (const std::uint32_t model = model_end(i, known); model > known) {
      add_typed(i, model, EntityType::Artifact, "name.model");
      return model;
    }
    return add(i, known, entry);
  }
  if (run == i) return i;
  if (directed(run)) {
    add_typed(i, run + 1, EntityType::Place, "name.part-of-country");
    return run + 1;
  }
  if (const std::uint32_t model = model_end(i, run); model > run && known == i) {
    // "le Chapitre 11": a part of a whole, or a thing under its number
    const bool common = parsed_.word(i).upos == Upos::NOUN && !parsed_.word(i).unknown;
    add_typed(i, model, common ? EntityType::Concept : EntityType::Artifact, "name.model");
    return model;
  }
  return add(i, club_end(i, epithet_end(i, of_place(i, run))), kNone);
}

/// "la Torvald 207", "le Torvald 737": a thing under its maker's name and a figure that counts nothing. The
/// end, or `end` where it is none.
std::uint32_t NameFinder::model_end(std::uint32_t i, std::uint32_t end) const {
  if (i == sentence_.begin || end >= sentence_.end || parsed_.word(i - 1).upos != Upos::DET) return end;
  const TaggedWord& article = parsed_.word(i - 1);
  const TaggedWord& figure = parsed_.word(end);
  if (article.morph.number == Number::plur || (article.lemma != "le" && article.lemma != "un")) return end;
  if (figure.shape != Shape::numeric || figure.form.size() > 4 || draft_.time_at[end] != kNone) return end;
  if (figure.form.size() == 4 && (figure.form.starts_with("19") || figure.form.starts_with("20"))) return end;
  if (end + 1 >= sentence_.end) return end + 1;
  const Upos next = parsed_.word(end + 1).upos;
  return next == Upos::NOUN || next == Upos::SYM || next == Upos::NUM || next == Upos::PROPN ? end : end + 1;
}

/// "Orsan oriental": an adjective of direction behind a name makes a region of it.
bool NameFinder::directed(std::uint32_t end) const {
  if (end >= sentence_.end) return false;
  const TaggedWord& w = parsed_.word(end);
  return w.upos == Upos::ADJ && w.shape == Shape::lower &&
         words_.set("adjective.of-direction").contains(w.lemma);
}

/// The complement of an office: "la sénatrice de X", "le ministre letton à X".
bool NameFinder::follows_office(std::uint32_t i) const {
  for (std::uint32_t k = i; k > sentence_.begin && i - k < 5; --k) {
    const TaggedWord& w = parsed_.word(k - 1);
    if (w.upos == Upos::PUNCT || w.upos == Upos::VERB) return false;
    const NounClass* noun = draft_.vocabulary.nouns.find(w);
    if (noun != nullptr && (noun->traits & (kOffice | kRole)) != 0) return k < i;
  }
  return false;
}

std::uint32_t NameFinder::add(std::uint32_t begin, std::uint32_t end, std::uint32_t entry) {
  NameSpan name;
  name.words = {begin, end};
  name.entry = entry;
  name.head = head_of(name.words);
  name.key = utf8::fold(parsed_.article().slice(parsed_.tagged().span(name.words)));
  const std::uint32_t own = own_words_end(name);
  const auto number = static_cast<std::uint32_t>(draft_.names.size());
  for (std::uint32_t i = begin; i < own; ++i) draft_.name_at[i] = number;
  draft_.names.push_back(std::move(name));
  return own;
}

/// "Conseil de sécurité de l'ONU" holds a name of its own: its words before that one.
std::uint32_t NameFinder::own_words_end(const NameSpan& name) const {
  if (name.entry == kNone || gazetteer_.entry(name.entry).type != EntityType::Organization)
    return name.words.end;
  for (std::uint32_t i = name.words.begin + 2; i < name.words.end; ++i) {
    const TaggedWord& w = parsed_.word(i);
    std::uint32_t entry = kNone;
    if (w.shape == Shape::lower || i <= name.head || gazetteer_from(i, entry) != name.words.end) continue;
    std::uint32_t end = i;
    while (end > name.words.begin + 1 && parsed_.word(end - 1).shape == Shape::lower &&
           (parsed_.word(end - 1).upos == Upos::DET || parsed_.word(end - 1).upos == Upos::ADP))
      --end;
    return end;
  }
  return name.words.end;
}

/// The word whose head lies outside the name; the one that hangs highest where a bad tree gives several.
std::uint32_t NameFinder::head_of(IndexRange words) const {
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const std::uint32_t head = parsed_.head(i);
    const Deprel d = universal(parsed_.deprel(i));
    if (head != kNone && words.contains(head)) continue;
    if (d == Deprel::case_ || d == Deprel::det || d == Deprel::punct) continue;
    return i;
  }
  return words.begin;
}

/// A word that could also be no name: it opens the sentence, or is tagged as something else.
bool NameFinder::ordinary(std::uint32_t i) const { return parsed_.word(i).upos != Upos::PROPN && opens(i); }

/// True where a capital says nothing: first word of the sentence or of a quotation in it.
bool NameFinder::opens(std::uint32_t i) const {
  if (i == sentence_.begin) return true;
  const std::uint32_t before = i - 1;
  if (parsed_.word(before).upos != Upos::PUNCT) return false;
  const std::string_view form = parsed_.word(before).form;
  return form != "," && form != "(" && form != "'" && form != "’" && form != "/" && form != "-";
}

/// "Dr", "Mme": before a name and no part of it.
bool NameFinder::honorific(std::string_view form) const {
  if (form.size() > kLongestHonorific) return false;
  const NounClass* c = draft_.vocabulary.nouns.find(form);
  return c != nullptr && (c->traits & kHonorific) != 0;
}

/// "ministre des Finances", "ministère de la Défense": what an office is for takes a capital and is no
/// name.
bool NameFinder::portfolio(std::uint32_t i) const {
  if (i < sentence_.begin + 3 || parsed_.word(i - 1).upos != Upos::DET ||
      parsed_.word(i - 2).upos != Upos::ADP)
    return false;
  std::uint32_t office = i - 3;  // "le commissaire européen au Commerce"
  while (office > sentence_.begin && i - office < 6 && parsed_.word(office).upos == Upos::ADJ) --office;
  const StringSet& offices = words_.set("noun.with-portfolio");
  if (parsed_.word(office).shape == Shape::lower && offices.contains(parsed_.word(office).lemma)) return true;
  const std::uint32_t head = parsed_.head(i);
  return head != kNone && head < i && universal(parsed_.deprel(i)) == Deprel::nmod &&
         offices.contains(parsed_.word(head).lemma);
}

bool NameFinder::name_like(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  if (draft_.time_at[i] != kNone || w.form.size() == 1)
    return false;  // "A Riga": a preposition without its accent
  if (w.form.ends_with('\'') || w.form.ends_with("’") || portfolio(i)) return false;
  if (!capital(i)) return false;
  // "Premier ministre": the capital of a title
  if (i + 1 < sentence_.end && w.lemma == "premier" && parsed_.word(i + 1).lemma == "ministre") return false;
  if (w.upos == Upos::PROPN)
    return !(honorific(w.form) && i + 1 < sentence_.end && capital(i + 1)) && !office_alone(i);
  if (opens(i)) return opens_name(i);
  switch (w.upos) {
    case Upos::X:
      return true;
    case Upos::NOUN:
    case Upos::ADJ: {
      const NounClass* c = draft_.vocabulary.nouns.find(w.lemma);
      if (c != nullptr && (c->traits & (kHuman | kHonorific | kStateNoun)) != 0) return false;
      if (gazetteer_.demonym(w.form) != kNone) return false;
      if (c != nullptr && words_.set("acronym.common").contains(w.form)) return false;  // "l'ONG X"
      return w.shape != Shape::capitalized || w.unknown || c == nullptr;
    }
    default:
      return w.shape == Shape::upper && w.form.size() > 1;
  }
}

/// "Ban Ki-surok a parlé": a common noun without an article right before an unknown name begins it.
bool NameFinder::opens_name(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  if (w.upos != Upos::NOUN || w.shape != Shape::capitalized || i + 1 >= sentence_.end) return false;
  const TaggedWord& next = parsed_.word(i + 1);
  return next.upos == Upos::PROPN && next.unknown && capital(i + 1) && next.token == w.token + 1 &&
         draft_.vocabulary.nouns.find(w) == nullptr && draft_.vocabulary.nouns.find(w.lemma) == nullptr &&
         w.form.size() <= kLongestSurname;
}

/// "le Maire, X", "(Démocrate – Orsanie)": an office or a party's follower with a capital and nothing of a
/// name beside it.
bool NameFinder::office_alone(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  if (i == sentence_.begin || w.shape != Shape::capitalized) return false;
  if ((w.name_class & (kFirstName | kFamilyName)) != 0) return false;
  const TaggedWord& before = parsed_.word(i - 1);
  if (before.upos != Upos::DET && before.form != "," && before.form != "(") return false;
  const NounClass* c = draft_.vocabulary.nouns.find(utf8::to_lower(w.form));
  if (c == nullptr || (c->traits & (kOffice | kRole)) == 0) return false;
  return i + 1 >= sentence_.end || !capital(i + 1);
}

/// "le ministre-président d'Orsan Jan Novak": where the place of an office ends and its holder begins.
bool NameFinder::holder_begins(std::uint32_t i, std::uint32_t next) const {
  if (i == sentence_.begin || next != i + 1 || next + 1 >= sentence_.end) return false;
  if (!given_name(draft_, next) || given_name(draft_, i) || !name_like(next + 1)) return false;
  if (words_.set("name.place-word").contains(utf8::fold(parsed_.word(i).form))) return false;
  const Upos before = parsed_.word(i - 1).upos;
  return (before == Upos::ADP || before == Upos::DET) && follows_office(i);
}

/// "a dit à l'AFP Imelda Ndaye": behind an agency's acronym two capitals are a person.
bool NameFinder::reporter_begins(std::uint32_t i, std::uint32_t next) const {
  const TaggedWord& w = parsed_.word(i);
  if (next != i + 1 || next + 1 >= sentence_.end || w.shape != Shape::upper || w.form.size() < 3)
    return false;
  for (std::uint32_t k = next; k < next + 2; ++k)
    if (parsed_.word(k).shape != Shape::capitalized || parsed_.word(k).upos != Upos::PROPN ||
        words_.set("word.english-common").contains(utf8::fold(parsed_.word(k).form)))
      return false;
  if (next + 2 < sentence_.end && name_like(next + 2)) return false;
  std::uint32_t entry = kNone;
  return gazetteer_from(i, entry) == next && words_.set("name.agency").contains(w.form);
}

std::uint32_t NameFinder::run_from(std::uint32_t i) const {
  if (!name_like(i)) return i;
  if (headline_) return given_name(draft_, i) && i + 1 < sentence_.end && name_like(i + 1) ? i + 2 : i;
  std::uint32_t end = i + 1;
  const bool first_name = given_name(draft_, i);
  while (end < sentence_.end && end - i < kLongestName) {
    if (name_like(end)) {
      // "la Défense Anna Berg": a common noun with a capital does not begin a person's name
      if (end == i + 1 && i > sentence_.begin && parsed_.word(i - 1).upos == Upos::DET &&
          parsed_.word(end - 1).upos == Upos::NOUN && !parsed_.word(end - 1).unknown &&
          given_name(draft_, end))
        break;
      if (holder_begins(i, end) || reporter_begins(i, end) || member_begins(i, end)) break;
      ++end;
      continue;
    }
    // "Olivier Le Port": behind a capital article any capital goes on
    if (first_name && capital(end) && parsed_.word(end - 1).upos == Upos::DET && end > i + 1 &&
        capital(end - 1)) {
      ++end;
      continue;
    }
    if (function_word_in_name(end) || letter_in_name(end) || firm_noun(end) ||
        (end == i + 1 && initial(end))) {
      ++end;
      continue;
    }
    std::uint32_t next = end;
    while (next < sentence_.end && next - end < 3 &&
           (particle(next, first_name) || (next > end && function_word_in_name(next))))
      ++next;
    if (next == end || next >= sentence_.end || !name_like(next)) break;
    end = next + 1;
  }
  return end;
}

/// "l'AFP Anna Berg", "les députés PSO Anna Berg", not "le CSKA Sofia": behind an acronym the full name of a
/// person; of two letters only where people stand before them ("JP Berg").
bool NameFinder::member_begins(std::uint32_t i, std::uint32_t next) const {
  const TaggedWord& w = parsed_.word(i);
  if (next != i + 1 || w.shape != Shape::upper || w.form.find('.') != std::string_view::npos) return false;
  if (!given_name(draft_, next) || next + 1 >= sentence_.end || !name_like(next + 1)) return false;
  if (w.form.size() > 2) return !family_name_first(i);
  if (i == sentence_.begin) return false;
  const NounClass* people = draft_.vocabulary.nouns.find(parsed_.word(i - 1));
  return people != nullptr && (people->traits & kHuman) != 0 && (people->traits & kHonorific) == 0;
}

/// "Anna M. Berg": the M. between a given and a family name is no monsieur.
bool NameFinder::initial(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  return w.form == "M." && given_name(draft_, i - 1) && i + 1 < sentence_.end && name_like(i + 1);
}

/// "le député LINDGREN Erik": a family name in capitals with the given name behind it, and no acronym.
bool NameFinder::family_name_first(std::uint32_t i) const {
  if (i > sentence_.begin && parsed_.word(i - 1).upos == Upos::DET) return false;
  std::uint32_t entry = kNone;
  return gazetteer_from(i, entry) == i && (i + 2 >= sentence_.end || !name_like(i + 2));
}

/// "Park Ha Un", "Anna de La Tour": an article or numeral takes no capital inside a sentence.
bool NameFinder::function_word_in_name(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  const Upos before = parsed_.word(i - 1).upos;
  return w.shape == Shape::capitalized &&
         (w.upos == Upos::DET || w.upos == Upos::NUM || w.upos == Upos::PRON) &&
         (before == Upos::PROPN || before == Upos::ADP) && w.token == parsed_.word(i - 1).token + 1;
}

/// "Torvald Conseil": a noun of bodies with a capital goes on with the name right before it.
bool NameFinder::firm_noun(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  if (w.upos != Upos::NOUN || w.shape != Shape::capitalized || parsed_.word(i - 1).upos != Upos::PROPN ||
      opens(i) || w.token != parsed_.word(i - 1).token + 1)
    return false;
  const NounClass* c = draft_.vocabulary.nouns.find(utf8::to_lower(w.form));
  return c != nullptr && c->type == EntityType::Organization;
}

/// "Harald V": one capital after a name, where no stop makes an initial of it.
bool NameFinder::letter_in_name(std::uint32_t i) const {
  const TaggedWord& w = parsed_.word(i);
  return w.form.size() == 1 && w.form != "A" && w.form != "Y" && w.shape == Shape::upper &&
         parsed_.word(i - 1).upos == Upos::PROPN && w.token == parsed_.word(i - 1).token + 1;
}

bool NameFinder::particle(std::uint32_t i, bool first_name) const {
  const TaggedWord& w = parsed_.word(i);
  if (particles_.find(w.form) != particles_.end()) return true;
  return first_name && w.shape == Shape::lower && french_particles_.find(w.form) != french_particles_.end() &&
         !gazetteer_place_after(i);
}

/// "Harald le Bon", "Karl l'Ancien": the epithet of a person named by the given name.
std::uint32_t NameFinder::epithet_end(std::uint32_t i, std::uint32_t end) const {
  if (end != i + 1 || end + 1 >= sentence_.end || parsed_.word(i).upos != Upos::PROPN) return end;
  const TaggedWord& article = parsed_.word(end);
  const TaggedWord& epithet = parsed_.word(end + 1);
  const bool joined = article.upos == Upos::DET && article.shape == Shape::lower && article.lemma == "le";
  if (!joined || epithet.shape != Shape::capitalized || (parsed_.word(i).name_class & kPlaceName) != 0)
    return end;
  return words_.set("name.epithet").contains(epithet.lemma) ? end + 2 : end;
}

bool NameFinder::gazetteer_place_after(std::uint32_t i) const {
  if (i + 1 >= sentence_.end) return false;
  std::uint32_t entry = kNone;
  return gazetteer_from(i + 1, entry) > i + 1 ||
         (i + 2 < sentence_.end && gazetteer_from(i + 2, entry) > i + 2);
}

/// End of the longest gazetteer name that begins at word i; i where none does.
std::uint32_t NameFinder::gazetteer_from(std::uint32_t i, std::uint32_t& entry) const {
  const TaggedText& tagged = parsed_.tagged();
  const std::uint32_t token = parsed_.word(i).token;
  if (tagged.first_word[token] != i) return i;
  const std::string first = utf8::fold(tagged.text->form(token));
  const auto lengths = gazetteer_.lengths(std::string_view(first).substr(0, first.find(' ')));
  if (lengths.empty()) return i;
  // folded text of the following tokens, with the number of folded words after each
  std::string key = first;
  std::uint32_t end = i, best_entry = kNone;
  const std::uint32_t last_token = parsed_.word(sentence_.end - 1).token;
  for (std::uint32_t t = token;; ++t) {
    const auto words = static_cast<std::uint8_t>(1 + std::count(key.begin(), key.end(), ' '));
    if (words > lengths.front()) break;
    if (std::find(lengths.begin(), lengths.end(), words) != lengths.end()) {
      const std::uint32_t to = t + 1 < tagged.first_word.size() ? tagged.first_word[t + 1] : sentence_.end;
      const ByteSpan span{tagged.text->tokens[token].span.begin, tagged.text->tokens[t].span.end};
      const std::uint32_t found = gazetteer_.find(key, parsed_.article().slice(span));
      if (found != kNone) {
        best_entry = found;
        end = to;
      }
    }
    if (t >= last_token) break;
    const std::string_view next = tagged.text->form(t + 1);
    const std::string folded = utf8::fold(next);
    if (folded.empty() || tagged.text->tokens[t + 1].kind == TokenKind::punctuation) break;
    if (key.back() != ' ') key += ' ';
    key += folded;
  }
  entry = best_entry;
  return end;
}

namespace {

/// Times that names have swallowed are none.
void drop_named_times(Draft& draft) {
  const auto gone = [](const TimeValue& t) { return t.words.empty(); };
  if (std::erase_if(draft.times, gone) == 0) return;
  draft.time_at.assign(draft.parsed.size(), kNone);
  for (std::uint32_t t = 0; t < draft.times.size(); ++t)
    for (std::uint32_t i = draft.times[t].words.begin; i < draft.times[t].words.end; ++i)
      draft.time_at[i] = t;
}

}  // namespace

void find_names(Draft& draft) {
  draft.name_at.assign(draft.parsed.size(), kNone);
  NameFinder finder(draft);
  for (const IndexRange sentence : draft.parsed.tagged().sentences) finder.sentence(sentence);
  drop_named_times(draft);
}

}  // namespace maillon
