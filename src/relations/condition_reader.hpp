// Reads the conditions of frames and their triggers from JSON.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "relations/condition.hpp"

namespace maillon {

/// What each function returns is what is wrong, for a message; empty where nothing is.
struct ConditionReader {
  std::vector<std::string> nouns;  ///< names of the classes, by bit

  /// A condition, or a list of them.
  std::string read(const rapidjson::Value&, std::vector<Condition>& to) const;
  /// "types" or "nouns" of a participant.
  std::string participant_member(std::string_view name, const rapidjson::Value&, ParticipantTest& to) const;

 private:
  std::string condition(const rapidjson::Value&, Condition& to) const;
  std::string participant(const rapidjson::Value&, ParticipantTest& to,
                          std::vector<std::string>* prepositions) const;
  std::string complements(const rapidjson::Value&, std::uint8_t& to) const;
};

}  // namespace maillon
