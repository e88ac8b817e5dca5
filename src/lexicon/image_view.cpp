#include "lexicon/image_view.hpp"

#include <cstring>

#include "base/span.hpp"

namespace maillon {

namespace {

template <class T>
const T* section(std::string_view bytes, const image::Section& s) {
  return reinterpret_cast<const T*>(bytes.data() + s.offset);
}

}  // namespace

Status ImageView::map(std::string_view bytes) {
  using namespace image;
  if (bytes.size() < sizeof(ImageHeader) || std::memcmp(bytes.data(), kMagic, sizeof kMagic) != 0)
    return error_in("lexicon", "not a lexicon image of this version", "build it again with maillon-lexc");
  ImageHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::size_t{header.trie.offset} + header.trie.count > bytes.size())
    return error_in("lexicon", "the lexicon image is cut short", "build it again with maillon-lexc");
  first_entry_ = section<std::uint32_t>(bytes, header.first_entry);
  entries_ = section<std::uint32_t>(bytes, header.entries);
  first_analysis_ = section<std::uint32_t>(bytes, header.first_analysis);
  set_items_ = section<std::uint16_t>(bytes, header.set_items);
  analyses_ = section<AnalysisRecord>(bytes, header.analyses);
  contractions_ = section<ContractionRecord>(bytes, header.contractions);
  string_begin_ = section<std::uint32_t>(bytes, header.string_begin);
  text_ = section<char>(bytes, header.text);
  form_count_ = header.first_entry.count - 1;
  try {
    trie_.map(section<char>(bytes, header.trie), header.trie.count);
  } catch (const marisa::Exception& e) {
    return error_in("lexicon", std::string("the trie cannot be mapped: ") + e.error_message());
  }
  return {};
}

std::uint32_t ImageView::find(std::string_view form, marisa::Agent& agent) const {
  agent.set_query(form.data(), form.size());
  return trie_.lookup(agent) ? static_cast<std::uint32_t>(agent.key().id()) : kNone;
}

void ImageView::append(std::uint32_t number, std::vector<Reading>& out) const {
  for (std::uint32_t e = first_entry_[number]; e < first_entry_[number + 1]; ++e) {
    const std::string_view lemma = string(entries_[e] & (image::kMaxStrings - 1));
    const std::uint32_t set = entries_[e] >> image::kLemmaBits;
    for (std::uint32_t i = first_analysis_[set]; i < first_analysis_[set + 1]; ++i) {
      const image::AnalysisRecord& a = analyses_[set_items_[i]];
      Reading& r = out.emplace_back();
      r.lemma = lemma;
      r.upos = a.upos;
      r.morph = a.morph;
      r.frame = a.frame;
      r.name_class = a.name_class;
      r.source = static_cast<ReadingSource>(a.source);
      r.weight = a.weight;
      if (a.contraction == image::kNoContraction) continue;
      const image::ContractionRecord& c = contractions_[a.contraction];
      r.contraction = true;
      r.first_form = string(c.first_form);
      r.second_form = string(c.second_form);
      r.second_lemma = string(c.second_lemma);
      r.second_upos = c.second_upos;
      r.second_morph = c.second_morph;
    }
  }
}

bool ImageView::has(std::uint32_t number, Upos upos) const {
  for (std::uint32_t e = first_entry_[number]; e < first_entry_[number + 1]; ++e) {
    const std::uint32_t set = entries_[e] >> image::kLemmaBits;
    for (std::uint32_t i = first_analysis_[set]; i < first_analysis_[set + 1]; ++i)
      if (analyses_[set_items_[i]].upos == upos) return true;
  }
  return false;
}

}  // namespace maillon
