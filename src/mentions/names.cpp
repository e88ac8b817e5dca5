// Where proper names begin and end: gazetteer names, and runs of name-like words with the particles between
// them.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"

namespace maillon {

namespace {

constexpr std::size_t kLongestHonorific = 4;  // bytes of "Mlle"
constexpr std::uint32_t kLongestName = 12;    // words; beyond that a run of capitals is a headline

class NameFinder {
 public:
  explicit NameFinder(Draft& draft)
      : draft_(draft),
        parsed_(draft.parsed),
        gazetteer_(draft.vocabulary.gazetteer),
        particles_(draft.vocabulary.words.set("name.particle")),
        french_particles_(draft.vocabulary.words.set("name.particle.french")) {}

  void sentence(IndexRange words) {
    sentence_ = words;
    for (std::uint32_t i = words.begin; i < words.end;) {
      const std::uint32_t end = name_from(i);
      i = end == i ? i + 1 : end;
    }
  }

 private:
  /// Makes the name that begins at word i and returns its end; i where none does.
  std::uint32_t name_from(std::uint32_t i) {
    if (draft_.time_at[i] != kNone) return i;
    const TaggedWord& w = parsed_.word(i);
    const bool capital = w.shape != Shape::lower && w.shape != Shape::numeric && w.shape != Shape::other;
    if (const std::uint32_t end = feature(i); end != i) return end;
    if (!capital && !gazetteer_.begins_in_lower_case(w.form)) return i;
    if (capital) {
      const std::uint32_t end = proper_phrase(i);
      if (end != i) return end;
    }
    const std::uint32_t run = run_from(i);
    std::uint32_t entry = kNone;
    const std::uint32_t known = gazetteer_from(i, entry);
    const bool titled =
        known > i && known < run && (parsed_.word(known).name_class & kFirstName) != 0 &&
        gazetteer_.entry(entry).type != EntityType::Place;  // "le président du Pérou Jan Novak"
    if (known > i && (known >= run || titled) && !(known == i + 1 && run == i && ordinary(i)))
      return add(i, known, entry);
    if (run == i) return i;
    return add(i, of_place(i, run), kNone);
  }

  /// "détroit de Béring", "île Europa": a noun of the landscape with its name. The end, or i where there is
  /// none.
  std::uint32_t feature(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    if (w.upos != Upos::NOUN && w.upos != Upos::PROPN) return i;
    if (!draft_.vocabulary.words.set("noun.feature").contains(utf8::to_lower(w.form))) return i;
    std::uint32_t next = i + 1;
    const bool takes_de = draft_.vocabulary.words.set("noun.feature-of").contains(utf8::to_lower(w.form));
    while (takes_de && next < sentence_.end && next < i + 3 && parsed_.word(next).shape == Shape::lower &&
           french_particles_.contains(parsed_.word(next).lemma))
      ++next;
    if (next >= sentence_.end || !name_like(next)) return i;
    std::uint32_t entry = kNone;
    const std::uint32_t known = gazetteer_from(next, entry);
    const std::uint32_t end = std::max(known, run_from(next));
    add(i, end, kNone);
    draft_.names.back().type = EntityType::Place;
    draft_.names.back().rule = "name.feature";
    return end;
  }

  /// A noun with a capital inside the sentence, or a capital adjective before its noun: an institution, a
  /// place or an event under its proper name. The word after the head, or i where there is none.
  std::uint32_t proper_phrase(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    std::uint32_t head = i;
    if (w.upos == Upos::ADJ && parsed_.deprel(i) == Deprel::amod && parsed_.head(i) == i + 1) head = i + 1;
    const TaggedWord& noun = parsed_.word(head);
    if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) return i;
    if (head == i && opens(i)) return i;
    const NounClass* c = draft_.vocabulary.nouns.find(utf8::to_lower(noun.form));
    if (c == nullptr) c = draft_.vocabulary.nouns.find(noun.lemma);
    if (c == nullptr || (c->traits & (kHuman | kHonorific | kStateNoun)) != 0) return i;
    if (c->type != EntityType::Organization && c->type != EntityType::Event &&
        c->type != EntityType::Agreement && c->type != EntityType::Group && (c->traits & kLocality) == 0)
      return i;
    std::uint32_t entry = kNone;
    const std::uint32_t known = gazetteer_from(i, entry);
    NameSpan name;
    name.phrase = true;
    name.head = head;
    name.words = {i, std::max(proper_end(head), known)};
    if (known == name.words.end) return i;
    if (name.words.end == head + 1 && (c->type == EntityType::Group || c->type == EntityType::Event))
      return i;
    const std::string lower = utf8::to_lower(noun.form);
    name.type = c->type == EntityType::Group ? EntityType::Organization : c->type;
    if (draft_.vocabulary.words.set("name.event-word").contains(lower)) name.type = EntityType::Event;
    if (draft_.vocabulary.words.set("name.club-word").contains(lower)) name.type = EntityType::Organization;
    name.rule = "name.proper-phrase";
    name.key = utf8::fold(text_of(parsed_, name.words));
    for (std::uint32_t k = head; k < name.words.end; ++k)
      if (draft_.time_at[k] != kNone) draft_.times[draft_.time_at[k]].words = {};
    const auto number = static_cast<std::uint32_t>(draft_.names.size());
    // the adjectives and names right behind the head belong to it alone; what follows a preposition may be
    // named again
    std::uint32_t own = head + 1;
    while (own < name.words.end && parsed_.word(own).upos != Upos::ADP) ++own;
    for (std::uint32_t k = i; k < own; ++k) draft_.name_at[k] = number;
    draft_.names.push_back(std::move(name));
    return own;
  }

