// Ministries, central banks, armies: names that every state gives to one of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentions/gazetteer.hpp"

namespace maillon {

struct StateOrgan {
  std::string name;   ///< folded, without the state: "ministere de la defense"
  std::string state;  ///< folded name of the state; empty where the label names none
};

/// Immutable after construction.
class StateOrgans {
 public:
  /// `names`: what an organ's label begins with; of synonyms ("armée=forces armées") the first stands for
  /// all.
  StateOrgans(const std::vector<std::string>& names, Gazetteer gazetteer);

  /// "ministère suédois de la Défense" and "ministère de la Défense de Suède" are one organ. Nothing where
  /// the label names no organ of a state.
  std::optional<StateOrgan> read(std::string_view label) const;

 private:
  struct Place {
    std::size_t begin = 0, end = 0;  ///< words
    std::string state;               ///< empty for a region
  };
  bool of_land(std::uint32_t entry) const;
  std::optional<Place> place_in(const std::vector<std::string_view>& words, std::size_t from) const;

  std::vector<std::pair<std::string, std::string>>
      names_;  ///< folded name and what stands for it, longest first
  Gazetteer gazetteer_;
};

}  // namespace maillon
