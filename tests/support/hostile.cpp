#include "support/hostile.hpp"

#include "support/extractions.hpp"

namespace maillon::testing {

std::vector<std::string> hostile_texts() {
  return {"\"guillemets\" & 'apostrophes' <b>gras</b>",
          "deux\nlignes\r\net\tune tabulation",
          "<![CDATA[ ]]> --> ?> %s ${x} {{y}}",
          std::string("nul\0 et \x01\x0B\x1F\x7F", 12),
          "\xF0\x9F\x95\x8A\xEF\xB8\x8F \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE"
          "envers",
          "'; DROP TABLE documents; --",
          "`) DETACH DELETE n //",
          "=cmd|' /C calc'!A0",
          "@SUM(1;1)\x1F"
          "fin",
          "\xC3\x28 \xFF malformé \xEF\xBF\xBF",
          "INF",
          "NaN",
          "null",
          "back\\slash\\",
          "C:\\u0041\\n",
          "  ",
          std::string(100000, 'x')};
}

Extraction hostile_article() {
  ArticleBuilder a("h\"<1>&\n", "not a date");
  const std::vector<std::string> texts = hostile_texts();
  for (const std::string& text : texts) a.entity(EntityType::Person, text, {texts[0], texts[4]});
  for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
    Statement& s = a.say(texts[i], texts[i], texts[i + 1], texts[i + 1], texts[i]);
    s.qualifiers.time = TimeQualifier{texts[i], texts[i]};
    s.qualifiers.attribution = {a.participant(texts[i])};
    s.qualifiers.quantity = QuantityQualifier{1e300, Comparator::at_least, texts[i]};
    s.evidence.text = texts[i];
    s.rule = texts[i];
  }
  a.say(texts[0], "MEETS", "rencontrer", texts[1]).qualifiers.polarity = Polarity::negative;
  a.say(texts[0], "ACCUSES", "accuser", texts[1]);
  a.say(texts[0], "ACCUSES", "accuser", texts[0]);
  a.event(texts[1], texts[6], texts[7], {texts[0], texts[1]}, "2023-99-99", texts[2]);
  return a.build();
}

}  // namespace maillon::testing
