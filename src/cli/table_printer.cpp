#include "cli/table_printer.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"

namespace maillon::cli {

namespace {

using Row = std::vector<Cell>;

std::string join(const std::vector<std::string>& items, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) out.append(i == 0 ? "" : between).append(items[i]);
  return out;
}

struct ToText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& s) const { return s; }
  std::string operator()(std::int64_t n) const { return fmt::format("{}", n); }
  std::string operator()(double x) const { return fmt::format("{:g}", x); }
  std::string operator()(bool b) const { return b ? "true" : "false"; }
  std::string operator()(const std::vector<std::string>& list) const { return join(list, "; "); }
};
std::string to_text(const Cell& cell) { return std::visit(ToText{}, cell); }

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

/// Breaks the text at spaces into lines of at most `width` columns; longer words are cut.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto break_line = [&] {
    lines.emplace_back();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::size_t size = columns_of(word);
    if (used > 0 && used + 1 + size > width) break_line();
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    for (; size > width; size = columns_of(word)) {
      std::size_t cut = 0;
      for (std::size_t n = 0; n < width; ++n) utf8::next(word, cut);
      lines.back() += word.substr(0, cut);
      word.remove_prefix(cut);
      break_line();
    }
    lines.back() += word;
    used += size;
  }
  return lines;
}

using Texts = std::vector<std::vector<std::string>>;  ///< [row][column]

constexpr std::size_t kPassageIndent = 4;

/// All columns of a grid; of a report those that hold something, the passage aside.
std::vector<std::size_t> shown_columns(const Table& table, const Texts& texts) {
  std::vector<std::size_t> out(table.columns.size());
  std::iota(out.begin(), out.end(), 0u);
  if (table.layout == Layout::grid) return out;
  out.pop_back();
  std::erase_if(out, [&](std::size_t c) {
    return std::all_of(texts.begin(), texts.end(), [&](const auto& row) { return row[c].empty(); });
  });
  return out;
}

constexpr std::size_t kLongestWhole = 20;  ///< longer words may be cut

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, columns_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// Natural widths of the shown columns, the widest cut down until the table fits the terminal, but no column
/// to less than its words need.
std::vector<std::size_t> fit(const Table& table, const Texts& texts, const std::vector<std::size_t>& shown,
                             std::size_t width) {
  constexpr std::size_t kGap = 2;
  std::vector<std::size_t> widths, least;
  const auto widen = [&](std::string_view text) {
    widths.back() = std::max(widths.back(), columns_of(text));
    least.back() = std::max(least.back(), std::min(longest_word(text), kLongestWhole));
  };
  for (const std::size_t c : shown) {
    widths.push_back(0);
    least.push_back(0);
    widen(table.columns[c]);
    for (const auto& row : texts) widen(row[c]);
  }
  std::size_t total = std::accumulate(widths.begin(), widths.end(), kGap * widths.size());
  for (; width > 0 && total > width; --total) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) break;
    --widths[widest];
  }
  return widths;
}

class TablePrinter {
 public:
  TablePrinter(const Table& table, Console& console) : table_(table), console_(console) {
    for (const Row& row : table.rows) {
      texts_.emplace_back();
      for (const Cell& cell : row) {
        std::string text = to_text(cell);
        std::replace(text.begin(), text.end(), '\n', ' ');
        texts_.back().push_back(std::move(text));
      }
    }
    width_ = console.out_is_terminal() ? static_cast<std::size_t>(console.width()) : 0;
    shown_ = shown_columns(table, texts_);
    widths_ = fit(table, texts_, shown_, width_);
  }

  void print() {
    print_row(table_.columns, nullptr, "1");
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      print_row(texts_[i], &table_.rows[i], "");
      if (table_.layout == Layout::report) print_passage(texts_[i].back());
    }
  }

 private:
  void print_row(const std::vector<std::string>& texts, const Row* row, std::string_view style) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      cells.push_back(wrap(texts[shown_[i]], std::max<std::size_t>(1, widths_[i])));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string text = line < cells[i].size() ? cells[i][line] : std::string();
        const std::string space(widths_[i] - std::min(widths_[i], columns_of(text)), ' ');
        const bool right = row != nullptr && is_number((*row)[shown_[i]]);
        if (i > 0) out += "  ";
        out.append(right ? space : text).append(right ? text : space);
      }
      out.erase(out.find_last_not_of(' ') + 1);
      print_line(out, style);
    }
  }

  /// The passage below its row, over the whole width.
  void print_passage(const std::string& text) {
    if (text.empty()) return;
    const std::size_t room = width_ > 2 * kPassageIndent ? width_ - kPassageIndent : columns_of(text);
    for (const std::string& line : wrap(text, std::max<std::size_t>(1, room)))
      print_line(std::string(kPassageIndent, ' ') + line, "2");
  }

  void print_line(const std::string& text, std::string_view style) {
    console_.out.write((style.empty() ? text : console_.paint(style, text)) + "\n");
  }

  const Table& table_;
  Console& console_;
  Texts texts_;
  std::size_t width_ = 0;  ///< of the terminal; 0: no bound
  std::vector<std::size_t> shown_, widths_;
};

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

