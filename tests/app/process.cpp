#include "app/process.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace policycalc::app::test {
namespace {

struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  }
  std::array<int, 2> ends{};
};

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

struct Child {
  pid_t pid = -1;
  int in = -1;
  int out = -1;
  int err = -1;
};

Child start(const std::vector<std::string>& words, const std::vector<std::string>& variables) {
  std::vector<std::string> arguments{POLICYCALC_PROGRAM};
  arguments.insert(arguments.end(), words.begin(), words.end());
  std::vector<std::string> environment{"HOME=/nonexistent"};
  // The sanitizers' settings reach the program through the environment.
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + "=" + value);
  }
  environment.insert(environment.end(), variables.begin(), variables.end());
  const Pipe in;
  const Pipe out;
  const Pipe err;
  std::vector<char*> argv = pointersTo(arguments);
  std::vector<char*> envp = pointersTo(environment);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("fork failed");
  if (pid == 0) {
    ::dup2(in.ends[0], 0);
    ::dup2(out.ends[1], 1);
    ::dup2(err.ends[1], 2);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  ::close(in.ends[0]);
  ::close(out.ends[1]);
  ::close(err.ends[1]);
  return {pid, in.ends[1], out.ends[0], err.ends[0]};
}

/// Reads both until they end.
void drain(int out, int err, Finished& finished) {
  std::array<pollfd, 2> streams{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  std::array<std::string*, 2> texts{&finished.out, &finished.err};
  int open = 2;
  std::array<char, 65536> buffer{};
  while (open > 0 && ::poll(streams.data(), streams.size(), -1) > 0) {
    for (std::size_t i = 0; i < streams.size(); ++i) {
      if (streams[i].fd < 0 || streams[i].revents == 0) continue;
      const ssize_t count = ::read(streams[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      } else {
        ::close(streams[i].fd);
        streams[i].fd = -1;
        --open;
      }
    }
  }
}

int exitCodeOf(pid_t pid) {
  int status = 0;
  if (::waitpid(pid, &status, 0) != pid) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Finished run(const std::vector<std::string>& words, const std::string& input,
             const std::vector<std::string>& variables) {
  ::signal(SIGPIPE, SIG_IGN);
  const Child child = start(words, variables);
  // The inputs of the tests fit into a pipe's buffer, so that writing first cannot block.
  const ssize_t written = ::write(child.in, input.data(), input.size());
  static_cast<void>(written);
  ::close(child.in);
  Finished finished;
  drain(child.out, child.err, finished);
  finished.exit_code = exitCodeOf(child.pid);
  return finished;
}

Serving::Serving(const std::vector<std::string>& words, const std::vector<std::string>& variables) {
  const Child child = start(words, variables);
  ::close(child.in);
  child_ = child.pid;
  out_ = child.out;
  err_ = child.err;
  std::string line;
  char c = 0;
  while (::read(out_, &c, 1) == 1 && c != '\n') line += c;
  const std::size_t colon = line.rfind(':');
  if (colon != std::string::npos && line.rfind("listening on http://", 0) == 0) {
    port_ = static_cast<unsigned short>(std::stoi(line.substr(colon + 1)));
  }
}

Serving::~Serving() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  exitCodeOf(child_);
  ::close(out_);
  ::close(err_);
}

Running::Running(const std::vector<std::string>& words) {
  const Child child = start(words, {});
  ::close(child.in);
  child_ = child.pid;
  out_ = child.out;
  err_ = child.err;
}

Running::~Running() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  exitCodeOf(child_);
  ::close(out_);
  ::close(err_);
}

void Running::signal(int number) const {
  ::kill(child_, number);
}

Finished Running::wait() {
  Finished finished;
  drain(out_, err_, finished);
  finished.exit_code = exitCodeOf(child_);
  child_ = -1;
  return finished;
}

void Serving::signal(int number) const {
  ::kill(child_, number);
}

Finished Serving::wait() {
  Finished finished;
  drain(out_, err_, finished);
  finished.exit_code = exitCodeOf(child_);
  child_ = -1;
  return finished;
}

}  // namespace policycalc::app::test
