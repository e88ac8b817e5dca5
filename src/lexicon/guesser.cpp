#include "lexicon/guesser.hpp"

#include <algorithm>
#include <array>

#include "base/span.hpp"
#include "base/tsv.hpp"

namespace maillon {

namespace {

constexpr std::size_t kShortestStem = 3;  // bytes before a suffix
constexpr std::size_t kShortestRest = 4;  // bytes after a prefix without hyphen

}  // namespace

Result<Guesser> Guesser::load(const Schemas& schemas) {
  Guesser out;
  const std::string suffix_path = "fr/lexicon/guesser/suffixes.tsv";
  Result<std::string_view> suffixes = schemas.read(suffix_path);
  if (!suffixes.ok()) return suffixes.error();
  TsvReader rows(*suffixes);
  while (rows.next()) {
    if (rows.size() < 5)
      return rows.error(suffix_path, "a suffix has ending, part of speech, features, strip and add");
    Suffix s;
    s.ending = rows[0];
    s.reading.upos = upos_from(rows[1]);
    s.reading.morph = morph_from_feats(rows[2]);
    s.reading.source = ReadingSource::guesser;
    s.strip = static_cast<std::uint32_t>(rows[3] == "_" ? 0 : rows[3].size());
    if (rows[4] != "_") s.add = rows[4];
    if (rows.size() > 5 && rows[5] == "demonym") s.reading.name_class = kDemonym;
    if (rows[3] != "_" && !rows[0].ends_with(rows[3]))
      return rows.error(suffix_path, "what is stripped is no end of the ending");
    out.suffixes_.push_back(std::move(s));
  }
  std::stable_sort(out.suffixes_.begin(), out.suffixes_.end(),
                   [](const Suffix& a, const Suffix& b) { return a.ending.size() > b.ending.size(); });
  Result<std::string_view> prefixes = schemas.read("fr/lexicon/guesser/prefixes.txt");
  if (!prefixes.ok()) return prefixes.error();
  TsvReader words(*prefixes);
  while (words.next()) out.prefixes_.emplace_back(words[0]);
  std::sort(out.prefixes_.begin(), out.prefixes_.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return out;
}

void Guesser::guess(std::string_view form, const ImageView& image, marisa::Agent& agent, StringArena& arena,
                    std::vector<Reading>& out) const {
  const std::size_t before = out.size();
  guess_by_parts(form, image, agent, arena, out);
  if (out.size() > before) return;
  Reading r;
  r.upos = Upos::NOUN;
  r.source = ReadingSource::guesser;
  r.morph.number = Number::sing;
  if (form.size() > 3 && (form.back() == 's' || form.back() == 'x')) {
    r.morph.number = Number::plur;
    r.lemma = arena.store(form.substr(0, form.size() - 1));
  } else {
    r.lemma = arena.store(form);
  }
  out.push_back(r);
}

void Guesser::guess_by_parts(std::string_view form, const ImageView& image, marisa::Agent& agent,
                             StringArena& arena, std::vector<Reading>& out) const {
  if (guess_prefixed(form, image, agent, arena, out)) return;
  if (guess_hyphenated(form, image, agent, arena, out)) return;
  guess_suffix(form, arena, out);
}

bool Guesser::guess_prefixed(std::string_view form, const ImageView& image, marisa::Agent& agent,
                             StringArena& arena, std::vector<Reading>& out) const {
  for (const std::string& prefix : prefixes_) {
    if (!form.starts_with(prefix) || form.size() == prefix.size()) continue;
    std::string_view rest = form.substr(prefix.size());
    const bool hyphen = rest.front() == '-';
    if (hyphen) rest.remove_prefix(1);
    if (rest.size() < (hyphen ? 1 : kShortestRest)) continue;
    const std::uint32_t number = image.find(rest, agent);
    if (number == kNone) continue;
    const std::size_t before = out.size();
    image.append(number, out);
    const auto unfit = [](const Reading& r) {
      return r.contraction ||
             (r.upos != Upos::NOUN && r.upos != Upos::ADJ && r.upos != Upos::VERB && r.upos != Upos::ADV);
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), unfit), out.end());
    if (out.size() == before) continue;
    const std::string_view head = form.substr(0, form.size() - rest.size());
    for (std::size_t i = before; i < out.size(); ++i) {
      out[i].lemma = arena.store(head, out[i].lemma);
      out[i].source = ReadingSource::guesser;
    }
    return true;
  }
  return false;
}

bool Guesser::guess_hyphenated(std::string_view form, const ImageView& image, marisa::Agent& agent,
                               StringArena& arena, std::vector<Reading>& out) const {
  const std::size_t hyphen = form.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == form.size()) return false;
  const std::string_view first = form.substr(0, hyphen), last = form.substr(hyphen + 1);
  const std::uint32_t number = image.find(last, agent);
  const std::size_t before = out.size();
  if (number != kNone && image.has(number, Upos::ADJ) && first.ends_with('o')) {
    // franco-allemande: an adjective in -o and one that inflects
    image.append(number, out);
    const auto unfit = [](const Reading& r) { return r.upos != Upos::NOUN && r.upos != Upos::ADJ; };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), unfit), out.end());
    for (std::size_t i = before; i < out.size(); ++i) {
      out[i].lemma = arena.store(form.substr(0, hyphen + 1), out[i].lemma);
      out[i].source = ReadingSource::guesser;
    }
    if (out.size() > before) return true;
  }
  const std::size_t first_hyphen = form.find('-');
  const std::uint32_t head = image.find(form.substr(0, first_hyphen), agent);
  if (head == kNone) return false;
  image.append(head, out);
  const auto unfit = [](const Reading& r) { return r.upos != Upos::NOUN; };
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), unfit), out.end());
  for (std::size_t i = before; i < out.size(); ++i) {  // the first part inflects: camion-citerne
    out[i].lemma = arena.store(form);
    out[i].source = ReadingSource::guesser;
  }
  return out.size() > before;
}

bool Guesser::guess_suffix(std::string_view form, StringArena& arena, std::vector<Reading>& out) const {
  std::size_t matched = 0;  // all suffixes of the longest matching length
  for (const Suffix& s : suffixes_) {
    if (matched != 0 && s.ending.size() < matched) break;
    if (form.size() < s.ending.size() + kShortestStem || !form.ends_with(s.ending)) continue;
    matched = s.ending.size();
    Reading r = s.reading;
    r.lemma = arena.store(form.substr(0, form.size() - s.strip), s.add);
    out.push_back(r);
  }
  return matched != 0;
}

}  // namespace maillon
