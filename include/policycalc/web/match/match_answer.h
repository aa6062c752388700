#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/engine/match.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::web {

/// The program's version, as answers carry it.
std::string_view programVersion();

/// What an answer says of itself: `delivery` always, `beyond_last_checked` where the day lies more
/// than a year after the catalogue's documents were checked.
struct Notice {
  std::string_view code;
  const catalogue::Sentence* sentence = nullptr;
};
std::vector<Notice> noticesOf(const catalogue::Catalogue& catalogue, base::Date as_of);

/// The caveats that go with the sums.
std::vector<const catalogue::Caveat*> caveatsOf(const engine::Totals& totals,
                                                const catalogue::AnswerTexts& texts);

/// Writes the answer of design §6. `rendering` is of the request's catalogue and of the day.
std::string writeMatchAnswer(const MatchRequest& request, base::Date as_of,
                             const engine::Match& match, const Rendering& rendering);

}  // namespace policycalc::web
