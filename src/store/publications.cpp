#include "policycalc/store/publications.h"

#include "policycalc/store/store.h"

#include "store/catalogue_rows.h"
#include "store/database.h"
#include "store/open_database.h"
#include "store/publication_rows.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

constexpr const char* kColumns =
    "number, kind, hash, published_at, published_by, why, what, approved_by";

PublicationKind kindOf(const std::string& word) {
  for (const auto kind : {PublicationKind::kFolder, PublicationKind::kPublish}) {
    if (word == toString(kind)) return kind;
  }
  return PublicationKind::kRollback;
}

struct Row {
  Publication publication;
  std::string kind;
  std::int64_t at = 0;

  void bind(Statement& query) {
    query.into(publication.number).into(kind).into(publication.hash).into(at);
    query.into(publication.by).into(publication.why).into(publication.what);
    query.into(publication.approved_by);
  }

  Publication take() const {
    Publication taken = publication;
    taken.kind = kindOf(kind);
    taken.at = fromSeconds(at);
    return taken;
  }
};

void check(const Publication& publication, const PublishedPolicies& policies) {
  if (policies.hash.empty() || policies.hash != publication.hash) {
    refuse("a publication needs the hash of its catalogue");
  }
  const bool is_named = !publication.by.empty() && !publication.why.empty();
  if (publication.kind != PublicationKind::kFolder && !is_named) {
    refuse("a publication needs a name and a reason");
  }
  refuseNul("a publication", {publication.by, publication.why, publication.what, policies.hash,
                              policies.content, policies.workdays, policies.conformance});
}

}  // namespace

std::string_view toString(PublicationKind kind) {
  switch (kind) {
    case PublicationKind::kFolder:
      return "folder";
    case PublicationKind::kPublish:
      return "publish";
    case PublicationKind::kRollback:
      break;
  }
  return "rollback";
}

std::int64_t numberInUse(soci::session& session) {
  std::int64_t number = 0;
  session << "SELECT coalesce(max(number), 0) FROM publication", soci::into(number);
  return number;
}

void insertPublication(soci::session& session, const Publication& publication,
                       const PublishedPolicies& policies, std::int64_t number) {
  const std::string kind(toString(publication.kind));
  const std::int64_t at = toSeconds(publication.at);
  session << "INSERT INTO publication (number, kind, hash, published_at, published_by, why, what,"
             " approved_by, workdays, conformance) VALUES (:number, :kind, :hash, :at, :by, :why,"
             " :what, :approved_by, :workdays, :conformance)",
      soci::use(number), soci::use(kind), soci::use(publication.hash), soci::use(at),
      soci::use(publication.by), soci::use(publication.why), soci::use(publication.what),
      soci::use(publication.approved_by), soci::use(policies.workdays),
      soci::use(policies.conformance);
}

Publications::Publications(const StoreOptions& options)
    : own_(openDatabase(options)), database_(own_.get()) {}

Publications::Publications(Database& database) : database_(&database) {}

Publications::~Publications() = default;

std::int64_t Publications::inUse() const {
  return database_->read(numberInUse);
}

std::optional<Publication> Publications::find(std::int64_t number) const {
  return database_->read([&](soci::session& session) {
    return readRow<Row>(
        session, std::string("SELECT ") + kColumns + " FROM publication WHERE number = :number",
        [&](Statement& query) { query.use(number, "number"); });
  });
}

std::optional<PublishedPolicies> Publications::policies(std::int64_t number) const {
  return database_->readAtOneMoment([&](soci::session& session) {
    std::optional<PublishedPolicies> found;
    PublishedPolicies policies;
    session << "SELECT p.hash, v.content, p.workdays, p.conformance FROM publication p"
               " JOIN catalogue_version v ON v.hash = p.hash WHERE p.number = :number",
        soci::use(number), soci::into(policies.hash), soci::into(policies.content),
        soci::into(policies.workdays), soci::into(policies.conformance);
    if (session.got_data()) found = policies;
    return found;
  });
}

std::optional<std::int64_t> Publications::put(const Publication& publication,
                                              const PublishedPolicies& policies,
                                              std::int64_t expected) {
  check(publication, policies);
  std::optional<std::int64_t> number;
  const Database::Job job = [&](soci::session& session) {
    number.reset();
    if (numberInUse(session) != expected) return;
    keepAsCurrent(session, {policies.hash, publication.at, policies.content});
    insertPublication(session, publication, policies, expected + 1);
    number = expected + 1;
  };
  // Without a catalogue the service does not start, and on a full disk nothing could be deleted.
  if (publication.kind == PublicationKind::kFolder) {
    database_->writeAnyway(job);
  } else {
    database_->write(job);
  }
  return number;
}

std::vector<Publication> Publications::list() const {
  return database_->read([&](soci::session& session) {
    return readRows<Row>(
        session, std::string("SELECT ") + kColumns + " FROM publication ORDER BY number DESC",
        [](Statement&) {});
  });
}

}  // namespace policycalc::store