  /// Where the complements end that belong to a proper name: adjectives, and nouns after de, pour or sur that
  /// hang on it.
  std::uint32_t proper_end(std::uint32_t head) const {
    const StringSet& prepositions = draft_.vocabulary.words.set("preposition.in-name");
    std::uint32_t end = head + 1;
    bool first = true;
    while (end < sentence_.end) {
      const TaggedWord& w = parsed_.word(end);
      if (draft_.time_at[end] != kNone) {
        const TimeValue& t = draft_.times[draft_.time_at[end]];
        if (end == head + 2 && t.words.begin <= end && commemorated(t)) return t.words.end;
        break;
      }
      if (w.upos == Upos::ADJ || (w.upos == Upos::PROPN && parsed_.head(end) != kNone &&
                                  parsed_.head(end) >= head && parsed_.head(end) < end)) {
        ++end;
        continue;
      }
      if (w.upos != Upos::ADP || !prepositions.contains(w.lemma)) break;
      std::uint32_t noun = end + 1;
      while (noun < sentence_.end && noun < end + 4 &&
             (parsed_.word(noun).upos == Upos::DET || parsed_.word(noun).upos == Upos::ADJ))
        ++noun;
      if (noun >= sentence_.end || draft_.time_at[noun] != kNone) {
        if (noun < sentence_.end && end == head + 1 && commemorated(draft_.times[draft_.time_at[noun]]))
          return draft_.times[draft_.time_at[noun]].words.end;
        break;
      }
      const Upos upos = parsed_.word(noun).upos;
      const std::uint32_t above = parsed_.head(noun);
      if (upos != Upos::NOUN && upos != Upos::PROPN) break;
      // the first complement belongs to the name wherever the tree hangs it
      const bool attached = above != kNone && above >= head && above < noun;
      if (!attached && (!first || parsed_.word(noun - 1).morph.possessive)) break;
      first = false;
      end = noun + 1;
    }
    return end;
  }

  /// "Grégoire de Tours", "les Rouges de Prague": a first name or a nickname in the plural with de and a
  /// place.
  std::uint32_t of_place(std::uint32_t i, std::uint32_t end) const {
    if (end + 2 >= sentence_.end || parsed_.word(end).lemma != "de") return end;
    const bool article = parsed_.word(end + 1).upos == Upos::DET;
    const std::uint32_t from = article ? end + 2 : end + 1;
    std::uint32_t entry = kNone;
    const std::uint32_t place = gazetteer_from(from, entry);
    if (place == from || gazetteer_.entry(entry).type != EntityType::Place) return end;
    const bool first_name = !article && end == i + 1 && (parsed_.word(i).name_class & kFirstName) != 0;
    const bool nickname = i > sentence_.begin && parsed_.word(i - 1).upos == Upos::DET &&
                          parsed_.word(i).upos == Upos::PROPN &&
                          parsed_.word(i).shape == Shape::capitalized &&
                          (parsed_.word(i).name_class & (kFirstName | kPlaceName)) == 0;
    return first_name || nickname ? place : end;
  }

  /// "Mouvement du 5 avril": day and month without a year in a name are part of it and no time.
  static bool commemorated(const TimeValue& t) { return t.rule == "time.day-month" && t.words.size() <= 3; }

