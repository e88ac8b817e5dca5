// Pass "attach": the walk over the units, and what remains at its end.
#include <algorithm>
#include <optional>

#include "syntax/attacher.hpp"
#include "syntax/passes.hpp"

namespace maillon::syntax {

void Attacher::run() {
  for (std::size_t u = 0; u < s_.units.size(); ++u) unit(u);
  finish();
}

bool Attacher::quotes(const Word& mark) {
  return mark.is(WordClass::quote) || mark.is(WordClass::quote_open) || mark.is(WordClass::quote_close);
}

bool Attacher::names(std::size_t u) const {
  return u < s_.units.size() && s_[s_.units[u]].kind == Kind::nominal && s_[s_.units[u]].marker == kNone;
}

void Attacher::unit(std::size_t u) {
  const std::uint32_t w = s_.units[u];
  switch (s_[w].kind) {
    case Kind::punctuation:
      if (quotes(s_[w]) && !names(u + 1)) return;  // sa contribution « à la paix »
      comma_ = s_[w].is(WordClass::comma);
      boundary_ = true;
      colon_ = s_[w].is(WordClass::colon);
      bracket_ = s_[w].is(WordClass::bracket_open);
      new_clause_ = (colon_ || s_[w].is(WordClass::semicolon)) && clause_ahead(u);
      if (bracket_) open_bracket();
      if (s_[w].is(WordClass::bracket_close)) close_bracket();
      return;
    case Kind::coordinator:
      read_coordinator(w);
      return;
    case Kind::subordinator:
    case Kind::relative:
      if (s_[w].is(WordClass::que) && s_[w].awaited_by == kNone && u + 1 < s_.units.size() &&
          compares(w, s_.units[u + 1]))
        return;
      if (u + 1 < s_.units.size() && introduces(w, s_.units[u + 1])) return;
      push(w);
      if (coordinator_ != kNone) s_[w].coordinator = coordinator_;  // "et que"
      coordinator_ = kNone;
      break;
    case Kind::nominal:
      place_nominal(w);
      break;
    case Kind::finite:
      place_finite(w);
      break;
    case Kind::infinitive:
      if (comma_) pass_insertion();
      place_infinitive(w);
      break;
    case Kind::participle:
      place_participle(w);
      break;
    case Kind::gerund:
      place_gerund(w);
      break;
    case Kind::adjective:
      place_adjective(w);
      break;
    case Kind::adverb:
      place_adverb(w, u);
      break;
    case Kind::absorbed:
      return;
  }
  // "ne veut ni le port ni la flotte": the first ni leads what it denies, and joins it to nothing before it
  if (coordinator_ != kNone && s_[coordinator_].form == "ni" && s_[w].begin == coordinator_ + 1 &&
      s_[w].kind != Kind::finite && s_[w].head != kNone) {
    s_.attach(coordinator_, w, Deprel::cc, "coordination");
    coordinator_ = kNone;
  }
  if (s_[w].kind != Kind::nominal && s_[w].kind != Kind::adjective) before_insertion_ = insertion_ = kNone;
  if (s_[w].kind != Kind::adverb) joins_ = new_clause_ = false;
  if (!keep_boundary_) comma_ = boundary_ = colon_ = bracket_ = false;
  keep_boundary_ = false;
}

void Attacher::read_coordinator(std::uint32_t w) {
  if (s_[w].awaited_by != kNone) {
    new_clause_ = true;
    return;
  }
  if (stack_.empty() && opening_coordinator_ == kNone) {
    opening_coordinator_ = w;
  } else if (coordinator_ == kNone || !joins_) {
    if (coordinator_ != kNone && opening_coordinator_ == kNone) opening_coordinator_ = coordinator_;
    coordinator_ = w;
    joins_ = true;
  }
}

bool Attacher::clause_ahead(std::size_t u) const {
  for (++u; u < s_.units.size(); ++u) {
    const Word& w = s_[s_.units[u]];
    if (w.is(WordClass::colon) || w.is(WordClass::semicolon) || w.is(WordClass::stop)) return false;
    if (w.kind == Kind::finite && w.opener == kNone && !w.quoting) return true;
  }
  return false;
}

bool Attacher::compares(std::uint32_t que, std::uint32_t next) {
  Word& unit = s_[next];
  if (s_[que].kind != Kind::subordinator || s_[que].marker != kNone) return false;
  if (unit.kind == Kind::infinitive && unit.marker != kNone) {  // moins grave que de voler
    s_.attach(que, next, Deprel::mark, "comparison");
    unit.marker = que;
    unit.begin = que;
    unit.preposition = kNoPreposition;
    return true;
  }
  if (unit.kind != Kind::nominal || unit.marker != kNone) return false;
  s_.attach(que, next, Deprel::case_, "comparison");
  unit.marker = que;
  unit.begin = que;
  return true;
}

bool Attacher::introduces(std::uint32_t mark, std::uint32_t next) {
  Word& unit = s_[next];
  if (s_[mark].kind != Kind::subordinator || s_[mark].awaited_by != kNone ||
      (unit.kind != Kind::participle && unit.kind != Kind::adjective))
    return false;
  s_.attach(mark, next, Deprel::mark, "participle-clause");
  if (s_[mark].marker != kNone) s_.attach(s_[mark].marker, next, Deprel::mark, "participle-clause");
  unit.begin = std::min(s_[mark].begin, mark);
  return true;
}

void Attacher::finish() {
  if (stack_.empty()) return;
  std::uint32_t root = kNone;
  for (const std::uint32_t e : stack_)
    if (s_[e].kind == Kind::finite && s_[e].opener == kNone && (root == kNone)) root = e;
  if (root == kNone && s_[stack_.front()].is(Upos::INTJ)) root = stack_.front();  // merci à tous
  for (const Kind k :
       {Kind::nominal, Kind::infinitive, Kind::participle, Kind::adjective, Kind::finite, Kind::adverb})
    for (const std::uint32_t e : stack_)
      if (root == kNone && s_[e].kind == k &&
          !(k == Kind::nominal && is_temporal(s_[e]) && e != stack_.back()))
        root = e;
  if (root == kNone) root = stack_.front();
  s_[root].deprel = Deprel::root;
  s_[root].rule = "root";
  for (const std::uint32_t e : stack_) {
    if (e == root) continue;
    const Word& w = s_[e];
    Deprel d = Deprel::parataxis;
    if (w.kind == Kind::adverb)
      d = w.is(Upos::INTJ) ? Deprel::discourse : Deprel::advmod;
    else if (is_opener(e))
      d = Deprel::mark;
    else if (w.kind == Kind::nominal && w.marker != kNone)
      d = is_verbal(s_[root].kind) ? Deprel::obl_mod : Deprel::nmod;
    else if (w.kind == Kind::finite && w.opener != kNone)
      d = Deprel::advcl;
    s_.attach(e, root, d, "left-over");
  }
  for (const std::uint32_t c : {opening_coordinator_, coordinator_})
    if (c != kNone && s_.free(c)) s_.attach(c, root, Deprel::cc, "left-over");
  opening_coordinator_ = coordinator_ = kNone;
}

void attach_units(Sentence& s) {
  thread_local std::vector<std::uint32_t> stack;
  Attacher(s, stack).run();
}

}  // namespace maillon::syntax
