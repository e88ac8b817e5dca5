#include "import/jsonld_reader.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/vocabulary.hpp"
#include "import/evidence_reader.hpp"
#include "import/text_values.hpp"

namespace maillon {

namespace {

/// RapidJSON's input stream concept; counts lines.
class Stream {
 public:
  using Ch = char;
  explicit Stream(GraphInput& input) : input_(input) { fill(); }
  Ch Peek() const { return at_ == end_ ? '\0' : *at_; }
  Ch Take() {
    if (at_ == end_) return '\0';
    const char c = *at_++;
    line_ += c == '\n';
    if (at_ == end_) fill();
    return c;
  }
  std::size_t Tell() const { return before_ + static_cast<std::size_t>(at_ - begin_); }
  std::uint32_t line() const { return line_; }

  // Of output streams only.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  void fill() {
    before_ = Tell();
    const std::span<const char> piece = input_.next();
    begin_ = at_ = piece.data();
    end_ = begin_ + piece.size();
  }

  GraphInput& input_;
  const char *begin_ = nullptr, *at_ = nullptr, *end_ = nullptr;
  std::size_t before_ = 0;  ///< bytes of earlier pieces
  std::uint32_t line_ = 1;
};

/// A JSON object of "@graph": its types, and its terms with their values in order.
struct Subject {
  std::string iri;
  std::vector<std::string> types;
  std::vector<std::pair<std::string, std::string>> values;
  std::uint32_t line = 0;

  bool is(std::string_view type) const { return std::find(types.begin(), types.end(), type) != types.end(); }
  std::string_view value(std::string_view term) const {
    const auto at =
        std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == term; });
    return at == values.end() ? std::string_view() : at->second;
  }
};

/// Subjects become parts of the draft.
class SubjectReader {
 public:
  SubjectReader(const std::string& file, GraphDraft& draft)
      : file_(file), draft_(draft), words_(Vocabulary::embedded()) {
    const auto plain = words_.types_of(EntityType::Event, false);
    for (const std::string& type : words_.types_of(EntityType::Event, true))
      if (std::find(plain.begin(), plain.end(), type) == plain.end()) event_types_.push_back(type);
  }

  Status read(const Subject& subject) {
    subject_ = &subject;
    if (subject.is("schema:NewsArticle")) return document();
    if (subject.is("rdf:Statement")) return edge();
    if (subject.is("oa:SpecificResource")) return support();
    EntityType type = EntityType::Concept;
    for (const std::string& name : subject.types)
      if (name.starts_with(kOwn)) {
        if (!read_value(std::string_view(name).substr(kOwn.size()), type))
          return fail("there is no class \"" + name + '"');
        return node(type);
      }
    return {};  // a selector, a time, or the plain edges of a named graph
  }

 private:
  static constexpr std::string_view kOwn = "maillon:";

  std::string_view text(std::string_view term) { return draft_.text(subject_->value(term)); }
  std::vector<std::string_view> all(std::string_view term) {
    std::vector<std::string_view> out;
    for (const auto& [name, value] : subject_->values)
      if (name == term) out.push_back(draft_.text(value));
    return out;
  }
  template <class Part>
  Part begin() {
    Part part;
    part.key = draft_.text(subject_->iri);
    part.line = subject_->line;
    return part;
  }
  /// Keeps `out` where there is no such term.
  template <class Value>
  void value(std::string_view term, Value& out) {
    const std::string_view text = subject_->value(term);
    if (!text.empty() && !read_value(text, out) && status_)
      status_ = fail('"' + std::string(term) + "\" cannot be \"" + std::string(text.substr(0, 40)) + '"');
  }
  void count(std::string_view term, std::uint32_t& out) {
    double number = out;
    value(term, number);
    if (number >= 0 && number <= 4294967295.0) out = static_cast<std::uint32_t>(number);
  }

  Status document() {
    auto d = begin<DraftDocument>();
    d.item = {text("identifier"), text("headline"), text("datePublished"),
              text("publisher"),  text("url"),      text("contentHash")};
    count("sentences", d.item.sentences);
    count("words", d.item.words);
    draft_.add(std::move(d));
    return status_;
  }

