#include "policycalc/store/login_homes.h"

#include "store/database.h"
#include "store/key_check.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

struct Row {
  LoginHome home;
  std::int64_t seen_at = 0;

  void bind(Statement& query) { query.into(home.name).into(seen_at); }

  LoginHome take() const { return {home.name, fromSeconds(seen_at)}; }
};

}  // namespace

void LoginHomes::keep(const LoginHome& home, std::string_view instead, const KeyIds& keys) {
  if (home.name.empty()) refuse("a home needs a name");
  refuseNul("a home", {home.name, instead});
  const std::int64_t seen_at = toSeconds(home.seen_at);
  const std::string removed(instead);
  database_.writeAnyway([&](soci::session& session) {
    requireKeys(session, keys);
    Statement(session).use(removed, "name").change("DELETE FROM login_home WHERE name = :name");
    Statement(session)
        .use(home.name, "name")
        .use(seen_at, "seen_at")
        .change(
            "INSERT INTO login_home (name, seen_at) VALUES (:name, :seen_at)"
            " ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at");
  });
}

std::optional<LoginHome> LoginHomes::find(std::string_view name) const {
  const std::string wanted(name);
  return database_.read([&](soci::session& session) {
    return readRow<Row>(session, "SELECT name, seen_at FROM login_home WHERE name = :name",
                        [&](Statement& query) { query.use(wanted, "name"); });
  });
}

std::vector<LoginHome> LoginHomes::list() const {
  return database_.read([](soci::session& session) {
    return readRows<Row>(session,
                         "SELECT name, seen_at FROM login_home ORDER BY seen_at DESC, name",
                         [](Statement&) {});
  });
}

}  // namespace policycalc::store
