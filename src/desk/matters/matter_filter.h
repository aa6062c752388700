#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/message.h"
#include "policycalc/store/matters.h"

namespace policycalc::desk {

/// Which matters a list or an export asks for, whatever the seat.
struct MatterFilter {
  store::MatterQuery query;
  std::string typed;  ///< `q`, of which matter_search.h makes `query.search`
};

/// Reads the query `state`, `county`, `unit`, `turn`, `due`, `returned`, `returned_times`,
/// `inactive`, `permission`, `measure`, `closed`, `from`, `to`, `q`, `applicant` and `after`; with
/// the issues of Query, and `wrong_value` for what is not a value. A closed state and a search find
/// closed matters, too. An export has no `after`.
base::Result<MatterFilter, base::Issues> readMatterFilter(const http::Request& request,
                                                          const catalogue::Catalogue& catalogue,
                                                          bool is_page);

/// The text of a position as `after` takes it.
std::string cursorOf(const store::MatterPosition& position);
std::optional<store::MatterPosition> positionIn(std::string_view cursor);

}  // namespace policycalc::desk