  std::uint32_t add(std::uint32_t begin, std::uint32_t end, std::uint32_t entry) {
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
  std::uint32_t own_words_end(const NameSpan& name) const {
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
  std::uint32_t head_of(IndexRange words) const {
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
  bool ordinary(std::uint32_t i) const { return parsed_.word(i).upos != Upos::PROPN && opens(i); }

  /// True where a capital says nothing: first word of the sentence or of a quotation in it.
  bool opens(std::uint32_t i) const {
    if (i == sentence_.begin) return true;
    const std::uint32_t before = i - 1;
    if (parsed_.word(before).upos != Upos::PUNCT) return false;
    const std::string_view form = parsed_.word(before).form;
    return form != "," && form != "(" && form != "'" && form != "’" && form != "/" && form != "-";
  }

  /// "Dr", "Mme": before a name and no part of it.
  bool honorific(std::string_view form) const {
    if (form.size() > kLongestHonorific) return false;
    const NounClass* c = draft_.vocabulary.nouns.find(form);
    return c != nullptr && (c->traits & kHonorific) != 0;
  }

  /// "ministre des Finances", "ministère de la Défense": what an office is for takes a capital and is no
  /// name.
  bool portfolio(std::uint32_t i) const {
    const std::uint32_t head = parsed_.head(i);
    if (head == kNone || head >= i || i < 2 || parsed_.word(i - 1).upos != Upos::DET) return false;
    if (parsed_.word(i - 2).upos != Upos::ADP || universal(parsed_.deprel(i)) != Deprel::nmod) return false;
    return draft_.vocabulary.words.set("noun.with-portfolio").contains(parsed_.word(head).lemma);
  }

  bool name_like(std::uint32_t i) const {
    const TaggedWord& w = parsed_.word(i);
    if (draft_.time_at[i] != kNone || w.form.size() == 1)
      return false;  // "A Riga": a preposition without its accent
    if (w.form.ends_with('\'') || w.form.ends_with("’") || portfolio(i)) return false;
    const bool capital = w.shape == Shape::capitalized || w.shape == Shape::upper || w.shape == Shape::mixed;
    if (!capital) return false;
    if (w.upos == Upos::PROPN) return !honorific(w.form);
    if (opens(i)) return false;
    switch (w.upos) {
      case Upos::X:
        return true;
      case Upos::NOUN:
      case Upos::ADJ: {
        const NounClass* c = draft_.vocabulary.nouns.find(w.lemma);
        if (c != nullptr && (c->traits & (kHuman | kHonorific | kStateNoun)) != 0) return false;
        if (gazetteer_.demonym(w.form) != kNone) return false;
        return w.shape != Shape::capitalized || w.unknown || c == nullptr;
      }
      default:
        return w.shape == Shape::upper && w.form.size() > 1;
    }
  }

  std::uint32_t run_from(std::uint32_t i) const {
    if (!name_like(i)) return i;
    std::uint32_t end = i + 1;
    const bool first_name = (parsed_.word(i).name_class & kFirstName) != 0;
    while (end < sentence_.end && end - i < kLongestName) {
      if (name_like(end)) {
        // "la Défense Anna Berg": a common noun with a capital does not begin a person's name
        if (end == i + 1 && i > sentence_.begin && parsed_.word(i - 1).upos == Upos::DET &&
            parsed_.word(end - 1).upos == Upos::NOUN && !parsed_.word(end - 1).unknown &&
            (parsed_.word(end).name_class & kFirstName) != 0)
          break;
        if (end == i + 1 && parsed_.word(i).shape == Shape::upper && parsed_.word(i).form.size() > 2 &&
            parsed_.word(i).form.find('.') == std::string_view::npos &&
            (parsed_.word(end).name_class & kFirstName) != 0)
          break;  // "l'AFP Anna Berg"
        ++end;
        continue;
      }
      if (function_word_in_name(end)) {
        ++end;
        continue;
      }
      std::uint32_t next = end;
      while (next < sentence_.end && next - end < 3 && particle(next, first_name)) ++next;
      if (next == end || next >= sentence_.end || !name_like(next)) break;
      end = next + 1;
    }
    return end;
  }

  /// "Kim Jong Un": an article or numeral takes no capital inside a sentence.
  bool function_word_in_name(std::uint32_t i) const {
    const TaggedWord& w = parsed_.word(i);
    return w.shape == Shape::capitalized &&
           (w.upos == Upos::DET || w.upos == Upos::NUM || w.upos == Upos::PRON) &&
           parsed_.word(i - 1).upos == Upos::PROPN && w.token == parsed_.word(i - 1).token + 1;
  }

  bool particle(std::uint32_t i, bool first_name) const {
    const TaggedWord& w = parsed_.word(i);
    if (particles_.find(w.form) != particles_.end()) return true;
    return first_name && w.shape == Shape::lower &&
           french_particles_.find(w.form) != french_particles_.end() && !gazetteer_place_after(i);
  }

  bool gazetteer_place_after(std::uint32_t i) const {
    if (i + 1 >= sentence_.end) return false;
    std::uint32_t entry = kNone;
    return gazetteer_from(i + 1, entry) > i + 1 ||
           (i + 2 < sentence_.end && gazetteer_from(i + 2, entry) > i + 2);
  }

  /// End of the longest gazetteer name that begins at word i; i where none does.
  std::uint32_t gazetteer_from(std::uint32_t i, std::uint32_t& entry) const {
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

  Draft& draft_;
  const ParsedText& parsed_;
  const Gazetteer& gazetteer_;
  const StringSet& particles_;
  const StringSet& french_particles_;
  IndexRange sentence_;
};

}  // namespace

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
