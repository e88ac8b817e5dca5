#include "supplement.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

#include "lexicon/reading_lattice.hpp"

namespace maillon::lexc {

namespace {

namespace fs = std::filesystem;

using Columns = std::vector<std::string>;

Columns split_tabs(const std::string& line) {
  Columns out(1);
  for (const char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// Calls `row` for each line that is no comment; its message, if any, becomes a Diagnostic with the line.
Status for_each_row(const fs::path& path, const std::function<std::string(const Columns&)>& row) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return error_in(path.string(), "cannot be read");
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line == "#" || line.starts_with("# ")) continue;
    if (const std::string problem = row(split_tabs(line)); !problem.empty()) {
      Diagnostic d = error_in(path.string(), problem);
      d.line = number;
      return d;
    }
  }
  return {};
}

std::uint8_t name_class_from(std::string_view name) {
  if (name == "first") return kFirstName;
  if (name == "family") return kFamilyName;
  if (name == "place") return kPlaceName;
  if (name == "organization") return kOrganizationName;
  if (name == "demonym") return kDemonym;
  return name == "other" ? kOtherName : 0;
}

BuiltReading closed_reading(const std::string& lemma, const std::string& upos, const std::string& feats) {
  BuiltReading out;
  out.lemma = lemma;
  out.analysis.upos = upos_from(upos);
  out.analysis.morph = morph_from_feats(feats);
  out.analysis.source = static_cast<std::uint8_t>(ReadingSource::closed);
  return out;
}

bool is_upos(const std::string& name) { return name == "X" || upos_from(name) != Upos::X; }

/// First of two passes: "=form" drops what the dictionary says of the form.
Status drop_replaced(const fs::path& path, LexiconBuilder& builder) {
  return for_each_row(path, [&](const Columns& c) -> std::string {
    if (c[0].size() > 1 && c[0].front() == '=') builder.remove_form(std::string_view(c[0]).substr(1));
    return {};
  });
}

Status add_closed(const fs::path& path, LexiconBuilder& builder) {
  return for_each_row(path, [&](const Columns& c) -> std::string {
    if (c.size() < 4 || c.size() > 5)
      return "a row has form, lemma, part of speech, features, and name class if any";
    if (!is_upos(c[2])) return "unknown part of speech '" + c[2] + "'";
    std::string form = c[0];
    if (form.size() > 1 && form.front() == '=') form.erase(0, 1);
    BuiltReading reading = closed_reading(c[1] == "_" ? form : c[1], c[2], c[3]);
    if (c.size() == 5) {
      reading.analysis.name_class = name_class_from(c[4]);
      if (reading.analysis.name_class == 0) return "unknown name class '" + c[4] + "'";
    }
    builder.add(form, std::move(reading));
    return {};
  });
}

Status add_contractions(const fs::path& path, LexiconBuilder& builder) {
  return for_each_row(path, [&](const Columns& c) -> std::string {
    if (c.size() != 9) return "a contraction has nine columns";
    if (!is_upos(c[3]) || !is_upos(c[7])) return "unknown part of speech";
    BuiltReading reading = closed_reading(c[2], c[3], c[4]);
    reading.first_form = c[1];
    reading.second_form = c[5];
    reading.second_lemma = c[6];
    reading.second_upos = upos_from(c[7]);
    reading.second_morph = morph_from_feats(c[8]);
    builder.add(c[0], std::move(reading));
    return {};
  });
}

Result<std::set<std::string>> read_words(const fs::path& path) {
  std::set<std::string> out;
  const Status read = for_each_row(path, [&](const Columns& c) -> std::string {
    out.insert(c[0]);
    return {};
  });
  if (!read.ok()) return read.error();
  return out;
}

Status add_auxiliaries(const fs::path& path, LexiconBuilder& builder) {
  const Result<std::set<std::string>> lemmas = read_words(path);
  if (!lemmas.ok()) return lemmas.error();
  for (auto& [form, readings] : builder.forms()) {
    const std::size_t count = readings.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (readings[i].analysis.upos != Upos::VERB || !lemmas->contains(readings[i].lemma)) continue;
      BuiltReading auxiliary = readings[i];
      auxiliary.analysis.upos = Upos::AUX;
      readings.push_back(std::move(auxiliary));
    }
  }
  return {};
}

