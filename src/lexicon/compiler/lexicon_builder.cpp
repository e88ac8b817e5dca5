#include "lexicon_builder.hpp"

#include <marisa.h>

#include <algorithm>
#include <cstring>
#include <sstream>

namespace maillon::lexc {

namespace {

std::string straight_apostrophes(std::string_view form) {
  std::string out(form);
  for (std::size_t at; (at = out.find("\xE2\x80\x99")) != std::string::npos;) {
    out.erase(at, 2);
    out[at] = '\'';
  }
  return out;
}

/// Numbers distinct values in the order of their first appearance.
template <class Value>
class Numbering {
 public:
  std::uint32_t number(const Value& value) {
    const auto [at, fresh] = numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.push_back(value);
    return at->second;
  }
  const std::vector<Value>& values() const { return values_; }

 private:
  std::map<Value, std::uint32_t> numbers_;
  std::vector<Value> values_;
};

/// Records compare by their bytes: they are padded with zeros nowhere, being made of bytes and aligned
/// integers.
template <class Record>
std::string bytes_of(const Record& record) {
  std::string out(sizeof(Record), '\0');
  std::memcpy(out.data(), &record, sizeof(Record));
  return out;
}

class ImageWriter {
 public:
  ImageWriter() { image_.resize(sizeof(image::ImageHeader)); }

  image::Section section(const void* data, std::size_t element, std::size_t count) {
    image_.resize((image_.size() + 7) / 8 * 8);
    const image::Section out{static_cast<std::uint32_t>(image_.size()), static_cast<std::uint32_t>(count)};
    image_.append(static_cast<const char*>(data), element * count);
    return out;
  }
  template <class T>
  image::Section section(const std::vector<T>& data) {
    return section(data.data(), sizeof(T), data.size());
  }
  std::string finish(image::ImageHeader header) {
    std::memcpy(header.magic, image::kMagic, sizeof header.magic);
    std::memcpy(image_.data(), &header, sizeof header);
    return std::move(image_);
  }

 private:
  std::string image_;
};

struct Tables {
  Numbering<std::string> strings, analyses, contractions;
  Numbering<std::vector<std::uint16_t>> sets;

  std::uint16_t analysis(const BuiltReading& r) {
    image::AnalysisRecord record = r.analysis;
    if (r.contraction()) {
      image::ContractionRecord c;
      c.first_form = strings.number(r.first_form);
      c.second_form = strings.number(r.second_form);
      c.second_lemma = strings.number(r.second_lemma);
      c.second_upos = r.second_upos;
      c.second_morph = r.second_morph;
      record.contraction = static_cast<std::uint16_t>(contractions.number(bytes_of(c)));
    }
    return static_cast<std::uint16_t>(analyses.number(bytes_of(record)));
  }
};

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& p : parts) out += p;
  return out;
}

}  // namespace

void LexiconBuilder::add(std::string_view form, BuiltReading reading) {
  auto& readings = forms_[straight_apostrophes(form)];
  if (std::find(readings.begin(), readings.end(), reading) == readings.end())
    readings.push_back(std::move(reading));
}

void LexiconBuilder::remove_form(std::string_view form) {
  const auto at = forms_.find(form);
  if (at != forms_.end()) forms_.erase(at);
}

std::size_t LexiconBuilder::remove(std::string_view form, Upos upos, std::string_view lemma) {
  const auto at = forms_.find(form);
  if (at == forms_.end()) return 0;
  const std::size_t removed = std::erase_if(at->second, [&](const BuiltReading& r) {
    return r.analysis.upos == upos && (lemma.empty() || r.lemma == lemma);
  });
  if (at->second.empty()) forms_.erase(at);
  return removed;
}

void LexiconBuilder::prefer_traditional_lemmas() {
  const auto reformed = [](std::string lemma) {  // the reform of 1990 took the circumflex from i and u
    for (const auto& [from, to] : {std::pair{"\u00EE", "i"}, std::pair{"\u00FB", "u"}})
      for (std::size_t at; (at = lemma.find(from)) != std::string::npos;) lemma.replace(at, 2, to);
    return lemma;
  };
  for (auto& [form, readings] : forms_) {
    const std::vector<BuiltReading> all = readings;
    std::erase_if(readings, [&](const BuiltReading& r) {
      return std::any_of(all.begin(), all.end(), [&](const BuiltReading& other) {
        return other.lemma != r.lemma && other.analysis == r.analysis && reformed(other.lemma) == r.lemma;
      });
    });
  }
}

