#include "policycalc/http/client.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <string>

#include "http/wire/syntax.h"

namespace policycalc::http {
namespace {

bool isPort(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  if (text.empty() || text.size() > kMaxDigits) return false;
  for (const char c : text) {
    if (!wire::isDigit(c)) return false;
  }
  return true;
}

/// The address of `[address]`, `[address]:port`, `1.2.3.4:port`, `address%zone` or `address`; "" if
/// what stands around it is none of these.
std::string_view bareAddress(std::string_view text) {
  if (!text.empty() && text.front() == '[') {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return {};
    const std::string_view behind = text.substr(end + 1);
    if (!behind.empty() && (behind.front() != ':' || !isPort(behind.substr(1)))) return {};
    text = text.substr(1, end - 1);
    if (text.find(':') == std::string_view::npos) return {};
  } else if (const auto colon = text.find(':');
             colon != std::string_view::npos && colon == text.rfind(':')) {
    if (!isPort(text.substr(colon + 1))) return {};
    text = text.substr(0, colon);
  }
  return text.substr(0, text.find('%'));
}

template <typename Address>
std::optional<Address> parse(int family, std::string_view text) {
  // What follows a NUL would not be read.
  if (text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos) return {};
  Address address{};
  if (inet_pton(family, std::string(text).c_str(), &address) != 1) return {};
  return address;
}

template <typename Address>
std::string print(int family, const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(family, &address, text.data(), text.size());
}

}  // namespace

std::string canonicalAddress(std::string_view text) {
  text = bareAddress(text);
  if (const auto v4 = parse<in_addr>(AF_INET, text)) return print(AF_INET, *v4);
  const auto v6 = parse<in6_addr>(AF_INET6, text);
  if (!v6) return {};
  if (!IN6_IS_ADDR_V4MAPPED(&*v6)) return print(AF_INET6, *v6);
  constexpr std::size_t kMappedAt = 12;
  in_addr v4{};
  std::memcpy(&v4, &v6->s6_addr[kMappedAt], sizeof v4);
  return print(AF_INET, v4);
}

std::string clientNetwork(std::string_view address) {
  auto v6 = parse<in6_addr>(AF_INET6, address);
  if (!v6) return std::string(address);
  constexpr std::size_t kNetworkBytes = 8;
  std::memset(&v6->s6_addr[kNetworkBytes], 0, sizeof *v6 - kNetworkBytes);
  return print(AF_INET6, *v6) + "/64";
}

}  // namespace policycalc::http
