// Who speaks: je, nous, mon, notre, and the inverted subject of a verb of speech.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kSpoken = 3;            // tokens of a quotation that is speech, not a word in marks
constexpr std::uint32_t kSpeakerSentences = 2;  // sentences through which whoever spoke goes on
constexpr int kQuestions = 3;                   // questions to somebody that make an interview
constexpr int kNarrated = 2;  // times that je is said by nobody until it is known for the author's

}  // namespace

/// Marks the words of every quotation that is speech.
void ReferenceLinker::find_quotations() {
  const auto& quotations = parsed_.text().quotations;
  if (quotations.empty()) return;
  quotation_.assign(parsed_.size(), kNone);
  const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    const IndexRange tokens = quotations[q].tokens;
    if (quotations[q].parent != kNone || tokens.size() < kSpoken) continue;
    std::fill(quotation_.begin() + first_word[tokens.begin], quotation_.begin() + first_word[tokens.end], q);
  }
}

/// je, nous, mon, notre: whoever speaks the quotation or clause.
void ReferenceLinker::speaker(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head;
  const std::uint32_t quotation = quotation_at(head);
  std::uint32_t other = speaker_around(m);
  if (other == kNone && quotation != kNone) other = speaker_by_quotation(quotation);
  if (other != m && link_to_mention(m, other, "link.speaker")) return;
  if (quotation == kNone && narrates(m)) return;
  // whoever spoke last goes on speaking, unless the author speaks for themselves
  const bool recent =
      last_speaker_ != kNone && parsed_.sentence_of(head) - last_speaker_sentence_ <= kSpeakerSentences;
  const bool again =
      parsed_.sentence_of(head) != last_speaker_sentence_ && last_speaker_quoted_ && narrated_ < kNarrated;
  if (recent && (quotation != kNone || again))
    link(draft_, m, last_speaker_, "link.speaker-goes-on");
  else if (quotation == kNone && draft_.facets[m].number == Number::sing)
    ++narrated_;
}

/// An article in the first person, by whoever its headline names ("Anna Berg : j'ai tout vu"), or an
/// interview with the person whom its introduction names most.
void ReferenceLinker::find_narrator() {
  const std::uint32_t text_begin = parsed_.article().text_begin;
  std::uint32_t name = kNone;
  for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
    const Mention& mention = draft_.mentions[m];
    if (parsed_.tagged().span(mention.head).begin >= text_begin) break;
    const std::uint32_t next = mention.words.end;
    if (mention.kind == MentionKind::name && draft_.facets[m].type == EntityType::Person &&
        next < parsed_.size() && draft_.word(next).form == ":")
      name = mention.entity;
    else if (name != kNone && draft_.facets[m].person == Person::first)
      narrator_ = name;
  }
  if (narrator_ == kNone) find_interviewee();
}

void ReferenceLinker::find_interviewee() {
  const auto& sentences = parsed_.tagged().sentences;
  std::uint32_t first = kNone;
  int questions = 0;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (first == kNone && addresses(s)) first = s;
    questions += asks(s) ? 1 : 0;
  }
  if (questions < kQuestions) return;
  std::vector<std::uint16_t> named(draft_.entities.size(), 0);
  for (const Mention& mention : draft_.mentions) {
    if (mention.head >= sentences[first].begin) break;
    if (mention.kind != MentionKind::name || mention.entity == kNone ||
        draft_.entities[mention.entity].type != EntityType::Person)
      continue;
    ++named[mention.entity];
    if (narrator_ == kNone || named[mention.entity] > named[narrator_]) narrator_ = mention.entity;
  }
  narrated_from_ = first;
}

/// A question to somebody, not quoted: "Pourquoi avez-vous démissionné ?"
bool ReferenceLinker::asks(std::uint32_t sentence) const {
  const std::uint32_t last = parsed_.tagged().sentences[sentence].end - 1;
  return draft_.word(last).form == "?" && quotation_at(last) == kNone && addresses(sentence);
}

/// Somebody is spoken to, outside every quotation.
bool ReferenceLinker::addresses(std::uint32_t sentence) const {
  const IndexRange words = parsed_.tagged().sentences[sentence];
  for (std::uint32_t w = words.begin; w < words.end; ++w)
    if (quotation_at(w) == kNone && draft_.word(w).upos != Upos::NOUN &&
        words_.set("word.addressed").contains(utf8::to_lower(draft_.word(w).form)))
      return true;
  return false;
}

/// je, mon outside every quotation are the narrator's, but not those of a question.
bool ReferenceLinker::narrates(std::uint32_t m) {
  if (!narrator_sought_) find_narrator();
  narrator_sought_ = true;
  const std::uint32_t sentence = parsed_.sentence_of(draft_.mentions[m].head);
  if (narrator_ == kNone || sentence < narrated_from_ || asks(sentence)) return false;
  link(draft_, m, narrator_, "link.narrator");
  return true;
}

/// Subjects of verbs of speech and sources after selon.
void ReferenceLinker::note_speaker(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const std::uint32_t head = parsed_.head(mention.head);
  if (head == kNone || mention.entity == kNone || draft_.facets[m].person == Person::first) return;
  if (draft_.entities[mention.entity].type != EntityType::Person || quotation_at(mention.head) != kNone)
    return;
  const bool subject = universal(parsed_.deprel(mention.head)) == Deprel::nsubj && says(head);
  const std::uint32_t p = preposition_of(parsed_, mention.head);
  const bool source = p != kNone && words_.set("preposition.source").contains(draft_.word(p).lemma);
  if (!subject && !source) return;
  last_speaker_ = mention.entity;
  last_speaker_sentence_ = parsed_.sentence_of(mention.head);
  last_speaker_quoted_ = quotes(last_speaker_sentence_) || draft_.word(mention.head).form.starts_with("-") ||
                         universal(parsed_.deprel(head)) == Deprel::parataxis || mention.head > head;
}

