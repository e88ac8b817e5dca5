#include "lexicon/lexicon.hpp"

namespace maillon {

struct Lexicon::Data {};

Lexicon::Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::load(const Schemas&) {
  Lexicon out;
  out.data_ = std::make_unique<Data>();
  return out;
}

void Lexicon::lookup(std::string_view, std::vector<Reading>&) const {}

ReadingLattice Lexicon::analyze(const TokenizedText& text) const {
  ReadingLattice out;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    out.first.push_back(i);
    out.readings.emplace_back().lemma = text.form(i);
  }
  out.first.push_back(static_cast<std::uint32_t>(text.tokens.size()));
  return out;
}

}  // namespace maillon
