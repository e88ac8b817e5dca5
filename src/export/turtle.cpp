#include "export/turtle.hpp"

#include <serd/serd.h>

#include <memory>

#include "export/iri.hpp"
#include "export/rdf.hpp"

namespace maillon {

namespace {

/// Serd's view of a string that is followed by a zero byte (Serd copies it with what it keeps). Flags stay
/// off, so that Turtle has no long literals and both syntaxes the same escapes.
SerdNode node(SerdType type, const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.c_str()), text.size(), text.size(), 0, type};
}

/// Gathers what Serd writes. It hands over each escape by itself; an escaped backslash is written by its
/// number, for some readers take one before an n for a line end.
class SerdBuffer {
 public:
  static std::size_t take(const void* bytes, std::size_t size, void* self) {
    std::string& out = static_cast<SerdBuffer*>(self)->text_;
    const std::string_view piece(static_cast<const char*>(bytes), size);
    out += piece == "\\\\" ? "\\u005C" : piece;
    return size;
  }
  void flush(Sink& sink) {
    sink << text_;
    text_.clear();
  }
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
};

/// Writes the description with a writer of the Serd library.
class SerdVisitor final : public RdfVisitor {
 public:
  SerdVisitor(SerdSyntax syntax, Sink& sink)
      : sink_(sink),
        words_(Vocabulary::embedded()),
        rdf_type_(words_.expand("rdf:type")),
        env_(serd_env_new(nullptr)),
        writer_(serd_writer_new(syntax, style_of(syntax), env_.get(), nullptr, SerdBuffer::take, &buffer_)) {
    if (syntax != SERD_TURTLE) return;
    for (const auto& [name, iri] : words_.prefixes()) {
      const SerdNode prefix = node(SERD_LITERAL, name), uri = node(SERD_URI, iri);
      serd_env_set_prefix(env_.get(), &prefix, &uri);
      serd_writer_set_prefix(writer_.get(), &prefix, &uri);
    }
  }

  void begin_graph(std::string_view iri) override { set_iri(graph_, iri); }
  void end_graph() override { graph_.clear(); }
  void begin_subject(std::string_view iri, std::span<const std::string> types) override {
    set_iri(subject_, iri);
    for (const std::string& type : types) write(rdf_type_, node(SERD_URI, object_ = words_.expand(type)));
  }
  void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) override {
    if (term.is_node) {
      set_iri(object_, value);
      write(term.iri, node(SERD_URI, object_));
      return;
    }
    object_ = value;
    if (datatype.empty()) {
      write(term.iri, node(SERD_LITERAL, object_), term.datatype, term.language);
    } else {
      write(term.iri, node(SERD_LITERAL, object_), words_.expand(datatype));
    }
  }
  void edge(std::string_view relation, std::string_view target) override {
    set_iri(object_, target);
    write(words_.expand(relation), node(SERD_URI, object_));
  }
  void end_subject() override {
    constexpr std::size_t kFlush = 1 << 16;
    if (buffer_.size() > kFlush) buffer_.flush(sink_);
  }
  void finish() {
    serd_writer_finish(writer_.get());
    buffer_.flush(sink_);
  }

 private:
  struct Free {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
  };

  static SerdStyle style_of(SerdSyntax syntax) {
    return syntax == SERD_TURTLE ? static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED)
                                 : static_cast<SerdStyle>(0);
  }
  static void set_iri(std::string& to, std::string_view iri) {
    to.clear();
    append_iri(to, iri);
  }

  void write(const std::string& predicate, const SerdNode& object, const std::string& datatype = {},
             const std::string& language = {}) {
    const SerdNode graph = node(SERD_URI, graph_), subject = node(SERD_URI, subject_),
                   relation = node(SERD_URI, predicate), type = node(SERD_URI, datatype),
                   tongue = node(SERD_LITERAL, language);
    serd_writer_write_statement(writer_.get(), 0, graph_.empty() ? nullptr : &graph, &subject, &relation,
                                &object, datatype.empty() ? nullptr : &type,
                                language.empty() ? nullptr : &tongue);
  }

  Sink& sink_;
  const Vocabulary& words_;
  const std::string rdf_type_;
  SerdBuffer buffer_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdWriter, Free> writer_;
  std::string graph_, subject_, object_;
};

void write_rdf(SerdSyntax syntax, const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  SerdVisitor visitor(syntax, sink);
  describe_rdf(graph, options, visitor);
  visitor.finish();
}

}  // namespace

void write_nquads(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  write_rdf(SERD_NQUADS, graph, options, sink);
}

void write_turtle(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  write_rdf(SERD_TURTLE, graph, options, sink);
}

}  // namespace maillon
