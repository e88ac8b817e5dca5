// Names, noun phrases and pronouns -> typed entities of the article; times and quantities -> values.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

/// Immutable after loading; find() may be called from many threads at once.
class MentionFinder {
 public:
  /// Reads schemas/fr/mentions/*.json and ICU's country names.
  static Result<MentionFinder> load(const Schemas&);
  MentionFinder(MentionFinder&&) noexcept;
  MentionFinder& operator=(MentionFinder&&) noexcept;
  ~MentionFinder();

  /// Times are resolved against parsed.article().date. `parsed` must outlive the result.
  MentionSet find(const ParsedText& parsed) const;

 private:
  MentionFinder();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
