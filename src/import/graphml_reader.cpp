#include "import/graphml_reader.hpp"

#include <expat.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/hash.hpp"
#include "import/evidence_reader.hpp"
#include "import/text_values.hpp"

namespace maillon {

namespace {

constexpr const char* kNamespace = "http://graphml.graphdrawing.org/xmlns";
constexpr char kSeparator = '\n';  // between namespace and name: no namespace has it

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class GraphmlReader {
 public:
  GraphmlReader(GraphInput& input, GraphDraft& draft)
      : input_(input), draft_(draft), parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  Status read() {
    for (bool last = false; !last;) {
      const std::span<const char> piece = input_.next();
      if (input_.problem()) return *input_.problem();
      last = piece.empty();
      const XML_Status status =
          XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
      if (!status_) return status_;
      if (status != XML_STATUS_OK)
        fail(std::string("the XML is damaged: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())),
             "export the graph again, or fetch the file again where it is cut off");
      if (!status_) return status_;
    }
    return {};
  }

 private:
  enum class Domain : std::uint8_t { none, graph, node, edge };
  struct Key {
    Domain domain = Domain::none;
    std::string name;
  };

  // ---- expat's callbacks

  static GraphmlReader& self(void* data) { return *static_cast<GraphmlReader*>(data); }
  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    if (self(data).status_) self(data).start(local(name), attributes);
  }
  static void on_end(void* data, const XML_Char* name) {
    if (self(data).status_) self(data).end(local(name));
  }
  static void on_text(void* data, const XML_Char* text, int size) {
    if (self(data).collects_) self(data).value_.append(text, static_cast<std::size_t>(size));
  }
  static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    self(data).fail("the file has a document type, which GraphML has not",
                    "remove it, or take what maillon export has written");
  }

  /// The name where it is GraphML's; empty for those of other namespaces.
  static std::string_view local(const XML_Char* name) {
    const std::string_view all(name);
    const std::size_t end = all.find(kSeparator);
    if (end == std::string_view::npos) return all;
    return all.substr(0, end) == kNamespace ? all.substr(end + 1) : std::string_view();
  }
  static std::string_view attribute(const XML_Char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2)
      if (name == attributes[0]) return attributes[1];
    return {};
  }

  // ---- elements

  void start(std::string_view name, const XML_Char** attributes) {
    if (!is_graphml_) {
      is_graphml_ = name == "graphml";
      if (!is_graphml_) fail("the file is XML, but no GraphML", "maillon imports graphml and jsonld");
    } else if (name == "key") {
      const std::string_view domain = attribute(attributes, "for");
      keys_[std::string(attribute(attributes, "id"))] = {domain == "node"    ? Domain::node
                                                         : domain == "edge"  ? Domain::edge
                                                         : domain == "graph" ? Domain::graph
                                                                             : Domain::none,
                                                         std::string(attribute(attributes, "attr.name"))};
    } else if (name == "graph") {
      if (std::exchange(has_graph_, true)) fail("the file has a second graph", "maillon writes one a file");
      domain_ = Domain::graph;
    } else if (name == "node") {
      domain_ = Domain::node;
      node_ = {};
      node_.line = line();
      node_.item.id = draft_.text(attribute(attributes, "id"));
      has_class_ = false;
    } else if (name == "edge") {
      domain_ = Domain::edge;
      edge_ = {};
      edge_.line = line();
      edge_.item.id = draft_.text(attribute(attributes, "id"));
      edge_.source = draft_.text(attribute(attributes, "source"));
      edge_.target = draft_.text(attribute(attributes, "target"));
      quantity_ = {};
      has_quantity_ = has_class_ = false;
    } else if (name == "data") {
      const auto key = keys_.find(std::string(attribute(attributes, "key")));
      if (key == keys_.end())
        return fail("the key \"" + std::string(attribute(attributes, "key")) + "\" is not declared");
      key_ = &key->second;
      collects_ = key_->domain == domain_;
      value_.clear();
    }
  }

  void end(std::string_view name) {
    if (name == "data") {
      if (std::exchange(collects_, false)) take_value();
    } else if (name == "node") {
      if (!has_class_) return fail_foreign("node", node_.item.id, "class");
      draft_.add(std::move(node_));
      domain_ = Domain::graph;
    } else if (name == "edge") {
      if (!has_class_) return fail_foreign("edge", edge_.item.id, "kind");
      if (has_quantity_) edge_.item.quantity = std::move(quantity_);
      draft_.add(std::move(edge_));
      domain_ = Domain::graph;
    } else if (name == "graphml" && !has_graph_) {
      fail("the file has no graph");
    }
  }

  // ---- values

  void take_value() {
    const bool taken = domain_ == Domain::node   ? take_node_value(key_->name)
                       : domain_ == Domain::edge ? take_edge_value(key_->name)
                                                 : take_graph_value(key_->name);
    if (!taken && status_) fail("\"" + key_->name + "\" cannot be " + quoted_value());
  }

  bool text(std::string_view& out) {
    out = draft_.text(value_);
    return true;
  }
  /// A JSON array of texts.
  bool texts(std::vector<std::string_view>& out) {
    if (!read_list(value_, items_)) return false;
    for (const std::string& item : items_) out.push_back(draft_.text(item));
    return true;
  }

