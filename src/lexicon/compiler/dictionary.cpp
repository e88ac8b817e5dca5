#include "dictionary.hpp"

#include <fstream>

#include "dictionary_tags.hpp"

namespace maillon::lexc {

namespace {

/// "-er/a0p+() po:v1… is:…" taken apart.
struct DictionaryEntry {
  std::string_view word;
  std::vector<std::string_view> flags;
  TagList tags;
  std::string_view stem;  ///< st: field, or the word

  bool has_flag(std::string_view flag) const {
    for (const std::string_view f : flags)
      if (f == flag) return true;
    return false;
  }
};

std::vector<std::string_view> split_flags(std::string_view flags) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i + 1 < flags.size(); i += 2) out.push_back(flags.substr(i, 2));
  return out;
}

DictionaryEntry parse_entry(std::string_view line) {
  DictionaryEntry out;
  const auto fields = split_blanks(line);
  if (fields.empty()) return out;
  out.word = fields[0].substr(0, fields[0].find('/'));
  if (out.word.size() < fields[0].size()) {
    out.flags = split_flags(fields[0].substr(out.word.size() + 1));
  }
  out.stem = out.word;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    if (fields[i].starts_with("st:")) out.stem = fields[i].substr(3);
    out.tags.tags.push_back(fields[i]);
  }
  return out;
}

void add_readings(std::string_view form, std::string_view lemma, std::string_view word, const TagList& tags,
                  LexiconBuilder& builder) {
  for (BuiltReading& reading : readings_of(word, tags)) {
    // the dictionary's names carry the gender as information only; their lemma is the form
    reading.lemma = lemma;
    builder.add(form, std::move(reading));
  }
}

void add_entry(const DictionaryEntry& entry, const AffixTable& affixes, LexiconBuilder& builder) {
  constexpr std::string_view kNeedsAffix = "()";
  if (!entry.has_flag(kNeedsAffix)) add_readings(entry.word, entry.stem, entry.word, entry.tags, builder);
  for (const std::string_view flag : entry.flags) {
    if (const auto rules = affixes.suffixes.find(flag); rules != affixes.suffixes.end()) {
      for (const SuffixRule& rule : rules->second) {
        if (!rule.applies_to(entry.word)) continue;
        TagList tags = entry.tags;
        tags.tags.insert(tags.tags.end(), rule.tags.begin(), rule.tags.end());
        add_readings(rule.apply(entry.word), entry.stem, entry.word, tags, builder);
      }
    }
    if (const auto rules = affixes.prefixes.find(flag); rules != affixes.prefixes.end()) {
      for (const PrefixRule& rule : rules->second) {
        const std::string word = rule.add + std::string(entry.word);
        DictionaryEntry prefixed = entry;
        prefixed.word = prefixed.stem = word;
        prefixed.flags = split_flags(rule.flags);
        add_entry(prefixed, affixes, builder);
      }
    }
  }
}

}  // namespace

Status add_dictionary(const std::string& path, const AffixTable& affixes, LexiconBuilder& builder) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return error_in(path, "cannot be read", "install hunspell-fr-comprehensive");
  std::string line;
  std::getline(in, line);  // number of entries
  while (std::getline(in, line)) add_entry(parse_entry(line), affixes, builder);
  return {};
}

}  // namespace maillon::lexc
