// Where proper names begin and end: gazetteer names, and runs of name-like words with the particles between
// them.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kLongestName = 12;  // words; beyond that a run of capitals is a headline

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
    if (!capital && !gazetteer_.begins_in_lower_case(w.form)) return i;
    const std::uint32_t run = run_from(i);
    std::uint32_t entry = kNone;
    const std::uint32_t known = gazetteer_from(i, entry);
    if (known > i && known >= run && !(known == i + 1 && run == i && ordinary(i)))
      return add(i, known, entry);
    if (run == i) return i;
    // "le Premier ministre Anna Berg": the run may hold a known name at its end only by chance
    return add(i, run, kNone);
  }

  std::uint32_t add(std::uint32_t begin, std::uint32_t end, std::uint32_t entry) {
    NameSpan name;
    name.words = {begin, end};
    name.entry = entry;
    name.head = head_of(name.words);
    name.key = utf8::fold(parsed_.article().slice(parsed_.tagged().span(name.words)));
    const auto number = static_cast<std::uint32_t>(draft_.names.size());
    for (std::uint32_t i = begin; i < end; ++i) draft_.name_at[i] = number;
    draft_.names.push_back(std::move(name));
    return end;
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

  bool name_like(std::uint32_t i) const {
    const TaggedWord& w = parsed_.word(i);
    if (draft_.time_at[i] != kNone) return false;
    const bool capital = w.shape == Shape::capitalized || w.shape == Shape::upper || w.shape == Shape::mixed;
    if (!capital) return false;
    if (w.upos == Upos::PROPN) return true;
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

void find_names(Draft& draft) {
  draft.name_at.assign(draft.parsed.size(), kNone);
  NameFinder finder(draft);
  for (const IndexRange sentence : draft.parsed.tagged().sentences) finder.sentence(sentence);
}

}  // namespace maillon