/// The masculine singular of each participle names the adjective; verb and participle forms are found through
/// it.
Status add_adjectival_participles(const fs::path& path, LexiconBuilder& builder) {
  const Result<std::set<std::string>> adjectives = read_words(path);
  if (!adjectives.ok()) return adjectives.error();
  const auto participle = [](const BuiltReading& r) {
    return r.analysis.upos == Upos::VERB && r.analysis.morph.verb_form == VerbForm::part &&
           r.analysis.morph.tense == Tense::past;
  };
  std::map<std::string, std::string> adjective_of;  // by verb
  for (const std::string& adjective : *adjectives) {
    const auto* readings = builder.find(adjective);
    bool found = false;
    if (readings != nullptr)
      for (const BuiltReading& r : *readings)
        if (participle(r)) found = adjective_of.emplace(r.lemma, adjective).second || found;
    if (!found) return error_in(path.string(), "'" + adjective + "' is no past participle of the dictionary");
  }
  for (auto& [form, readings] : builder.forms()) {
    const std::size_t count = readings.size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto at = adjective_of.find(readings[i].lemma);
      if (!participle(readings[i]) || at == adjective_of.end()) continue;
      BuiltReading adjective;
      adjective.lemma = at->second;
      adjective.analysis.upos = Upos::ADJ;
      adjective.analysis.source = static_cast<std::uint8_t>(ReadingSource::closed);
      adjective.analysis.morph.gender = readings[i].analysis.morph.gender;
      adjective.analysis.morph.number = readings[i].analysis.morph.number;
      builder.add(form, std::move(adjective));
    }
  }
  return {};
}

Status apply_corrections(const fs::path& path, LexiconBuilder& builder) {
  return for_each_row(path, [&](const Columns& c) -> std::string {
    if (c.size() < 3 || !is_upos(c[2]))
      return "a correction is: drop form upos [lemma] | lemma form upos lemma";
    const Upos upos = upos_from(c[2]);
    if (c[0] == "drop") {
      if (builder.remove(c[1], upos, c.size() > 3 ? c[3] : "") == 0)
        return "'" + c[1] + "' has no such reading";
      return {};
    }
    if (c[0] != "lemma" || c.size() != 4) return "unknown correction '" + c[0] + "'";
    auto* readings = builder.find(c[1]);
    bool found = false;
    if (readings != nullptr)
      for (BuiltReading& r : *readings)
        if (r.analysis.upos == upos) {
          r.lemma = c[3];
          found = true;
        }
    return found ? "" : "'" + c[1] + "' has no such reading";
  });
}

}  // namespace

Status add_supplement(const std::string& folder, LexiconBuilder& builder) {
  const fs::path root(folder);
  std::error_code code;
  std::vector<fs::path> closed;
  for (const auto& file : fs::directory_iterator(root / "closed", code))
    if (file.path().extension() == ".tsv") closed.push_back(file.path());
  if (code) return error_in((root / "closed").string(), "cannot be listed: " + code.message());
  std::sort(closed.begin(), closed.end());
  for (const fs::path& path : closed)
    if (Status s = drop_replaced(path, builder); !s.ok()) return s;
  for (const fs::path& path : closed)
    if (Status s = add_closed(path, builder); !s.ok()) return s;
  if (Status s = add_contractions(root / "contractions.tsv", builder); !s.ok()) return s;
  if (Status s = apply_corrections(root / "corrections.tsv", builder); !s.ok()) return s;
  if (Status s = add_adjectival_participles(root / "adjectival_participles.txt", builder); !s.ok()) return s;
  return add_auxiliaries(root / "auxiliaries.txt", builder);
}

}  // namespace maillon::lexc
