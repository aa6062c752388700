#include "policycalc/http/client.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <string>

#include "policycalc/http/host_port.h"

namespace policycalc::http {
namespace {

/// The address of `[address]`, `[address]:port`, `1.2.3.4:port`, `address%zone` or `address`; "" if
/// brackets or port are malformed.
std::string_view bareAddress(std::string_view text) {
  const auto parts = splitHostPort(text);
  if (!parts) return {};
  const std::string_view address = parts->bareHost();
  const bool is_bracketed = address.size() != parts->host.size();
  if (is_bracketed && address.find(':') == std::string_view::npos) return {};
  return address.substr(0, address.find('%'));
}

template <typename Address>
std::optional<Address> parse(int family, std::string_view text) {
  // inet_pton() would stop at a NUL.
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

bool isLoopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.");
}

std::string clientNetwork(std::string_view address) {
  auto v6 = parse<in6_addr>(AF_INET6, address);
  if (!v6) return std::string(address);
  constexpr std::size_t kNetworkBytes = 8;
  std::memset(&v6->s6_addr[kNetworkBytes], 0, sizeof *v6 - kNetworkBytes);
  return print(AF_INET6, *v6) + "/64";
}

}  // namespace policycalc::http
