#pragma once

#include <csignal>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace policycalc::store::test {

/// A child of this process that runs `body(fd)` and whose lines, written to that descriptor, are
/// read here. Start it while no other thread runs.
class ChildProcess {
 public:
  template <typename Body>
  explicit ChildProcess(Body body) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe failed");
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("fork failed");
    if (pid_ == 0) {
      ::close(ends[0]);
      run(body, ends[1]);
    }
    ::close(ends[1]);
    input_ = ends[0];
  }
  ~ChildProcess() {
    if (pid_ > 0) kill();
    ::close(input_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// False at the end of the output; an unfinished last line does not count.
  bool readLine(std::string& line) {
    line.clear();
    for (char c = 0; ::read(input_, &c, 1) == 1; line += c) {
      if (c == '\n') return true;
    }
    return false;
  }

  void kill() {
    ::kill(pid_, SIGKILL);
    wait();
  }

  int wait() {
    int status = -1;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return status;
  }

 private:
  template <typename Body>
  [[noreturn]] static void run(Body& body, int output) {
    try {
      body(output);
      ::_exit(0);
    } catch (...) {
      ::_exit(1);
    }
  }

  pid_t pid_ = -1;
  int input_ = -1;
};

/// Kills `child` once it has written `count` lines; gives all that it wrote.
inline std::vector<std::string> linesBeforeKill(ChildProcess& child, std::size_t count) {
  std::vector<std::string> lines;
  std::string line;
  while (lines.size() < count && child.readLine(line)) lines.push_back(line);
  child.kill();
  while (child.readLine(line)) lines.push_back(line);
  return lines;
}

/// Lines of the form `CHANGE NAME`: the last change of each name.
inline std::map<std::string, std::string> lastChanges(const std::vector<std::string>& lines) {
  std::map<std::string, std::string> last;
  for (const std::string& line : lines) {
    const std::size_t blank = line.find(' ');
    last[line.substr(blank + 1)] = line.substr(0, blank);
  }
  return last;
}

inline void writeLine(int output, const std::string& text) {
  const std::string line = text + "\n";
  if (::write(output, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(2);
}

}  // namespace policycalc::store::test
