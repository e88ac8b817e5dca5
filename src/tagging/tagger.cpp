#include "tagging/tagger.hpp"

namespace maillon {

struct Tagger::Data {};

Tagger::Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::load(const Schemas&) {
  Tagger out;
  out.data_ = std::make_unique<Data>();
  return out;
}

TaggedText Tagger::tag(const TokenizedText& text, const ReadingLattice& lattice) const {
  TaggedText out;
  out.text = &text;
  for (const Sentence& s : text.sentences) out.sentences.push_back(s.tokens);
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const Reading& r = lattice.readings[lattice.first[i]];
    TaggedWord w;
    w.form = text.form(i);
    w.lemma = r.lemma;
    w.token = i;
    w.upos = r.upos;
    out.first_word.push_back(i);
    out.words.push_back(w);
  }
  out.first_word.push_back(static_cast<std::uint32_t>(out.words.size()));
  return out;
}

}  // namespace maillon
