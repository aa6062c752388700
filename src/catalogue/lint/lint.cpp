#include "policycalc/catalogue/lint.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {

base::Issues lint(const Catalogue& catalogue, const PolicyFiles& files) {
  base::Issues issues;
  Report report(files, issues);
  for (const auto family : {checkCompleteness, checkSources, checkUse, checkFirstQuestions,
                            checkRelations, checkNamed, checkTexts, checkEnglish, checkLogic,
                            checkBands, checkGuidance, checkScreens, checkScreenOwners}) {
    family(catalogue, report);
  }
  base::sortIssues(issues);
  return issues;
}

}  // namespace policycalc::catalogue
