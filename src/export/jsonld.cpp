#include "export/jsonld.hpp"

#include "export/rdf.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

class JsonLdWriter final : public RdfVisitor {
 public:
  explicit JsonLdWriter(Sink& sink) : sink_(sink) {}

  void begin_graph(std::string_view iri) override {
    out_ += ",\n{\"@id\":";
    append_json(out_, iri);
    out_ += ",\"@graph\":[";
    first_ = true;
  }
  void end_graph() override {
    out_ += "]}";
    first_ = false;
    sink_ << out_;
    out_.clear();
  }

  void begin_subject(std::string_view iri, std::span<const std::string> types) override {
    out_ += first_ ? "\n" : ",\n";
    first_ = false;
    out_ += "{\"@id\":";
    append_json(out_, iri);
    if (types.empty()) return;
    out_ += ",\"@type\":";
    if (types.size() > 1) out_ += '[';
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (i != 0) out_ += ',';
      append_json(out_, types[i]);
    }
    if (types.size() > 1) out_ += ']';
  }

  void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) override {
    start_value(term.name);
    if (datatype.empty()) {
      append_json(value_, value);
      return;
    }
    value_ += "{\"@value\":";
    append_json(value_, value);
    value_ += ",\"@type\":";
    append_json(value_, datatype);
    value_ += '}';
  }

  void edge(std::string_view relation, std::string_view target) override {
    start_value(relation);
    value_ += "{\"@id\":";
    append_json(value_, target);
    value_ += '}';
  }

  void end_subject() override {
    flush_values();
    out_ += '}';
    sink_ << out_;
    out_.clear();
  }

 private:
  void start_value(std::string_view key) {
    if (key != key_) {
      flush_values();
      key_ = key;
    } else {
      value_ += ',';
    }
    ++count_;
  }

  void flush_values() {
    if (count_ == 0) return;
    out_ += ',';
    append_json(out_, key_);
    out_ += ':';
    if (count_ > 1) out_ += '[';
    out_ += value_;
    if (count_ > 1) out_ += ']';
    value_.clear();
    key_.clear();
    count_ = 0;
  }

  Sink& sink_;
  std::string out_;
  std::string key_, value_;  ///< the term whose values are gathered, and their JSON
  std::size_t count_ = 0;
  bool first_ = true;
};

}  // namespace

void write_jsonld(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  sink << "{\"@context\":" << Vocabulary::embedded().context() << ",\n\"@graph\":[";
  JsonLdWriter writer(sink);
  describe_rdf(graph, options, writer);
  sink << "\n]}\n";
}

}  // namespace maillon
