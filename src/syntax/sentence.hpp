// The working state of one sentence while the passes run; reused from sentence to sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/vocabulary.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon::syntax {

/// What a unit is: a chunk's head, or a mark between chunks.
enum class Kind : std::uint8_t {
  absorbed,  ///< inside a chunk, its head is known
  nominal,
  finite,
  infinitive,
  participle,
  gerund,  ///< en + present participle
  adjective,
  adverb,
  subordinator,
  relative,
  coordinator,
  punctuation,
};

/// One word. Indices count words of the sentence from 0.
struct Word {
  const TaggedWord* tag = nullptr;
  std::string_view form;  ///< lower case, straight apostrophe
  ClassSet classes = 0;
  Valency valency = 0;
  std::uint32_t head = kNone;
  Deprel deprel = Deprel::dep;
  std::string_view rule;
  Kind kind = Kind::absorbed;
  bool passive = false;     ///< verb with aux:pass
  bool copula = false;      ///< être that waits for its attribute
  bool reflexive = false;   ///< verb with se, or me, te, nous, vous for its own subject
  bool quoting = false;     ///< verb of saying right after a quotation
  bool inserted = false;    ///< verb of saying with its subject behind it, between commas
  bool impersonal = false;  ///< subject is an expletive
  bool determined = false;  ///< nominal with a determiner
  bool counted = false;     ///< nominal with a numeral
  bool locution = false;    ///< first word of a fixed expression
  bool aside = false;       ///< nominal in what dont opens without a verb: dix morts, dont deux enfants
  Preposition preposition = kNoPreposition;
  std::uint32_t marker = kNone;                                      ///< its case, mark or relative pronoun
  std::uint32_t begin = 0, end = 0;                                  ///< of the chunk it heads
  std::uint32_t subject = kNone, object = kNone, attribute = kNone;  ///< of a verb, as far as found
  std::uint32_t opener = kNone;  ///< subordinator or relative pronoun of a verb
  std::uint32_t pronoun =
      kNone;  ///< of a noun that opens a relative clause, its pronoun: au cours de laquelle
  std::uint32_t coordinator = kNone;  ///< conjunction that links a verb's or opener's clause
  std::uint32_t awaited_by =
      kNone;  ///< of a nominal: the verb to its right whose subject it is; of a mark: its verb

  bool is(WordClass c) const { return (classes & bit(c)) != 0; }
  bool is(Upos u) const { return tag->upos == u; }
  bool governs(Valency v) const { return (valency & v) != 0; }
  const Morph& morph() const { return tag->morph; }
};

class Sentence {
 public:
  /// Takes over the words of `range` and looks them up.
  void start(const TaggedText& text, IndexRange range, const Vocabulary& vocabulary);

  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  Word& operator[](std::uint32_t i) { return words_[i]; }
  const Word& operator[](std::uint32_t i) const { return words_[i]; }
  const Vocabulary& vocabulary() const { return *vocabulary_; }

  /// Heads of chunks and marks, in text order; made by collect_units.
  std::vector<std::uint32_t> units;

  bool is(std::uint32_t i, WordClass c) const { return i < size() && words_[i].is(c); }
  bool is(std::uint32_t i, Upos u) const { return i < size() && words_[i].is(u); }
  bool free(std::uint32_t i) const { return words_[i].head == kNone; }

  /// Gives `dependent` its head, unless the head hangs below it: a circle would have no end, the arcs that
  /// are there stay.
  void attach(std::uint32_t dependent, std::uint32_t head, Deprel deprel, std::string_view rule) {
    for (std::uint32_t up = head; up != kNone; up = words_[up].head)
      if (up == dependent) return;
    Word& w = words_[dependent];
    w.head = head;
    w.deprel = deprel;
    w.rule = rule;
  }

 private:
  std::vector<Word> words_;
  std::string forms_;  ///< lower-case copies
  const Vocabulary* vocabulary_ = nullptr;
};

bool is_verbal(Kind);
inline bool is_quote(const Word& w) {
  return w.is(WordClass::quote) || w.is(WordClass::quote_open) || w.is(WordClass::quote_close);
}
/// "le 16", "le 2025-03-03": a day without its month.
bool is_day(const Sentence&, const Word&);
/// "il y a dix ans": the verb w.
bool tells_lapse(const Sentence&, std::uint32_t w);
/// Gender and number do not contradict each other.
bool agree(const Morph& a, const Morph& b);

}  // namespace maillon::syntax
