#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::api {

// What the catalogue holds, as the GET endpoints show it: each list is an object with one array of
// the same name. All are pure.

/// Which measures or clauses a list shows; an empty member excludes none.
struct ClauseFilter {
  std::optional<int> item;
  std::optional<int> chapter;
  std::string unit;   ///< id of a responsible unit
  std::string topic;  ///< id of a field of support
  std::string kind;   ///< benefit, right, service, internal
  std::string text;   ///< part of the title, the English title, the summary or a keyword

  bool operator==(const ClauseFilter&) const = default;
};

bool matches(const catalogue::Clause& clause, const ClauseFilter& filter,
             const catalogue::Catalogue& catalogue);

std::string writeFacts(const catalogue::Catalogue& catalogue, std::string_view topic);
/// The screens of questions, with the bands of size that follow from the size standard.
std::string writeScreens(const catalogue::Catalogue& catalogue);
std::string writeDocuments(const catalogue::Catalogue& catalogue);
/// One document with the clauses that rest on it, or nothing if the id is unknown.
std::optional<std::string> writeDocument(const web::Rendering& rendering, base::Date day,
                                         std::string_view id);
std::string writeClauses(const web::Rendering& rendering, const ClauseFilter& filter);
/// One clause with what it rests on, or nothing if the id is unknown.
std::optional<std::string> writeClause(const web::Rendering& rendering, std::string_view id);
/// The figures with their values in each period and what uses them.
std::string writeParameters(const web::Rendering& rendering);
/// One figure, or nothing if the id is unknown.
std::optional<std::string> writeParameter(const web::Rendering& rendering, std::string_view id);
std::string writeMeasures(const web::Rendering& rendering, const ClauseFilter& filter);
/// All of the measures, and what else an answer of `detail: core` leaves out.
std::string writeMeasureTexts(const web::Rendering& rendering, const ClauseFilter& filter);
/// One whole measure, or nothing if the id is unknown.
std::optional<std::string> writeMeasure(const web::Rendering& rendering, std::string_view id);
std::string writeUnits(const catalogue::Catalogue& catalogue, std::string_view level);
/// One unit with the measures it answers for, or nothing if the id is unknown.
std::optional<std::string> writeUnitPage(const web::Rendering& rendering, base::Date today,
                                         std::string_view id);
/// How to reach units and service halls, and what to do if no text says.
std::string writeContacts(const catalogue::Catalogue& catalogue, base::Date today);
std::string writeCatalogueSummary(const catalogue::Catalogue& catalogue);

}  // namespace policycalc::api
