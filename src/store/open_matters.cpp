#include "store/open_matters.h"

#include <soci/soci.h>

#include "store/authorisations.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

/// Condition on the rows `c` of `matter` and `a` of `applicant`; its parameter is the time now.
std::string isOpenInForce() {
  return "c.state IN " + openStates() +
         " AND EXISTS (SELECT 1 FROM authorisation h WHERE h.applicant_id = a.id AND " + inForce() +
         ")";
}

}  // namespace

std::optional<OpenMatter> openMatterOf(soci::session& session, const Matter& matter,
                                       const std::string& firm, std::int64_t now) {
  OpenMatter open;
  session << "SELECT c.id, c.county FROM matter c JOIN applicant a ON a.id = c.applicant_id"
             " WHERE c.measure = :measure AND "
          << isOpenInForce()
          << " AND (a.id = :applicant OR (:firm <> '' AND a.firm = :firm))"
             " ORDER BY c.county = :county DESC LIMIT 1",
      soci::use(matter.measure, "measure"), soci::use(now, "now"),
      soci::use(matter.applicant_id, "applicant"), soci::use(firm, "firm"),
      soci::use(matter.county, "county"), soci::into(open.id), soci::into(open.county);
  if (!session.got_data()) return std::nullopt;
  return open;
}

bool hasAnotherOpen(soci::session& session, const Matter& matter, std::int64_t now) {
  std::string firm;
  session << "SELECT firm FROM applicant WHERE id = :id", soci::use(matter.applicant_id),
      soci::into(firm);
  return openMatterOf(session, matter, firm, now).has_value();
}

bool wouldDoubleMatter(soci::session& session, std::int64_t applicant_id, const std::string& firm,
                       std::int64_t now) {
  if (firm.empty()) return false;
  int doubled = 0;
  session << "SELECT count(*) FROM matter mine JOIN matter c ON c.measure = mine.measure"
             " JOIN applicant a ON a.id = c.applicant_id"
             " WHERE mine.applicant_id = :id AND mine.state IN "
          << openStates() << " AND a.id <> :id AND a.firm = :firm AND " << isOpenInForce(),
      soci::use(applicant_id, "id"), soci::use(firm, "firm"), soci::use(now, "now"),
      soci::into(doubled);
  return doubled > 0;
}

}  // namespace policycalc::store
