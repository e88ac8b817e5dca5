#include "cli/row_writer.hpp"

#include <utility>

#include "cli/table_printer.hpp"
#include "cypher/matched_graph.hpp"
#include "cypher/value_json.hpp"
#include "cypher/value_text.hpp"
#include "export/graphml.hpp"
#include "export/text.hpp"
#include "graph/graph_filter.hpp"

namespace maillon::cli {

namespace {

using cypher::Kind;
using cypher::Value;
using Columns = std::vector<std::string>;

class TableWriter final : public RowWriter {
 public:
  TableWriter(const cypher::PropertyGraph& graph, Console& console) : graph_(graph), console_(console) {}
  void begin(const Columns& columns) override { table_.columns = columns; }
  bool row(std::span<const Value> values) override {
    table_.rows.emplace_back();
    for (const Value& v : values) table_.rows.back().push_back(cell(v));
    return true;
  }
  void end() override { print(table_, TableFormat::table, console_); }

 private:
  Cell cell(const Value& v) const {
    if (v.is(Kind::integer)) return v.integer();
    if (v.is(Kind::real)) return v.real();
    if (v.is(Kind::boolean)) return v.truth();
    if (v.is_null()) return {};
    return v.is(Kind::string) || v.is_temporal() ? cypher::plain_text(v) : cypher::brief_text(v, graph_);
  }

  const cypher::PropertyGraph& graph_;
  Console& console_;
  Table table_;
};

/// CSV and TSV: strings as they are, null as nothing, what is made of parts as in a query.
class SeparatedWriter final : public RowWriter {
 public:
  SeparatedWriter(const cypher::PropertyGraph& graph, Console& console, bool tabs)
      : graph_(graph), console_(console), tabs_(tabs) {}
  void begin(const Columns& columns) override {
    std::string line;
    for (const std::string& c : columns) append(line, c);
    write(std::move(line));
  }
  bool row(std::span<const Value> values) override {
    std::string line;
    for (const Value& v : values)
      append(line, v.is_null()                             ? ""
                   : v.is(Kind::string) || v.is_temporal() ? cypher::plain_text(v)
                                                           : cypher::query_text(v, graph_));
    return write(std::move(line));
  }

 private:
  void append(std::string& line, const std::string& field) const {
    if (tabs_) {
      for (const char c : field) {
        if (c == '\t') {
          line += "\\t";
        } else if (c == '\n') {
          line += "\\n";
        } else if (c == '\r') {
          line += "\\r";
        } else if (c == '\\') {
          line += "\\\\";
        } else {
          line += c;
        }
      }
      line += '\t';
      return;
    }
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      line += field;
    } else {
      line += '"';
      for (const char c : field) line.append(c == '"' ? 2 : 1, c);
      line += '"';
    }
    line += ',';
  }
  bool write(std::string line) const {
    if (!line.empty()) line.pop_back();
    return console_.out.write(line + (tabs_ ? "\n" : "\r\n"));
  }

  const cypher::PropertyGraph& graph_;
  Console& console_;
  bool tabs_;
};

class JsonWriter final : public RowWriter {
 public:
  JsonWriter(const cypher::PropertyGraph& graph, Console& console, bool lines)
      : graph_(graph), console_(console), lines_(lines) {}
  void begin(const Columns& columns) override { columns_ = columns; }
  bool row(std::span<const Value> values) override {
    std::string out = lines_ ? "" : empty_ ? "[\n  " : ",\n  ";
    empty_ = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      out += i == 0 ? '{' : ',';
      append_json(out, std::string_view(columns_[i]));
      out += ':';
      cypher::append_json(out, values[i], graph_);
    }
    return console_.out.write(out + (lines_ ? "}\n" : "}"));
  }
  void end() override {
    if (!lines_) console_.out.write(empty_ ? "[]\n" : "\n]\n");
  }

 private:
  const cypher::PropertyGraph& graph_;
  Console& console_;
  bool lines_, empty_ = true;
  Columns columns_;
};

class GraphmlWriter final : public RowWriter {
 public:
  GraphmlWriter(const QueriedGraph& graph, Console& console)
      : graph_(graph), console_(console), matched_(graph.graph) {}
  void begin(const Columns&) override {}
  bool row(std::span<const Value> values) override {
    matched_.add(values);
    return true;
  }
  void end() override {
    StringSink sink;
    write_graphml(subgraph(graph_.knowledge, matched_.nodes(), matched_.relationships()), {}, sink);
    console_.out.write(sink.text());
  }

 private:
  QueriedGraph graph_;
  Console& console_;
  cypher::MatchedGraph matched_;
};

}  // namespace

std::unique_ptr<RowWriter> make_row_writer(std::string_view format, const QueriedGraph& graph,
                                           Console& console) {
  if (format.empty()) format = console.out_is_terminal() ? "table" : "ndjson";
  if (format == "csv" || format == "tsv")
    return std::make_unique<SeparatedWriter>(graph.graph, console, format == "tsv");
  if (format == "json" || format == "ndjson")
    return std::make_unique<JsonWriter>(graph.graph, console, format == "ndjson");
  if (format == "graphml") return std::make_unique<GraphmlWriter>(graph, console);
  return std::make_unique<TableWriter>(graph.graph, console);
}

}  // namespace maillon::cli
