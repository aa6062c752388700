#include "policycalc/http/host_port.h"

#include <algorithm>
#include <charconv>

#include "policycalc/base/ascii.h"
#include "policycalc/http/client.h"

namespace policycalc::http {

std::string_view HostPort::bareHost() const {
  const bool is_bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
  return is_bracketed ? host.substr(1, host.size() - 2) : host;
}

std::optional<std::uint16_t> readPort(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  if (text.empty() || text.size() > kMaxDigits) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), base::isDigit)) return std::nullopt;
  std::uint16_t port = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  return read.ec == std::errc() ? std::optional(port) : std::nullopt;
}

std::optional<HostPort> splitHostPort(std::string_view text) {
  std::size_t host_end = 0;
  if (!text.empty() && text.front() == '[') {
    const auto bracket = text.find(']');
    if (bracket == std::string_view::npos) return std::nullopt;
    host_end = bracket + 1;
  } else {
    const bool is_bare_ipv6 = std::count(text.begin(), text.end(), ':') > 1;
    host_end = is_bare_ipv6 ? text.size() : std::min(text.find(':'), text.size());
  }
  HostPort parts{text.substr(0, host_end), std::nullopt};
  if (host_end == text.size()) return parts;
  if (text[host_end] != ':') return std::nullopt;
  parts.port = readPort(text.substr(host_end + 1));
  return parts.port ? std::optional(parts) : std::nullopt;
}

bool isHost(std::string_view text) {
  const auto parts = splitHostPort(text);
  if (!parts || parts->host.empty()) return false;
  const std::string_view name = parts->host;
  if (name.front() == '[') {
    return name.find(':') != std::string_view::npos && !canonicalAddress(parts->bareHost()).empty();
  }
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
    return base::isLetter(c) || base::isDigit(c) || c == '.' || c == '-';
  });
  return is_plain && name.front() != '-' && name.front() != '.';
}

bool isOrigin(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.starts_with(scheme)) return isHost(text.substr(scheme.size()));
  }
  return false;
}

}  // namespace policycalc::http
