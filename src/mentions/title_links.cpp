// Titles and names side by side, read off the words where the tree does not join them: "le ministre russe de
// la Défense Jan Novak", "l'ambassadeur de Suède à Riga, Anna Berg :", "Jan Novak, secrétaire du Conseil,".
#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kLongestReach = 14;  // words from the noun to the name

class TitleLinker {
 public:
  explicit TitleLinker(Draft& draft) : draft_(draft), parsed_(draft.parsed) {}

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      if (draft_.mentions[m].entity != kNone || draft_.mentions[m].kind != MentionKind::nominal) continue;
      const Facets& f = draft_.facets[m];
      // "un cadre du parti, X,": set off by commas, any noun may say who X is
      const bool any_noun = f.noun == nullptr && f.indefinite && f.number == Number::sing;
      if (!any_noun &&
          (f.noun == nullptr || (f.noun->traits & kHuman) == 0 || (f.noun->traits & kHonorific) != 0))
        continue;
      if (f.number == Number::plur) {
        holders(m);
        continue;
      }
      if (!any_noun && f.type != EntityType::Person) continue;
      std::uint32_t name = name_after(m, f.indefinite);
      std::string_view rule = "link.title-words";
      if (name == kNone && !any_noun) {
        name = name_before(m);
        rule = "link.apposition-words";
      }
      if (name == kNone) continue;
      DocumentEntity& person = draft_.entities[draft_.mentions[name].entity];
      // "le numéro deux, Anna Berg,": a man's title set off by commas may be a woman's
      const std::uint32_t begin = draft_.mentions[name].words.begin;
      const bool epicene = rule == "link.title-words" && !any_noun && f.gender == Gender::masc &&
                           (f.noun->traits & kOffice) != 0 && begin > 0 && draft_.word(begin - 1).form == ",";
      if (!epicene && !agrees(person, f.gender, f.number)) continue;
      link(draft_, m, draft_.mentions[name].entity, rule);
      if (person.gender == Gender::none) person.gender = f.gender;
    }
  }

 private:
  /// Person name that begins at word i, honorifics before it aside; kNone where none does.
  std::uint32_t person_at(std::uint32_t i, IndexRange sentence) const {
    // "le porte-parole, le père Jan Novak,": a second title with its article
    if (i + 2 < sentence.end && i > sentence.begin && draft_.word(i - 1).form == "," &&
        draft_.word(i).upos == Upos::DET && draft_.word(i).lemma == "le" && draft_.name_at[i] == kNone &&
        draft_.name_at[i + 1] == kNone && draft_.name_at[i + 2] != kNone) {
      const NounClass* second = draft_.vocabulary.nouns.find(draft_.word(i + 1));
      if (second != nullptr && (second->traits & kHuman) != 0) i += 2;
    }
    while (i < sentence.end && draft_.name_at[i] == kNone) {
      const NounClass* noun = draft_.vocabulary.nouns.find(draft_.word(i).lemma);
      if (noun == nullptr) noun = draft_.vocabulary.nouns.find(draft_.word(i).form);
      if (noun == nullptr || (noun->traits & kHonorific) == 0) return kNone;
      ++i;
    }
    if (i >= sentence.end || draft_.name_at[i] == kNone) return kNone;
    const NameSpan& name = draft_.names[draft_.name_at[i]];
    if (name.words.begin != i || name.type != EntityType::Person || name.rule == "name.eponym") return kNone;
    return draft_.mention_at[name.head];
  }

  /// "deux ministres, X et Y,", "les présidents X et Y": the noun stands for all that are named.
  void holders(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const std::uint32_t first = name_after(m, f.indefinite || !f.definite, false);
    if (first == kNone) return;
    const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(draft_.mentions[m].head)];
    std::vector<std::uint32_t> people{draft_.mentions[first].entity};
    std::uint32_t end = draft_.mentions[first].words.end;
    bool last = false;
    while (end + 1 < sentence.end && !last) {
      const std::string_view joint = draft_.word(end).form;
      last = joint == "et";
      const std::uint32_t next = joint == "," || last ? person_at(end + 1, sentence) : kNone;
      if (next == kNone) break;
      people.push_back(draft_.mentions[next].entity);
      end = draft_.mentions[next].words.end;
      if (last) break;
    }
    const bool comma = draft_.mentions[first].words.begin > 0 &&
                       draft_.word(draft_.mentions[first].words.begin - 1).form == ",";
    const std::uint32_t q = draft_.quantity_at[draft_.mentions[m].head];
    if (!last || people.size() < 2 || (comma && !closed(end, sentence))) return;
    if (q != kNone && draft_.quantities[q].value != static_cast<double>(people.size())) return;
    link(draft_, m, people[0], comma ? "link.apposition-words" : "link.title-words");
    draft_.mentions[m].more_entities.assign(people.begin() + 1, people.end());
  }

  /// `set_off`: only behind a comma; `alone`: and with a mark behind it.
  std::uint32_t name_after(std::uint32_t m, bool set_off, bool alone = true) const {
    const std::uint32_t head = draft_.mentions[m].head;
    const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(head)];
    for (std::uint32_t i = head + 1; i < sentence.end && i <= head + kLongestReach; ++i) {
      const TaggedWord& w = draft_.word(i);
      const bool comma = w.form == ",";
      if (const std::uint32_t name = person_at(comma ? i + 1 : i, sentence); name != kNone) {
        const Upos before = draft_.word(i - 1).upos;
        if (!comma && set_off) return kNone;
        if (!comma && (before == Upos::ADP || before == Upos::DET || before == Upos::CCONJ)) return kNone;
        return alone && comma && !closed(draft_.mentions[name].words.end, sentence) ? kNone : name;
      }
      const bool inside = w.upos == Upos::NOUN || w.upos == Upos::ADJ || w.upos == Upos::DET ||
                          w.upos == Upos::ADP || w.upos == Upos::PROPN || w.upos == Upos::CCONJ ||
                          (w.upos == Upos::NUM && i == head + 1);
      if (comma || !inside || draft_.time_at[i] != kNone) return kNone;
    }
    return kNone;
  }

  /// An apposition between commas ends with one, or with its sentence or quotation.
  bool closed(std::uint32_t i, IndexRange sentence) const {
    return i >= sentence.end || draft_.word(i).upos == Upos::PUNCT;
  }

  /// "X, (le|un|ancien) secrétaire …": the noun stands right behind the comma after the name.
  std::uint32_t name_before(std::uint32_t m) const {
    const std::uint32_t head = draft_.mentions[m].head;
    const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(head)];
    std::uint32_t i = head;
    while (i > sentence.begin &&
           (draft_.word(i - 1).upos == Upos::DET || draft_.word(i - 1).upos == Upos::ADJ) && head - i < 4)
      --i;
    if (i < sentence.begin + 2 || draft_.word(i - 1).form != ",") return kNone;
    const std::uint32_t last = i - 2;
    if (draft_.name_at[last] == kNone) return kNone;
    const NameSpan& name = draft_.names[draft_.name_at[last]];
    if (name.type != EntityType::Person || name.words.end != last + 1) return kNone;
    if (universal(parsed_.deprel(head)) == Deprel::nsubj) return kNone;
    // in a list the next thing is coordinated with the name, not said of it
    if (universal(parsed_.deprel(head)) == Deprel::conj && draft_.facets[m].definite) return kNone;
    return draft_.mention_at[name.head];
  }

  Draft& draft_;
  const ParsedText& parsed_;
};

}  // namespace

void resolve_titles(Draft& draft) { TitleLinker(draft).run(); }

}  // namespace maillon
