#include "ingest/boilerplate_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "ingest/line_pattern.hpp"
#include "ingest/schema_json.hpp"

namespace maillon {

namespace {

constexpr const char* kFile = "fr/ingest/boilerplate.json";
/// A line that a pattern takes whole is never longer than this; prose paragraphs mostly are.
constexpr std::size_t kLongestLine = 400;
/// Bytes at the begin or end of a line in which a pattern for that end may match.
constexpr std::size_t kEndZone = 160;
/// A dateline that opens a paragraph dates the article only near its top.
constexpr std::size_t kDatelineParagraphs = 6;

enum class Scope : std::uint8_t { line, begin, end };
enum class DateRole : std::uint8_t { none, published, updated };

struct Rule {
  std::string id;
  BoilerplateKind kind = BoilerplateKind::navigation;
  Scope scope = Scope::line;
  DateRole date = DateRole::none;
  bool headline_follows = false;  ///< the rest of the line is the headline of another article
};

struct CompiledPattern {
  std::uint32_t rule = 0;
  LinePattern pattern;
};

/// Patterns of one scope, found by the word they begin with.
struct PatternIndex {
  std::vector<CompiledPattern> patterns;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word;
  std::vector<std::uint32_t> others;  ///< that may begin with anything

  void add(CompiledPattern p) {
    const auto i = static_cast<std::uint32_t>(patterns.size());
    for (const std::string& word : p.pattern.first_words()) by_word[word].push_back(i);
    if (p.pattern.first_words().empty()) others.push_back(i);
    patterns.push_back(std::move(p));
  }

  struct Hit {
    std::uint32_t rule;
    LineMatch match;
  };
  /// The first rule of the file that matches at `at`.
  std::optional<Hit> match(const LineTokens& tokens, std::size_t at, bool whole) const {
    std::optional<Hit> best;
    const auto attempt = [&](const std::vector<std::uint32_t>& candidates) {
      for (const std::uint32_t i : candidates) {
        const CompiledPattern& p = patterns[i];
        if (best && best->rule <= p.rule) break;
        if (auto m = p.pattern.match(tokens, at, whole)) best = Hit{p.rule, *std::move(m)};
      }
    };
    if (const auto known = by_word.find(tokens[at].folded); known != by_word.end()) attempt(known->second);
    attempt(others);
    return best;
  }
};

template <class Enum, std::size_t N>
std::optional<Enum> named(const rapidjson::Value& object, const char* key,
                          const std::array<const char*, N>& names) {
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || !member->value.IsString()) return std::nullopt;
  const auto at = std::find(names.begin(), names.end(), std::string_view(member->value.GetString()));
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

constexpr std::array<const char*, 7> kKinds = {"teaser",   "advertisement", "credit", "byline",
                                               "dateline", "navigation",    "markup"};
constexpr std::array<const char*, 3> kScopes = {"line", "begin", "end"};
constexpr std::array<const char*, 3> kDateRoles = {"none", "published", "updated"};

}  // namespace

struct BoilerplateFinder::Data {
  PatternContext context;
  std::vector<Rule> rules;
  std::array<PatternIndex, kScopes.size()> index;

  Status read(const Schemas& schemas);
  Status read_classes(const rapidjson::Value& classes);
  Status read_rule(const rapidjson::Value& json);
};

namespace {

Diagnostic malformed(const std::string& rule, std::string message) {
  Diagnostic d = error_in(std::string("schemas/") + kFile, std::move(message));
  d.rule = rule;
  return d;
}

/// The search over one text.
class Search {
 public:
  Search(const std::vector<Rule>& rules, const std::array<PatternIndex, kScopes.size()>& index,
         BoilerplateFindings& out)
      : rules_(rules), index_(index), out_(out) {}

