// TaggedText -> ParsedText: one dependency tree a sentence (universaldependencies.org/u/dep, French
// subtypes).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon {

// clang-format off
enum class Deprel : std::uint8_t {
  root, acl, acl_relcl, advcl, advcl_cleft, advmod, amod, appos, aux, aux_caus, aux_pass, aux_tense, case_, cc, ccomp,
  compound, conj, cop, csubj, csubj_pass, dep, det, discourse, dislocated, expl, expl_comp, expl_pass, expl_pv,
  expl_subj, fixed, flat, flat_foreign, flat_name, goeswith, iobj, iobj_agent, list, mark, nmod, nsubj, nsubj_caus,
  nsubj_pass, nummod, obj, obj_agent, obj_lvc, obl, obl_agent, obl_arg, obl_mod, orphan, parataxis,
  parataxis_insert, punct, reparandum, vocative, xcomp
};
// clang-format on
inline constexpr int kDeprelCount = static_cast<int>(Deprel::xcomp) + 1;

/// "acl:relcl", "case", …
std::string_view to_string(Deprel);
/// Unknown subtypes fall back to the main label, unknown labels to dep.
Deprel deprel_from(std::string_view name);
/// The label without its subtype: acl_relcl -> acl.
Deprel universal(Deprel);

struct Arc {
  std::uint32_t head = kNone;  ///< word index in the text (not in the sentence); kNone for the root
  Deprel deprel = Deprel::dep;
  std::string_view rule;  ///< id of the rule or pass that made the arc
};

/// arcs[i] belongs to words[i] of `tagged`. Each sentence has exactly one root and no cycle.
class ParsedText {
 public:
  ParsedText() = default;
  /// Precondition: arcs.size() == tagged.words.size(); heads stay inside their sentence.
  ParsedText(const TaggedText& tagged, std::vector<Arc> arcs);

  const TaggedText& tagged() const { return *tagged_; }
  const TokenizedText& text() const { return *tagged_->text; }
  const Article& article() const { return *tagged_->text->article; }

  std::size_t size() const { return arcs_.size(); }
  const TaggedWord& word(std::uint32_t i) const { return tagged_->words[i]; }
  const Arc& arc(std::uint32_t i) const { return arcs_[i]; }
  std::uint32_t head(std::uint32_t i) const { return arcs_[i].head; }
  Deprel deprel(std::uint32_t i) const { return arcs_[i].deprel; }

  /// Dependents of a word, in text order.
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    return {children_.data() + first_child_[i], first_child_[i + 1] - first_child_[i]};
  }
  /// First dependent with that label (subtype included), or kNone.
  std::uint32_t child(std::uint32_t i, Deprel) const;
  /// First dependent whose universal label is that of `d`, or kNone.
  std::uint32_t child_like(std::uint32_t i, Deprel d) const;
  /// Least range of words that holds the word's whole subtree (trees may be non-projective, then it holds
  /// more).
  IndexRange subtree(std::uint32_t i) const { return subtree_[i]; }
  std::uint32_t root(std::uint32_t sentence) const { return roots_[sentence]; }
  std::uint32_t sentence_of(std::uint32_t word) const { return sentence_of_[word]; }

 private:
  const TaggedText* tagged_ = nullptr;  ///< must outlive this value
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> first_child_, children_, roots_, sentence_of_;
  std::vector<IndexRange> subtree_;
};

}  // namespace maillon
