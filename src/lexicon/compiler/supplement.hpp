// schemas/fr/lexicon: closed classes, contractions and corrections that are laid over the dictionary.
#pragma once

#include <string>

#include "lexicon_builder.hpp"

namespace maillon::lexc {

/// Tab-separated files; empty lines and lines that begin with "# " are comments. In every column "_" is
/// "nothing". Columns:
///   closed/*.tsv       form lemma upos feats [frame-or-names]   a form written "=form" loses its dictionary
///   readings contractions.tsv   form first-form first-lemma first-upos first-feats second-form second-lemma
///   second-upos second-feats auxiliaries.txt    a verb's lemma: each of its readings exists as AUX too
///   adjectival_participles.txt   a past participle (masculine singular) that is an adjective too
///   corrections.tsv    drop form upos [lemma] | lemma form upos lemma
Status add_supplement(const std::string& folder, LexiconBuilder& builder);

}  // namespace maillon::lexc
