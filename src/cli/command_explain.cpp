// The sentence, the rules and every step behind a statement.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/rule_files.hpp"
#include "cli/table_printer.hpp"
#include "pipeline/explanation.hpp"
#include "pipeline/graph_source.hpp"
#include "store/store.hpp"

namespace maillon::cli {

namespace {

/// The sentence with its parts in brackets: "[subject Anna Berg] a reçu …". Longer parts open first.
std::string marked(const Explanation& e, const Console& console) {
  struct Edge {
    std::uint32_t at;
    bool opens;
    std::uint32_t other;
    const ExplainedSpan* span;
  };
  std::vector<Edge> edges;
  for (const ExplainedSpan& s : e.spans) {
    edges.push_back({s.begin, true, s.end, &s});
    edges.push_back({s.end, false, s.begin, &s});
  }
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    if (a.at != b.at) return a.at < b.at;
    return a.opens != b.opens ? !a.opens : a.other > b.other;
  });
  std::string out;
  std::uint32_t character = 0;
  std::size_t next = 0;
  const auto mark = [&] {
    for (; next < edges.size() && edges[next].at == character; ++next)
      out += edges[next].opens ? console.paint("2", "[") + console.paint("1;34", edges[next].span->part) + ' '
                               : console.paint("2", "]");
  };
  for (std::size_t i = 0; i < e.sentence.size(); ++i) {
    if ((static_cast<unsigned char>(e.sentence[i]) & 0xC0) != 0x80) {
      mark();
      ++character;
    }
    out += e.sentence[i];
  }
  mark();
  return out;
}

std::string described(const ExplainedRule& rule) {
  std::string out = rule.id;
  if (!rule.description.empty()) out += ": " + rule.description;
  return out;
}

void print_text(const Explanation& e, Console& console) {
  std::string out = console.paint("1", e.subject + " — " + e.statement.relation + " → " + e.object) + "\n  " +
                    e.document + ", sentence " + std::to_string(e.statement.evidence.sentence + 1) +
                    ", statement " + e.statement.id + "\n\n  " + marked(e, console) + "\n\n";
  const auto heading = [&](std::string_view text) { out += console.paint("1", text) + '\n'; };
  heading("Rule");
  out += "  " + described(e.rule) + '\n';
  if (!e.rule.file.empty()) out += "  schemas/" + e.rule.file + ':' + std::to_string(e.rule.line) + '\n';
  heading("Steps");
  for (const ExplainedRule& step : e.trace) out += "  " + described(step) + '\n';
  heading("Words");
  std::size_t form = 0;
  for (const ExplainedWord& w : e.words) form = std::max(form, columns_of(w.form));
  for (const ExplainedWord& w : e.words) {
    out += "  " + w.form + std::string(form - columns_of(w.form) + 2, ' ') + w.upos + ' ' + w.lemma + " (" +
           w.reading_rule + "), " + w.deprel;
    out += w.head_form.empty() ? "" : " of " + w.head_form;
    out += " (" + w.arc_rule + ")\n";
  }
  if (!e.references.empty()) heading("Who and what");
  for (const ExplainedReference& r : e.references) {
    out += "  " + r.part + ": " + r.label + " (" + r.type + ")\n";
    for (const ExplainedLink& link : r.chain)
      out += "    \"" + link.text + "\" in sentence " + std::to_string(link.sentence + 1) + " (" +
             described(link.rule) + ")\n";
  }
  heading("Qualifiers");
  for (const ExplainedQualifier& q : e.qualifiers)
    out += "  " + q.name + ": " + q.value + (q.why.empty() ? "" : " — " + q.why) + '\n';
  out += "  confidence: " + std::to_string(e.statement.confidence).substr(0, 4) + "\n\n";
  console.out.write(out);
}

class JsonPrinter {
 public:
  std::string print(const std::vector<Explanation>& all) {
    w_.SetIndent(' ', 2);
    array(all, [&](const Explanation& e) { explanation(e); });
    return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n';
  }

