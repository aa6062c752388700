// Repeats the request of standard input on keep-alive connections: PORT CONNECTIONS MILLISECONDS.
// Prints the rate as JSON.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "bench/http_load.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: policycalc_load PORT CONNECTIONS MILLISECONDS\n", stderr);
    return 2;
  }
  const std::string request{std::istreambuf_iterator<char>(std::cin),
                            std::istreambuf_iterator<char>()};
  const auto result =
      policycalc::bench::load(static_cast<std::uint16_t>(std::stoi(argv[1])), request,
                              std::stoi(argv[2]), std::chrono::milliseconds(std::stoi(argv[3])));
  std::printf("{\"requests_per_second\":%.1f,\"failed\":%ju}\n", result.requests_per_second,
              std::uintmax_t{result.failed});
  return 0;
}
