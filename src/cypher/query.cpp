#include "cypher/query.hpp"

#include <algorithm>
#include <unordered_set>

#include "cypher/compiler.hpp"
#include "cypher/failure.hpp"
#include "cypher/parser.hpp"

namespace maillon::cypher {

namespace {

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Diagnostic to_diagnostic(const Failure& f, std::string_view text) {
  Diagnostic out = error_in({}, f.message, f.hint);
  out.rule = std::string(f.type) + "/" + std::string(f.detail);
  if (f.where.end > 0 || f.where.begin > 0) {
    const std::string_view before = text.substr(0, f.where.begin);
    out.file = "query";
    out.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n');
    out.column = characters(start == std::string_view::npos ? before : before.substr(start + 1)) + 1;
  }
  return out;
}

DateTime moment(std::int64_t seconds) {
  DateTime out;
  if (seconds >= 0) {
    out.local.seconds = seconds;
    return out;
  }
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
  out.local = {nanos / 1'000'000'000, static_cast<std::int32_t>(nanos % 1'000'000'000)};
  return out;
}

}  // namespace

void Runtime::check_deadline() const {
  if (std::chrono::steady_clock::now() > deadline)
    throw Failure{
        "Timeout", "Timeout", "the query took longer than it may", {}, "give it more with --timeout"};
}

struct Query::State {
  State(const PropertyGraph& g, std::string_view t, Map p) : graph(g), text(t), parameters(std::move(p)) {}
  const PropertyGraph& graph;
  std::string text;
  Map parameters;
  ast::Query tree;
  Plan plan;
  std::vector<Diagnostic> warnings;
};

Query::Query(std::unique_ptr<State> state) : state_(std::move(state)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

Result<Query> Query::prepare(const PropertyGraph& graph, std::string_view text, Map parameters) {
  auto state = std::make_unique<State>(graph, text, std::move(parameters));
  try {
    state->tree = parse(state->text);
    state->plan = Compiler(graph, state->parameters, state->text).compile(state->tree);
  } catch (const Failure& f) {
    return to_diagnostic(f, text);
  }
  for (const Failure& w : state->plan.warnings) {
    state->warnings.push_back(to_diagnostic(w, text));
    state->warnings.back().severity = Severity::warning;
  }
  return Query(std::move(state));
}

const std::vector<std::string>& Query::columns() const { return state_->plan.columns; }

const std::vector<Diagnostic>& Query::warnings() const { return state_->warnings; }

std::string Query::explain() const {
  std::string out;
  for (std::size_t i = 0; i < state_->plan.parts.size(); ++i) {
    if (i > 0) out += state_->plan.distinct_union ? "Union\n" : "UnionAll\n";
    out += cypher::explain(state_->plan.parts[i].pipeline);
  }
  return out;
}

namespace {

/// Hands the columns of each row to the caller; of equal rows only the first, where that is asked.
class Deliver final : public Operator {
 public:
  explicit Deliver(const std::function<bool(std::span<const Value>)>& row) : row_(row) {}
  bool push(Runtime& rt) override {
    values_.clear();
    for (const std::uint32_t slot : *slots) values_.push_back(rt.frame[slot]);
    if (distinct && !seen_.insert(values_).second) return true;
    wanted = row_(values_);
    return wanted;
  }
  std::string describe() const override { return "Deliver"; }

  const std::vector<std::uint32_t>* slots = nullptr;
  bool distinct = false, wanted = true;

 private:
  const std::function<bool(std::span<const Value>)>& row_;
  List values_;
  std::unordered_set<List, EquivalentHash, Equivalent> seen_;
};

}  // namespace

Status Query::run(const std::function<bool(std::span<const Value>)>& row, const RunOptions& options) const {
  const Plan& plan = state_->plan;
  Runtime rt{state_->graph, state_->parameters, std::vector<Value>(plan.frame_size), moment(options.now)};
  if (options.timeout.count() > 0) rt.deadline = std::chrono::steady_clock::now() + options.timeout;
  Deliver deliver(row);
  deliver.distinct = plan.distinct_union;
  try {
    for (const Plan::Part& part : plan.parts) {
      if (!deliver.wanted) break;
      deliver.slots = &part.slots;
      part.pipeline.operators().back()->next = &deliver;
      part.pipeline.run(rt);
    }
  } catch (const Failure& f) {
    return to_diagnostic(f, state_->text);
  }
  return {};
}

std::string caret_lines(const Diagnostic& d, std::string_view text) {
  if (d.line == 0) return {};
  for (std::uint32_t i = 1; i < d.line; ++i)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  std::string line(text.substr(0, text.find('\n')));
  std::replace(line.begin(), line.end(), '\t', ' ');
  return "  " + line + "\n  " + std::string(d.column - 1, ' ') + "^\n";
}

}  // namespace maillon::cypher
