#include "store/sqlite/schema.h"

#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite {

const std::vector<Migration>& schema() {
  using namespace schema_steps;
  static const std::vector<Migration> migrations = {
      catalogueVersions(), savedProfiles(), staffAndSessions(), desk(),        casesAreMatters(),
      serviceKey(),        confirmedTime(), logIns(),           partnerKeys(), catalogueLife(),
      matterLists(),       endsOfMatters(), dutyAndAbsence(),
  };
  return migrations;
}

}  // namespace policycalc::store::sqlite