  Status node(EntityType type) {
    auto n = begin<DraftNode>();
    Node& item = n.item;
    item.type = type;
    item.id = text("identifier");
    item.is_event = std::any_of(event_types_.begin(), event_types_.end(),
                                [&](const std::string& name) { return subject_->is(name); });
    item.label = text("label");
    item.aliases = draft_.texts(all("alternateName"));
    value("named", item.named);
    item.iso3166 = text("iso3166");
    item.iri = text("gazetteerEntry");
    if (item.iri.empty()) item.iri = text("sameAs");
    n.documents = all("mentionedIn");
    for (const std::string_view json : all("merge")) {
      std::string problem;
      if (!read_merge(json, draft_, n.merges.emplace_back(), problem))
        return fail("a merge of the node \"" + std::string(item.id) + "\" cannot be read: " + problem);
    }
    if (item.is_event) {
      item.event_type = event_type();
      item.relation = text("relationName");
      item.lemma = text("lemma");
      item.time = text("eventTime");
      n.place = text("eventPlace");
    }
    draft_.add(std::move(n));
    return status_;
  }

  /// The end of an IRI, percent-encoded.
  std::string_view event_type() {
    const std::string prefix = words_.expand("plover:");
    std::string_view iri = subject_->value("eventType");
    if (!iri.starts_with(prefix)) return draft_.text(iri);
    iri.remove_prefix(prefix.size());
    std::string out;
    for (std::size_t i = 0; i < iri.size(); ++i) {
      unsigned byte = 0;
      if (iri[i] == '%' && i + 2 < iri.size() &&
          std::from_chars(iri.data() + i + 1, iri.data() + i + 3, byte, 16).ptr == iri.data() + i + 3) {
        out += static_cast<char>(byte);
        i += 2;
      } else {
        out += iri[i];
      }
    }
    return draft_.text(out);
  }

  Status edge() {
    auto e = begin<DraftEdge>();
    Edge& item = e.item;
    item.id = text("identifier");
    e.source = text("subject");
    e.target = text("object");
    if (subject_->value("kind").empty())
      return fail("the statement \"" + std::string(item.id) + "\" has no \"kind\"");
    value("kind", item.kind);
    item.relation = text("relationName");
    item.lemma = text("lemma");
    item.preposition = text("preposition");
    item.first_time = text("firstTime");
    item.last_time = text("lastTime");
    e.place = text("place");
    value("polarity", item.polarity);
    value("modality", item.modality);
    if (!subject_->value("quantity").empty()) {
      QuantityQualifier& q = item.quantity.emplace();
      value("quantity", q.value);
      value("comparator", q.comparator);
      q.unit = subject_->value("unit");
    }
    e.event = text("event");
    e.sources = all("attributedTo");
    e.documents = all("statedIn");
    value("confidence", item.confidence);
    e.contradicts = all("contradicts");
    e.supports = all("derivedFrom");
    draft_.add(std::move(e));
    return status_;
  }

  Status support() {
    auto s = begin<DraftSupport>();
    if (draft_.has_support(s.key)) return fail("the evidence <" + subject_->iri + "> comes twice");
    std::string problem;
    if (!read_evidence(subject_->value("evidence"), draft_, s, problem))
      return fail("the evidence <" + subject_->iri + "> cannot be read: " + problem);
    draft_.add(std::move(s));
    return {};
  }

  Diagnostic fail(std::string message) const {
    Diagnostic d = error_in(file_, std::move(message));
    d.line = subject_->line;
    return d;
  }

  const std::string& file_;
  GraphDraft& draft_;
  const Vocabulary& words_;
  std::vector<std::string> event_types_;  ///< what an event is beside its class
  const Subject* subject_ = nullptr;
  Status status_;
};

