#include "store/sqlite/schema.h"

#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite {

const std::vector<Migration>& schema() {
  namespace steps = schema_steps;
  static const std::vector<Migration> migrations = {
      steps::catalogueVersions(), steps::savedProfiles(),
      steps::staffAndSessions(),  steps::desk(),
      steps::casesAreMatters(),   steps::serviceKey(),
      steps::confirmedTime(),     steps::logIns(),
      steps::partnerKeys(),       steps::catalogueLife(),
      steps::matterLists(),       steps::endsOfMatters(),
      steps::dutyAndAbsence(),    steps::publications(),
      steps::restsAndReminders(), steps::companiesAsk(),
      steps::versionsWait(),      steps::matterNumbers(),
      steps::serviceNodes(),
  };
  return migrations;
}

}  // namespace policycalc::store::sqlite