void LexiconBuilder::add_typewriter_ligatures() {
  const auto spelled_out = [](std::string text) {
    for (const auto& [from, to] : {std::pair{"\u0153", "oe"}, std::pair{"\u0152", "Oe"}})
      for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, 2, to);
    return text;
  };
  std::vector<std::pair<std::string, BuiltReading>> made;
  for (const auto& [form, readings] : forms_) {
    std::string plain = spelled_out(form);
    if (plain == form || forms_.contains(plain)) continue;
    for (BuiltReading reading : readings) {
      reading.lemma = spelled_out(reading.lemma);
      made.emplace_back(plain, std::move(reading));
    }
  }
  for (auto& [form, reading] : made) add(form, std::move(reading));
}

std::vector<BuiltReading>* LexiconBuilder::find(std::string_view form) {
  const auto at = forms_.find(form);
  return at == forms_.end() ? nullptr : &at->second;
}

Result<std::string> LexiconBuilder::write() const {
  marisa::Keyset keyset;
  for (const auto& [form, readings] : forms_) keyset.push_back(form.data(), form.size());
  marisa::Trie trie;
  trie.build(keyset, 1 | MARISA_TEXT_TAIL | MARISA_HUGE_CACHE);

  std::vector<const std::vector<BuiltReading>*> by_id(trie.size());
  for (const auto& [form, readings] : forms_) {
    marisa::Agent agent;
    agent.set_query(form.data(), form.size());
    if (!trie.lookup(agent)) return error_in(form, "the trie lost a form");
    by_id[agent.key().id()] = &readings;
  }

  Tables tables;
  std::vector<std::uint32_t> first_entry, entries;
  for (const auto* readings : by_id) {
    first_entry.push_back(static_cast<std::uint32_t>(entries.size()));
    std::vector<std::pair<std::uint32_t, std::vector<std::uint16_t>>> groups;  // by lemma, in order of adding
    for (const BuiltReading& r : *readings) {
      const std::uint32_t lemma = tables.strings.number(r.lemma);
      auto group =
          std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == lemma; });
      if (group == groups.end()) group = groups.insert(groups.end(), {lemma, {}});
      group->second.push_back(tables.analysis(r));
    }
    for (const auto& [lemma, set] : groups)
      entries.push_back(lemma | tables.sets.number(set) << image::kLemmaBits);
  }
  first_entry.push_back(static_cast<std::uint32_t>(entries.size()));
  if (tables.strings.values().size() >= image::kMaxStrings ||
      tables.sets.values().size() >= image::kMaxSets ||
      tables.analyses.values().size() >= image::kNoContraction)
    return error_in("lexicon", "too many lemmas, analyses or analysis sets for the image's index width",
                    "widen the entries of lexicon_image.hpp");

  std::vector<std::uint32_t> first_analysis, string_begin;
  std::vector<std::uint16_t> set_items;
  for (const auto& set : tables.sets.values()) {
    first_analysis.push_back(static_cast<std::uint32_t>(set_items.size()));
    set_items.insert(set_items.end(), set.begin(), set.end());
  }
  first_analysis.push_back(static_cast<std::uint32_t>(set_items.size()));
  std::string text;
  for (const std::string& s : tables.strings.values()) {
    string_begin.push_back(static_cast<std::uint32_t>(text.size()));
    text += s;
  }
  string_begin.push_back(static_cast<std::uint32_t>(text.size()));

  std::ostringstream trie_bytes;
  trie_bytes << trie;
  const std::string trie_text = trie_bytes.str();
  const std::string analyses = joined(tables.analyses.values());
  const std::string contractions = joined(tables.contractions.values());

  ImageWriter writer;
  image::ImageHeader header;
  header.first_entry = writer.section(first_entry);
  header.entries = writer.section(entries);
  header.first_analysis = writer.section(first_analysis);
  header.set_items = writer.section(set_items);
  header.analyses =
      writer.section(analyses.data(), sizeof(image::AnalysisRecord), tables.analyses.values().size());
  header.contractions = writer.section(contractions.data(), sizeof(image::ContractionRecord),
                                       tables.contractions.values().size());
  header.string_begin = writer.section(string_begin);
  header.text = writer.section(text.data(), 1, text.size());
  header.trie = writer.section(trie_text.data(), 1, trie_text.size());
  return writer.finish(header);
}

}  // namespace maillon::lexc
