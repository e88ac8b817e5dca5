// A value of openCypher: 16 bytes, cheap to copy; what does not fit is shared and counted.
//
// Counts are not atomic: the values of one query stay on its thread. A borrowed string points into the graph
// or the query's text, which outlive the query.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maillon::cypher {

class Value;

/// In the order in which ORDER BY sorts values of different kinds (openCypher 9, Orderability).
enum class Kind : std::uint8_t {
  map,
  node,
  relationship,
  list,
  path,
  date_time,
  local_date_time,
  date,
  time,
  local_time,
  duration,
  string,
  boolean,
  integer,
  real,
  null,
};
std::string_view to_string(Kind);

using List = std::vector<Value>;
/// Sorted by key, keys distinct.
using Map = std::vector<std::pair<std::string, Value>>;

/// Nodes n0, n1, … and the relationships between them: one node more than relationships.
struct Path {
  std::vector<std::uint32_t> nodes, relationships;
  friend bool operator==(const Path&, const Path&) = default;
};

/// A moment of local time: seconds since 1970-01-01T00:00, and nanoseconds from 0 to 999,999,999.
struct LocalDateTime {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  friend bool operator==(LocalDateTime, LocalDateTime) = default;
};

/// `local` is what the clock on the wall shows; `offset` is in seconds east of UTC.
struct DateTime {
  LocalDateTime local;
  std::int32_t offset = 0;
  std::string zone;  ///< IANA name; empty where only the offset is known
};

/// Nanoseconds since midnight, and the offset in seconds.
struct Time {
  std::int64_t nanos = 0;
  std::int32_t offset = 0;
};

/// `nanos` from 0 to 999,999,999; the three parts are not convertible into one another.
struct Duration {
  std::int64_t months = 0, days = 0, seconds = 0;
  std::int32_t nanos = 0;
  friend bool operator==(const Duration&, const Duration&) = default;
};

class Value {
 public:
  Value() = default;
  Value(bool b) : kind_(Kind::boolean) { bits_.integer = b ? 1 : 0; }
  Value(std::int64_t n) : kind_(Kind::integer) { bits_.integer = n; }
  Value(double x) : kind_(Kind::real) { bits_.real = x; }
  Value(std::string text);
  Value(List items);
  Value(Map entries);
  Value(Path path);
  Value(LocalDateTime);
  Value(DateTime);
  Value(Time);
  Value(Duration);
  Value(const char*) = delete;

  static Value borrowed(std::string_view text) {
    Value v(Kind::string);
    v.size_ = static_cast<std::uint32_t>(text.size());
    v.bits_.text = text.data();
    return v;
  }
  static Value node(std::uint32_t id) { return Value(Kind::node, id); }
  static Value relationship(std::uint32_t id) { return Value(Kind::relationship, id); }
  /// Days since 1970-01-01.
  static Value date(std::int64_t days) { return Value(Kind::date, days); }
  /// Nanoseconds since midnight.
  static Value local_time(std::int64_t nanos) { return Value(Kind::local_time, nanos); }

  Value(const Value& o) : kind_(o.kind_), counted_(o.counted_), size_(o.size_), bits_(o.bits_) {
    if (counted_) ++bits_.object->uses;
  }
  Value(Value&& o) noexcept : kind_(o.kind_), counted_(o.counted_), size_(o.size_), bits_(o.bits_) {
    o.kind_ = Kind::null;
    o.counted_ = false;
  }
  Value& operator=(Value o) noexcept {
    std::swap(kind_, o.kind_);
    std::swap(counted_, o.counted_);
    std::swap(size_, o.size_);
    std::swap(bits_, o.bits_);
    return *this;
  }
  ~Value() {
    if (counted_) release();
  }

  /// Sets an id without looking at a count. Precondition: the value is null or an id already.
  void set_id(Kind kind, std::uint32_t id) {
    kind_ = kind;
    bits_.integer = id;
  }

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  bool is_null() const { return kind_ == Kind::null; }
  bool is_number() const { return kind_ == Kind::integer || kind_ == Kind::real; }
  bool is_temporal() const { return kind_ >= Kind::date_time && kind_ <= Kind::duration; }
  bool is_true() const { return kind_ == Kind::boolean && bits_.integer != 0; }

  /// Whether both are the same id, number or object; equal values may be two objects.
  bool is_same(const Value& o) const {
    return kind_ == o.kind_ && size_ == o.size_ && bits_.integer == o.bits_.integer;
  }
  /// Equal where is_same() holds.
  std::size_t identity() const { return static_cast<std::size_t>(bits_.integer); }

  // Each precondition: the value is of that kind.
  bool truth() const { return bits_.integer != 0; }
  std::int64_t integer() const { return bits_.integer; }
  double real() const { return bits_.real; }
  /// Of an integer or a real.
  double number() const { return kind_ == Kind::integer ? static_cast<double>(bits_.integer) : bits_.real; }
  std::uint32_t id() const { return static_cast<std::uint32_t>(bits_.integer); }
  std::string_view text() const;
  const List& list() const;
  const Map& map() const;
  const Path& path() const;
  std::int64_t days() const { return bits_.integer; }
  std::int64_t nanos_of_day() const { return bits_.integer; }
  LocalDateTime local_date_time() const { return {bits_.integer, static_cast<std::int32_t>(size_)}; }
  Time time() const { return {bits_.integer, static_cast<std::int32_t>(size_)}; }
  const DateTime& date_time() const;
  const Duration& duration() const;

  /// The entry of that key, or null. Precondition: a map.
  const Value& at(std::string_view key) const;

 private:
  struct Object {
    std::uint32_t uses = 1;
    virtual ~Object() = default;
  };
  template <class T>
  struct Box;

  explicit Value(Kind kind) : kind_(kind) {}
  Value(Kind kind, std::int64_t bits) : kind_(kind) { bits_.integer = bits; }
  void hold(Kind kind, Object* object);
  void release();
  template <class T>
  const T& boxed() const;

  Kind kind_ = Kind::null;
  bool counted_ = false;
  std::uint32_t size_ = 0;  ///< of a borrowed string; nanoseconds or offset of temporal values
  union {
    std::int64_t integer;
    double real;
    const char* text;
    Object* object;
  } bits_{.integer = 0};
};
static_assert(sizeof(Value) == 16);

/// Puts the entries in the order of their keys; of equal keys the last one stays.
Map make_map(Map entries);

}  // namespace maillon::cypher
