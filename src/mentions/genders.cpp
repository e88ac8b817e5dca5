// The gender of named things, by which pronouns take them up: that of the given name, of the form of address,
// of the article, and of the participles and adjectives that agree with it.
#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {

class GenderFinder {
 public:
  explicit GenderFinder(Draft& draft) : draft_(draft), parsed_(draft.parsed) {}

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const Mention& mention = draft_.mentions[m];
      if (mention.entity == kNone) continue;
      DocumentEntity& e = draft_.entities[mention.entity];
      if (e.type != EntityType::Person) {
        if (mention.kind == MentionKind::name && e.gender == Gender::none) e.gender = of_article(m);
      } else if (e.named) {
        person(m, e);
      }
    }
  }

 private:
  /// Of what speaks of a person's gender the later in this list has the last word: the given name, the form
  /// of address, agreement.
  void person(std::uint32_t m, DocumentEntity& e) const {
    const Mention& mention = draft_.mentions[m];
    Gender found = Gender::none;
    if (mention.kind == MentionKind::name && mention.words.size() > 1 &&
        given_name(draft_, mention.words.begin)) {
      const TaggedWord& first = draft_.word(mention.words.begin);
      found = draft_.vocabulary.given_names.gender(first.form);
      if (found == Gender::none) found = first.morph.gender;
    }
    const NounClass* noun = draft_.facets[m].noun;
    if (mention.kind == MentionKind::nominal && noun != nullptr && (noun->traits & kHonorific) != 0)
      found = draft_.facets[m].gender;
    if (feminine_predicate(m)) found = Gender::fem;
    if (found != Gender::none) e.gender = found;
  }

  /// "Sacha Berg est arrivée": a participle or adjective in the feminine agrees with its subject.
  bool feminine_predicate(std::uint32_t m) const {
    const std::uint32_t head = draft_.mentions[m].head, predicate = parsed_.head(head);
    if (draft_.mentions[m].kind != MentionKind::name || predicate == kNone ||
        universal(parsed_.deprel(head)) != Deprel::nsubj)
      return false;
    const TaggedWord& w = draft_.word(predicate);
    if (w.morph.gender != Gender::fem || w.morph.number == Number::plur) return false;
    if (w.upos == Upos::ADJ) return parsed_.child(predicate, Deprel::cop) != kNone;
    if (w.upos != Upos::VERB || w.morph.verb_form != VerbForm::part) return false;
    bool to_be = false;
    for (const std::uint32_t child : parsed_.children(predicate)) {
      if (draft_.word(child).upos != Upos::AUX) continue;
      to_be |= draft_.word(child).lemma == "être";
    }
    return to_be;
  }

  /// "la Fifa", "le Nord Stream"
  Gender of_article(std::uint32_t m) const {
    const std::uint32_t head = draft_.mentions[m].head;
    for (const std::uint32_t child : parsed_.children(head))
      if (child < head && parsed_.deprel(child) == Deprel::det &&
          draft_.word(child).morph.number != Number::plur)
        return draft_.word(child).morph.gender;
    const NameSpan& name = draft_.names[draft_.facets[m].name];
    return name.phrase && draft_.word(head).upos == Upos::NOUN ? draft_.word(head).morph.gender
                                                               : Gender::none;
  }

  Draft& draft_;
  const ParsedText& parsed_;
};

}  // namespace

void find_genders(Draft& draft) { GenderFinder(draft).run(); }

}  // namespace maillon
