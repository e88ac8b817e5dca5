// Where the program speaks: standard output for results, standard error for people.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace maillon::cli {

/// What the process tells its caller.
enum ExitCode : int { kDone = 0, kNothingFound = 1, kFailed = 2 };

/// Results. Buffered; a reader that has gone away (closed pipe) ends the writing quietly.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// False once nobody reads any more or the disk is full: the caller may stop.
  bool write(std::string_view bytes);
  bool flush();
  /// The failure that ended the writing, unless it was a closed pipe.
  Status status() const;
  bool closed() const { return error_ != 0; }

 private:
  std::string buffer_;
  int error_ = 0;  ///< errno
};

/// Terminals, colours and messages.
class Console {
 public:
  /// `color` is auto, always or never; auto heeds NO_COLOR (no-color.org) and TERM=dumb.
  Console(std::string_view color, bool quiet);

  Output out;

  bool out_is_terminal() const { return out_terminal_; }
  bool err_is_terminal() const { return err_terminal_; }
  bool quiet() const { return quiet_; }
  /// Columns of the terminal; 100 where there is none.
  int width() const;

  /// `text` between the escape codes of `style` ("1;31") where standard output shows colours.
  std::string paint(std::string_view style, std::string_view text) const;

  /// Prints the diagnostic on standard error and remembers that there was one.
  void report(const Diagnostic& d);
  /// A line on standard error; nothing with --quiet.
  void note(std::string_view text);
  /// A line on standard error that the next one overwrites; only on a terminal and without --quiet.
  void progress(std::string_view text);

  std::size_t errors() const { return errors_; }
  /// kFailed after errors, else `otherwise`.
  int exit_code(int otherwise = kDone);

 private:
  void clear_progress();

  bool out_terminal_, err_terminal_, out_color_, err_color_, quiet_;
  bool progress_shown_ = false;
  std::size_t errors_ = 0;
};

}  // namespace maillon::cli
