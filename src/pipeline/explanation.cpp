#include "pipeline/explanation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.hpp"

namespace maillon {

namespace {

/// Number of characters, of which white space in a row counts once: the place in a folded sentence.
std::uint32_t folded_size(std::string_view text) {
  std::uint32_t count = 0;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool space = utf8::is_space(utf8::next(text, at));
    count += space && gap ? 0 : 1;
    gap = space;
  }
  return count;
}

std::string folded(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool space = utf8::is_space(utf8::next(text, at));
    if (!space) out += text.substr(begin, at - begin);
    if (space && !gap) out += ' ';
    gap = space;
  }
  return out;
}

class Explainer {
 public:
  Explainer(const RuleIndex& rules, const Analysis& analysis, const Extraction& extraction)
      : rules_(rules), parsed_(analysis.parsed), set_(analysis.mentions), extraction_(extraction) {}

  Explanation explain(const Statement& s, const Derivation& d) {
    out_ = {};
    sentence_ = parsed_.text().sentences[s.evidence.sentence].span;
    words_ = parsed_.tagged().sentences[s.evidence.sentence];
    out_.document = extraction_.document;
    out_.statement = s;
    out_.subject = extraction_.entities[s.subject.entity].label;
    out_.object = extraction_.entities[s.object.entity].label;
    out_.sentence = folded(parsed_.article().slice(sentence_));
    spans(d);
    words(d);
    reference("subject", d.subject_mention);
    reference("object", d.object_mention);
    if (d.place != kNone) reference("place", set_.mention_at[d.place]);
    for (const std::uint32_t w : d.sources) reference("source", set_.mention_at[w]);
    qualifiers(s, d);
    out_.rule = rule(s.rule);
    for (const std::string& id : s.trace) out_.trace.push_back(rule(id));
    return std::move(out_);
  }

 private:
  ExplainedRule rule(std::string_view id) const {
    ExplainedRule out;
    out.id = id;
    if (const RuleDescription* found = rules_.find(id)) {
      out.description = found->description;
      out.file = found->file;
      out.line = rules_.line(*found);
    }
    return out;
  }

  std::string text_of(IndexRange words) const {
    return folded(parsed_.article().slice(parsed_.tagged().span(words)));
  }
  IndexRange words_of(std::uint32_t head, std::uint32_t mention) const {
    return mention == kNone ? IndexRange{head, head + 1} : set_.mentions[mention].words;
  }

  void span(std::string_view part, IndexRange words) {
    if (words.begin == kNone || !words_.contains(words)) return;
    const ByteSpan bytes = parsed_.tagged().span(words);
    const auto at = [&](std::uint32_t byte) {
      return folded_size(parsed_.article().slice({sentence_.begin, byte}));
    };
    out_.spans.push_back({std::string(part), at(bytes.begin), at(bytes.end)});
  }

  void spans(const Derivation& d) {
    span("subject", words_of(d.subject, d.subject_mention));
    span("predicate", d.predicate_words);
    if (d.object != d.predicate) span("object", words_of(d.object, d.object_mention));
    if (d.time != kNone) span("time", set_.times[d.time].words);
    if (d.place != kNone) span("place", words_of(d.place, set_.mention_at[d.place]));
    for (const std::uint32_t w : d.sources) span("source", words_of(w, set_.mention_at[w]));
    std::stable_sort(out_.spans.begin(), out_.spans.end(),
                     [](const ExplainedSpan& a, const ExplainedSpan& b) { return a.begin < b.begin; });
  }

  /// The ways up from each part to the root hold the arcs that were used; what all of them share above the
  /// topmost part does not matter.
  void words(const Derivation& d) {
    std::vector<std::uint32_t> parts = {d.predicate, d.subject, d.object, d.place};
    if (d.time != kNone) parts.push_back(set_.times[d.time].head);
    parts.insert(parts.end(), d.sources.begin(), d.sources.end());
    for (const Governor& g : d.governors) parts.push_back(g.word);
    std::erase_if(parts, [&](std::uint32_t w) { return w == kNone || !words_.contains(w); });
    std::set<std::uint32_t> used;
    for (const std::uint32_t part : parts)
      for (std::uint32_t w = part; w != kNone; w = parsed_.head(w)) {
        used.insert(w);
        if (std::all_of(parts.begin(), parts.end(), [&](std::uint32_t p) { return is_above(w, p); })) break;
      }
    std::set<std::uint32_t> small;
    for (const std::uint32_t w : used) {
      for (const std::uint32_t c : parsed_.children(w))  // the small words that say how the part stands there
        if (parsed_.deprel(c) == Deprel::case_ || parsed_.deprel(c) == Deprel::mark ||
            universal(parsed_.deprel(c)) == Deprel::aux || parsed_.deprel(c) == Deprel::cop)
          small.insert(c);
    }
    used.insert(small.begin(), small.end());
    for (const std::uint32_t w : used) out_.words.push_back(word(w));
  }

