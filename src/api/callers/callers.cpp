#include "api/callers/callers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/http/client.h"
#include "policycalc/vault/api_key.h"
#include "policycalc/web/refusals.h"

namespace policycalc::api {
namespace {

constexpr std::chrono::microseconds kMinute = std::chrono::minutes(1);

web::Rate rateOf(int points) {
  return {points, kMinute / points};
}

/// Whether the page that sent the request may send this key.
std::optional<KeyFailure> wrongPage(const store::ApiKeyEntry& key, std::string_view origin) {
  if (key.secret) return origin.empty() ? std::nullopt : std::optional(KeyFailure::kSecretInPage);
  const bool is_known = std::any_of(
      key.origins.begin(), key.origins.end(),
      [&](const std::string& known) { return base::equalsIgnoringCase(known, origin); });
  return is_known ? std::nullopt : std::optional(KeyFailure::kOrigin);
}

bool has(const store::ApiKeyEntry& key, std::string_view scope) {
  return scope.empty() ||
         std::find(key.scopes.begin(), key.scopes.end(), scope) != key.scopes.end();
}

int costOf(const web::Operation& operation, const http::Request& request) {
  if (operation.bytes_a_point == 0) return operation.cost;
  return operation.cost + static_cast<int>(request.body.size() / operation.bytes_a_point);
}

}  // namespace

/// The points that a request is paid from.
struct Callers::Purse {
  std::string owner;   ///< the throttle's name of it
  const char* policy;  ///< its name in the fields
  int points;          ///< a minute
  std::int64_t key_id = 0;
};

Callers::Callers(const Services& services)
    : services_(services),
      throttle_(
          rateOf(1), std::nullopt, [&services] { return services.now(); }, services.share) {}

http::Endpoint Callers::guarded(const web::Operation& operation, http::Endpoint inner) {
  return [this, operation, inner = std::move(inner)](const http::Request& request) {
    if (request.headers.contains(std::string_view("X-Api-Key"))) {
      return askWithKey(request, operation, inner);
    }
    if (services_.limits.anonymous == 0 || http::isLoopback(request.client)) return inner(request);
    const Purse purse{request.client, "anonymous", services_.limits.anonymous};
    return spend(purse, request, costOf(operation, request), inner);
  };
}

Callers::Key Callers::keyOf(const http::Request& request) const {
  const std::string_view text = request.header("X-Api-Key");
  if (text.empty()) return KeyFailure::kMissing;
  const auto key = vault::ApiKey::read(text);
  if (!key) return KeyFailure::kMalformed;
  auto entry = services_.store.apiKeys().find(vault::apiKeyDigest(*key));
  if (!entry) return KeyFailure::kUnknown;
  if (entry->revoked_at) return KeyFailure::kRevoked;
  if (!entry->isAliveAt(services_.now())) return KeyFailure::kExpired;
  if (const auto failure = wrongPage(*entry, request.header("Origin"))) return *failure;
  return *std::move(entry);
}

Callers::Use Callers::useOf(std::int64_t key_id) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = uses_.find(key_id);
  return found == uses_.end() ? Use{} : found->second;
}

int Callers::pointsOf(const store::ApiKeyEntry& key) const {
  return key.points > 0 ? key.points : services_.limits.key;
}

http::Response Callers::refuse(const http::Request& request, KeyFailure failure) {
  counters_->countRefused(failure);
  return keyRefusal(request, failure);
}

http::Response Callers::askWithKey(const http::Request& request, const web::Operation& operation,
                                   const http::Endpoint& inner) {
  const Key key = keyOf(request);
  if (const auto* failure = std::get_if<KeyFailure>(&key)) return refuse(request, *failure);
  const auto& entry = std::get<store::ApiKeyEntry>(key);
  if (!has(entry, operation.scope)) return refuse(request, KeyFailure::kScope);
  const Purse purse{"key:" + std::to_string(entry.id), "key", pointsOf(entry), entry.id};
  return spend(purse, request, costOf(operation, request), inner);
}

http::Response Callers::spend(const Purse& purse, const http::Request& request, int cost,
                              const http::Endpoint& inner) {
  if (purse.points == 0) {
    count(purse.key_id, true);
    return inner(request);
  }
  const web::Rate rate = rateOf(purse.points);
  const auto answer = throttle_.take(purse.owner, rate, std::min(cost, rate.burst));
  count(purse.key_id, !answer.wait);
  http::Response response = answer.wait ? web::tooMany(request, *answer.wait) : inner(request);
  const std::string name = "\"" + std::string(purse.policy) + "\"";
  response.headers.insert_or_assign("RateLimit-Policy",
                                    name + ";q=" + std::to_string(purse.points) + ";w=60");
  response.headers.insert_or_assign(
      "RateLimit",
      name + ";r=" + std::to_string(answer.left) + ";t=" + std::to_string(answer.whole_in.count()));
  return response;
}

void Callers::count(std::int64_t key_id, bool let_in) {
  if (!let_in) counters_->countLimited(key_id != 0);
  if (key_id == 0) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  Use& use = uses_[key_id];
  ++(let_in ? use.requests : use.limited);
}

}  // namespace policycalc::api
