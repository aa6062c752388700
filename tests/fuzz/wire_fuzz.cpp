// Arbitrary bytes as what arrives on a connection, as an address, and as a header of an answer.
#include <string>
#include <string_view>

#include "policycalc/http/client.h"

#include "fuzz/contract.h"
#include "http/shapes/reading.h"
#include "http/wire/response_writer.h"

namespace policycalc::fuzz {

namespace {

using http::wire::ByteSource;

std::string faultOfReader(std::string_view bytes) {
  for (const auto end : {ByteSource::Status::kEnd, ByteSource::Status::kLate}) {
    const auto read = [&](std::size_t step) {
      return http::test::readInSteps(bytes, step, end, http::test::kShapeLimits);
    };
    const auto whole = read(bytes.size() + 1);
    if (read(1) != whole) return "read otherwise byte by byte";
    if (read(7) != whole) return "read otherwise in sevens";
    for (const auto& request : whole) {
      if (request.status != 200 && request.keep_alive) return "goes on after a refusal";
    }
  }
  return {};
}

std::string faultOfAddress(std::string_view bytes) {
  const std::string address = http::canonicalAddress(bytes);
  if (http::canonicalAddress(address) != address) return "an address that changes: " + address;
  const std::string network = http::clientNetwork(address);
  if (!address.empty() && network.empty()) return "an address without a network: " + address;
  return {};
}

/// What an endpoint puts into a header must never begin another header or end the head.
std::string faultOfHead(std::string_view bytes) {
  const auto colon = bytes.find(':');
  if (colon == std::string_view::npos) return {};
  http::Response plain;
  http::Response response;
  response.headers.emplace(bytes.substr(0, colon), bytes.substr(colon + 1));
  const auto linesOf = [](const std::string& head) {
    std::size_t lines = 0;
    for (std::size_t at = 0; at < head.size(); ++at) {
      if (head[at] == '\n' && (at == 0 || head[at - 1] != '\r')) return std::size_t{0};
      if (head[at] == '\r' && (at + 1 == head.size() || head[at + 1] != '\n'))
        return std::size_t{0};
      if (head[at] == '\n') ++lines;
    }
    return lines;
  };
  const std::string head = http::wire::renderHead(response, {.date = "now"});
  const std::size_t without = linesOf(http::wire::renderHead(plain, {.date = "now"}));
  const std::size_t with = linesOf(head);
  if (head.find("\r\n\r\n") != head.size() - 4) return "a head that ends early";
  return with == without || with == without + 1 ? std::string() : "a header that makes others";
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  for (const auto fault : {faultOfReader, faultOfAddress, faultOfHead}) {
    if (std::string found = fault(bytes); !found.empty()) return found;
  }
  return {};
}

}  // namespace policycalc::fuzz
