#include "soak/service.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <signal.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace policycalc::soak {
namespace {

/// Runs the program with `words`; only what exec needs happens after fork().
pid_t start(std::vector<std::string> words, const std::string& log, int out) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string home = "HOME=/nonexistent";
  std::array<char*, 2> envp{home.data(), nullptr};
  const int err = ::open(log.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  ::close(err);
  return pid;
}

}  // namespace

Service::Service(const std::vector<std::string>& options) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  std::vector<std::string> words{POLICYCALC_PROGRAM,         "serve", "--port", "0", "--database",
                                 folder_.database().string()};
  words.insert(words.end(), options.begin(), options.end());
  child_ = start(std::move(words), (folder_.path() / "log").string(), ends[1]);
  ::close(ends[1]);
  out_ = ends[0];
  std::string line;
  char c = 0;
  while (::read(out_, &c, 1) == 1 && c != '\n') line += c;
  const std::size_t colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("the service does not start");
  port_ = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

Service::~Service() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    wait();
  }
  ::close(out_);
}

void Service::signal(int number) const {
  ::kill(child_, number);
}

int Service::wait() {
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

double Service::status(const std::string& key) const {
  std::ifstream file("/proc/" + std::to_string(child_) + "/status");
  std::string word;
  double kilobytes = 0;
  constexpr double kKilobytes = 1024;
  while (file >> word) {
    if (word == key && file >> kilobytes) return kilobytes / kKilobytes;
  }
  throw std::runtime_error("the service has ended");
}

}  // namespace policycalc::soak
