#include "http/wire/target.h"

#include <algorithm>
#include <optional>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

/// Cuts `http://authority` off; false without an authority that could be a Host.
bool dropOrigin(std::string_view& target) {
  const auto scheme = target.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view name = target.substr(0, scheme);
  if (!base::equalsIgnoringCase(name, "http") && !base::equalsIgnoringCase(name, "https"))
    return false;
  target.remove_prefix(scheme + 3);
  const auto end = std::min(target.find_first_of("/?"), target.size());
  if (!isHost(target.substr(0, end))) return false;
  target.remove_prefix(end);
  return true;
}

bool hasDotSegment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(end);
  }
  return false;
}

bool hasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

std::optional<Failure> readPath(std::string_view raw, std::string& path) {
  std::optional<std::string> decoded = percentDecode(raw, Plus::kLiteral);
  if (!decoded || !base::isUtf8(*decoded)) return Failure::kEscape;
  if (std::count(decoded->begin(), decoded->end(), '/') !=
          std::count(raw.begin(), raw.end(), '/') ||
      decoded->find('\\') != std::string::npos || hasControl(*decoded) || hasDotSegment(*decoded)) {
    return Failure::kPath;
  }
  path = std::move(*decoded);
  return std::nullopt;
}

std::optional<std::string> decodeQueryPart(std::string_view raw) {
  std::optional<std::string> text = percentDecode(raw, Plus::kSpace);
  if (text && (!base::isUtf8(*text) || text->find('\0') != std::string::npos)) text.reset();
  return text;
}

std::optional<Failure> readQuery(std::string_view raw, Target& target) {
  while (!raw.empty()) {
    const auto end = std::min(raw.find('&'), raw.size());
    const std::string_view pair = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    std::optional<std::string> name = decodeQueryPart(pair.substr(0, equals));
    std::optional<std::string> value =
        decodeQueryPart(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return Failure::kEscape;
    target.query.emplace_back(std::move(*name), std::move(*value));
  }
  return std::nullopt;
}

}  // namespace

base::Result<Target, Failure> parseTarget(std::string_view method, std::string_view target) {
  Target result;
  if (target == "*" && method == "OPTIONS") {
    result.path = "*";
    return result;
  }
  if (target.find('#') != std::string_view::npos) return Failure::kTarget;
  if (target.front() != '/' && !dropOrigin(target)) return Failure::kTarget;
  const auto mark = std::min(target.find('?'), target.size());
  const std::string_view raw_path = mark == 0 ? std::string_view("/") : target.substr(0, mark);
  if (const auto fault = readPath(raw_path, result.path)) return *fault;
  const std::string_view raw_query = target.substr(std::min(mark + 1, target.size()));
  if (const auto fault = readQuery(raw_query, result)) return *fault;
  return result;
}

}  // namespace policycalc::http::wire
