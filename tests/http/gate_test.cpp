#include "policycalc/http/gate.h"

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <stdexcept>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/http/message.h"

namespace policycalc::http {
namespace {

using std::chrono::milliseconds;

/// An endpoint that stays inside until it may go on.
struct Slow {
  std::latch inside;
  std::promise<void> go_on;
  std::shared_future<void> may_go_on = go_on.get_future().share();

  explicit Slow(int requests) : inside(requests) {}
  Endpoint endpoint() {
    return [this](const Request&) {
      inside.count_down();
      may_go_on.wait();
      return Response::json("{}");
    };
  }
};

int statusOf(const Endpoint& endpoint) {
  return endpoint(Request{}).status;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(GateTest)

BOOST_AUTO_TEST_CASE(a_full_gate_answers_busy_and_counts) {
  const auto gate = std::make_shared<Gate>(2, milliseconds(1));
  Slow slow(2);
  const Endpoint endpoint = withGate(slow.endpoint(), gate);
  auto first = std::async(std::launch::async, [&] { return statusOf(endpoint); });
  auto second = std::async(std::launch::async, [&] { return statusOf(endpoint); });
  slow.inside.wait();
  const Response refused = endpoint(Request{});
  BOOST_TEST(refused.status == 503);
  BOOST_TEST(refused.headers.at("Retry-After") == "1");
  BOOST_TEST(gate->refused() == 1U);
  slow.go_on.set_value();
  BOOST_TEST(first.get() == 200);
  BOOST_TEST(second.get() == 200);
  BOOST_TEST(statusOf(endpoint) == 200);
}

BOOST_AUTO_TEST_CASE(the_others_wait_for_their_turn) {
  const auto gate = std::make_shared<Gate>(2, std::chrono::minutes(10));
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  const Endpoint endpoint = withGate(
      [&](const Request&) {
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        --inside;
        return Response::json("{}");
      },
      gate);
  std::vector<std::future<int>> all;
  all.reserve(32);
  for (int i = 0; i < 32; ++i) {
    all.push_back(std::async(std::launch::async, [&] { return statusOf(endpoint); }));
  }
  for (auto& one : all) BOOST_TEST(one.get() == 200);
  BOOST_TEST(most <= 2);
  BOOST_TEST(gate->refused() == 0U);
}

BOOST_AUTO_TEST_CASE(an_endpoint_that_throws_gives_its_place_back) {
  const auto gate = std::make_shared<Gate>(1, milliseconds(1));
  bool fails = true;
  const Endpoint endpoint = withGate(
      [&](const Request&) {
        if (fails) throw std::runtime_error("no");
        return Response::json("{}");
      },
      gate);
  BOOST_CHECK_THROW(endpoint(Request{}), std::runtime_error);
  fails = false;
  BOOST_TEST(statusOf(endpoint) == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::http