  bool is_above(std::uint32_t word, std::uint32_t below) const {
    for (; below != kNone; below = parsed_.head(below))
      if (below == word) return true;
    return false;
  }

  ExplainedWord word(std::uint32_t w) const {
    const TaggedWord& word = parsed_.word(w);
    const Arc& arc = parsed_.arc(w);
    ExplainedWord out;
    out.number = w - words_.begin + 1;
    out.form = word.form;
    out.lemma = word.lemma;
    out.upos = to_string(word.upos);
    out.features = to_feats(word.upos, word.morph);
    out.reading_rule = word.rule;
    if (arc.head != kNone) {
      out.head = arc.head - words_.begin + 1;
      out.head_form = parsed_.word(arc.head).form;
    }
    out.deprel = to_string(arc.deprel);
    out.arc_rule = arc.rule;
    return out;
  }

  /// Back from the mention to the first that names the entity, over those that say something new.
  void reference(std::string_view part, std::uint32_t mention) {
    if (mention == kNone) return;
    const Mention& own = set_.mentions[mention];
    const DocumentEntity& entity = set_.entity_of(own);
    ExplainedReference out{std::string(part), entity.label, std::string(to_string(entity.type)), {}};
    out.chain.push_back(link(own));
    for (auto at = entity.mentions.rbegin(); at != entity.mentions.rend() && !own.link.empty(); ++at) {
      const Mention& m = set_.mentions[*at];
      if (m.head >= own.head || m.kind == MentionKind::pronoun) continue;
      out.chain.push_back(link(m));
      if (m.kind == MentionKind::name || !entity.named) break;
    }
    out_.references.push_back(std::move(out));
  }

  ExplainedLink link(const Mention& m) const {
    return {parsed_.sentence_of(m.head), text_of(m.words), rule(m.link.empty() ? m.rule : m.link)};
  }

  void qualifiers(const Statement& s, const Derivation& d) {
    const Qualifiers& q = s.qualifiers;
    if (q.time) {
      std::string why = d.time == kNone ? "" : "rule " + std::string(set_.times[d.time].rule);
      if (d.time != kNone && !parsed_.article().date.empty()) why += ", article of " + parsed_.article().date;
      add("time", q.time->value.empty() ? q.time->text : q.time->value + " (" + q.time->text + ')', why);
    }
    if (q.place) add("place", q.place->mention, arc_of(d.place));
    if (q.quantity) add("quantity", quantity(*q.quantity), {});
    for (std::size_t i = 0; i < q.attribution.size(); ++i)
      add("source", q.attribution[i].mention, i < d.sources.size() ? arc_of(d.sources[i]) : std::string());
    add("polarity", std::string(to_string(q.polarity)),
        d.negated ? "its own clause is negated" : because(d, "", false));
    add("modality", std::string(to_string(q.modality)),
        d.conditional ? "its verb stands in the conditional"
                      : because(d, "a plain clause", q.modality != Modality::asserted));
  }

  void add(std::string_view name, std::string value, std::string why) {
    out_.qualifiers.push_back({std::string(name), std::move(value), std::move(why)});
  }

  std::string arc_of(std::uint32_t w) const {
    if (w == kNone || parsed_.head(w) == kNone) return {};
    return std::string(to_string(parsed_.deprel(w))) + " of \"" +
           std::string(parsed_.word(parsed_.head(w)).form) + "\" (" + std::string(parsed_.arc(w).rule) + ')';
  }

  std::string because(const Derivation& d, std::string_view otherwise, bool coloured) const {
    std::string out;
    for (const Governor& g : d.governors) {
      out += out.empty() ? "governed by \"" : ", \"";
      out.append(parsed_.word(g.word).form).append("\" (").append(g.frame).append(")");
    }
    if (out.empty() && !coloured) out = otherwise;
    return out;
  }

  static std::string quantity(const QuantityQualifier& q) {
    std::string number = std::to_string(q.value);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    return std::string(to_string(q.comparator)) + ' ' + number + (q.unit.empty() ? "" : ' ' + q.unit);
  }

  const RuleIndex& rules_;
  const ParsedText& parsed_;
  const MentionSet& set_;
  const Extraction& extraction_;
  Explanation out_;
  ByteSpan sentence_;
  IndexRange words_;
};

}  // namespace

std::vector<Explanation> explain(const Analyzer& analyzer, const RuleIndex& rules, Article article,
                                 std::string_view statement) {
  const auto analysis = analyzer.analyze(std::move(article));
  std::vector<Derivation> derivations;
  const Extraction extraction = analyzer.extract(*analysis, derivations);
  std::vector<Explanation> out;
  Explainer explainer(rules, *analysis, extraction);
  for (std::size_t i = 0; i < extraction.statements.size(); ++i)
    if (extraction.statements[i].id == statement)
      out.push_back(explainer.explain(extraction.statements[i], derivations[i]));
  return out;
}

}  // namespace maillon
