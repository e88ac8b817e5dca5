// The cascade, in the order in which Parser runs it. Each pass reads what those before it left.
#pragma once

#include "syntax/sentence.hpp"

namespace maillon::syntax {

/// Fixed expressions of locutions.tsv: "ainsi que", "à partir", "grâce à".
void join_locutions(Sentence&);
/// Auxiliaries, clitics, negation and adverbs inside verb groups; passives and copulas.
void chunk_verbs(Sentence&);
/// Determiners, numerals, adjectives, names and prepositions around nominal heads.
void chunk_nominals(Sentence&);
/// The list of units: one a chunk, one a mark.
void collect_units(Sentence&);
/// "dix morts, dont deux enfants": clauses of dont that have no verb.
void find_verbless_dont(Sentence&);
/// "au cours de laquelle": the noun phrase before the relative pronoun opens the clause with it.
void front_relatives(Sentence&);
/// For every finite verb its subordinator or relative pronoun, and its subject to the left.
void find_subjects(Sentence&);
/// Everything between units: one walk from left to right over the right frontier.
void attach_units(Sentence&);
/// Attributes become heads of their copulas.
void turn_copulas(Sentence&);
void attach_punctuation(Sentence&);
/// Exactly one root, no cycle, whatever came before.
void secure_tree(Sentence&);

}  // namespace maillon::syntax
