#include "store/soci/open_matters.h"

#include <soci/soci.h>

#include "store/soci/authorisations.h"

namespace policycalc::store::sqlite {
namespace {

/// On the rows `c` of `matter` and `a` of `applicant`; its two parameters are both the time now.
std::string isOpenInForce() {
  return std::string("c.state IN ") + kOpenStates +
         " AND EXISTS (SELECT 1 FROM authorisation h WHERE h.applicant_id = a.id AND " + kInForce +
         ")";
}

}  // namespace

std::optional<OpenMatter> openMatterOf(soci::session& session, const Matter& what,
                                       const std::string& firm, std::int64_t now) {
  OpenMatter open;
  session << "SELECT c.id, c.county FROM matter c JOIN applicant a ON a.id = c.applicant_id"
             " WHERE c.measure = :measure AND "
          << isOpenInForce()
          << " AND (a.id = :applicant OR (:firm <> '' AND a.firm = :firm))"
             " ORDER BY c.county = :county DESC LIMIT 1",
      soci::use(what.measure, "measure"), soci::use(now, "now"), soci::use(now, "now_too"),
      soci::use(what.applicant_id, "applicant"), soci::use(firm, "firm"),
      soci::use(what.county, "county"), soci::into(open.id), soci::into(open.county);
  if (!session.got_data()) return std::nullopt;
  return open;
}

bool wouldDoubleMatter(soci::session& session, std::int64_t applicant_id, const std::string& firm,
                       std::int64_t now) {
  if (firm.empty()) return false;
  int doubled = 0;
  session << "SELECT count(*) FROM matter mine JOIN matter c ON c.measure = mine.measure"
             " JOIN applicant a ON a.id = c.applicant_id"
             " WHERE mine.applicant_id = :id AND mine.state IN "
          << kOpenStates << " AND a.id <> :id AND a.firm = :firm AND " << isOpenInForce(),
      soci::use(applicant_id, "id"), soci::use(firm, "firm"), soci::use(now, "now"),
      soci::use(now, "now_too"), soci::into(doubled);
  return doubled > 0;
}

}  // namespace policycalc::store::sqlite
