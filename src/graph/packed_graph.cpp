#include "graph/packed_graph.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <unordered_map>
#include <utility>

#include "graph/graph_columns.hpp"

namespace maillon {

static_assert(std::endian::native == std::endian::little, "packed graphs are little-endian");

namespace {

/// Parts before the columns.
enum FirstParts : std::uint32_t { kSizes, kStringBytes, kStringLengths, kListLengths, kListItems, kColumns };
constexpr std::uint32_t kFormat = 2;
constexpr std::size_t kSizeCount = 6;  ///< the format, then documents, nodes, edges, supports, merges

template <class T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class Packer {
 public:
  std::vector<std::string> finish() && {
    std::vector<std::string> out(kColumns);
    out[kSizes] = std::move(sizes_);
    for (const std::string_view s : strings_) {
      out[kStringBytes] += s;
      append(out[kStringLengths], static_cast<std::uint32_t>(s.size()));
    }
    for (const List<std::string_view> list : lists_) {
      append(out[kListLengths], static_cast<std::uint32_t>(list.size()));
      for (const std::string_view s : list) append(out[kListItems], number_of(s));
    }
    for (std::string& column : columns_) out.push_back(std::move(column));
    return out;
  }

  template <class... Items>
  void sizes(const Items&... items) {
    append(sizes_, kFormat);
    (append(sizes_, static_cast<std::uint32_t>(items.size())), ...);
  }
  template <class S>
  void text(const std::vector<S>& items, std::string_view S::*member) {
    column<std::uint32_t>(items, [&](const S& s) { return number_of(s.*member); });
  }
  template <class S>
  void number(const std::vector<S>& items, std::uint32_t S::*member) {
    column<std::uint32_t>(items, [&](const S& s) { return s.*member; });
  }
  template <class S>
  void index(const std::vector<S>& items, std::uint32_t S::*member, std::size_t) {
    number(items, member);
  }
  template <class S>
  void required_index(const std::vector<S>& items, std::uint32_t S::*member, std::size_t) {
    number(items, member);
  }
  template <class S, class E>
  void enumeration(const std::vector<S>& items, E S::*member, int) {
    column<std::uint8_t>(items, [&](const S& s) { return static_cast<std::uint8_t>(s.*member); });
  }
  template <class S>
  void real(const std::vector<S>& items, double S::*member) {
    column<double>(items, [&](const S& s) { return s.*member; });
  }
  template <class S>
  void quantity(const std::vector<S>& items, std::optional<QuantityQualifier> S::*member) {
    column<std::uint8_t>(items, [&](const S& s) {
      return static_cast<std::uint8_t>(s.*member ? 1 + static_cast<int>((s.*member)->comparator) : 0);
    });
    column<double>(items, [&](const S& s) { return s.*member ? (s.*member)->value : 0.0; });
    column<std::uint32_t>(items, [&](const S& s) { return s.*member ? number_of((s.*member)->unit) : 0; });
  }
  template <class S>
  void texts(const std::vector<S>& items, List<std::string_view> S::*member) {
    column<std::uint32_t>(items, [&](const S& s) { return list_number_of(s.*member); });
  }
  template <class S>
  void indices(const std::vector<S>& items, List<std::uint32_t> S::*member, std::size_t) {
    column<std::uint32_t>(items, [&](const S& s) { return static_cast<std::uint32_t>((s.*member).size()); });
    std::string& out = columns_.emplace_back();
    for (const S& s : items)
      out.append(reinterpret_cast<const char*>((s.*member).data()), (s.*member).size_bytes());
  }

 private:
  template <class T, class S, class Value>
  void column(const std::vector<S>& items, Value value) {
    std::string out;
    out.reserve(items.size() * sizeof(T));
    for (const S& s : items) append<T>(out, value(s));
    columns_.push_back(std::move(out));
  }

  std::uint32_t number_of(std::string_view s) {
    const auto [at, fresh] = numbers_.try_emplace(s, static_cast<std::uint32_t>(strings_.size()));
    if (fresh) strings_.push_back(s);
    return at->second;
  }

  std::uint32_t list_number_of(List<std::string_view> list) {
    std::string key;
    for (const std::string_view s : list) append(key, number_of(s));
    const auto [at, fresh] =
        list_numbers_.try_emplace(std::move(key), static_cast<std::uint32_t>(lists_.size()));
    if (fresh) lists_.push_back(list);
    return at->second;
  }

  std::string sizes_;
  std::vector<std::string> columns_;
  std::vector<std::string_view> strings_;
  std::vector<List<std::string_view>> lists_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  ///< looked up only
  std::unordered_map<std::string, std::uint32_t> list_numbers_;  ///< looked up only
};

class Unpacker {
 public:
  Unpacker(const PackedSource& source, KnowledgeGraph& graph) : source_(source), graph_(graph) {}

