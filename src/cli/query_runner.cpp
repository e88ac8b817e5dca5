#include "cli/query_runner.hpp"

#include <rapidjson/document.h>

#include <chrono>

#include "cypher/query.hpp"

namespace maillon::cli {

namespace {

using cypher::Value;

Value from_json(const rapidjson::Value& json) {
  if (json.IsBool()) return Value(json.GetBool());
  if (json.IsInt64()) return Value(std::int64_t{json.GetInt64()});
  if (json.IsNumber()) return Value(json.GetDouble());
  if (json.IsString()) return Value(std::string(json.GetString(), json.GetStringLength()));
  if (json.IsArray()) {
    cypher::List out;
    for (const auto& item : json.GetArray()) out.push_back(from_json(item));
    return Value(std::move(out));
  }
  if (!json.IsObject()) return {};
  cypher::Map out;
  for (const auto& member : json.GetObject())
    out.emplace_back(std::string(member.name.GetString(), member.name.GetStringLength()),
                     from_json(member.value));
  return Value(cypher::make_map(std::move(out)));
}

}  // namespace

Status QueryRunner::set_parameter(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos)
    return error_in({}, std::string("no parameter: ").append(text), "write name=value");
  const std::string value(text.substr(equals + 1));
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(value.data(), value.size());
  cypher::Map all = std::move(parameters_);
  all.emplace_back(std::string(text.substr(0, equals)),
                   json.HasParseError() ? Value(value) : from_json(json));
  parameters_ = cypher::make_map(std::move(all));
  return {};
}

Status QueryRunner::configure(const Options& options) {
  format_ = options.query_format;
  timeout_ = options.timeout;
  max_rows_ = options.max_rows;
  for (const std::string& p : options.parameters)
    if (Status s = set_parameter(p); !s) return s;
  return {};
}

void QueryRunner::report(const Diagnostic& d, const std::string& query) {
  Diagnostic shown = d;
  shown.rule.clear();  // the word of openCypher's kit says nothing to a reader
  console_.report(shown);
  const std::string lines = cypher::caret_lines(d, query);
  if (!lines.empty()) console_.note(std::string_view(lines).substr(0, lines.size() - 1));
}

bool QueryRunner::run(const std::string& text, bool plan_only, std::size_t& rows) {
  rows = 0;
  const Result<cypher::Query> query = cypher::Query::prepare(graph_.graph, text, parameters_);
  if (!query) {
    report(query.error(), text);
    return false;
  }
  for (const Diagnostic& warning : query->warnings()) report(warning, text);
  if (plan_only) {
    console_.out.write(query->explain());
    return true;
  }
  const auto writer = make_row_writer(format_, graph_, console_);
  writer->begin(query->columns());
  bool cut = false;
  cypher::RunOptions how;
  how.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(timeout_ * 1000));
  const Status done = query->run(
      [&](std::span<const Value> row) {
        if (max_rows_ > 0 && rows == max_rows_) {
          cut = true;
          return false;
        }
        ++rows;
        return writer->row(row);
      },
      how);
  writer->end();
  if (!done) {
    report(done.error(), text);
    return false;
  }
  if (cut)
    console_.note("There are more than " + std::to_string(max_rows_) + " rows: --max-rows cut them off.");
  return true;
}

}  // namespace maillon::cli
