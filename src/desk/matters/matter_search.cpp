#include "desk/matters/matter_search.h"

#include <string>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/desk/rules/comparable_name.h"
#include "policycalc/web/service_sealed.h"

#include "desk/applicants/applicant_record.h"
#include "desk/applicants/name_index.h"
#include "desk/matters/matter_reference.h"

namespace policycalc::desk {
namespace {

constexpr std::size_t kShortestPart = 2;  // one character is in nearly every name
constexpr std::size_t kCreditCode = 18;

void addMeasures(store::MatterSearch& search, const std::string& part, const MatterBook& book) {
  const catalogue::Catalogue& catalogue = book.catalogue();
  for (const catalogue::Clause* each : catalogue.clauses()) {
    const catalogue::Clause& clause = *each;
    if (!clause.isMeasure()) continue;
    const std::string title = comparableName(
        catalogue::fillIn(clause.title, catalogue.parameters(), book.services().today()));
    if (title.find(part) != std::string::npos ||
        comparableName(clause.title_en).find(part) != std::string::npos) {
      search.measures.push_back(clause.id);
    }
  }
}

}  // namespace

store::MatterSearch searchFor(std::string_view typed, const MatterBook& book) {
  const Services& services = book.services();
  store::MatterSearch search;
  search.reference = readMatterReference(typed).value_or("");
  const std::string part = comparableName(typed);
  if (part.size() == kCreditCode) {
    const auto keys = services.service_key.keys();
    services.store.keyRecord().require(web::idsOf(*keys));
    search.firm = firmIndex(part, keys->indexKey());
  }
  if (base::countCodePoints(part) >= kShortestPart) {
    services.names->refresh(services.store.applicants(), services.service_key);
    search.applicant_ids = services.names->find(part);
    addMeasures(search, part, book);
  }
  // Also one that today's catalogue does not have.
  search.measures.emplace_back(base::trimmed(typed));
  return search;
}

}  // namespace policycalc::desk
