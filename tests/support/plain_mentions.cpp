#include "support/plain_mentions.hpp"

#include <map>
#include <string>

namespace maillon::test {

MentionSet plain_mentions(const ParsedText& parsed) {
  MentionSet out;
  out.parsed = &parsed;
  out.mention_at.assign(parsed.size(), kNone);
  out.time_at.assign(parsed.size(), kNone);
  std::map<std::string, std::uint32_t> known;
  for (std::uint32_t w = 0; w < parsed.size(); ++w) {
    const TaggedWord& word = parsed.word(w);
    if (word.upos != Upos::NOUN && word.upos != Upos::PROPN) continue;
    const Deprel d = universal(parsed.deprel(w));
    if (d == Deprel::flat || d == Deprel::fixed) continue;
    std::string label(word.form);
    std::uint32_t end = w + 1;
    for (const std::uint32_t c : parsed.children(w)) {
      if (universal(parsed.deprel(c)) != Deprel::flat || c != end) continue;
      label.append(" ").append(parsed.word(c).form);
      end = c + 1;
    }
    const auto [at, fresh] = known.try_emplace(label, static_cast<std::uint32_t>(out.entities.size()));
    if (fresh) {
      DocumentEntity e;
      e.label = label;
      e.named = word.upos == Upos::PROPN;
      e.type = e.named ? EntityType::Person : EntityType::Concept;
      out.entities.push_back(e);
    }
    Mention m;
    m.head = w;
    m.words = {w, end};
    m.kind = word.upos == Upos::PROPN ? MentionKind::name : MentionKind::nominal;
    m.entity = at->second;
    m.rule = "plain";
    out.mention_at[w] = static_cast<std::uint32_t>(out.mentions.size());
    out.entities[at->second].mentions.push_back(out.mention_at[w]);
    out.mentions.push_back(m);
  }
  return out;
}

}  // namespace maillon::test
