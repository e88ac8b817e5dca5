#include "pipeline/rule_check.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace maillon {

namespace {

class RuleChecker {
 public:
  RuleChecker(const FrameSet& frames, const Lexicon& lexicon, std::string_view prefix,
              std::vector<Diagnostic>& out)
      : frames_(frames), lexicon_(lexicon), prefix_(prefix), out_(out) {}

  void run() {
    for (std::uint32_t f = 0; f < frames_.frames().size(); ++f)
      if (frames_.at(f).file.starts_with(prefix_)) frame(f);
  }

 private:
  void frame(std::uint32_t index) {
    const Frame& f = frames_.at(index);
    if (f.examples.empty()) error(f, "the frame has no example", "add \"examples\"");
    if (f.counterexamples.empty()) error(f, "the frame has no counter-example", "add \"counterexamples\"");
    const FrameTriggers triggers = frames_.triggers(index);
    if (triggers.empty())
      warning(f, "nothing triggers the frame", "add \"verbs\", \"nouns\", \"adjectives\" or \"locutions\"");
    for (const std::string_view v : triggers.verbs) {
      known(f, v, "verb", {Upos::VERB, Upos::AUX});
      first(f, v, "verb", frames_.verb(v));
    }
    for (const std::string_view v : triggers.reflexives) {
      known(f, v, "verb", {Upos::VERB, Upos::AUX});
      first(f, v, "reflexive verb", frames_.reflexive_verb(v));
    }
    for (const std::string_view n : triggers.nouns) {
      known(f, n, "noun", {Upos::NOUN, Upos::PROPN});
      first(f, n, "noun", frames_.noun(n));
    }
    for (const std::string_view a : triggers.adjectives) {
      known(f, a, "adjective", {Upos::ADJ, Upos::VERB});
      first(f, a, "adjective", frames_.adjective(a));
    }
  }

  /// A trigger is compared with lemmas: what is no lemma of its class never matches. Of "premier ministre"
  /// and "vice-ministre" the last word is what counts: offices are joined with the word before them, and the
  /// tagger takes compounds by their parts.
  void known(const Frame& f, std::string_view lemma, std::string_view what,
             std::initializer_list<Upos> classes) {
    const std::size_t joint = lemma.find_last_of(" -");
    const std::string_view last = joint == std::string_view::npos ? lemma : lemma.substr(joint + 1);
    readings_.clear();
    lexicon_.lookup(lemma, readings_);
    if (readings_.empty() && what == "noun") lexicon_.lookup(last, readings_);
    const auto fits = [&](const Reading& r) {
      return (r.lemma == lemma || r.lemma == last) &&
             std::find(classes.begin(), classes.end(), r.upos) != classes.end();
    };
    if (std::any_of(readings_.begin(), readings_.end(), fits)) return;
    Diagnostic d = problem(f, Severity::warning,
                           "the lexicon has no " + std::string(what) + " '" + std::string(lemma) + '\'');
    for (const Reading& r : readings_)
      if (std::find(classes.begin(), classes.end(), r.upos) != classes.end())
        d.hint = "triggers are lemmas: is '" + std::string(r.lemma) + "' meant?";
    out_.push_back(std::move(d));
  }

  /// Whether a frame of another file takes the trigger before this one.
  void first(const Frame& f, std::string_view lemma, std::string_view what, std::uint32_t taker) {
    if (taker == kNone || &frames_.at(taker) == &f || frames_.at(taker).file.starts_with(prefix_)) return;
    const Frame& other = frames_.at(taker);
    warning(f,
            "the " + std::string(what) + " '" + std::string(lemma) + "' is taken by " + other.id +
                " (priority " + std::to_string(other.priority) + ") before this frame (priority " +
                std::to_string(f.priority) + ')',
            "give a higher \"priority\" to prevail");
  }

  static Diagnostic problem(const Frame& f, Severity severity, std::string message, std::string hint = {}) {
    Diagnostic d = error_in(f.file, std::move(message), std::move(hint));
    d.severity = severity;
    d.line = f.line;
    d.rule = f.id;
    return d;
  }
  void error(const Frame& f, std::string message, std::string hint) {
    out_.push_back(problem(f, Severity::error, std::move(message), std::move(hint)));
  }
  void warning(const Frame& f, std::string message, std::string hint) {
    out_.push_back(problem(f, Severity::warning, std::move(message), std::move(hint)));
  }

  const FrameSet& frames_;
  const Lexicon& lexicon_;
  std::string_view prefix_;
  std::vector<Diagnostic>& out_;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<Diagnostic> check_rules(const Schemas& schemas, const Lexicon& lexicon, std::string_view prefix) {
  std::vector<Diagnostic> out;
  const Result<FrameSet> frames = FrameSet::load(schemas, out);
  if (!frames)
    out.push_back(frames.error());
  else
    RuleChecker(*frames, lexicon, prefix, out).run();
  std::erase_if(out, [&](const Diagnostic& d) { return frames && !d.file.starts_with(prefix); });
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return out;
}

}  // namespace maillon