 private:
  template <class List, class Print>
  void array(const List& list, const Print& print) {
    w_.StartArray();
    for (const auto& item : list) {
      w_.StartObject();
      print(item);
      w_.EndObject();
    }
    w_.EndArray();
  }
  void text(const char* name, std::string_view value) {
    w_.Key(name);
    w_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(const char* name, std::uint32_t value) {
    w_.Key(name);
    w_.Uint(value);
  }

  void explanation(const Explanation& e) {
    text("statement", e.statement.id);
    text("document", e.document);
    number("sentence", e.statement.evidence.sentence);
    text("subject", e.subject);
    text("relation", e.statement.relation);
    text("object", e.object);
    text("text", e.sentence);
    w_.Key("spans");
    array(e.spans, [&](const ExplainedSpan& s) {
      text("part", s.part);
      number("begin", s.begin);
      number("end", s.end);
    });
    w_.Key("rule");
    w_.StartObject();
    rule(e.rule);
    w_.EndObject();
    w_.Key("trace");
    array(e.trace, [&](const ExplainedRule& r) { rule(r); });
    w_.Key("words");
    array(e.words, [&](const ExplainedWord& word) { this->word(word); });
    w_.Key("references");
    array(e.references, [&](const ExplainedReference& r) { reference(r); });
    w_.Key("qualifiers");
    array(e.qualifiers, [&](const ExplainedQualifier& q) {
      text("name", q.name);
      text("value", q.value);
      text("why", q.why);
    });
    w_.Key("confidence");
    w_.Double(e.statement.confidence);
  }
  void rule(const ExplainedRule& r) {
    text("id", r.id);
    text("description", r.description);
    if (r.file.empty()) return;
    text("file", "schemas/" + r.file);
    number("line", r.line);
  }
  void word(const ExplainedWord& w) {
    number("number", w.number);
    text("form", w.form);
    text("lemma", w.lemma);
    text("upos", w.upos);
    text("features", w.features);
    text("rule", w.reading_rule);
    number("head", w.head);
    text("deprel", w.deprel);
    text("arc_rule", w.arc_rule);
  }
  void reference(const ExplainedReference& r) {
    text("part", r.part);
    text("label", r.label);
    text("type", r.type);
    w_.Key("chain");
    array(r.chain, [&](const ExplainedLink& link) {
      number("sentence", link.sentence);
      text("text", link.text);
      text("rule", link.rule.id);
      text("description", link.rule.description);
    });
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> w_{buffer_};
};

/// Statements, by article, that the id of a statement or of an edge of the graph stands for.
std::set<std::pair<std::string, std::string>> statements_of(const KnowledgeGraph& graph,
                                                            std::string_view id) {
  std::set<std::pair<std::string, std::string>> out;
  for (const Edge& edge : graph.edges())
    for (const std::uint32_t i : edge.supports) {
      const Support& s = graph.supports()[i];
      if (s.statement == id || edge.id == id) out.emplace(graph.documents()[s.document].id, s.statement);
    }
  return out;
}

/// Reads the articles of the store again and prints why it has the statements.
class ExplainCommand {
 public:
  ExplainCommand(const Options& options, Console& console) : options_(options), console_(console) {}

  Status run() {
    Result<Schemas> schemas = load_schemas(options_);
    if (!schemas) return schemas.error();
    Result<GraphSource> source = GraphSource::open(options_.store, *schemas);
    if (!source) return source.error();
    const Result<const KnowledgeGraph*> graph = source->whole();
    if (!graph) return graph.error();
    const auto wanted = statements_of(**graph, options_.statement);
    found_ = !wanted.empty();
    if (!found_)
      return error_in({}, "there is no statement '" + options_.statement + "'",
                      "statements.ndjson and the graph's exports have their ids");
    const Result<Analyzer> analyzer = Analyzer::load(*schemas);
    if (!analyzer) return analyzer.error();
    const Result<RuleIndex> rules = RuleIndex::load(*schemas);
    if (!rules) return rules.error();
    const Result<Store> store = Store::open(options_.store, Store::Mode::read);
    if (!store) return store.error();
    std::vector<Explanation> all;
    for (const auto& [document, statement] : wanted) {
      Result<Article> article = store->article(document);
      if (!article) return article.error();
      std::vector<Explanation> some = explain(*analyzer, *rules, *std::move(article), statement);
      if (some.empty())
        return error_in(options_.store, "the rules no longer make statement " + statement + " of " + document,
                        "run maillon build again, or explain with the --rules and --schemas of the build");
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    print(all);
    return {};
  }
  /// Whether the store has the statement.
  bool found() const { return found_; }

 private:
  void print(const std::vector<Explanation>& all) {
    if (table_format(options_.format, console_) != TableFormat::table) {
      console_.out.write(JsonPrinter().print(all));
      return;
    }
    for (const Explanation& e : all) print_text(e, console_);
  }

  const Options& options_;
  Console& console_;
  bool found_ = true;
};

}  // namespace

int run_explain(const Options& options, Console& console) {
  if (options.statement.empty() == options.joined.empty()) {
    console.report(error_in({}, "nothing to explain", "name a statement, or an entity with --merge"));
    return kFailed;
  }
  if (!options.joined.empty()) return run_explain_names(options, console);
  ExplainCommand command(options, console);
  const Status done = command.run();
  if (done) return console.exit_code();
  console.report(done.error());
  return command.found() ? kFailed : kNothingFound;
}

}  // namespace maillon::cli
