#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <vector>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "export/ndjson_writer.hpp"
#include "mentions/mention_writer.hpp"

namespace maillon::cli {

namespace {

/// What stands in the stream for an article that could not be read: {"id":…,"error":…}.
std::string error_line(const std::string& id, const Diagnostic& error) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const std::string message = error.to_string();
  writer.StartObject();
  writer.Key("id");
  const std::string& name = id.empty() ? error.file : id;
  writer.String(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  writer.Key("error");
  writer.String(message.data(), static_cast<rapidjson::SizeType>(message.size()));
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

/// The extraction without the statements below that confidence.
Extraction confident(Extraction x, double least) {
  std::erase_if(x.statements, [&](const Statement& s) { return s.confidence < least; });
  return x;
}

}  // namespace

int run_extract(const Options& options, Console& console) {
  return print_articles(
      options, console,
      [&](const Analyzer& analyzer, Article article) {
        std::string out;
        const auto analysis = analyzer.analyze(std::move(article));
        if (options.mentions)
          write_mentions(analysis->mentions, out);
        else
          write_statements(confident(analyzer.extract(*analysis), options.min_confidence), out);
        return out;
      },
      [&](const std::string& id, const Diagnostic& error) { console.out.write(error_line(id, error)); });
}

}  // namespace maillon::cli
