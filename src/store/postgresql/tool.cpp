#include "store/postgresql/tool.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "policycalc/base/ascii.h"
#include "policycalc/store/error.h"

#include "store/postgresql/address.h"

namespace policycalc::store::postgresql {
namespace {

/// A list of the parts of a backup is a tenth of it.
constexpr std::size_t kMostSaid = std::size_t{1} << 20U;

void check(int failure, const std::string& what) {
  if (failure == 0) return;
  throw StoreError(StoreError::Kind::kOther,
                   what + " (" + std::generic_category().message(failure) + ")");
}

/// Closes what the child gets at the end.
class Pipe {
 public:
  Pipe() { check(::pipe2(ends_.data(), O_CLOEXEC) == 0 ? 0 : errno, "cannot make a pipe"); }
  ~Pipe() {
    ::close(ends_[0]);
    if (ends_[1] >= 0) ::close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int in() const { return ends_[1]; }

  /// All that is written until the other side closes; only the first kMostSaid bytes are kept.
  std::string read() {
    ::close(ends_[1]);
    ends_[1] = -1;
    std::string all;
    std::array<char, 4096> part{};
    for (;;) {
      const ssize_t got = ::read(ends_[0], part.data(), part.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return all;
      const auto count = std::min(static_cast<std::size_t>(got), kMostSaid - all.size());
      all.append(part.data(), count);
    }
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

/// What a child is started with: its outputs to a pipe, no input, the usual signals.
class Start {
 public:
  explicit Start(int out) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawnattr_init(&traits_);
    ::posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files_, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, out, STDERR_FILENO);
    ::sigset_t none{};
    ::sigset_t usual{};
    ::sigemptyset(&none);
    ::sigemptyset(&usual);
    for (const int number : {SIGPIPE, SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&usual, number);
    ::posix_spawnattr_setsigmask(&traits_, &none);
    ::posix_spawnattr_setsigdefault(&traits_, &usual);
    ::posix_spawnattr_setflags(&traits_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Start() {
    ::posix_spawnattr_destroy(&traits_);
    ::posix_spawn_file_actions_destroy(&files_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  const ::posix_spawn_file_actions_t* files() const { return &files_; }
  const ::posix_spawnattr_t* traits() const { return &traits_; }

 private:
  ::posix_spawn_file_actions_t files_{};
  ::posix_spawnattr_t traits_{};
};

bool isSet(std::string_view variable, std::string_view name) {
  return variable.substr(0, name.size()) == name && variable.substr(name.size(), 1) == "=";
}

std::vector<std::string> variablesFor(const std::string& address) {
  const ToolAddress parts = toolAddress(address);
  std::vector<std::string> variables;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view variable = *each;
    const bool replaced = isSet(variable, "LC_ALL") || isSet(variable, "LANGUAGE") ||
                          (!parts.password.empty() && isSet(variable, "PGPASSWORD")) ||
                          (!parts.host.empty() && isSet(variable, "PGHOST"));
    if (!replaced) variables.emplace_back(variable);
  }
  variables.emplace_back("LC_ALL=C");
  if (!parts.password.empty()) variables.push_back("PGPASSWORD=" + parts.password);
  // Debian's wrapper chooses the version of the programs by it.
  if (!parts.host.empty()) variables.push_back("PGHOST=" + parts.host);
  return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

bool endsWell(::pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// What follows `mark` in its line; "" without one.
std::string after(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + mark.size();
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

ToolEnd runTool(const std::string& name, const std::vector<std::string>& words,
                const std::string& address) {
  std::vector<std::string> variables = variablesFor(address);
  std::vector<std::string> line = {name};
  line.insert(line.end(), words.begin(), words.end());
  const std::vector<char*> arguments = pointersTo(line);
  const std::vector<char*> environment = pointersTo(variables);
  Pipe pipe;
  const Start start(pipe.in());
  ::pid_t child = -1;
  const int failure = ::posix_spawnp(&child, name.c_str(), start.files(), start.traits(),
                                     arguments.data(), environment.data());
  ToolEnd end;
  if (failure == ENOENT || failure == EACCES || failure == ENOTDIR) {
    end.missing = true;
    return end;
  }
  check(failure, "cannot start " + name);
  end.said = pipe.read();
  end.done = endsWell(child);
  return end;
}

std::string whyFailed(const std::string& name, const ToolEnd& end) {
  if (end.missing) return name + " is missing: install the client of PostgreSQL";
  const std::string detail = after(end.said, "detail: ");
  if (end.said.find("server version mismatch") != std::string::npos) {
    return name + " is older than the server: install the client of its version" +
           (detail.empty() ? "" : " (" + detail + ")");
  }
  const std::string error = after(end.said, "error: ");
  if (error.empty()) return name + " was ended before it was done";
  return name + ": " + error + (detail.empty() ? "" : " (" + detail + ")");
}

std::string toolVersion(const std::string& name, const std::string& address) {
  const ToolEnd end = runTool(name, {"--version"}, address);
  const std::string version = end.done ? after(end.said, "(PostgreSQL) ") : "";
  return version.substr(0, version.find(' '));
}

}  // namespace policycalc::store::postgresql
