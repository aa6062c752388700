#include "publishing/serving.h"

#include <chrono>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "http/raw_client.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace {

constexpr std::chrono::milliseconds kPromised{5000};
constexpr std::chrono::milliseconds kStep{100};

}  // namespace

std::string get(unsigned short port, const std::string& path) {
  const auto answer = http::test::exchange(
      port, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  BOOST_TEST(answer.status == 200, path);
  return answer.body;
}

std::string hashAt(unsigned short port) {
  return policycalc::test::at(policycalc::test::parse(get(port, "/api/v1/catalogue")), "/hash")
      .text;
}

std::string nextHash(unsigned short port, const std::string& before) {
  const auto end = std::chrono::steady_clock::now() + kPromised;
  std::string now = before;
  while (now == before && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(kStep);
    now = hashAt(port);
  }
  return now;
}

}  // namespace policycalc::app::test
