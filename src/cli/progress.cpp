#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace maillon::cli {

Progress::Progress(Console& console, const DocumentReader& reader)
    : console_(console), reader_(reader), total_(reader.total_bytes()) {}

void Progress::step() {
  ++articles_;
  constexpr auto kBetween = std::chrono::milliseconds(100);
  const Clock::time_point now = Clock::now();
  if (!console_.err_is_terminal() || now - shown_ < kBetween) return;
  shown_ = now;
  show();
}

void Progress::show() {
  const double seconds = std::chrono::duration<double>(shown_ - begin_).count();
  const std::string speed =
      fmt::format("{} articles, {:.0f} a second", articles_, static_cast<double>(articles_) / seconds);
  if (!total_ || *total_ == 0) return console_.progress(speed);
  constexpr int kCells = 30;
  const double part = std::min(1.0, static_cast<double>(reader_.bytes_read()) / static_cast<double>(*total_));
  const int full = static_cast<int>(part * kCells);
  std::string bar;
  for (int i = 0; i < kCells; ++i) bar += i < full ? "█" : "░";
  console_.progress(fmt::format("{} {:3.0f} %  {}", bar, part * 100, speed));
}

}  // namespace maillon::cli
