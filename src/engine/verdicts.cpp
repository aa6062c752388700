#include "policycalc/engine/match.h"
#include "policycalc/engine/row.h"

namespace policycalc::engine {

std::vector<Verdict> verdicts(const Edition& edition, const facts::Profile& profile) {
  Row row(edition.compiled());
  row.take(profile);
  std::vector<Verdict> found(edition.entries().size());
  row.writeVerdicts(found);
  return found;
}

}  // namespace policycalc::engine
