#pragma once

#include "policycalc/catalogue/catalogue.h"

#include "catalogue/lint/report.h"

// The families of checks that lint() runs, one a file. Each adds all its issues to the report.
namespace policycalc::catalogue {

/// Every item of the notice's chapters has a file, every cell of an item a clause.
void checkCompleteness(const Catalogue& catalogue, Report& report);
/// Citations of the notice lead to a clause, and a clause's id is made of its own place.
void checkSources(const Catalogue& catalogue, Report& report);
/// Facts and units that nothing uses.
void checkUse(const Catalogue& catalogue, Report& report);
/// First questions are few, are asked at all, and bear on measures; each need has one.
void checkFirstQuestions(const Catalogue& catalogue, Report& report);
/// What `excludes` and `leads_to` name can be matched.
void checkRelations(const Catalogue& catalogue, Report& report);
/// Texts are not blank, not endless, and their placeholders are closed and filled in.
void checkTexts(const Catalogue& catalogue, Report& report);
/// Criteria can be met and can fail, and every comparison in them counts.
void checkLogic(const Catalogue& catalogue, Report& report);
/// Measures of one cell that part a quantity between them leave nothing out and nothing double.
void checkBands(const Catalogue& catalogue, Report& report);

/// Caveats of newer law cite it; each measure has keywords that its title does not say already;
/// what is everybody's has no conditions; each hall and unit has a row among the contacts.
void checkGuidance(const Catalogue& catalogue, Report& report);

}  // namespace policycalc::catalogue
