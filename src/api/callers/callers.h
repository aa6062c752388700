#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <variant>

#include "policycalc/api/routes.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/store/api_keys.h"
#include "policycalc/web/contract/operation.h"
#include "policycalc/web/throttle.h"

#include "api/callers/caller_counters.h"
#include "api/callers/key_failures.h"

namespace policycalc::api {

/// Who calls the API: the holder of a key, or anyone. Sees to it that a key is used as it was
/// meant, and that no caller takes more than its share. A key is looked up at each request, so that
/// it ends at once when it is revoked. Callers on this machine without a key are not limited: a
/// proxy that is not trusted yet would else make one caller of all. Thread-safe.
class Callers {
 public:
  /// `services` outlives this object.
  explicit Callers(const Services& services);

  /// `inner` for those who may call `operation` and have the points left that it costs. Tells them
  /// what is left in the fields of draft-ietf-httpapi-ratelimit-headers-10.
  http::Endpoint guarded(const web::Operation& operation, http::Endpoint inner);

  /// What a key has been used for since the process started.
  struct Use {
    std::uint64_t requests = 0;  ///< let in
    std::uint64_t limited = 0;   ///< refused for want of points
  };

  /// The key of the request, or why it opens nothing. Throws StoreError.
  using Key = std::variant<store::ApiKeyEntry, KeyFailure>;
  Key keyOf(const http::Request& request) const;
  Use useOf(std::int64_t key_id) const;
  /// Points a minute; 0: without limit.
  int pointsOf(const store::ApiKeyEntry& key) const;

  std::shared_ptr<const CallerCounters> counters() const { return counters_; }

 private:
  struct Purse;

  http::Response refuse(const http::Request& request, KeyFailure failure);
  http::Response spend(const Purse& purse, const http::Request& request, int cost,
                       const http::Endpoint& inner);
  http::Response askWithKey(const http::Request& request, const web::Operation& operation,
                            const http::Endpoint& inner);
  void count(std::int64_t key_id, bool let_in);

  const Services& services_;
  web::Throttle throttle_;
  const std::shared_ptr<CallerCounters> counters_ = std::make_shared<CallerCounters>();
  mutable std::mutex mutex_;
  std::map<std::int64_t, Use> uses_;  ///< by key; guarded by mutex_
};

}  // namespace policycalc::api
