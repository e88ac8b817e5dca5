// How sure a statement is. The constants are shares: of 700 statements drawn at random from news and judged
// by their sentences (tests/gold), so many of the kind were right or true but for a label, seen against the
// mean of all. statement.schema.json says the same for readers.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "relations/builder.hpp"

namespace maillon {

namespace {

/// By the pass that found the argument: roles and what a noun governs are surest, phrases of a verb least.
constexpr std::array<std::pair<std::string_view, double>, 15> kKinds = {{
    {"demonym", 0.9},
    {"noun-act", 0.7},
    {"noun-holder", 0.65},
    {"noun-between", 0.85},
    {"noun-patient", 0.8},
    {"clause-content", 0.85},
    {"noun-complement", 0.65},
    {"reciprocal", 0.65},
    {"intransitive", 0.7},
    {"copula", 0.65},
    {"property", 0.8},
    {"attribute", 0.65},
    {"oblique", 0.6},
    {"noun-of-participle", 0.65},
    {"clause-participant", 0.4},
}};
constexpr double kOther = 0.75;         // objects, clitics, relatives
constexpr double kGoverned = 0.1;       // a phrase that the rule of its verb names
constexpr double kShared = 0.15;        // less for a participant of another clause
constexpr double kPronoun = 0.15;       // less for each pronoun, that may stand for another
constexpr double kFar = 0.1;            // less for an argument more than kFarWords away
constexpr double kPlaceActs = 0.15;     // less for a place that acts
constexpr double kPlaceObject = 0.05;   // less for a place that is acted on, or where
constexpr double kAttributed = 0.05;    // less where who vouches may be wrong as well
constexpr double kLongSentence = 0.05;  // less in sentences that few read through
constexpr double kShortSentence = 0.05;
constexpr std::uint32_t kFarWords = 12, kLongWords = 40, kShortWords = 22;

double kind_of(std::string_view rule) {
  const auto at = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == rule; });
  return at == kKinds.end() ? kOther : at->second;
}

}  // namespace

bool StatementBuilder::is_governed(const Relation& r) const {
  const Frame* frame = g_.frame_of(r.predicate);
  return frame != nullptr &&
         std::any_of(frame->arguments.begin(), frame->arguments.end(), [&](const ArgumentPattern& a) {
           return std::find(a.prepositions.begin(), a.prepositions.end(), r.preposition) !=
                  a.prepositions.end();
         });
}

double StatementBuilder::confidence(const Party& subject, const Party& object, const Relation& r) const {
  const PredicateInstance& p = g_.predicates[r.predicate];
  double c = kind_of(r.rule);
  if (r.rule == "oblique" && is_governed(r)) c += kGoverned;
  if (r.shared) c -= kShared;
  for (const Party* x : {&subject, &object}) {
    if (x->mention != kNone && g_.mentions().mentions[x->mention].kind == MentionKind::pronoun) c -= kPronoun;
    if (x->word != kNone && !r.shared && std::max(x->word, p.head) - std::min(x->word, p.head) > kFarWords)
      c -= kFar;
  }
  if (p.kind == PredicateKind::verb && p.voice == Voice::active &&
      people_.type_of(subject) == EntityType::Place)
    c -= kPlaceActs;
  if (object.mention != kNone && people_.type_of(object) == EntityType::Place) c -= kPlaceObject;
  if (p.source != kNone) c -= kAttributed;
  const std::uint32_t words = parsed_.tagged().sentences[parsed_.sentence_of(p.head)].size();
  if (words > kLongWords) c -= kLongSentence;
  if (words <= kShortWords) c += kShortSentence;
  return std::round(std::clamp(c, 0.1, 0.95) * 100) / 100;
}

}  // namespace maillon
