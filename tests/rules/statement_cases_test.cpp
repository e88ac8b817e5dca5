// tests/cases/statements/*.txt: sentences and what they state, through the whole program. The files say how
// they are written.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "pipeline/analyzer.hpp"

namespace {

using namespace maillon;

struct Wanted {
  bool present = true;
  std::string line, subject, lemma, preposition, object;
  std::vector<std::string> qualifiers;
};

struct Case {
  std::string text;
  std::vector<Wanted> wanted;
};

std::string trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return std::string(s);
}

std::vector<std::string> split(std::string_view s, char at) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = s.find(at);
    out.push_back(trim(s.substr(0, end)));
    if (end == std::string_view::npos) return out;
    s.remove_prefix(end + 1);
  }
}

Wanted parse(const std::string& line) {
  Wanted w;
  w.line = line;
  w.present = line[0] == '=';
  std::string rest = line.substr(1);
  if (const std::size_t brace = rest.find('{'); brace != std::string::npos) {
    w.qualifiers = split(rest.substr(brace + 1, rest.find('}') - brace - 1), ',');
    rest.resize(brace);
  }
  const std::vector<std::string> parts = split(rest, '|');
  REQUIRE(parts.size() == 3);
  w.subject = parts[0];
  w.lemma = parts[1];
  w.object = parts[2];
  if (const std::size_t open = w.lemma.find('['); open != std::string::npos) {
    w.preposition = w.lemma.substr(open + 1, w.lemma.find(']') - open - 1);
    w.lemma = trim(w.lemma.substr(0, open));
  }
  return w;
}

std::vector<Case> read(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> out;
  std::string line;
  bool fresh = true;
  while (std::getline(in, line)) {
    if (line.empty()) {
      fresh = true;
    } else if (line[0] == '=' || line[0] == '!') {
      REQUIRE_FALSE(out.empty());
      out.back().wanted.push_back(parse(line));
    } else if (line[0] != '#') {
      if (fresh) out.emplace_back();
      out.back().text += line;
      fresh = false;
    }
  }
  return out;
}

bool names(const Extraction& x, const Participant& p, const std::string& wanted) {
  return wanted == "*" ||
         utf8::fold(x.entities[p.entity].label).find(utf8::fold(wanted)) != std::string::npos;
}

bool bears(const Extraction& x, const Qualifiers& q, const std::string& wanted) {
  const std::size_t equals = wanted.find('=');
  const std::string key = wanted.substr(0, equals);
  const std::string value = equals == std::string::npos ? "" : wanted.substr(equals + 1);
  if (key == "time") return q.time && q.time->value.starts_with(value);
  if (key == "place") return q.place && names(x, *q.place, value);
  if (key == "quantity" && value.empty()) return !q.quantity;
  if (key == "quantity") return q.quantity && q.quantity->value == std::stod(value);
  if (key == "negative") return q.polarity == Polarity::negative;
  if (key == "affirmative") return q.polarity == Polarity::affirmative;
  if (key == "attr" && value.empty()) return q.attribution.empty();
  if (key == "attr") {
    for (const Participant& a : q.attribution)
      if (names(x, a, value)) return true;
    return false;
  }
  return to_string(q.modality) == key;
}

bool expresses(const Extraction& x, const Statement& s, const Wanted& w) {
  if (w.lemma != "*" && s.predicate.lemma != w.lemma) return false;
  if (!w.preposition.empty() && s.predicate.preposition != w.preposition) return false;
  if (!names(x, s.subject, w.subject) || !names(x, s.object, w.object)) return false;
  for (const std::string& q : w.qualifiers)
    if (!bears(x, s.qualifiers, q)) return false;
  return true;
}

std::string listing(const Extraction& x) {
  std::string out;
  for (const Statement& s : x.statements) {
    out += "\n    " + x.entities[s.subject.entity].label + " | " + s.predicate.lemma + " [" +
           s.predicate.preposition + "] | " + x.entities[s.object.entity].label + " {" +
           std::string(to_string(s.qualifiers.modality)) + ", " +
           std::string(to_string(s.qualifiers.polarity));
    if (s.qualifiers.time) out += ", " + s.qualifiers.time->value;
    for (const Participant& a : s.qualifiers.attribution) out += ", attr " + x.entities[a.entity].label;
    out += "}";
  }
  return out;
}

}  // namespace

TEST_CASE("sentences state what their cases say") {
  static const Result<Analyzer> analyzer = Analyzer::load(Schemas::embedded());
  REQUIRE(analyzer);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(MAILLON_SOURCE_DIR "/tests/cases/statements"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    for (const Case& c : read(file)) {
      Article article;
      article.id = "case";
      article.date = "2023-03-10";
      article.body = c.text;
      const Extraction x = analyzer->extract(std::move(article));
      std::set<std::string> ids;
      for (const Statement& s : x.statements) ids.insert(s.id);
      INFO("each statement has an id of its own");
      CHECK(ids.size() == x.statements.size());
      for (const Wanted& w : c.wanted) {
        bool found = false;
        for (const Statement& s : x.statements) found |= expresses(x, s, w);
        INFO(file.filename().string() << "\n  " << c.text << "\n  " << w.line << listing(x));
        CHECK(found == w.present);
      }
    }
  }
}
