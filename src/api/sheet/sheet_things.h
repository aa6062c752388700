#pragma once

#include <vector>

#include "api/sheet/sheet_request.h"
#include "api/sheet/sheet_texts.h"

namespace policycalc::api {

/// The measures that the sheet lists, in the order of printing.
struct Listed {
  std::vector<const engine::Outcome*> whole;
  std::vector<const engine::Outcome*> brief;
  std::vector<const engine::Outcome*> universal;
  bool is_marked = false;  ///< the firm has chosen them
};

/// Those of the request or, where it names none, those of the answer that are due.
Listed listed(const SheetRequest& request, const engine::Match& match);

/// The table of what to do, with everything that each measure needs.
paper::ThingsToDo thingsToDo(const Listed& listed, const SheetRequest& request,
                             const engine::Match& match, const engine::Edition& edition);

}  // namespace policycalc::api
