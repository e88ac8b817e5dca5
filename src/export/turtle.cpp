#include "export/turtle.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "export/rdf.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

/// A quoted literal that both grammars read (STRING_LITERAL_QUOTE): escapes for quotes, backslashes and
/// controls, U+FFFD for malformed UTF-8. A backslash is written by its number: some readers take an escaped
/// backslash before an n for a line end.
void append_literal(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(text, at);
    if (c == '"') {
      out += "\\\"";
    } else if (c == '\\') {
      out += "\\u005C";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else if (c == 0xFFFD) {
      utf8::append(out, c);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  out += '"';
}

void append_node(std::string& out, std::string_view iri) {
  out += '<';
  append_iri(out, iri);
  out += '>';
}

void append_value(std::string& out, const Vocabulary& words, const VocabularyTerm& term,
                  std::string_view value, std::string_view datatype) {
  if (term.is_node) {
    append_node(out, value);
    return;
  }
  append_literal(out, value);
  if (!datatype.empty()) {
    out += "^^";
    append_node(out, words.expand(datatype));
  } else if (!term.datatype.empty()) {
    out += "^^";
    append_node(out, term.datatype);
  } else if (!term.language.empty()) {
    out += '@';
    out += term.language;
  }
}

class NQuadsWriter final : public RdfVisitor {
 public:
  explicit NQuadsWriter(Sink& sink) : sink_(sink), words_(Vocabulary::embedded()) {}

  void begin_subject(std::string_view iri, std::span<const std::string> types) override {
    subject_.clear();
    append_node(subject_, iri);
    for (const std::string& type : types) {
      start(words_.expand("rdf:type"));
      append_node(out_, words_.expand(type));
      out_ += " .\n";
    }
  }
  void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) override {
    start(term.iri);
    append_value(out_, words_, term, value, datatype);
    out_ += " .\n";
  }
  void edge(std::string_view relation, std::string_view target) override {
    start(words_.expand(relation));
    append_node(out_, target);
    out_ += " .\n";
  }
  void end_subject() override {
    sink_ << out_;
    out_.clear();
  }

 private:
  void start(std::string_view predicate) {
    out_ += subject_;
    out_ += ' ';
    append_node(out_, predicate);
    out_ += ' ';
  }

  Sink& sink_;
  const Vocabulary& words_;
  std::string subject_, out_;
};

class TurtleWriter final : public RdfVisitor {
 public:
  explicit TurtleWriter(Sink& sink) : sink_(sink), words_(Vocabulary::embedded()) {}

  void begin_subject(std::string_view iri, std::span<const std::string> types) override {
    out_ += '\n';
    append_node(out_, iri);
    out_ += " a ";
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (i != 0) out_ += ", ";
      out_ += types[i];
    }
  }
  void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) override {
    start(term.iri);
    append_value(out_, words_, term, value, datatype);
  }
  void edge(std::string_view relation, std::string_view target) override {
    start(words_.expand(relation));
    append_node(out_, target);
  }
  void end_subject() override {
    out_ += " .\n";
    last_.clear();
    sink_ << out_;
    out_.clear();
  }

 private:
  void start(std::string_view predicate) {
    if (predicate == last_) {
      out_ += ", ";
      return;
    }
    out_ += " ;\n  ";
    append_node(out_, predicate);
    out_ += ' ';
    last_ = predicate;
  }

  Sink& sink_;
  const Vocabulary& words_;
  std::string out_, last_;
};

}  // namespace

void write_nquads(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  NQuadsWriter writer(sink);
  describe_rdf(graph, options, writer);
}

void write_turtle(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  const auto& known = Vocabulary::embedded().prefixes();
  std::vector<std::pair<std::string, std::string>> prefixes(known.begin(), known.end());
  std::sort(prefixes.begin(), prefixes.end());
  for (const auto& [name, iri] : prefixes) sink << "@prefix " << name << ": <" << iri << "> .\n";
  TurtleWriter writer(sink);
  describe_rdf(graph, options, writer);
}

}  // namespace maillon
