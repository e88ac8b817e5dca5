#include "mentions/mention_finder.hpp"

namespace maillon {

struct MentionFinder::Data {};

MentionFinder::MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

Result<MentionFinder> MentionFinder::load(const Schemas&) {
  MentionFinder out;
  out.data_ = std::make_unique<Data>();
  return out;
}

MentionSet MentionFinder::find(const ParsedText& parsed) const {
  MentionSet out;
  out.parsed = &parsed;
  out.mention_at.assign(parsed.size(), kNone);
  out.time_at.assign(parsed.size(), kNone);
  return out;
}

}  // namespace maillon