std::string tsv_field(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const std::size_t at = std::string_view("\t\n\r\\").find(c);
    if (at == std::string_view::npos)
      out += c;
    else
      out.append({'\\', "tnr\\"[at]});
  }
  return out;
}

/// A section's title leads all its lines, also the one with the names of its columns.
void print_separated(const Table& table, TableFormat format, Console& console, const std::string& section) {
  const bool csv = format == TableFormat::csv;
  const auto line = [&](const std::vector<std::string>& fields) {
    std::vector<std::string> out;
    if (!section.empty()) out.push_back(section);
    out.insert(out.end(), fields.begin(), fields.end());
    for (std::string& field : out) field = csv ? csv_field(field) : tsv_field(field);
    console.out.write(join(out, csv ? "," : "\t") + (csv ? "\r\n" : "\n"));
  };
  line(table.columns);
  for (const Row& row : table.rows) {
    std::vector<std::string> fields;
    for (const Cell& cell : row) fields.push_back(to_text(cell));
    line(fields);
  }
}

template <class Writer>
void write_text(Writer& writer, const std::string& text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Writer>
struct ToJson {
  Writer& writer;
  void operator()(std::monostate) const { writer.Null(); }
  void operator()(const std::string& s) const {
    if (s.empty())
      writer.Null();
    else
      write_text(writer, s);
  }
  void operator()(std::int64_t n) const { writer.Int64(n); }
  void operator()(double x) const { writer.Double(x); }
  void operator()(bool b) const { writer.Bool(b); }
  void operator()(const std::vector<std::string>& list) const {
    writer.StartArray();
    for (const std::string& item : list) write_text(writer, item);
    writer.EndArray();
  }
};

/// One row as an object, led by its section where there is one.
template <class Writer>
void write_row(Writer& writer, const Table& table, const Row& row, const std::string& section = {}) {
  writer.StartObject();
  if (!section.empty()) {
    writer.Key("section");
    write_text(writer, section);
  }
  for (std::size_t c = 0; c < row.size(); ++c) {
    write_text(writer, table.columns[c]);
    std::visit(ToJson<Writer>{writer}, row[c]);
  }
  writer.EndObject();
}

using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void write_rows(Pretty& writer, const Table& table) {
  writer.StartArray();
  for (const Row& row : table.rows) write_row(writer, table, row);
  writer.EndArray();
}

void write_record(Pretty& writer, const Table& table) {
  writer.StartObject();
  for (const Row& row : table.rows) {
    write_text(writer, to_text(row[0]));
    std::visit(ToJson<Pretty>{writer}, row[1]);
  }
  writer.EndObject();
}

template <class Write>
void print_json(Console& console, Write write) {
  rapidjson::StringBuffer buffer;
  Pretty writer(buffer);
  writer.SetIndent(' ', 2);
  write(writer);
  console.out.write(std::string(buffer.GetString(), buffer.GetSize()) + "\n");
}

void print_json_lines(const Table& table, Console& console, const std::string& section) {
  for (const Row& row : table.rows) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    write_row(writer, table, row, section);
    console.out.write(std::string(buffer.GetString(), buffer.GetSize()) + "\n");
  }
}

/// The formats that say in each line what it belongs to.
void print_lines_of(const Table& table, TableFormat format, Console& console, const std::string& section) {
  if (format == TableFormat::ndjson) return print_json_lines(table, console, section);
  print_separated(table, format, console, section);
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

TableFormat table_format(std::string_view name, const Console& console) {
  if (name == "json") return TableFormat::json;
  if (name == "ndjson") return TableFormat::ndjson;
  if (name == "csv") return TableFormat::csv;
  if (name == "tsv") return TableFormat::tsv;
  return name == "table" || console.out_is_terminal() ? TableFormat::table : TableFormat::json;
}

void print(const Table& table, TableFormat format, Console& console) {
  if (format == TableFormat::table) return TablePrinter(table, console).print();
  if (format == TableFormat::json)
    return print_json(console, [&](Pretty& writer) { write_rows(writer, table); });
  print_lines_of(table, format, console, {});
}

void print(const std::vector<Section>& sections, TableFormat format, Console& console) {
  if (format == TableFormat::json)
    return print_json(console, [&](Pretty& writer) {
      writer.StartObject();
      for (const Section& s : sections) {
        write_text(writer, s.title);
        if (s.record)
          write_record(writer, s.table);
        else
          write_rows(writer, s.table);
      }
      writer.EndObject();
    });
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (format != TableFormat::table) {
      print_lines_of(sections[i].table, format, console, sections[i].title);
      continue;
    }
    if (i > 0) console.out.write("\n");
    console.out.write(console.paint("1;36", sections[i].title) + "\n");
    TablePrinter(sections[i].table, console).print();
  }
}

}  // namespace maillon::cli
