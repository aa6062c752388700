#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace policycalc::app::test {

/// How a program ended.
struct Finished {
  int exit_code = -1;  ///< -1 if a signal ended it
  std::string out;
  std::string err;
};

/// Runs the program with these words and this standard input until it ends. Its environment holds
/// only HOME and `variables` (`NAME=value`).
Finished run(const std::vector<std::string>& words, const std::string& input = {},
             const std::vector<std::string>& variables = {});

/// `policycalc serve` in the background. The constructor returns once the service listens.
class Serving {
 public:
  Serving(const std::vector<std::string>& words, const std::vector<std::string>& variables);
  ~Serving();  ///< SIGKILL if it still runs

  /// The port that its first line names; 0 if it ended without one.
  unsigned short port() const { return port_; }
  void signal(int number) const;
  Finished wait();

 private:
  pid_t child_ = -1;
  int out_ = -1;
  int err_ = -1;
  unsigned short port_ = 0;
};

/// Any command in the background, which may be killed at any moment.
class Running {
 public:
  explicit Running(const std::vector<std::string>& words);
  ~Running();  ///< SIGKILL if it still runs
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void signal(int number) const;
  Finished wait();

 private:
  pid_t child_ = -1;
  int out_ = -1;
  int err_ = -1;
};

}  // namespace policycalc::app::test
