#include "registry/lines_written.h"

#include <array>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace policycalc::registry::test {

std::string textWritten(const std::function<void(Sink&)>& write) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  std::string out;
  std::thread reading([&] {
    std::array<char, 65536> buffer{};
    while (true) {
      const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
      if (count <= 0) break;
      out.append(buffer.data(), static_cast<std::size_t>(count));
    }
  });
  Sink sink(ends[1]);
  write(sink);
  ::close(ends[1]);
  reading.join();
  ::close(ends[0]);
  return out;
}

std::vector<std::string> linesWritten(const std::function<void(Sink&)>& write) {
  std::vector<std::string> lines;
  std::istringstream stream(textWritten(write));
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace policycalc::registry::test
