#include "cypher/aggregates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>
#include <vector>

#include "cypher/arithmetic.hpp"
#include "cypher/compare.hpp"
#include "cypher/failure.hpp"

namespace maillon::cypher {

namespace {

class Count final : public Accumulator {
 public:
  explicit Count(bool rows) : rows_(rows) {}
  void add(const Value& value, const Value&) override { count_ += rows_ || !value.is_null(); }
  Value result() const override { return Value(count_); }

 private:
  bool rows_;
  std::int64_t count_ = 0;
};

class Sum final : public Accumulator {
 public:
  void add(const Value& value, const Value&) override {
    if (value.is_null()) return;
    if (!value.is_number() && !value.is(Kind::duration))
      fail_type("InvalidArgumentValue", "sum() takes numbers");
    sum_ = empty_ ? value : cypher::add(sum_, value);
    empty_ = false;
  }
  Value result() const override { return empty_ ? Value(std::int64_t{0}) : sum_; }

 private:
  Value sum_;
  bool empty_ = true;
};

class Average final : public Accumulator {
 public:
  void add(const Value& value, const Value&) override {
    if (value.is_null()) return;
    ++count_;
    if (value.is(Kind::duration)) {
      durations_ = durations_.is_null() ? value : cypher::add(durations_, value);
      return;
    }
    if (!value.is_number()) fail_type("InvalidArgumentValue", "avg() takes numbers");
    mean_ += (value.number() - mean_) / static_cast<double>(count_);
  }
  Value result() const override {
    if (count_ == 0) return {};
    return durations_.is_null() ? Value(mean_) : divide(durations_, Value(count_));
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  Value durations_;
};

class Extreme final : public Accumulator {
 public:
  explicit Extreme(int sign) : sign_(sign) {}
  void add(const Value& value, const Value&) override {
    if (value.is_null()) return;
    if (best_.is_null() || order(value, best_) * sign_ > 0) best_ = value;
  }
  Value result() const override { return best_; }

 private:
  int sign_;
  Value best_;
};

class Collect final : public Accumulator {
 public:
  void add(const Value& value, const Value&) override {
    if (!value.is_null()) items_.push_back(value);
  }
  Value result() const override { return Value(items_); }

 private:
  List items_;
};

/// Welford's method.
class Deviation final : public Accumulator {
 public:
  explicit Deviation(bool population) : population_(population) {}
  void add(const Value& value, const Value&) override {
    if (value.is_null()) return;
    if (!value.is_number()) fail_type("InvalidArgumentValue", "stDev() takes numbers");
    ++count_;
    const double delta = value.number() - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (value.number() - mean_);
  }
  Value result() const override {
    const std::int64_t by = population_ ? count_ : count_ - 1;
    return Value(by < 1 ? 0.0 : std::sqrt(squares_ / static_cast<double>(by)));
  }

 private:
  bool population_;
  std::int64_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

class Percentile final : public Accumulator {
 public:
  explicit Percentile(bool continuous) : continuous_(continuous) {}
  void add(const Value& value, const Value& extra) override {
    if (!extra.is_number() || !(extra.number() >= 0 && extra.number() <= 1))
      fail_argument("NumberOutOfRange", "a percentile is a number from 0.0 to 1.0");
    percentile_ = extra.number();
    if (value.is_null()) return;
    if (!value.is_number()) fail_type("InvalidArgumentValue", "a percentile is taken of numbers");
    values_.push_back(value);
  }
  Value result() const override {
    if (values_.empty()) return {};
    List sorted = values_;
    std::sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    const auto count = static_cast<double>(sorted.size());
    if (!continuous_) {
      const double rank = std::ceil(percentile_ * count) - 1;
      return sorted[static_cast<std::size_t>(std::max(0.0, rank))];
    }
    const double rank = percentile_ * (count - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double low = sorted[below].number(), high = sorted[above].number();
    return Value(low + (high - low) * (rank - static_cast<double>(below)));
  }

 private:
  bool continuous_;
  double percentile_ = 0;
  List values_;
};

class Distinct final : public Accumulator {
 public:
  explicit Distinct(std::unique_ptr<Accumulator> inner) : inner_(std::move(inner)) {}
  void add(const Value& value, const Value& extra) override {
    if (!value.is_null() && seen_.insert(value).second) inner_->add(value, extra);
  }
  Value result() const override { return inner_->result(); }

 private:
  std::unique_ptr<Accumulator> inner_;
  std::unordered_set<Value, EquivalentHash, Equivalent> seen_;
};

std::unique_ptr<Accumulator> make_plain(AggregateKind kind) {
  switch (kind) {
    case AggregateKind::count_rows:
    case AggregateKind::count:
      return std::make_unique<Count>(kind == AggregateKind::count_rows);
    case AggregateKind::sum:
      return std::make_unique<Sum>();
    case AggregateKind::avg:
      return std::make_unique<Average>();
    case AggregateKind::min:
    case AggregateKind::max:
      return std::make_unique<Extreme>(kind == AggregateKind::max ? 1 : -1);
    case AggregateKind::collect:
      return std::make_unique<Collect>();
    case AggregateKind::stdev:
    case AggregateKind::stdevp:
      return std::make_unique<Deviation>(kind == AggregateKind::stdevp);
    case AggregateKind::percentile_disc:
    case AggregateKind::percentile_cont:
      break;
  }
  return std::make_unique<Percentile>(kind == AggregateKind::percentile_cont);
}

}  // namespace

std::optional<AggregateKind> aggregate_kind(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, AggregateKind>, 10> kNames = {{
      {"count", AggregateKind::count},
      {"sum", AggregateKind::sum},
      {"avg", AggregateKind::avg},
      {"min", AggregateKind::min},
      {"max", AggregateKind::max},
      {"collect", AggregateKind::collect},
      {"stdev", AggregateKind::stdev},
      {"stdevp", AggregateKind::stdevp},
      {"percentiledisc", AggregateKind::percentile_disc},
      {"percentilecont", AggregateKind::percentile_cont},
  }};
  for (const auto& [known, kind] : kNames)
    if (known == name) return kind;
  return std::nullopt;
}

std::unique_ptr<Accumulator> make_accumulator(AggregateKind kind, bool distinct) {
  auto plain = make_plain(kind);
  if (!distinct) return plain;
  return std::make_unique<Distinct>(std::move(plain));
}

}  // namespace maillon::cypher
