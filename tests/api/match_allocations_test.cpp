// How often a warm `POST /api/v1/match` with `core` asks for memory: each time takes a lock or a
// cache line that other threads want too.
#include <atomic>
#include <cstdlib>
#include <new>

#include <boost/test/unit_test.hpp>

#include "live/core_match.h"
#include "live/live_service.h"

namespace {

std::atomic<bool> counts{false};
thread_local std::size_t allocations = 0;

void* allocate(std::size_t size) {
  if (counts.load(std::memory_order_relaxed)) ++allocations;
  void* const memory = std::malloc(size == 0 ? 1 : size);  // NOLINT: this is operator new
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  return allocate(size);
}
void* operator new[](std::size_t size) {
  return allocate(size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);  // NOLINT
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);  // NOLINT
}
void operator delete[](void* memory) noexcept {
  std::free(memory);  // NOLINT
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);  // NOLINT
}

namespace policycalc::test {

BOOST_AUTO_TEST_SUITE(MatchAllocations)

BOOST_AUTO_TEST_CASE(a_warm_core_match_asks_for_memory_a_few_times) {
  constexpr std::size_t kBound = 50;
  constexpr int kWarm = 20;
  const http::Request request = live::coreMatch();
  const live::LiveService service;
  for (int i = 0; i < kWarm; ++i) BOOST_REQUIRE(service.router()(request).status == 200);
  allocations = 0;
  counts = true;
  const http::Response response = service.router()(request);
  counts = false;
  const std::size_t asked = allocations;
  BOOST_TEST(response.status == 200);
  BOOST_TEST_MESSAGE("allocations: " << asked);
  BOOST_TEST(asked > 0U);
  BOOST_TEST(asked < kBound);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
