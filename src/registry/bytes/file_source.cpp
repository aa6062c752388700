#include <array>
#include <cerrno>
#include <poll.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "policycalc/registry/bytes.h"

namespace policycalc::registry {

base::Issue issueOf(std::string code, std::string message, std::string message_zh) {
  base::Issue issue;
  issue.code = std::move(code);
  issue.message = std::move(message);
  issue.message_zh = std::move(message_zh);
  return issue;
}

base::Result<std::size_t, base::Issue> FileSource::read(char* into, std::size_t size) {
  while (true) {
    if (stop_ >= 0) {
      std::array<pollfd, 2> waited{{{file_, POLLIN, 0}, {stop_, POLLIN, 0}}};
      const int ready = ::poll(waited.data(), waited.size(), -1);
      if (ready < 0 && errno == EINTR) continue;
      if (waited[1].revents != 0) return std::size_t{0};
    }
    const ssize_t count = ::read(file_, into, size);
    if (count >= 0) {
      bytes_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno == EINTR) continue;
    const std::string why = std::generic_category().message(errno);
    return issueOf("cannot_read", "the input cannot be read: " + why, "无法读取输入：" + why);
  }
}

}  // namespace policycalc::registry
