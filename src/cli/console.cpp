#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace maillon::cli {

namespace {

constexpr std::size_t kBuffer = 64 * 1024;

/// 0, or the errno that stopped the writing.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

bool wants_color(std::string_view when, bool terminal) {
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return terminal && !(term != nullptr && std::string_view(term) == "dumb");
}

std::string styled(bool color, std::string_view style, std::string_view text) {
  if (!color) return std::string(text);
  return "\x1b[" + std::string(style) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace

bool Output::write(std::string_view bytes) {
  if (error_ != 0) return false;
  buffer_ += bytes;
  return buffer_.size() < kBuffer || flush();
}

bool Output::flush() {
  if (error_ == 0) error_ = write_all(STDOUT_FILENO, buffer_);
  buffer_.clear();
  return error_ == 0;
}

Status Output::status() const {
  if (error_ == 0 || error_ == EPIPE) return {};
  return error_in("standard output", std::string("cannot be written: ") + std::strerror(error_));
}

Console::Console(std::string_view color, bool quiet)
    : out_terminal_(::isatty(STDOUT_FILENO) == 1),
      err_terminal_(::isatty(STDERR_FILENO) == 1),
      out_color_(wants_color(color, out_terminal_)),
      err_color_(wants_color(color, err_terminal_)),
      quiet_(quiet) {}

int Console::width() const {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

std::string Console::paint(std::string_view style, std::string_view text) const {
  return styled(out_color_, style, text);
}

void Console::report(const Diagnostic& d) {
  clear_progress();
  const bool error = d.severity == Severity::error;
  if (error) ++errors_;
  const std::string label =
      error ? styled(err_color_, "1;31", "error") : styled(err_color_, "1;33", "warning");
  write_all(STDERR_FILENO, "maillon: " + label + ": " + d.to_string() + "\n");
}

void Console::note(std::string_view text) {
  if (quiet_) return;
  clear_progress();
  write_all(STDERR_FILENO, std::string(text) + "\n");
}

void Console::progress(std::string_view text) {
  if (quiet_ || !err_terminal_) return;
  write_all(STDERR_FILENO, "\r\x1b[K" + std::string(text));
  progress_shown_ = true;
}

void Console::clear_progress() {
  if (!progress_shown_) return;
  write_all(STDERR_FILENO, "\r\x1b[K");
  progress_shown_ = false;
}

int Console::exit_code(int otherwise) {
  out.flush();
  clear_progress();
  if (Status s = out.status(); !s) report(s.error());
  return errors_ > 0 ? static_cast<int>(kFailed) : otherwise;
}

}  // namespace maillon::cli
