// Prints a made company register of so many rows as CSV.
#include <algorithm>
#include <cstdio>
#include <string>

#include "registry/made_register.h"

int main(int argc, char** argv) {
  constexpr std::uint32_t kSeed = 17;
  constexpr std::size_t kDifferent = 10'000;
  std::size_t left = argc > 1 ? std::stoul(argv[1]) : kDifferent;
  const std::string csv =
      policycalc::registry::test::madeRegister(kSeed, std::min(left, kDifferent)).csv;
  const std::size_t head = csv.find('\n') + 1;
  std::fwrite(csv.data(), 1, head, stdout);
  for (; left >= kDifferent; left -= kDifferent) {
    std::fwrite(csv.data() + head, 1, csv.size() - head, stdout);
  }
  std::size_t end = head;
  for (; left > 0; --left) end = csv.find('\n', end) + 1;
  std::fwrite(csv.data() + head, 1, end - head, stdout);
  return std::fflush(stdout) == 0 ? 0 : 1;
}