  void line(std::string_view text, std::uint32_t begin) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    while (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
      ++begin;
    }
    if (text.empty()) return;
    ++lines_;
    const std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
    const bool is_short = text.size() <= kLongestLine;
    tokenize_line(text.substr(0, is_short ? text.size() : kEndZone), tokens_);
    if (tokens_.empty()) return;
    if (is_short)
      if (const auto hit = at(Scope::line).match(tokens_, 0, true)) return found(*hit, {begin, end});
    std::uint32_t prose = begin;
    if (const auto hit = at(Scope::begin).match(tokens_, 0, false)) {
      const std::uint32_t until = begin + tokens_[hit->match.end - 1].span.end;
      found(*hit, {begin, until});
      prose = until;
      if (rules_[hit->rule].headline_follows) return headline(text, begin, until);
    }
    markup(text, begin, prose);
    if (!is_short) tokenize_tail(text);
    ending(begin, prose, end);
  }

 private:
  void headline(std::string_view text, std::uint32_t begin, std::uint32_t from) {
    const std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
    while (from < end && is_blank(text[from - begin])) ++from;
    if (from < end)
      out_.stretches.push_back({{{from, end}, BoilerplateKind::headline}, "ingest.teaser.headline"});
  }

  static bool is_blank(char c) { return c == ' ' || c == '\t'; }
  const PatternIndex& at(Scope scope) const { return index_[static_cast<std::size_t>(scope)]; }

  void found(const PatternIndex::Hit& hit, ByteSpan span) {
    const Rule& rule = rules_[hit.rule];
    out_.stretches.push_back({{span, rule.kind}, rule.id});
    const bool near_top = rule.scope == Scope::line || lines_ <= kDatelineParagraphs;
    if (hit.match.date.empty() || rule.date == DateRole::none || !near_top) return;
    if (role_ == DateRole::none || (role_ == DateRole::updated && rule.date == DateRole::published)) {
      out_.date = hit.match.date;
      role_ = rule.date;
    }
  }

  void tokenize_tail(std::string_view text) {
    std::size_t cut = text.size() - kEndZone;
    while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) ++cut;
    tokenize_line(text.substr(cut), tokens_);
    for (LineToken& t : tokens_) {
      t.span.begin += static_cast<std::uint32_t>(cut);
      t.span.end += static_cast<std::uint32_t>(cut);
    }
  }

  /// A credit stands behind a sentence or in signs of its own, never inside a clause.
  bool may_begin_ending(std::size_t i) const {
    static constexpr std::string_view kOpeners = "( © [", kStops = ". ! ? … » ” ) ]";
    if (tokens_[i].kind == LineTokenKind::sign) return kOpeners.find(tokens_[i].folded) != kOpeners.npos;
    return i > 0 && tokens_[i - 1].kind == LineTokenKind::sign &&
           kStops.find(tokens_[i - 1].folded) != kStops.npos;
  }

  /// What follows the prose on its line: "… © AGENCE".
  void ending(std::uint32_t begin, std::uint32_t prose, std::uint32_t end) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::uint32_t from = begin + tokens_[i].span.begin;
      if (from < prose || !may_begin_ending(i)) continue;
      if (const auto hit = at(Scope::end).match(tokens_, i, true)) {
        while (!out_.stretches.empty() && out_.stretches.back().stretch.span.begin >= from)
          out_.stretches.pop_back();  // markup inside it
        return found(*hit, {from, end});
      }
    }
  }

  /// Emphasis marks of light markup: "*«", "**mot**". A mark touches a word on exactly one side.
  void markup(std::string_view text, std::uint32_t begin, std::uint32_t prose) {
    for (std::size_t i = text.find('*'); i != std::string_view::npos; i = text.find('*', i)) {
      std::size_t end = i;
      while (end < text.size() && text[end] == '*') ++end;
      const bool left = i > 0 && !is_blank(text[i - 1]);
      const bool right = end < text.size() && !is_blank(text[end]);
      const auto from = begin + static_cast<std::uint32_t>(i);
      if ((left || right) && end - i <= 3 && from >= prose)
        out_.stretches.push_back({{{from, begin + static_cast<std::uint32_t>(end)}, BoilerplateKind::markup},
                                  "ingest.markup.emphasis"});
      i = end;
    }
  }

  const std::vector<Rule>& rules_;
  const std::array<PatternIndex, kScopes.size()>& index_;
  BoilerplateFindings& out_;
  LineTokens tokens_;
  std::size_t lines_ = 0;
  DateRole role_ = DateRole::none;
};

}  // namespace

