#include "http/wire/head.h"

#include <algorithm>
#include <array>

#include "policycalc/base/ascii.h"

#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

/// A repetition of these has no safe meaning: request smuggling relies on which one counts.
constexpr std::array<std::string_view, 5> kSingle = {"Authorization", "Content-Length",
                                                     "Content-Type", "Host", "Transfer-Encoding"};

bool isSingle(std::string_view name) {
  return std::any_of(kSingle.begin(), kSingle.end(), [name](std::string_view single) {
    return base::equalsIgnoringCase(single, name);
  });
}

bool isTarget(std::string_view target) {
  return !target.empty() &&
         std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

std::optional<Failure> readVersion(std::string_view version, int& minor) {
  constexpr std::string_view kName = "HTTP/";
  if (version.size() != kName.size() + 3 || version.substr(0, kName.size()) != kName ||
      !base::isDigit(version[5]) || version[6] != '.' || !base::isDigit(version[7])) {
    return Failure::kRequestLine;
  }
  if (version[5] != '1') return Failure::kVersion;
  minor = version[7] == '0' ? 0 : 1;  // a client of a later 1.x understands a 1.1 answer
  return std::nullopt;
}

std::optional<Failure> readRequestLine(std::string_view line, Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Failure::kRequestLine;
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (!isToken(method) || !isTarget(target)) return Failure::kRequestLine;
  head.method = method;
  head.target = target;
  return readVersion(line.substr(last + 1), head.minor_version);
}

std::optional<Failure> readField(std::string_view line, Headers& headers) {
  const auto field = parseField(line);
  if (!field) return Failure::kHeaderLine;
  const auto [name, value] = *field;
  const auto [entry, is_new] = headers.emplace(name, value);
  if (is_new) return std::nullopt;
  if (isSingle(name)) return Failure::kRepeatedHeader;
  entry->second.append(base::equalsIgnoringCase(name, "Cookie") ? "; " : ", ").append(value);
  return std::nullopt;
}

std::string_view takeLine(std::string_view& text) {
  const auto end = text.find("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  return line;
}

}  // namespace

bool lacksVersion(std::string_view line) {
  return line.find(' ') == line.rfind(' ');
}

std::optional<std::pair<std::string_view, std::string_view>> parseField(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = base::trimmed(line.substr(colon + 1));
  if (!isToken(name) || !isFieldValue(value)) return std::nullopt;
  return std::pair(name, value);
}

std::optional<Failure> parseHead(std::string_view text, Head& head) {
  std::optional<Failure> fault = readRequestLine(takeLine(text), head);
  while (!text.empty()) {
    const std::optional<Failure> found = readField(takeLine(text), head.headers);
    if (!fault) fault = found;
  }
  return fault;
}

}  // namespace policycalc::http::wire
