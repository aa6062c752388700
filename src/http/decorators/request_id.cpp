#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/http/decorators.h"

namespace policycalc::http {

namespace {

constexpr std::size_t kMaxLength = 64;

bool isAcceptable(std::string_view id) {
  return !id.empty() && id.size() <= kMaxLength && std::all_of(id.begin(), id.end(), [](char c) {
    return base::isLetter(c) || base::isDigit(c) || c == '.' || c == '_' || c == '-';
  });
}

/// A generator a thread. Ids must not collide, but they may be guessable.
std::mt19937_64& generator() {
  thread_local std::mt19937_64 engine = [] {
    std::random_device device;
    std::array<std::uint32_t, 8> words{};
    std::generate(words.begin(), words.end(), std::ref(device));
    std::seed_seq seed(words.begin(), words.end());
    return std::mt19937_64(seed);
  }();
  return engine;
}

}  // namespace

std::string chooseRequestId(std::string_view sent) {
  if (isAcceptable(sent)) return std::string(sent);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id;
  id.reserve(32);
  for (int half = 0; half < 2; ++half) {
    std::uint64_t bits = generator()();
    for (int digit = 0; digit < 16; ++digit, bits >>= 4) id.push_back(kDigits[bits & 0xF]);
  }
  return id;
}

Endpoint withRequestId(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    Response response = inner(request);
    response.headers.insert_or_assign("X-Request-Id", request.id);
    return response;
  };
}

}  // namespace policycalc::http
