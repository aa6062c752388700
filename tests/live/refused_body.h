#pragma once

#include <ostream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/value.h"

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::live {

/// A row of a data test: a body that an endpoint refuses, and the issue that it names first.
struct RefusedBody {
  std::string name;
  std::string body;
  std::string pointer;
  std::string code;
};

inline std::ostream& operator<<(std::ostream& out, const RefusedBody& row) {
  return out << row.name;
}

/// Posts the body to `path` and returns the problem that names it.
inline json::Value refusalOf(const LiveService& service, const std::string& path,
                             const RefusedBody& row) {
  const auto reply = service.post(path, row.body);
  BOOST_TEST_REQUIRE(reply.status == 400, reply.text.substr(0, 2000));
  json::Value problem = test::parse(reply.body);
  BOOST_TEST(test::textAt(problem, "/issues/0/code") == row.code);
  BOOST_TEST(test::textAt(problem, "/issues/0/pointer") == row.pointer);
  return problem;
}

}  // namespace policycalc::live
