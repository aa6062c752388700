#include <csignal>
#include <cstdio>
#include <iostream>
#include <optional>
#include <termios.h>
#include <unistd.h>
#include <utility>

#include "policycalc/vault/password.h"

#include "app/staff.h"

namespace policycalc::app {
namespace {

using vault::PasswordFault;

// More than any password needs; the rest is not read.
constexpr std::size_t kMostBytes = 4096;

/// Switches off the echo of the terminal at standard input, if there is a terminal. Meanwhile
/// Ctrl-C ends the reading; if it ended the program, the terminal would stay silent.
class Silence {
 public:
  Silence() : there_(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!there_) return;
    struct sigaction interrupting = {};
    interrupting.sa_handler = [](int) {};
    ::sigaction(SIGINT, &interrupting, &action_before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    if (!there_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    ::sigaction(SIGINT, &action_before_, nullptr);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

  bool onTerminal() const { return there_; }

 private:
  termios before_{};
  struct sigaction action_before_ = {};
  bool there_;
};

/// One line without its end; nothing if standard input holds more than one line.
std::optional<std::string> readLine() {
  const Silence silence;
  if (silence.onTerminal()) std::cerr << "password: " << std::flush;
  std::string line;
  int c = std::cin.get();
  for (; c != EOF && c != '\n' && line.size() <= kMostBytes; c = std::cin.get()) {
    line += static_cast<char>(c);
  }
  if (silence.onTerminal()) {
    std::cerr << '\n';
  } else if (c == '\n' && std::cin.get() != EOF) {
    return std::nullopt;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::string messageOf(PasswordFault fault) {
  switch (fault) {
    case PasswordFault::kNone:
      break;
    case PasswordFault::kTooShort:
      return "the password is too short: it needs " +
             std::to_string(vault::kFewestPasswordCharacters) + " characters or more";
    case PasswordFault::kTooLong:
      return "the password is too long: it may have at most " +
             std::to_string(vault::kMostPasswordCharacters) + " characters";
    case PasswordFault::kNotText:
      return "the password is not UTF-8 text or holds a control character";
    case PasswordFault::kIsLogin:
      return "the password is the log-in";
    case PasswordFault::kGuessable:
      return "the password is easy to guess: join four or more words that have nothing to do with "
             "each other, without names, places, years, runs of digits and keyboard rows";
  }
  return {};
}

}  // namespace

base::Result<std::string> readNewPassword(const store::StaffMember& member) {
  const auto fail = [](std::string message) {
    return base::Error{base::Error::Code::kInvalid, std::move(message), {}};
  };
  const std::optional<std::string> password = readLine();
  if (!password) return fail("standard input holds more than the one line of the password");
  if (password->empty()) return fail("the password is missing: it is read from standard input");
  const PasswordFault fault = vault::passwordFault(*password, {member.login, member.name});
  if (fault != PasswordFault::kNone) return fail(messageOf(fault));
  return *password;
}

}  // namespace policycalc::app