/// Somebody is quoted in the sentence.
bool ReferenceLinker::quotes(std::uint32_t sentence) const {
  if (quotation_.empty()) return false;
  const IndexRange words = parsed_.tagged().sentences[sentence];
  return std::any_of(quotation_.begin() + words.begin, quotation_.begin() + words.end,
                     [](std::uint32_t q) { return q != kNone; });
}

/// "a-t-il souligné": the inverted subject of a verb of speech is the one who spoke last.
bool ReferenceLinker::speaks_again(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const std::uint32_t verb = parsed_.head(mention.head);
  if (last_speaker_ == kNone || verb == kNone || !says(verb)) return false;
  const std::string_view form = draft_.word(mention.head).form;
  if (!form.starts_with("-") ||
      parsed_.sentence_of(mention.head) - last_speaker_sentence_ > kSpeakerSentences)
    return false;
  if (!agrees(draft_.entities[last_speaker_], draft_.facets[m].gender, draft_.facets[m].number)) return false;
  link(draft_, m, last_speaker_, "link.speaks-again");
  return true;
}

bool ReferenceLinker::says(std::uint32_t word) const {
  return draft_.word(word).upos == Upos::VERB && words_.set("verb.speech").contains(draft_.word(word).lemma);
}

/// Things that can say something; a place or an event cannot.
bool ReferenceLinker::speaking(EntityType type) {
  return type == EntityType::Person || type == EntityType::Organization || type == EntityType::State ||
         type == EntityType::Group;
}

/// The mention of the subject of a verb of speech, where it is somebody who can speak and is not "je".
std::uint32_t ReferenceLinker::speaker_of(std::uint32_t verb) {
  const std::uint32_t other = mention_of_word(draft_, subject_of(parsed_, verb));
  if (other == kNone || draft_.facets[other].person == Person::first) return kNone;
  resolve(other);
  const Mention& mention = draft_.mentions[other];
  if (mention.entity == kNone || (mention.kind == MentionKind::pronoun && mention.link.empty())) return kNone;
  const DocumentEntity& e = draft_.entities[mention.entity];
  return speaking(e.type) || (e.named && e.type == EntityType::Concept) ? other : kNone;
}

/// "X a dit que je …": in indirect speech the first person is not X's.
bool ReferenceLinker::indirect(std::uint32_t clause, std::uint32_t verb) const {
  for (const std::uint32_t child : parsed_.children(clause))
    if (parsed_.deprel(child) == Deprel::mark && draft_.word(child).upos == Upos::SCONJ)
      return quotation_at(clause) == quotation_at(verb);
  return false;
}

/// Subject of the verb of speech that the clause of m hangs on, or that hangs on it ("…, a dit X").
std::uint32_t ReferenceLinker::speaker_around(std::uint32_t m) {
  std::uint32_t word = draft_.mentions[m].head, below = kNone;
  for (int i = 0; i < kClimb && word != kNone; ++i, below = word, word = parsed_.head(word)) {
    // "cette dernière m'a proposé": the verb whose own object speaks is told by the one who speaks
    std::uint32_t verb = kNone;
    if (i > 1 && says(word)) {
      const Deprel d = universal(parsed_.deprel(below));
      if ((d == Deprel::ccomp || d == Deprel::xcomp || d == Deprel::parataxis || d == Deprel::obj) &&
          !indirect(below, word))
        verb = word;
    }
    for (const std::uint32_t child : parsed_.children(word))
      if (universal(parsed_.deprel(child)) == Deprel::parataxis && child != below && says(child))
        verb = child;
    if (verb == kNone) continue;
    if (const std::uint32_t other = speaker_of(verb); other != kNone && other != m) return other;
  }
  return kNone;
}

/// The nearest verb of speech with its subject outside the quotation: behind it where it ends, before it
/// where it begins.
std::uint32_t ReferenceLinker::speaker_by_quotation(std::uint32_t quotation) {
  const TaggedText& tagged = parsed_.tagged();
  const IndexRange tokens = parsed_.text().quotations[quotation].tokens;
  const std::uint32_t first = tagged.first_word[tokens.begin], end = tagged.first_word[tokens.end];
  const IndexRange last_sentence = tagged.sentences[parsed_.sentence_of(end - 1)];
  const IndexRange first_sentence = tagged.sentences[parsed_.sentence_of(first)];
  const auto at = [&](std::uint32_t i) {
    return quotation_at(i) == kNone && says(i) ? speaker_of(i) : kNone;
  };
  for (std::uint32_t i = end; i < last_sentence.end; ++i)
    if (const std::uint32_t other = at(i); other != kNone) return other;
  for (std::uint32_t i = first; i-- > first_sentence.begin;)
    if (const std::uint32_t other = at(i); other != kNone) return other;
  return kNone;
}

/// Entity of whoever speaks the quotation that m stands in, or kNone: "il" said by X is not X.
std::uint32_t ReferenceLinker::quoted_by(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head, quotation = quotation_at(head);
  if (quotation == kNone) return kNone;
  const std::uint32_t other = speaker_by_quotation(quotation);
  if (other != kNone && other != m) return draft_.mentions[other].entity;
  const bool recent =
      last_speaker_ != kNone && parsed_.sentence_of(head) - last_speaker_sentence_ <= kSpeakerSentences;
  return recent ? last_speaker_ : kNone;
}

}  // namespace maillon
