// `maillon query STORE` on a terminal: prompt, completion, history, commands.
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "built_program.hpp"

using maillon::test::built;
using maillon::test::TempFolder;

namespace {

/// The shell in a terminal of its own.
class Session {
 public:
  explicit Session(const std::string& state) {
    const std::string store = built().folder.path("out");
    child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    REQUIRE(child_ >= 0);
    if (child_ != 0) return;
    ::setenv("XDG_STATE_HOME", state.c_str(), 1);
    ::setenv("TERM", "xterm", 1);
    ::execl(MAILLON_PROGRAM, "maillon", "query", store.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
    ::close(terminal_);
  }

  /// Keys are for a shell that waits for them: what is typed before the prompt may be lost.
  void type(const std::string& keys) const {
    REQUIRE(::write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  /// Whether the terminal shows `text` within a minute; what stood before it is forgotten.
  bool shows(const std::string& text) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (true) {
      if (const std::size_t at = seen_.find(text); at != std::string::npos) {
        seen_.erase(0, at + text.size());
        return true;
      }
      pollfd waiting{terminal_, POLLIN, 0};
      if (std::chrono::steady_clock::now() > end || ::poll(&waiting, 1, 60'000) <= 0) break;
      char bytes[4096];
      const ssize_t size = ::read(terminal_, bytes, sizeof bytes);
      if (size <= 0) break;
      seen_.append(bytes, static_cast<std::size_t>(size));
    }
    WARN("the terminal shows: " << seen_);
    return false;
  }
  /// -1 where the program has not ended of itself within a minute.
  int exit_code() {
    int status = 0;
    for (int tenth = 0; tenth < 600; ++tenth) {
      if (::waitpid(child_, &status, WNOHANG) == child_) {
        child_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      }
      ::usleep(100'000);
    }
    return -1;
  }

 private:
  int terminal_ = -1;
  pid_t child_ = 0;
  std::string seen_;
};

}  // namespace

TEST_CASE("the shell completes names, goes on over lines, remembers, and tells what it can do") {
  const TempFolder state;
  {
    Session shell(state.path());
    REQUIRE(shell.shows("maillon> "));
    shell.type("MATCH (p:Pers\t");
    REQUIRE((shell.shows("Pers") && shell.shows("on ")));
    shell.type(") WHERE p.na\t");
    REQUIRE((shell.shows("p.na") && shell.shows("me")));
    shell.type(" IS NOT NULL\n");
    REQUIRE(shell.shows("-> "));
    shell.type("RETURN count(*) > 0 AS found;\n");
    REQUIRE(shell.shows("true"));
    REQUIRE((shell.shows("1 row") && shell.shows("maillon> ")));
    shell.type(":help\n");
    REQUIRE(shell.shows("\\schema"));
    REQUIRE(shell.shows("maillon> "));
    shell.type("RETURN 40 + nothing;\n");
    REQUIRE((shell.shows("there is no variable 'nothing'") && shell.shows("maillon> ")));
    shell.type("\\param n=2\n");
    REQUIRE(shell.shows("maillon> "));
    shell.type("RETURN 40 + $n AS answer;\n");
    REQUIRE((shell.shows("42") && shell.shows("maillon> ")));
    shell.type(":exit\n");
    CHECK(shell.exit_code() == 0);
  }
  CHECK(state.has("maillon/history"));
  Session again(state.path());
  REQUIRE(again.shows("maillon> "));
  again.type("\x1b[A\x1b[A");  // the last but one line of the session before
  REQUIRE(again.shows("RETURN 40 + $n AS answer;"));
  again.type("\n");
  REQUIRE((again.shows("there is no parameter $n") && again.shows("maillon> ")));
  again.type("\\quit\n");
  CHECK(again.exit_code() == 0);
}
