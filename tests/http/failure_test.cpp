#include "policycalc/http/failure.h"

#include <iterator>
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/http/message.h"
#include "policycalc/http/problem.h"

namespace data = boost::unit_test::data;
namespace http = policycalc::http;
using http::Failure;

namespace {

struct Row {
  Failure failure;
  int status;
  const char* retry_after;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << "failure " << static_cast<int>(row.failure);
}

const Row kRows[] = {
    {Failure::kLineEnd, 400, ""},
    {Failure::kRequestLine, 400, ""},
    {Failure::kVersion, 505, ""},
    {Failure::kLineTooLong, 414, ""},
    {Failure::kHeaderLine, 400, ""},
    {Failure::kHeadersTooLarge, 431, ""},
    {Failure::kRepeatedHeader, 400, ""},
    {Failure::kHost, 400, ""},
    {Failure::kTarget, 400, ""},
    {Failure::kEscape, 400, ""},
    {Failure::kPath, 400, ""},
    {Failure::kContentLength, 400, ""},
    {Failure::kLengthAndCoding, 400, ""},
    {Failure::kTransferCoding, 501, ""},
    {Failure::kLengthRequired, 411, ""},
    {Failure::kChunk, 400, ""},
    {Failure::kBodyTooLarge, 413, ""},
    {Failure::kExpectation, 417, ""},
    {Failure::kTruncated, 400, ""},
    {Failure::kLate, 408, ""},
    {Failure::kFull, 503, "1"},
    {Failure::kNoSuchPath, 404, ""},
    {Failure::kMethod, 405, ""},
    {Failure::kMediaType, 415, ""},
    {Failure::kInvalid, 400, ""},
    {Failure::kNoCredentials, 401, ""},
    {Failure::kForbidden, 403, ""},
    {Failure::kHostName, 421, ""},
    {Failure::kNotFound, 404, ""},
    {Failure::kGone, 410, ""},
    {Failure::kConflict, 409, ""},
    {Failure::kTooManyRequests, 429, ""},
    {Failure::kBusy, 503, "1"},
    {Failure::kStorageFull, 503, "60"},
    {Failure::kCeiling, 503, "3600"},
    {Failure::kUnavailable, 503, "60"},
    {Failure::kInternal, 500, ""},
};

http::Request request() {
  http::Request request;
  request.id = "id-1";
  return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Failures)

BOOST_DATA_TEST_CASE(each_failure_has_its_status_and_says_when_to_come_back, data::make(kRows),
                     row) {
  const http::Response response = http::failureResponse(row.failure, request());
  const auto retry_after = response.headers.find(std::string_view("Retry-After"));
  BOOST_TEST(response.status == row.status);
  BOOST_TEST((retry_after == response.headers.end() ? "" : retry_after->second) == row.retry_after);
  BOOST_TEST(response.body->find("id-1") != std::string::npos);
  BOOST_TEST(http::statusOf(row.failure) == row.status);
  const http::Problem problem = http::problemOf(row.failure);
  BOOST_TEST(problem.status == row.status);
  BOOST_TEST(!problem.title.empty());
  BOOST_TEST(!problem.detail.empty());
}

BOOST_AUTO_TEST_CASE(the_table_has_every_failure) {
  BOOST_TEST(std::size(kRows) == static_cast<std::size_t>(Failure::kInternal) + 1);
}

BOOST_AUTO_TEST_CASE(a_detail_that_is_given_replaces_the_usual_one) {
  BOOST_TEST(http::problemOf(Failure::kNotFound, "gone").detail == "gone");
  BOOST_TEST(http::failureResponse(Failure::kHost, request(), "gone").body->find("gone") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
