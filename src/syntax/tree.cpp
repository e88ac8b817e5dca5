// Passes "copula", "punctuation" and "secure": what makes the result a tree in the form of the treebanks.
#include <vector>

#include "syntax/passes.hpp"

namespace maillon::syntax {

void turn_copulas(Sentence& s) {
  thread_local std::vector<std::uint32_t> turned;  // new head of each copula, kNone elsewhere
  turned.assign(s.size(), kNone);
  bool any = false;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (!s[i].copula || s[i].attribute == kNone) continue;
    turned[i] = s[i].attribute;
    any = true;
  }
  if (!any) return;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const std::uint32_t a = turned[i];
    if (a == kNone) continue;
    s[a].head = s[i].head;
    s[a].deprel = s[i].deprel;
    s[a].rule = s[i].rule;
    if (s[a].deprel == Deprel::root) s[a].head = kNone;
    s.attach(i, a, Deprel::cop, "copula");
  }
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    std::uint32_t h = s[i].head;
    // an attribute may be a clause with a copula of its own: at most as many turns as words
    for (std::uint32_t turns = 0; h != kNone && turned[h] != kNone && turns < s.size(); ++turns)
      h = turned[h];
    s[i].head = h == i ? kNone : h;
  }
}

void secure_tree(Sentence& s) {
  const std::uint32_t n = s.size();
  thread_local std::vector<std::uint32_t> seen;  // number of the walk that met the word
  seen.assign(n, 0);
  for (std::uint32_t i = 0; i < n; ++i) {  // cut cycles
    std::uint32_t w = i;
    while (w != kNone && seen[w] == 0) {
      seen[w] = i + 1;
      w = s[w].head;
    }
    if (w != kNone && seen[w] == i + 1) s[w].head = kNone;
  }
  std::uint32_t root = kNone;
  for (std::uint32_t i = 0; i < n && root == kNone; ++i)
    if (s[i].head == kNone && s[i].deprel == Deprel::root) root = i;
  for (std::uint32_t i = 0; i < n && root == kNone; ++i)
    if (s[i].head == kNone && !s[i].is(Upos::PUNCT)) root = i;
  if (root == kNone) root = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (s[i].head != kNone || i == root) continue;
    s.attach(i, root, s[i].is(Upos::PUNCT) ? Deprel::punct : Deprel::dep, "secure");
  }
  s[root].head = kNone;
  s[root].deprel = Deprel::root;
  if (s[root].rule.empty()) s[root].rule = "root";
}

}  // namespace maillon::syntax
