#include "support/read_svg.hpp"

#include <expat.h>

#include <set>

namespace maillon::testing {

namespace {

struct Reader {
  ReadSvg out;
  std::set<std::string> elements;
  std::string group, text;

  static void start(void* self, const char* name, const char** attributes) {
    auto& r = *static_cast<Reader*>(self);
    const std::string element = name;
    r.elements.insert(element);
    r.text.clear();
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view attribute = attributes[0];
      if (element == "g" && attribute == "class") r.group = attributes[1];
      if (attribute == "xlink:title") r.out.tooltips.emplace_back(attributes[1]);
    }
  }
  static void end(void* self, const char* name) {
    auto& r = *static_cast<Reader*>(self);
    const std::string_view element = name;
    if (element == "text") r.out.texts.push_back(r.text);
    if (element == "title" && r.group == "node") r.out.nodes.push_back(r.text);
    if (element == "title" && r.group == "edge") r.out.edges.push_back(r.text);
  }
  static void characters(void* self, const char* text, int size) {
    static_cast<Reader*>(self)->text.append(text, static_cast<std::size_t>(size));
  }
};

}  // namespace

ReadSvg read_svg(std::string_view svg) {
  Reader reader;
  const XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &reader);
  XML_SetElementHandler(parser, Reader::start, Reader::end);
  XML_SetCharacterDataHandler(parser, Reader::characters);
  reader.out.is_xml = XML_Parse(parser, svg.data(), static_cast<int>(svg.size()), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  reader.out.elements.assign(reader.elements.begin(), reader.elements.end());
  return std::move(reader.out);
}

}  // namespace maillon::testing
