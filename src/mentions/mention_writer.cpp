#include "mentions/mention_writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::string_view kKinds[] = {"name", "nominal", "pronoun", "derived"};

void field(rapidjson::Writer<rapidjson::StringBuffer>& json, const char* name, std::string_view value) {
  json.Key(name);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

}  // namespace

std::string_view to_string(MentionKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void write_mentions(const MentionSet& set, std::string& out) {
  const ParsedText& parsed = *set.parsed;
  const Article& article = parsed.article();
  const utf8::OffsetMap offsets(article.body);
  const std::uint32_t text_begin = offsets.characters(article.text_begin);
  for (const Mention& m : set.mentions) {
    const ByteSpan span = parsed.tagged().span(m.words);
    const bool in_title = span.begin < article.text_begin;
    const std::uint32_t base = in_title ? 0 : text_begin;
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    field(json, "document", article.id);
    json.Key("begin");
    json.Uint(offsets.characters(span.begin) - base);
    json.Key("end");
    json.Uint(offsets.characters(span.end) - base);
    json.Key("in_title");
    json.Bool(in_title);
    field(json, "text", article.slice(span));
    field(json, "kind", to_string(m.kind));
    field(json, "type", to_string(set.entity_of(m).type));
    field(json, "label", set.entity_of(m).label);
    json.Key("aliases");
    json.StartArray();
    for (const std::string& alias : set.entity_of(m).aliases)
      json.String(alias.data(), static_cast<rapidjson::SizeType>(alias.size()));
    json.EndArray();
    json.Key("entity");
    json.Uint(m.entity);
    field(json, "rule", m.rule);
    field(json, "link", m.link);
    json.EndObject();
    out.append(buffer.GetString(), buffer.GetSize());
    out += '\n';
  }
}

void write_chains(const MentionSet& set, std::string& out) {
  const ParsedText& parsed = *set.parsed;
  for (const DocumentEntity& e : set.entities) {
    const bool told = set.mentions[e.mentions.front()].told_by != kNone;
    if (e.mentions.size() < 2 && !told) continue;
    out.append(to_string(e.type)).append(" ").append(e.label).append("\n");
    for (const std::uint32_t i : e.mentions) {
      const Mention& m = set.mentions[i];
      if (m.told_by != kNone && i == e.mentions.front()) {
        out.append("  ").append(std::to_string(parsed.sentence_of(m.told_by) + 1)).append("\t");
        out.append(parsed.word(m.told_by).form).append("\tverb\n");
      }
      out.append("  ").append(std::to_string(parsed.sentence_of(m.head) + 1)).append("\t");
      out.append(parsed.article().slice(parsed.tagged().span(m.words))).append("\t");
      out.append(m.link.empty() ? m.rule : m.link).append("\n");
    }
    out += '\n';
  }
}

}  // namespace maillon
