#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/json/value.h"

#include "live/live_service.h"

namespace policycalc::desk::test {

inline constexpr const char* kPassword = "a good long password";
inline constexpr const char* kHall = "/api/v1/hall";

/// The body of a reply, which must be JSON.
json::Value bodyOf(const http::test::Reply& reply);
/// The code of the first issue of a problem; "" without one.
std::string codeOf(const http::test::Reply& reply);
/// The pointer of the first issue.
std::string pointerOf(const http::test::Reply& reply);

/// Stores a member with kPassword, as `policycalc staff add` does, and the county and unit that the
/// role needs.
std::int64_t employ(const live::LiveService& service, const std::string& login,
                    const std::string& role, bool must_change = false);

/// A browser at the desk. It keeps its cookie and the token of its page, and comes from `address`
/// over HTTPS through the trusted proxy.
class Browser {
 public:
  explicit Browser(const live::LiveService& service, std::string address = "192.0.2.1")
      : service_(service), address_(std::move(address)) {}

  http::test::Reply logIn(std::string_view login, std::string_view password = kPassword);
  http::test::Reply get(const std::string& path) const;
  http::test::Reply post(const std::string& path, const std::string& body = "{}");
  http::test::Reply put(const std::string& path, const std::string& body);
  http::test::Reply del(const std::string& path);
  /// Any method, as post() and put() do it, with further header lines.
  http::test::Reply send(const std::string& method, const std::string& path,
                         const std::string& body, const std::string& headers = {});

  std::string cookie;  ///< `name=value`, or ""
  std::string csrf;

 private:
  /// Takes over the cookie and the page's token, as a browser and our page do.
  void note(const http::test::Reply& reply);
  std::string headers() const;

  const live::LiveService& service_;
  std::string address_;
};

/// A browser in which a new member of that role has just logged in; the log-in is the role.
Browser signedIn(const live::LiveService& service, const std::string& role);

}  // namespace policycalc::desk::test
