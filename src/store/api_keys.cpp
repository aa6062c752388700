#include "policycalc/store/api_keys.h"

#include <algorithm>

#include "store/database.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

constexpr const char* kSelect =
    "SELECT id, holder, secret, digest, hint, scopes, origins, points, added_at, expires_at,"
    " revoked_at FROM api_key";

/// 0 in the database is no time.
std::optional<std::chrono::sys_seconds> timeOrNone(std::int64_t seconds) {
  return seconds == 0 ? std::nullopt : std::optional(fromSeconds(seconds));
}

std::int64_t orZero(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? toSeconds(*time) : 0;
}

struct Row {
  ApiKeyEntry entry;
  int secret = 0;
  std::string scopes;
  std::string origins;
  std::int64_t added_at = 0;
  std::int64_t expires_at = 0;
  std::int64_t revoked_at = 0;

  void bind(Statement& query) {
    query.into(entry.id).into(entry.holder).into(secret).into(entry.digest).into(entry.hint);
    query.into(scopes).into(origins).into(entry.points);
    query.into(added_at).into(expires_at).into(revoked_at);
  }

  ApiKeyEntry take() const {
    ApiKeyEntry taken = entry;
    taken.secret = secret != 0;
    taken.scopes = splitWords(scopes);
    taken.origins = splitWords(origins);
    taken.added_at = fromSeconds(added_at);
    taken.expires_at = timeOrNone(expires_at);
    taken.revoked_at = timeOrNone(revoked_at);
    return taken;
  }
};

void check(const ApiKeyEntry& entry) {
  if (entry.holder.empty() || entry.digest.empty() || entry.hint.empty()) {
    refuse("a key needs a holder, a digest and a hint");
  }
  refuseNul("a key", {entry.holder, entry.digest, entry.hint});
}

std::vector<ApiKeyEntry> aliveOf(soci::session& session, const std::string& holder,
                                 std::chrono::sys_seconds at) {
  auto entries =
      readRows<Row>(session, std::string(kSelect) + " WHERE holder = :holder ORDER BY id",
                    [&](Statement& query) { query.use(holder, "holder"); });
  std::erase_if(entries, [at](const ApiKeyEntry& entry) { return !entry.isAliveAt(at); });
  return entries;
}

void insert(soci::session& session, const ApiKeyEntry& entry) {
  const int secret = entry.secret ? 1 : 0;
  const std::string scopes = joinWords("a key", entry.scopes);
  const std::string origins = joinWords("a key", entry.origins);
  const std::int64_t added_at = toSeconds(entry.added_at);
  const std::int64_t expires_at = orZero(entry.expires_at);
  Statement(session)
      .use(entry.holder, "holder")
      .use(secret, "secret")
      .use(entry.digest, "digest")
      .use(entry.hint, "hint")
      .use(scopes, "scopes")
      .use(origins, "origins")
      .use(entry.points, "points")
      .use(added_at, "added_at")
      .use(expires_at, "expires_at")
      .change(
          "INSERT INTO api_key (holder, secret, digest, hint, scopes, origins, points, added_at,"
          " expires_at, revoked_at) VALUES (:holder, :secret, :digest, :hint, :scopes, :origins,"
          " :points, :added_at, :expires_at, 0)");
}

void setEnd(soci::session& session, std::int64_t id, const char* column,
            std::chrono::sys_seconds at) {
  const std::int64_t seconds = toSeconds(at);
  Statement(session)
      .use(seconds, "at")
      .use(id, "id")
      .change(std::string("UPDATE api_key SET ") + column + " = :at WHERE id = :id");
}

}  // namespace

ApiKeys::Added ApiKeys::add(const ApiKeyEntry& entry) {
  check(entry);
  auto added = Added::kDone;
  database_.write([&](soci::session& session) {
    const auto alive = aliveOf(session, entry.holder, entry.added_at);
    added = alive.empty() ? Added::kDone : Added::kHasOne;
    if (added == Added::kDone) insert(session, entry);
  });
  return added;
}

ApiKeys::Added ApiKeys::rotate(std::string_view holder, const Next& next) {
  const std::string name(holder);
  auto added = Added::kDone;
  database_.write([&](soci::session& session) {
    const auto alive = aliveOf(session, name, next.at);
    if (alive.size() != 1) {
      added = alive.empty() ? Added::kHasNone : Added::kHasTwo;
      return;
    }
    const ApiKeyEntry& former = alive.front();
    ApiKeyEntry entry = former;
    entry.digest = next.digest;
    entry.hint = next.hint;
    entry.added_at = next.at;
    if (former.expires_at) entry.expires_at = next.at + (*former.expires_at - former.added_at);
    check(entry);
    insert(session, entry);
    if (!former.expires_at || next.ends_at < *former.expires_at) {
      setEnd(session, former.id, "expires_at", next.ends_at);
    }
    added = Added::kDone;
  });
  return added;
}

std::size_t ApiKeys::revoke(std::string_view holder, std::string_view hint,
                            std::chrono::sys_seconds at) {
  const std::string name(holder);
  std::size_t revoked = 0;
  database_.writeAnyway([&](soci::session& session) {
    revoked = 0;
    for (const ApiKeyEntry& entry : aliveOf(session, name, at)) {
      if (!hint.empty() && entry.hint != hint) continue;
      setEnd(session, entry.id, "revoked_at", at);
      ++revoked;
    }
  });
  return revoked;
}

std::optional<ApiKeyEntry> ApiKeys::find(std::string_view digest) const {
  const std::string wanted(digest);
  return database_.read([&](soci::session& session) {
    return readRow<Row>(session, std::string(kSelect) + " WHERE digest = :digest",
                        [&](Statement& query) { query.use(wanted, "digest"); });
  });
}

std::vector<ApiKeyEntry> ApiKeys::list() const {
  return database_.read([](soci::session& session) {
    return readRows<Row>(session, std::string(kSelect) + " ORDER BY holder, id DESC",
                         [](Statement&) {});
  });
}

}  // namespace policycalc::store
