// Lines that are no prose: teasers, advertisements, credits, bylines, datelines, navigation, markup.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "ingest/article.hpp"
#include "ingest/calendar_dates.hpp"

namespace maillon {

/// A stretch of a text that is no prose, and the rule that says so.
struct FoundBoilerplate {
  Boilerplate stretch;    ///< span in bytes of the text searched
  std::string_view rule;  ///< id; lives as long as the finder
};

struct BoilerplateFindings {
  std::vector<FoundBoilerplate> stretches;  ///< sorted, disjoint
  std::string date;  ///< ISO 8601 day that the text gives for its publication; empty without one
};

/// Immutable after loading; find() may be called from many threads at once. Time linear in the text.
class BoilerplateFinder {
 public:
  /// Reads schemas/fr/ingest/boilerplate.json.
  static Result<BoilerplateFinder> load(const Schemas&);
  BoilerplateFinder(BoilerplateFinder&&) noexcept;
  BoilerplateFinder& operator=(BoilerplateFinder&&) noexcept;
  ~BoilerplateFinder();

  /// `text` is normalized UTF-8 (ingest/charset.hpp).
  BoilerplateFindings find(std::string_view text) const;
  const CalendarDates& dates() const;

 private:
  BoilerplateFinder();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