  bool ok() const { return ok_; }

  template <class... Items>
  void sizes(Items&... items) {
    const auto numbers = part<std::uint32_t>();
    if (!expect(numbers.size() == kSizeCount && numbers[0] == kFormat)) return;
    // Every item takes some bytes: a size that is made up ends here, not in memory.
    for (const std::uint32_t n : numbers.subspan(1))
      if (!expect(n <= source_.size / kLeastBytes)) return;
    const std::vector<std::uint32_t> counts(numbers.begin() + 1, numbers.end());
    // First what takes the most memory at a time, while little else is there.
    read_strings();
    read_lists();
    std::size_t i = 0;
    if (ok_) (items.resize(counts[i++]), ...);
  }
  template <class S>
  void text(std::vector<S>& items, std::string_view S::*member) {
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      if (n >= strings_.size()) return false;
      s.*member = strings_[n];
      return true;
    });
  }
  template <class S>
  void number(std::vector<S>& items, std::uint32_t S::*member) {
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      s.*member = n;
      return true;
    });
  }
  template <class S>
  void index(std::vector<S>& items, std::uint32_t S::*member, std::size_t limit) {
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      s.*member = n;
      return n < limit || n == kNone;
    });
  }
  template <class S>
  void required_index(std::vector<S>& items, std::uint32_t S::*member, std::size_t limit) {
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      s.*member = n;
      return n < limit;
    });
  }
  template <class S, class E>
  void enumeration(std::vector<S>& items, E S::*member, int count) {
    column<std::uint8_t>(items, [&](S& s, std::uint8_t n) {
      if (n >= count) return false;
      s.*member = static_cast<E>(n);
      return true;
    });
  }
  template <class S>
  void real(std::vector<S>& items, double S::*member) {
    column<double>(items, [&](S& s, double x) {
      s.*member = x;
      return true;
    });
  }
  template <class S>
  void quantity(std::vector<S>& items, std::optional<QuantityQualifier> S::*member) {
    constexpr auto kLast = static_cast<std::uint8_t>(Comparator::at_most);
    column<std::uint8_t>(items, [&](S& s, std::uint8_t n) {
      if (n > kLast + 1) return false;
      if (n > 0) (s.*member).emplace().comparator = static_cast<Comparator>(n - 1);
      return true;
    });
    column<double>(items, [&](S& s, double x) {
      if (s.*member) (s.*member)->value = x;
      return true;
    });
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      if (n >= strings_.size()) return false;
      if (s.*member) (s.*member)->unit = strings_[n];
      return true;
    });
  }
  template <class S>
  void texts(std::vector<S>& items, List<std::string_view> S::*member) {
    column<std::uint32_t>(items, [&](S& s, std::uint32_t n) {
      if (n >= lists_.size()) return false;
      s.*member = lists_[n];
      return true;
    });
  }
  template <class S>
  void indices(std::vector<S>& items, List<std::uint32_t> S::*member, std::size_t limit) {
    const std::string lengths = take();
    if (!expect(lengths.size() == items.size() * sizeof(std::uint32_t))) return;
    const auto all = part<std::uint32_t>();
    if (!ok_) return;
    for (const std::uint32_t i : all)
      if (!expect(i < limit)) return;
    std::uint32_t* at = GraphParts::indices(graph_).allocate(all.size());
    std::copy(all.begin(), all.end(), at);
    std::size_t left = all.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::uint32_t n = 0;
      std::memcpy(&n, lengths.data() + i * sizeof n, sizeof n);
      if (!expect(n <= left)) return;
      items[i].*member = {at, n};
      at += n;
      left -= n;
    }
    expect(left == 0);
  }

 private:
  /// Less than the columns of any item take.
  static constexpr std::uint64_t kLeastBytes = 28;

  bool expect(bool condition) {
    ok_ = ok_ && condition;
    return ok_;
  }

  /// The next part's bytes; empty after a failure.
  std::string& take() {
    bytes_.clear();
    read([&](std::size_t size) {
      bytes_.resize(size);
      return bytes_.data();
    });
    return bytes_;
  }
  void read(const PackedSource::Place& place) {
    if (ok_) expect(source_.read(next_++, place));
  }

  /// The next part as numbers; valid until the one after it.
  template <class T>
  std::span<const T> part() {
    const std::string& bytes = take();
    if (!expect(bytes.size() % sizeof(T) == 0)) return {};
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  template <class T, class S, class Set>
  void column(std::vector<S>& items, Set set) {
    const std::span<const T> values = part<T>();
    if (!expect(values.size() == items.size())) return;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!set(items[i], values[i])) {
        ok_ = false;
        return;
      }
  }

  void read_strings() {
    std::string_view bytes;
    read([&](std::size_t size) {
      char* at = GraphParts::strings(graph_).allocate(size);
      bytes = {at, size};
      return at;
    });
    const auto lengths = part<std::uint32_t>();
    strings_.reserve(lengths.size());
    std::size_t at = 0;
    for (const std::uint32_t n : lengths) {
      if (!expect(n <= bytes.size() - at)) return;
      strings_.push_back(n == 0 ? std::string_view() : bytes.substr(at, n));
      at += n;
    }
    expect(at == bytes.size());
  }

  void read_lists() {
    const std::string lengths = take();
    const auto items = part<std::uint32_t>();
    if (!ok_) return;
    std::string_view* at = GraphParts::texts(graph_).allocate(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!expect(items[i] < strings_.size())) return;
      at[i] = strings_[items[i]];
    }
    std::size_t left = items.size();
    for (std::size_t i = 0; i + sizeof(std::uint32_t) <= lengths.size(); i += sizeof(std::uint32_t)) {
      std::uint32_t n = 0;
      std::memcpy(&n, lengths.data() + i, sizeof n);
      if (!expect(n <= left)) return;
      lists_.push_back({at, n});
      at += n;
      left -= n;
    }
  }

  const PackedSource& source_;
  KnowledgeGraph& graph_;
  std::uint32_t next_ = 0;
  std::string bytes_;
  std::vector<std::string_view> strings_;
  std::vector<List<std::string_view>> lists_;
  bool ok_ = true;
};

bool sorted_by_source(const std::vector<Edge>& edges) {
  return std::is_sorted(edges.begin(), edges.end(),
                        [](const Edge& a, const Edge& b) { return a.source < b.source; });
}

}  // namespace

std::vector<std::string> pack_graph(const KnowledgeGraph& graph) {
  Packer packer;
  GraphColumns::visit(packer, graph);
  return std::move(packer).finish();
}

Result<KnowledgeGraph> unpack_graph(const PackedSource& source) {
  KnowledgeGraph graph;
  const auto unpacked = [&] {
    Unpacker unpacker(source, graph);
    GraphColumns::visit(unpacker, graph);
    return unpacker.ok();
  }();
  if (!unpacked || !sorted_by_source(graph.edges())) return error_in({}, "the packed graph is damaged");
  GraphParts::make_structure(graph);
  return graph;
}

}  // namespace maillon