  /// False where the value cannot be one. What has another name is another program's.
  bool take_node_value(std::string_view name) {
    Node& n = node_.item;
    if (name == "label") return text(n.label);
    if (name == "class") return has_class_ = read_value(value_, n.type);
    if (name == "named") return read_value(value_, n.named);
    if (name == "reported_event") return read_value(value_, n.is_event);
    if (name == "aliases") {
      std::vector<std::string_view> names;
      if (!texts(names)) return false;
      n.aliases = draft_.texts(names);
      return true;
    }
    if (name == "iso3166") return text(n.iso3166);
    if (name == "iri") return text(n.iri);
    if (name == "event_type") return text(n.event_type);
    if (name == "relation") return text(n.relation);
    if (name == "lemma") return text(n.lemma);
    if (name == "time") return text(n.time);
    if (name == "place") return text(node_.place);
    if (name == "documents") return texts(node_.documents);
    if (name == "merges") return take_merges();
    return true;
  }

  bool take_merges() {
    if (!read_list(value_, items_)) return false;
    for (const std::string& item : items_) {
      std::string problem;
      if (!read_merge(item, draft_, node_.merges.emplace_back(), problem)) {
        fail("a merge cannot be read: " + problem);
        return false;
      }
    }
    return true;
  }

  bool take_edge_value(std::string_view name) {
    Edge& e = edge_.item;
    if (name == "label") return text(e.relation);
    if (name == "kind") return has_class_ = read_value(value_, e.kind);
    if (name == "lemma") return text(e.lemma);
    if (name == "preposition") return text(e.preposition);
    if (name == "first_time") return text(e.first_time);
    if (name == "last_time") return text(e.last_time);
    if (name == "place") return text(edge_.place);
    if (name == "polarity") return read_value(value_, e.polarity);
    if (name == "modality") return read_value(value_, e.modality);
    if (name == "quantity") return has_quantity_ = read_value(value_, quantity_.value);
    if (name == "comparator") return read_value(value_, quantity_.comparator);
    if (name == "unit") {
      quantity_.unit = value_;
      return true;
    }
    if (name == "event") return text(edge_.event);
    if (name == "sources") return texts(edge_.sources);
    if (name == "documents") return texts(edge_.documents);
    if (name == "confidence") return read_value(value_, e.confidence);
    if (name == "contradicts") return texts(edge_.contradicts);
    if (name == "evidence") return take_evidence();
    return true;
  }

  /// One support stands on several edges, with the same text on each. Two of one text on one edge are two.
  bool take_evidence() {
    if (!read_list(value_, items_)) return false;
    std::unordered_map<std::string_view, std::uint64_t> seen;
    for (const std::string& item : items_) {
      const std::uint64_t again = seen[item]++;
      const std::string_view key = draft_.text(Hasher().add(item).add(again).hex128());
      edge_.supports.push_back(key);
      if (draft_.has_support(key)) continue;
      DraftSupport s;
      s.key = key;
      s.line = line();
      std::string problem;
      if (!read_evidence(item, draft_, s, problem)) {
        fail("an evidence cannot be read: " + problem);
        return false;
      }
      draft_.add(std::move(s));
    }
    return true;
  }

  bool take_graph_value(std::string_view name) {
    if (name != "documents") return true;
    if (!read_list(value_, items_)) return false;
    for (const std::string& item : items_) {
      DraftDocument d;
      d.line = line();
      std::string problem;
      if (!read_document(item, draft_, d, problem)) {
        fail("a document cannot be read: " + problem);
        return false;
      }
      draft_.add(std::move(d));
    }
    return true;
  }

  // ---- failures

  std::uint32_t line() const { return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())); }

  std::string quoted_value() const {
    constexpr std::size_t kMost = 40;
    if (value_.size() <= kMost) return '"' + value_ + '"';
    std::size_t end = kMost;
    while ((static_cast<unsigned char>(value_[end]) & 0xC0) == 0x80) --end;
    return '"' + value_.substr(0, end) + "…\"";
  }

  void fail_foreign(const std::string& what, std::string_view id, const std::string& lacks) {
    fail(what + " \"" + std::string(id) + "\" has no \"" + lacks + '"',
         "only graphs that maillon export has written can be imported");
  }

  void fail(std::string message, std::string hint = {}) {
    Diagnostic d = error_in(input_.path(), std::move(message), std::move(hint));
    d.line = line();
    d.column = static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1;
    d.byte = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_.get()));
    d.has_byte = true;
    status_ = std::move(d);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  GraphInput& input_;
  GraphDraft& draft_;
  std::unique_ptr<XML_ParserStruct, ParserDeleter> parser_;
  std::unordered_map<std::string, Key> keys_;
  bool is_graphml_ = false, has_graph_ = false;
  Domain domain_ = Domain::none;  ///< of the element that is open
  const Key* key_ = nullptr;
  bool collects_ = false;  ///< character data is a value
  std::string value_;
  std::vector<std::string> items_;
  DraftNode node_;
  DraftEdge edge_;
  bool has_class_ = false;  ///< of the node; the kind of the edge
  QuantityQualifier quantity_;
  bool has_quantity_ = false;
  Status status_;
};

}  // namespace

Status read_graphml(GraphInput& input, GraphDraft& draft) { return GraphmlReader(input, draft).read(); }

}  // namespace maillon
