#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/http/router.h"
#include "policycalc/vault/password.h"
#include "policycalc/vault/token.h"
#include "policycalc/web/services.h"

namespace policycalc::desk {

/// Whose log-in needs a code of an authenticator app after the password.
enum class SecondFactorRule : std::uint8_t { kOff, kAdministrators, kEverybody };

/// Who may enter the desk, and for how long.
struct DeskOptions {
  /// The names and addresses that a request may give in `Host`, in any case. An entry with a port
  /// allows only that port, one without allows any.
  std::vector<std::string> allowed_hosts{"localhost", "127.0.0.1", "[::1]"};
  std::chrono::seconds idle =
      std::chrono::minutes(30);  ///< a session without requests ends after this
  std::chrono::seconds absolute = std::chrono::hours(12);  ///< every session ends after this
  /// Hashed at the same time, at 64 MiB each, half of them for accounts that have logged in from
  /// the same network before. A few more may wait a moment; others get 503.
  int passwords_at_once = 4;
  SecondFactorRule second_factor = SecondFactorRule::kAdministrators;
  vault::PasswordCost password_cost = vault::PasswordCost::usual();  ///< less only in tests
};

class NameIndex;
std::shared_ptr<NameIndex> makeNameIndex();

/// The services that the desk's endpoints use. Held by reference: they outlive every router.
/// Thread-safe.
struct Services : web::Services {
  const Deadlines& deadlines;
  DeskOptions options;
  /// Part of every ETag and different after each start: what answers also depend on, such as
  /// `deadlines` or the program itself, changes only between two starts.
  std::string etag_salt = vault::Token::random().text();
  std::shared_ptr<NameIndex> names = makeNameIndex();
};

/// Before the first request: reckons the due days of matters by `deadlines` if they were reckoned
/// by another calendar, and opens the names for the search. On a full disk they stay as they
/// are until the next start. Throws StoreError.
void prepare(const Services& services);

/// Marks the open matters whose measure has changed or ended since their window read it, and no
/// others. prepare() does the same; what ends by its date needs another look each day. Throws
/// StoreError.
void markMovedMeasures(const Services& services);

/// Adds the endpoints of the desk, `/api/v1/hall/…`.
void addRoutes(http::Router& router, const Services& services);

/// Answers `/hall` and `/hall.html` with the page `/hall.html` of `pages`, or 421 if the host name
/// is not allowed. Answers every other path as `pages` does.
http::Endpoint withDeskPage(http::Endpoint pages, const DeskOptions& options);

}  // namespace policycalc::desk