Status BoilerplateFinder::Data::read_classes(const rapidjson::Value& classes) {
  if (!classes.IsObject()) return error_in(std::string("schemas/") + kFile, "\"classes\" must be an object");
  for (const auto& member : classes.GetObject()) {
    auto& phrases = context.classes[member.name.GetString()];
    if (!member.value.IsArray())
      return malformed(member.name.GetString(), "a class must be a list of phrases");
    for (const auto& phrase : member.value.GetArray()) {
      if (!phrase.IsString()) return malformed(member.name.GetString(), "a phrase must be a string");
      LineTokens tokens;
      tokenize_line(phrase.GetString(), tokens);
      if (tokens.empty()) return malformed(member.name.GetString(), "a phrase is empty");
      std::vector<std::string>& words = phrases.emplace_back();
      for (LineToken& t : tokens) words.push_back(std::move(t.folded));
    }
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
  return {};
}

Status BoilerplateFinder::Data::read_rule(const rapidjson::Value& json) {
  if (!json.IsObject() || !json.HasMember("id") || !json["id"].IsString())
    return malformed({}, "a rule must be an object with an \"id\"");
  Rule rule;
  rule.id = json["id"].GetString();
  const auto kind = named<BoilerplateKind>(json, "kind", kKinds);
  const auto scope = named<Scope>(json, "scope", kScopes);
  if (!kind) return malformed(rule.id, "\"kind\" is missing or unknown");
  if (!scope) return malformed(rule.id, "\"scope\" must be line, begin or end");
  rule.kind = *kind;
  rule.scope = *scope;
  rule.date = named<DateRole>(json, "date", kDateRoles).value_or(DateRole::none);
  if (json.HasMember("rest")) {
    if (rule.scope != Scope::begin || !json["rest"].IsString() ||
        std::string_view(json["rest"].GetString()) != "headline")
      return malformed(rule.id, "\"rest\" may only be headline, where \"scope\" is begin");
    rule.headline_follows = true;
  }
  const auto patterns = json.FindMember("patterns");
  if (patterns == json.MemberEnd() || !patterns->value.IsArray())
    return malformed(rule.id, "lacks the list \"patterns\"");
  const auto number = static_cast<std::uint32_t>(rules.size());
  rules.push_back(rule);
  for (const auto& p : patterns->value.GetArray()) {
    if (!p.IsString()) return malformed(rule.id, "a pattern must be a string");
    Result<LinePattern> compiled = LinePattern::compile(p.GetString(), context);
    if (!compiled) return malformed(rule.id, compiled.error().message);
    index[static_cast<std::size_t>(rule.scope)].add({number, std::move(compiled).value()});
  }
  return {};
}

Status BoilerplateFinder::Data::read(const Schemas& schemas) {
  Result<CalendarDates> dates = CalendarDates::load(schemas);
  if (!dates) return dates.error();
  context.dates = std::move(dates).value();
  auto json = read_schema_json(schemas, kFile);
  if (!json) return json.error();
  if (json->HasMember("classes"))
    if (Status s = read_classes((*json)["classes"]); !s) return s;
  if (!json->HasMember("rules") || !(*json)["rules"].IsArray())
    return error_in(std::string("schemas/") + kFile, "lacks the list \"rules\"");
  for (const auto& rule : (*json)["rules"].GetArray())
    if (Status s = read_rule(rule); !s) return s;
  return {};
}

BoilerplateFinder::BoilerplateFinder() = default;
BoilerplateFinder::BoilerplateFinder(BoilerplateFinder&&) noexcept = default;
BoilerplateFinder& BoilerplateFinder::operator=(BoilerplateFinder&&) noexcept = default;
BoilerplateFinder::~BoilerplateFinder() = default;

Result<BoilerplateFinder> BoilerplateFinder::load(const Schemas& schemas) {
  auto data = std::make_unique<Data>();
  if (Status s = data->read(schemas); !s) return s.error();
  BoilerplateFinder out;
  out.data_ = std::move(data);
  return out;
}

const CalendarDates& BoilerplateFinder::dates() const { return data_->context.dates; }

BoilerplateFindings BoilerplateFinder::find(std::string_view text) const {
  BoilerplateFindings out;
  Search search(data_->rules, data_->index, out);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    search.line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace maillon
