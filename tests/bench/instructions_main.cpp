// Answers `POST /api/v1/match` with `core` in process, so many times, for callgrind to count.
#include <cstdio>
#include <string>

#include "live/core_match.h"
#include "live/live_service.h"

int main(int argc, char** argv) {
  using namespace policycalc;
  const int times = argc > 1 ? std::stoi(argv[1]) : 1;
  const http::Request request = live::coreMatch();
  const live::LiveService service;
  std::size_t bytes = 0;
  for (int i = 0; i < times; ++i) {
    const http::Response response = service.router()(request);
    if (response.status != 200) {
      std::fprintf(stderr, "%d %s\n", response.status, response.body->c_str());
      return 1;
    }
    bytes = response.body->size();
  }
  std::printf("%d answers of %zu bytes\n", times, bytes);
  return 0;
}