/// RapidJSON's handler. Knows by a stack of places what a string is for.
class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  Handler(const Stream& stream, SubjectReader& reader, std::string file)
      : stream_(stream), reader_(reader), file_(std::move(file)) {}

  bool StartObject() {
    if (skipped_ > 0) return ++skipped_ > 0;
    switch (place()) {
      case Place::outside:
        places_.push_back(Place::document);
        return true;
      case Place::document:
        ++skipped_;
        return true;
      case Place::subjects:
        places_.push_back(Place::subject);
        subject_.iri.clear();
        subject_.types.clear();
        subject_.values.clear();
        subject_.line = stream_.line();
        return true;
      case Place::subject:
      case Place::values:
        places_.push_back(Place::value);
        value_.clear();
        return true;
      default:
        return foreign();
    }
  }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (skipped_ == 0) (place() == Place::value ? value_key_ : key_).assign(text, size);
    return true;
  }

  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (skipped_ > 0) return true;
    switch (place()) {
      case Place::subject:
      case Place::values:
        take({text, size});
        return true;
      case Place::value:
        if (value_key_ == "@id" || value_key_ == "@value") value_.assign(text, size);
        return true;
      case Place::document:
        return true;
      default:
        return foreign();
    }
  }

  bool EndObject(rapidjson::SizeType) {
    if (skipped_ > 0) return skipped_-- > 0;
    const Place ended = place();
    places_.pop_back();
    if (ended == Place::value) take(value_);
    if (ended != Place::subject) return true;
    status_ = reader_.read(subject_);
    return status_.ok();
  }

  bool StartArray() {
    if (skipped_ > 0) return ++skipped_ > 0;
    const bool graph = key_ == "@graph";
    if (place() == Place::document) {
      has_graph_ = has_graph_ || graph;
      if (graph) {
        places_.push_back(Place::subjects);
      } else {
        ++skipped_;
      }
      return true;
    }
    if (place() != Place::subject) return foreign();
    if (graph) places_.back() = Place::named_graph;
    places_.push_back(graph ? Place::subjects : Place::values);
    return true;
  }

  bool EndArray(rapidjson::SizeType) {
    if (skipped_ > 0) return skipped_-- > 0;
    places_.pop_back();
    return true;
  }

  /// Numbers, truth values, null: the exports have none.
  bool Default() { return skipped_ > 0 || place() == Place::document || foreign(); }

  bool has_graph() const { return has_graph_; }
  const Status& status() const { return status_; }

 private:
  enum class Place : std::uint8_t {
    outside,
    document,     ///< the outermost object
    subjects,     ///< an array "@graph"
    subject,      ///< an object in it
    named_graph,  ///< such an object with a "@graph" of its own
    values,       ///< an array of a term's values
    value,        ///< {"@id": …} or {"@value": …, "@type": …}
  };
  Place place() const { return places_.empty() ? Place::outside : places_.back(); }

  void take(std::string_view value) {
    if (key_ == "@id") {
      subject_.iri = value;
    } else if (key_ == "@type") {
      subject_.types.emplace_back(value);
    } else {
      subject_.values.emplace_back(key_, value);
    }
  }

  bool foreign() {
    Diagnostic d =
        error_in(file_, "this is not the JSON-LD that maillon export writes",
                 "other programs may have put it in another form; import the file as it was written");
    d.line = stream_.line();
    d.byte = stream_.Tell();
    d.has_byte = true;
    status_ = std::move(d);
    return false;
  }

  const Stream& stream_;
  SubjectReader& reader_;
  std::string file_;
  std::vector<Place> places_;
  std::size_t skipped_ = 0;  ///< objects and arrays that are open and passed over
  std::string key_, value_key_, value_;
  Subject subject_;
  bool has_graph_ = false;
  Status status_;
};

}  // namespace

Status read_jsonld(GraphInput& input, GraphDraft& draft) {
  Stream stream(input);
  SubjectReader reader(input.path(), draft);
  Handler handler(stream, reader, input.path());
  rapidjson::Reader json;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult done = json.Parse<kFlags>(stream, handler);
  if (input.problem()) return *input.problem();
  if (!handler.status()) return handler.status();
  if (done.IsError()) {
    std::string what = rapidjson::GetParseError_En(done.Code());
    if (what.ends_with('.')) what.pop_back();
    Diagnostic d = error_in(input.path(), "the JSON is damaged: " + what,
                            "export the graph again, or fetch the file again where it is cut off");
    d.line = stream.line();
    d.byte = done.Offset();
    d.has_byte = true;
    return d;
  }
  if (!handler.has_graph())
    return error_in(input.path(), "the JSON has no \"@graph\"", "maillon imports graphml and jsonld");
  return {};
}

}  // namespace maillon
