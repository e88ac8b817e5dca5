#include "syntax/parsed_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maillon {

namespace {

constexpr std::array<std::string_view, kDeprelCount> kNames = {"root",
                                                               "acl",
                                                               "acl:relcl",
                                                               "advcl",
                                                               "advcl:cleft",
                                                               "advmod",
                                                               "amod",
                                                               "appos",
                                                               "aux",
                                                               "aux:caus",
                                                               "aux:pass",
                                                               "aux:tense",
                                                               "case",
                                                               "cc",
                                                               "ccomp",
                                                               "compound",
                                                               "conj",
                                                               "cop",
                                                               "csubj",
                                                               "csubj:pass",
                                                               "dep",
                                                               "det",
                                                               "discourse",
                                                               "dislocated",
                                                               "expl",
                                                               "expl:comp",
                                                               "expl:pass",
                                                               "expl:pv",
                                                               "expl:subj",
                                                               "fixed",
                                                               "flat",
                                                               "flat:foreign",
                                                               "flat:name",
                                                               "goeswith",
                                                               "iobj",
                                                               "iobj:agent",
                                                               "list",
                                                               "mark",
                                                               "nmod",
                                                               "nsubj",
                                                               "nsubj:caus",
                                                               "nsubj:pass",
                                                               "nummod",
                                                               "obj",
                                                               "obj:agent",
                                                               "obj:lvc",
                                                               "obl",
                                                               "obl:agent",
                                                               "obl:arg",
                                                               "obl:mod",
                                                               "orphan",
                                                               "parataxis",
                                                               "parataxis:insert",
                                                               "punct",
                                                               "reparandum",
                                                               "vocative",
                                                               "xcomp"};

}  // namespace

std::string_view to_string(Deprel d) { return kNames[static_cast<std::size_t>(d)]; }

Deprel deprel_from(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at != kNames.end()) return static_cast<Deprel>(at - kNames.begin());
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? Deprel::dep : deprel_from(name.substr(0, colon));
}

Deprel universal(Deprel d) {
  static const auto table = [] {
    std::array<Deprel, kNames.size()> out{};
    for (std::size_t i = 0; i < kNames.size(); ++i)
      out[i] = deprel_from(kNames[i].substr(0, kNames[i].find(':')));
    return out;
  }();
  return table[static_cast<std::size_t>(d)];
}

ParsedText::ParsedText(const TaggedText& tagged, std::vector<Arc> arcs)
    : tagged_(&tagged), arcs_(std::move(arcs)) {
  const auto n = static_cast<std::uint32_t>(arcs_.size());
  first_child_.assign(n + 2, 0);
  for (const Arc& a : arcs_)
    if (a.head != kNone) ++first_child_[a.head + 2];
  for (std::uint32_t i = 2; i < n + 2; ++i) first_child_[i] += first_child_[i - 1];
  children_.resize(first_child_[n + 1]);
  for (std::uint32_t i = 0; i < n; ++i)
    if (arcs_[i].head != kNone) children_[first_child_[arcs_[i].head + 1]++] = i;
  first_child_.resize(n + 1);

  subtree_.resize(n);
  sentence_of_.resize(n);
  roots_.assign(tagged.sentences.size(), kNone);
  std::vector<std::uint32_t> order;
  for (std::uint32_t s = 0; s < tagged.sentences.size(); ++s) {
    const IndexRange words = tagged.sentences[s];
    order.clear();
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      subtree_[i] = {i, i + 1};
      sentence_of_[i] = s;
      if (arcs_[i].head == kNone) {
        roots_[s] = i;
        order.push_back(i);
      }
    }
    for (std::size_t k = 0; k < order.size(); ++k)
      for (const std::uint32_t c : children(order[k])) order.push_back(c);
    for (std::size_t k = order.size(); k-- > 0;) {  // children before heads
      const std::uint32_t i = order[k];
      const std::uint32_t h = arcs_[i].head;
      if (h == kNone) continue;
      subtree_[h].begin = std::min(subtree_[h].begin, subtree_[i].begin);
      subtree_[h].end = std::max(subtree_[h].end, subtree_[i].end);
    }
  }
}

std::uint32_t ParsedText::child(std::uint32_t i, Deprel d) const {
  for (const std::uint32_t c : children(i))
    if (arcs_[c].deprel == d) return c;
  return kNone;
}

std::uint32_t ParsedText::child_like(std::uint32_t i, Deprel d) const {
  const Deprel wanted = universal(d);
  for (const std::uint32_t c : children(i))
    if (universal(arcs_[c].deprel) == wanted) return c;
  return kNone;
}

}  // namespace maillon
