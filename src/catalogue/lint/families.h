#pragma once

#include "policycalc/catalogue/catalogue.h"

#include "catalogue/lint/report.h"

// The groups of checks that lint() runs, one in each file. Each adds all its issues to the report.
namespace policycalc::catalogue {

/// Each item of the notice's chapters has a file, and each cell of an item has a clause.
void checkCompleteness(const Catalogue& catalogue, Report& report);
/// Citations of the notice name existing clauses, and the id of a clause matches its place.
void checkSources(const Catalogue& catalogue, Report& report);
/// All facts and units are used.
void checkUse(const Catalogue& catalogue, Report& report);
/// First questions are few, can be asked and affect measures; each need has one.
void checkFirstQuestions(const Catalogue& catalogue, Report& report);
/// `excludes`, `leads_to` and `instead_of` name other measures, and do not contradict each other.
void checkRelations(const Catalogue& catalogue, Report& report);
/// The units of a judgement are those that its words name; what replaced a measure is another
/// clause or a document, and a sentence says so.
void checkNamed(const Catalogue& catalogue, Report& report);
/// Texts are neither blank nor too long, and their placeholders are closed and filled in.
void checkTexts(const Catalogue& catalogue, Report& report);
/// What people read has an English text with the same figures and without Chinese.
void checkEnglish(const Catalogue& catalogue, Report& report);
/// Criteria can hold and can fail, and each of their comparisons matters.
void checkLogic(const Catalogue& catalogue, Report& report);
/// Measures of one cell that divide a quantity leave no gap and do not overlap.
void checkBands(const Catalogue& catalogue, Report& report);

/// Caveats of newer law cite it; measures have keywords that are not in their titles; universal
/// measures have no conditions; each hall and unit has a row in contacts.csv.
void checkGuidance(const Catalogue& catalogue, Report& report);

/// Screens ask each question once, reach each of its answers, and say of each tick what leaving it
/// out means.
void checkScreens(const Catalogue& catalogue, Report& report);
/// Each type of entity leads to each owner that such an entity can have.
void checkScreenOwners(const Catalogue& catalogue, Report& report);

}  // namespace policycalc::catalogue
