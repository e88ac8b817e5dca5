#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "lexicon/guesser.hpp"
#include "lexicon/image_view.hpp"

extern "C" const char maillon_lexicon_image[], maillon_lexicon_image_end[];

namespace maillon {

namespace {

/// A form in the lexicon's spelling, on the stack: longer ones are in no dictionary.
class FormBuffer {
 public:
  /// Copies `form` with the straight apostrophe for U+2019. False where it does not fit.
  bool assign(std::string_view form) {
    size_ = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (size_ == text_.size()) return false;
      if (form.compare(i, 3, "\xE2\x80\x99") == 0) {
        text_[size_++] = '\'';
        i += 2;
      } else {
        text_[size_++] = form[i];
      }
    }
    return true;
  }
  /// Lower-cases from byte `from` on: ASCII and Latin-1 letters in place, which keeps the size; others rarely
  /// occur and go through ICU.
  void lower(std::size_t from) {
    for (std::size_t i = from; i < size_; ++i) {
      const auto c = static_cast<unsigned char>(text_[i]);
      if (c < 0x80) {
        if (c >= 'A' && c <= 'Z') text_[i] = static_cast<char>(c + 32);
      } else if (c == 0xC3 && i + 1 < size_) {
        auto& second = text_[++i];
        const auto d = static_cast<unsigned char>(second);
        if (d >= 0x80 && d <= 0x9E && d != 0x97) second = static_cast<char>(d + 32);
      } else if (c >= 0xC4) {
        const std::string rest = utf8::to_lower(std::string_view(text_.data() + i, size_ - i));
        size_ = i;
        for (const char r : rest)
          if (size_ < text_.size()) text_[size_++] = r;
        return;
      }
    }
  }
  /// "etat" -> "état": capitals often go without their accent. Only for a leading e; false otherwise.
  bool accent_first() {
    if (size_ == 0 || text_[0] != 'e' || size_ == text_.size()) return false;
    std::move_backward(text_.begin() + 1, text_.begin() + static_cast<std::ptrdiff_t>(size_),
                       text_.begin() + static_cast<std::ptrdiff_t>(size_) + 1);
    text_[0] = '\xC3';
    text_[1] = '\xA9';
    ++size_;
    return true;
  }
  std::string_view view() const { return {text_.data(), size_}; }
  std::size_t first_letter_size() const {
    const auto c = static_cast<unsigned char>(text_[0]);
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  }

 private:
  std::array<char, 96> text_;
  std::size_t size_ = 0;
};

bool all_of_roman(std::string_view form) {
  return form.size() > 1 && form.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

Reading shape_reading(Upos upos, std::string_view lemma) {
  Reading r;
  r.upos = upos;
  r.lemma = lemma;
  r.source = ReadingSource::shape;
  return r;
}

}  // namespace

struct Lexicon::Data {
  ImageView image;
  Guesser guesser;
};

Lexicon::Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::load(const Schemas& schemas) {
  auto data = std::make_unique<Data>();
  const std::string_view bytes(maillon_lexicon_image,
                               static_cast<std::size_t>(maillon_lexicon_image_end - maillon_lexicon_image));
  if (Status s = data->image.map(bytes); !s.ok()) return s.error();
  Result<Guesser> guesser = Guesser::load(schemas);
  if (!guesser.ok()) return guesser.error();
  data->guesser = *std::move(guesser);
  Lexicon out;
  out.data_ = std::move(data);
  return out;
}

void Lexicon::lookup(std::string_view form, std::vector<Reading>& out) const {
  thread_local marisa::Agent agent;
  FormBuffer buffer;
  if (!buffer.assign(form)) return;
  const std::uint32_t number = data_->image.find(buffer.view(), agent);
  if (number != kNone) data_->image.append(number, out);
}

namespace {

/// Fills the lattice token by token.
class Analysis {
 public:
  Analysis(const TokenizedText& text, const ImageView& image, const Guesser& guesser, ReadingLattice& out)
      : text_(text), image_(image), guesser_(guesser), out_(out) {
    last_.fill(kNone);
  }

  void token(std::uint32_t i) {
    form_ = text_.form(i);
    shape_ = text_.tokens[i].shape;
    begin_ = out_.readings.size();
    out_.first.push_back(static_cast<std::uint32_t>(begin_));
    std::uint32_t& alike = last_[slot(form_)];
    if (alike != kNone && same(alike, i)) return repeat(alike);
    alike = i;
    if (text_.tokens[i].kind == TokenKind::url || !buffer_.assign(form_))
      return unknown_kind(text_.tokens[i].kind);
    append(buffer_.view());
    const bool letters = text_.tokens[i].kind == TokenKind::word;
    if (letters && shape_ != Shape::lower && shape_ != Shape::other) capitals();
    if (letters) adjectives_as_nouns();
    if (out_.readings.size() == begin_) {
      if (letters)
        guesser_.guess(buffer_.view(), image_, agent_, out_.arena, out_.readings);
      else
        unknown_kind(text_.tokens[i].kind);
    }
  }

 private:
  static constexpr std::size_t kSlots = 512;

  static std::size_t slot(std::string_view form) { return std::hash<std::string_view>{}(form) % kSlots; }

  /// Readings depend on what is compared here, and on nothing else.
  bool same(std::uint32_t a, std::uint32_t b) const {
    return text_.tokens[a].kind == text_.tokens[b].kind && text_.tokens[a].shape == text_.tokens[b].shape &&
           text_.form(a) == text_.form(b);
  }

