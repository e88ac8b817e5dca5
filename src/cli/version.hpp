// The version that --version prints.
#pragma once

namespace maillon::cli {

inline constexpr const char* kVersion = MAILLON_VERSION;

}  // namespace maillon::cli
