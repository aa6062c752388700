#include "policycalc/http/decorators.h"

#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <Poco/InflatingStream.h>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/detailed_error.h"
#include "policycalc/http/failure.h"
#include "policycalc/http/router.h"

namespace http = policycalc::http;
using http::Request;
using http::Response;

namespace {

Request requestFor(std::string method, std::string path, http::Headers headers = {}) {
  Request request;
  request.method = std::move(method);
  request.path = std::move(path);
  request.headers = std::move(headers);
  request.id = "id-1";
  return request;
}

http::Endpoint answering(Response response) {
  return [response = std::move(response)](const Request&) { return response; };
}

std::string headerOf(const Response& response, std::string_view name) {
  const auto found = response.headers.find(name);
  return found == response.headers.end() ? "" : found->second;
}

std::string inflate(const std::string& bytes) {
  std::istringstream in(bytes);
  Poco::InflatingInputStream inflater(in, Poco::InflatingStreamBuf::STREAM_GZIP);
  return {std::istreambuf_iterator<char>(inflater), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(RequestId)

BOOST_AUTO_TEST_CASE(a_good_id_is_taken) {
  BOOST_TEST(http::chooseRequestId("Ab9._-") == "Ab9._-");
  BOOST_TEST(http::chooseRequestId(std::string(64, 'a')) == std::string(64, 'a'));
}

BOOST_AUTO_TEST_CASE(other_ids_are_replaced_by_random_ones) {
  for (const std::string& sent : {std::string(), std::string(65, 'a'), std::string("a b"),
                                  std::string("a\""), std::string("企")}) {
    const std::string id = http::chooseRequestId(sent);
    BOOST_TEST(id.size() == 32U);
    BOOST_TEST(id.find_first_not_of("0123456789abcdef") == std::string::npos);
    BOOST_TEST(id != http::chooseRequestId(sent));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(AccessLog)

BOOST_AUTO_TEST_CASE(the_line_names_the_route_and_nothing_of_the_request) {
  std::vector<std::string> lines;
  Response response = Response::json("{\"a\":1}");
  response.route = "/things/{id}";
  const auto endpoint = http::withAccessLog(
      answering(response), [&](std::string_view line) { lines.emplace_back(line); });
  Request request = requestFor("POST", "/things/secret", {{"X", "secret"}});
  request.query = {{"q", "secret"}};
  request.body = "secret";
  endpoint(request);
  request.method = "HEAD";
  endpoint(request);
  request.method = "SECRET";
  endpoint(request);
  BOOST_REQUIRE_EQUAL(lines.size(), 3U);
  BOOST_TEST(lines[0].find("id-1 POST /things/{id} 200 ") == 0U);
  BOOST_TEST(lines[0].substr(lines[0].rfind(' ')) == " 7");
  BOOST_TEST(lines[1].substr(lines[1].rfind(' ')) == " 0");
  BOOST_TEST(lines[2].find("id-1 - ") == 0U);
  for (const std::string& line : lines) BOOST_TEST(line.find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ErrorGuard)

BOOST_AUTO_TEST_CASE(exceptions_become_500_and_their_text_stays_inside) {
  std::vector<std::string> lines;
  const auto sink = [&](std::string_view line) { lines.emplace_back(line); };
  const auto standard = http::withErrorGuard(
      [](const Request&) -> Response { throw std::runtime_error("secret table"); }, sink);
  const auto other = http::withErrorGuard([](const Request&) -> Response { throw 42; }, sink);
  for (const auto& endpoint : {standard, other}) {
    const Response response = endpoint(requestFor("GET", "/"));
    BOOST_TEST(response.status == 500);
    BOOST_TEST(response.body->find("secret") == std::string::npos);
    BOOST_TEST(response.body->find("id-1") != std::string::npos);
  }
  BOOST_REQUIRE_EQUAL(lines.size(), 2U);
  BOOST_TEST(lines[0] == "id-1 endpoint failed: secret table");
}

BOOST_AUTO_TEST_CASE(a_failed_request_is_logged_under_its_route_and_with_its_detail) {
  std::vector<std::string> lines;
  const auto sink = [&](std::string_view line) { lines.emplace_back(line); };
  http::Router router;
  router.get("/a/{id}", [](const Request&) -> Response {
    throw policycalc::base::DetailedError("the disk is full", "result 13");
  });
  router.fallback([](const Request&) -> Response { throw 42; });
  const auto judged = [](const std::exception_ptr& error) {
    try {
      std::rethrow_exception(error);
    } catch (const policycalc::base::DetailedError&) {
      return http::Failure::kStorageFull;
    } catch (...) {
      return http::Failure::kInternal;
    }
  };
  const auto endpoint = http::withAccessLog(http::withErrorGuard(router, sink, judged), sink);
  BOOST_TEST(endpoint(requestFor("GET", "/a/secret")).status == 503);
  BOOST_TEST(endpoint(requestFor("GET", "/b")).status == 500);
  BOOST_REQUIRE_EQUAL(lines.size(), 4U);
  BOOST_TEST(lines[0] == "id-1 endpoint failed: the disk is full: result 13");
  BOOST_TEST(lines[1].find("id-1 GET /a/{id} 503 ") == 0U, lines[1]);
  BOOST_TEST(lines[2] == "id-1 endpoint failed: an exception of an unknown type");
  BOOST_TEST(lines[3].find("id-1 GET * 500 ") == 0U, lines[3]);
}

BOOST_AUTO_TEST_CASE(an_exception_is_answered_as_the_failure_that_it_is) {
  const auto failure_of = [](const std::exception_ptr&) { return http::Failure::kBusy; };
  const auto endpoint = http::withErrorGuard(
      [](const Request&) -> Response { throw std::runtime_error("secret table"); }, {}, failure_of);
  const Response response = endpoint(requestFor("GET", "/"));
  BOOST_TEST(response.status == 503);
  BOOST_TEST(headerOf(response, "Retry-After") == "1");
  BOOST_TEST(response.body->find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(refused_requests_do_not_reach_the_endpoint) {
  bool reached = false;
  const auto endpoint = http::withLimits([&](const Request&) {
    reached = true;
    return Response();
  });
  Request request = requestFor("", "");
  request.refusal = http::Failure::kFull;
  const Response response = endpoint(request);
  BOOST_TEST(response.status == 503);
  BOOST_TEST(headerOf(response, "Retry-After") == "1");
  BOOST_TEST(!reached);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Cors)

BOOST_AUTO_TEST_CASE(only_paths_below_the_prefix_are_open) {
  const auto endpoint = http::withCors(answering({}), "/api/v1");
  for (const std::string path : {"/api/v1", "/api/v1/facts"}) {
    BOOST_TEST(headerOf(endpoint(requestFor("GET", path)), "Access-Control-Allow-Origin") == "*");
  }
  for (const std::string path : {"/", "/api/v10", "/metrics", ""}) {
    BOOST_TEST(headerOf(endpoint(requestFor("GET", path)), "Access-Control-Allow-Origin") == "");
  }
  const auto off = http::withCors(answering({}), "");
  BOOST_TEST(headerOf(off(requestFor("GET", "/api/v1")), "Access-Control-Allow-Origin") == "");
}

BOOST_AUTO_TEST_CASE(an_exception_below_the_prefix_stays_closed) {
  Response options;
  options.status = 204;
  options.headers.emplace("Allow", "OPTIONS, POST");
  const auto endpoint = http::withCors(answering(options), "/api/v1", "/api/v1/hall");
  for (const std::string path : {"/api/v1/hall", "/api/v1/hall/session"}) {
    const Response response =
        endpoint(requestFor("OPTIONS", path, {{"Access-Control-Request-Method", "POST"}}));
    BOOST_TEST(headerOf(response, "Access-Control-Allow-Origin") == "", path);
    BOOST_TEST(headerOf(response, "Access-Control-Allow-Methods") == "", path);
  }
  BOOST_TEST(
      headerOf(endpoint(requestFor("GET", "/api/v1/halls")), "Access-Control-Allow-Origin") == "*");
}

BOOST_AUTO_TEST_CASE(a_preflight_learns_methods_and_headers) {
  Response options;
  options.status = 204;
  options.headers.emplace("Allow", "OPTIONS, POST");
  const auto endpoint = http::withCors(answering(options), "/api/v1");
  const Response response = endpoint(requestFor(
      "OPTIONS", "/api/v1/match", {{"Origin", "x"}, {"Access-Control-Request-Method", "POST"}}));
  BOOST_TEST(headerOf(response, "Access-Control-Allow-Methods") == "OPTIONS, POST");
  BOOST_TEST(headerOf(response, "Access-Control-Allow-Headers").find("Content-Type") !=
             std::string::npos);
  BOOST_TEST(headerOf(response, "Access-Control-Allow-Credentials") == "");
  const Response plain = endpoint(requestFor("OPTIONS", "/api/v1/match"));
  BOOST_TEST(headerOf(plain, "Access-Control-Allow-Methods") == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Compression)

BOOST_AUTO_TEST_CASE(an_answer_that_has_not_changed_varies_as_the_whole_one_does) {
  const std::string body(1025, 'x');
  const auto endpoint = http::withCompression(http::withEtag(answering(Response::json(body))));
  const std::string etag = headerOf(endpoint(requestFor("GET", "/")), "ETag");
  const Response same = endpoint(requestFor("GET", "/", {{"If-None-Match", etag}}));
  BOOST_TEST(same.status == 304);
  BOOST_TEST(headerOf(same, "Vary") == "Accept-Encoding");
}

BOOST_AUTO_TEST_CASE(large_bodies_are_compressed_for_clients_that_accept_it) {
  const std::string body(1025, 'x');
  Response plain = Response::json(body);
  plain.headers.emplace("ETag", "\"e\"");
  const auto endpoint = http::withCompression(answering(plain));
  const Response packed = endpoint(requestFor("GET", "/", {{"Accept-Encoding", "br, gzip"}}));
  BOOST_TEST(headerOf(packed, "Content-Encoding") == "gzip");
  BOOST_TEST(headerOf(packed, "Vary") == "Accept-Encoding");
  BOOST_TEST(headerOf(packed, "ETag") == "W/\"e\"");
  BOOST_TEST(packed.body->size() < body.size());
  BOOST_TEST(inflate(*packed.body) == body);
  for (const std::string accepts : {"", "br", "gzip;q=0", "*;q=0.0", "gzip; q=0.000, *"}) {
    const Response same = endpoint(requestFor("GET", "/", {{"Accept-Encoding", accepts}}));
    BOOST_TEST(*same.body == body, accepts);
    BOOST_TEST(headerOf(same, "Vary") == "Accept-Encoding");
  }
  for (const std::string accepts : {"GZIP", "*", "gzip;q=0.5", "br;q=0, *;q=0.1"}) {
    const Response other = endpoint(requestFor("GET", "/", {{"Accept-Encoding", accepts}}));
    BOOST_TEST(headerOf(other, "Content-Encoding") == "gzip", accepts);
  }
}

BOOST_AUTO_TEST_CASE(small_packed_and_binary_bodies_stay_as_they_are) {
  Response binary = Response::json(std::string(5000, 'x'));
  binary.headers["Content-Type"] = "image/png";
  Response packed = Response::json(std::string(5000, 'x'));
  packed.headers.emplace("Content-Encoding", "gzip");
  for (const Response& plain : {Response::json(std::string(1024, 'x')), binary, packed}) {
    const auto endpoint = http::withCompression(answering(plain));
    const Response same = endpoint(requestFor("GET", "/", {{"Accept-Encoding", "gzip"}}));
    BOOST_CHECK(same.body == plain.body);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Etag)

BOOST_AUTO_TEST_CASE(the_tag_follows_the_body) {
  BOOST_TEST(http::etagOf("a") == http::etagOf("a"));
  BOOST_TEST(http::etagOf("a") != http::etagOf("b"));
  BOOST_TEST(http::etagOf("").size() == 34U);
}

BOOST_AUTO_TEST_CASE(comparison_is_weak_and_takes_lists) {
  for (const std::string sent : {"\"e\"", "W/\"e\"", "\"a\", \"e\"", "*", " \"a\",W/\"e\" "}) {
    BOOST_TEST(http::matchesEtag(sent, "\"e\""), sent);
    BOOST_TEST(http::matchesEtag(sent, "W/\"e\""), sent);
  }
  for (const std::string sent : {"", "e", "\"E\"", "\"ee\"", "\"a\""}) {
    BOOST_TEST(!http::matchesEtag(sent, "\"e\""), sent);
  }
}

BOOST_AUTO_TEST_CASE(a_client_that_has_it_gets_304) {
  const auto endpoint = http::withEtag(answering(Response::json("{}")));
  const Response first = endpoint(requestFor("GET", "/"));
  BOOST_TEST(first.status == 200);
  BOOST_TEST(headerOf(first, "Cache-Control") == "no-cache");
  const std::string etag = headerOf(first, "ETag");
  BOOST_TEST(etag == http::etagOf("{}"));
  for (const std::string method : {"GET", "HEAD"}) {
    const Response again = endpoint(requestFor(method, "/", {{"If-None-Match", etag}}));
    BOOST_TEST(again.status == 304);
    BOOST_TEST(again.body->empty());
    BOOST_TEST(headerOf(again, "ETag") == etag);
  }
  const Response posted = endpoint(requestFor("POST", "/", {{"If-None-Match", etag}}));
  BOOST_TEST(posted.status == 200);
  BOOST_TEST(headerOf(posted, "ETag") == "");
}

BOOST_AUTO_TEST_CASE(a_tag_of_the_endpoint_is_kept_and_errors_have_none) {
  Response own = Response::json("{}");
  own.headers.emplace("ETag", "\"own\"");
  BOOST_TEST(headerOf(http::withEtag(answering(own))(requestFor("GET", "/")), "ETag") == "\"own\"");
  const auto failing = http::withEtag(answering(Response::json("{}", 404)));
  const Response response = failing(requestFor("GET", "/", {{"If-None-Match", "*"}}));
  BOOST_TEST(response.status == 404);
  BOOST_TEST(headerOf(response, "ETag") == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(RequireJson)

BOOST_AUTO_TEST_CASE(only_json_in_utf8_passes) {
  const auto endpoint = http::requireJson(answering({}));
  for (const std::string type : {"application/json", "Application/JSON ; charset=UTF-8",
                                 "application/json;charset=\"utf-8\"", "application/json; v=1"}) {
    BOOST_TEST(endpoint(requestFor("POST", "/", {{"Content-Type", type}})).status == 200, type);
  }
  for (const std::string type :
       {"", "text/plain", "application/jsonx", "application/json; charset=gbk",
        "application/json;v=1; charset=utf-16", "application/problem+json",
        "multipart/form-data; application/json"}) {
    BOOST_TEST(endpoint(requestFor("POST", "/", {{"Content-Type", type}})).status == 415, type);
  }
}

BOOST_AUTO_TEST_CASE(a_compressed_body_is_refused_by_name) {
  const auto endpoint = http::requireJson(answering({}));
  const auto sent = [&](const std::string& coding) {
    return endpoint(requestFor(
        "POST", "/", {{"Content-Type", "application/json"}, {"Content-Encoding", coding}}));
  };
  for (const std::string coding : {"", " ", "identity", "Identity"}) {
    BOOST_TEST(sent(coding).status == 200, coding);
  }
  for (const std::string coding : {"gzip", "GZIP", "br", "identity, gzip", "nonsense"}) {
    const Response refused = sent(coding);
    BOOST_TEST(refused.status == 415, coding);
    BOOST_TEST(headerOf(refused, "Accept-Encoding") == "identity");
    BOOST_TEST(refused.body->find("must not be compressed") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