  /// The readings of a token before this one: half of a text's words are repeated ones.
  void repeat(std::uint32_t token) {
    for (std::uint32_t r = out_.first[token]; r < out_.first[token + 1]; ++r) {
      const Reading copy = out_.readings[r];
      out_.readings.push_back(copy);
    }
  }

  bool append(std::string_view form) {
    const std::uint32_t number = image_.find(form, agent_);
    if (number != kNone) image_.append(number, out_.readings);
    return number != kNone;
  }

  bool has(Upos upos) const {
    for (std::size_t i = begin_; i < out_.readings.size(); ++i)
      if (out_.readings[i].upos == upos) return true;
    return false;
  }

  /// Any adjective may head a noun phrase (un anticoagulant, l'impossible): one that the dictionary has as
  /// adjective only gets a guessed noun reading beside each.
  void adjectives_as_nouns() {
    const std::size_t end = out_.readings.size();
    for (std::size_t i = begin_; i < end; ++i)
      if (out_.readings[i].upos != Upos::ADJ || out_.readings[i].source != ReadingSource::dictionary) return;
    for (std::size_t i = begin_; i < end; ++i) {
      Reading noun = out_.readings[i];
      noun.upos = Upos::NOUN;
      noun.source = ReadingSource::guesser;
      out_.readings.push_back(noun);
    }
  }

  /// A word of a closed class; such a word is no name for being capitalised.
  bool grammatical() const {
    for (std::size_t i = begin_; i < out_.readings.size(); ++i) {
      const Reading& r = out_.readings[i];
      if (r.source == ReadingSource::closed && r.upos != Upos::NOUN && r.upos != Upos::ADJ &&
          r.upos != Upos::X)
        return true;
    }
    return false;
  }

  void number() {
    Reading r = shape_reading(Upos::NUM, form_);
    r.morph.cardinal = true;
    out_.readings.push_back(r);
  }

  /// An unknown capitalised word is a name whatever its ending, unless that is one of inhabitants.
  void drop_unless_demonym() {
    const auto from = out_.readings.begin() + static_cast<std::ptrdiff_t>(begin_);
    out_.readings.erase(std::remove_if(from, out_.readings.end(),
                                       [](const Reading& r) { return (r.name_class & kDemonym) == 0; }),
                        out_.readings.end());
  }

  /// "24e", "1ère", "2nde", "3es": digits and an ordinal ending.
  bool ordinal() {
    const std::size_t digits = std::min(form_.find_first_not_of("0123456789"), form_.size());
    std::string_view ending = form_.substr(digits);
    Number count = Number::sing;
    if (ending.size() > 1 && ending.back() == 's') {
      ending.remove_suffix(1);
      count = Number::plur;
    }
    constexpr std::array<std::string_view, 12> kEndings = {"e",  "ème", "eme", "ième", "er", "ère",
                                                           "re", "ère", "nd",  "nde",  "ᵉ",  "ᵉʳ"};
    if (digits == 0 || std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) return false;
    Reading r = shape_reading(Upos::ADJ, form_);
    r.morph.ordinal = true;
    r.morph.number = count;
    out_.readings.push_back(r);
    return true;
  }

  /// A word with capitals is also what it is in small letters (first word, headline, Président), and maybe a
  /// name.
  void capitals() {
    if (shape_ == Shape::upper && buffer_.view().size() > 1) {
      buffer_.lower(buffer_.first_letter_size());
      if (buffer_.view() != form_) append(buffer_.view());
    }
    buffer_.lower(0);
    bool known = append(buffer_.view());
    if (!known && out_.readings.size() == begin_ && buffer_.accent_first()) {
      known = append(buffer_.view());
      if (!known) {
        buffer_.assign(form_);
        buffer_.lower(0);
      }
    }
    if (all_of_roman(form_)) {
      if (!has(Upos::NUM)) number();
      return;
    }
    const bool unknown = out_.readings.size() == begin_;
    if (unknown) guesser_.guess_by_parts(buffer_.view(), image_, agent_, out_.arena, out_.readings);
    if (unknown && shape_ != Shape::upper) drop_unless_demonym();
    if (has(Upos::PROPN) || grammatical()) return;
    Reading name = shape_reading(Upos::PROPN, form_);
    name.source = ReadingSource::guesser;
    out_.readings.push_back(name);
  }

  void unknown_kind(TokenKind kind) {
    switch (kind) {
      case TokenKind::punctuation:
        out_.readings.push_back(shape_reading(Upos::PUNCT, form_));
        return;
      case TokenKind::symbol:
        out_.readings.push_back(shape_reading(Upos::SYM, form_));
        return;
      case TokenKind::number:
        if (!ordinal()) number();
        return;
      case TokenKind::url:
        out_.readings.push_back(shape_reading(Upos::PROPN, form_));
        return;
      case TokenKind::word:
        out_.readings.push_back(shape_reading(Upos::X, form_));
        return;
    }
  }

  const TokenizedText& text_;
  const ImageView& image_;
  const Guesser& guesser_;
  ReadingLattice& out_;
  marisa::Agent agent_;
  FormBuffer buffer_;
  std::string_view form_;
  Shape shape_ = Shape::lower;
  std::size_t begin_ = 0;
  std::array<std::uint32_t, kSlots> last_;  ///< by slot: the last token that was looked up
};

}  // namespace

ReadingLattice Lexicon::analyze(const TokenizedText& text) const {
  ReadingLattice out;
  out.first.reserve(text.tokens.size() + 1);
  out.readings.reserve(text.tokens.size() * 4);
  Analysis analysis(text, data_->image, data_->guesser, out);
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) analysis.token(i);
  out.first.push_back(static_cast<std::uint32_t>(out.readings.size()));
  return out;
}

}  // namespace maillon
