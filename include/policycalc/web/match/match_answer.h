#pragma once

#include <optional>
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

/// A notice about the whole answer: `delivery` always, `beyond_last_checked` if the day is more
/// than a year after the last check of the catalogue's documents. Without a day: all of them.
struct Notice {
  std::string_view code;
  const catalogue::Sentence* sentence = nullptr;
};
std::vector<Notice> noticesOf(const catalogue::Catalogue& catalogue,
                              std::optional<base::Date> as_of);
/// The same for an answer on a day.
std::vector<Notice> noticesOf(const Rendering& rendering, base::Date as_of);
/// {code, text, text_en}.
void writeNotice(json::Writer& writer, const Notice& notice);

/// The caveats about the sums.
std::vector<const catalogue::Caveat*> caveatsOf(const engine::Totals& totals,
                                                const catalogue::AnswerTexts& texts);

/// Writes the answer as JSON, with the detail and in the language of the request. `rendering`
/// belongs to the request's catalogue and day.
std::string writeMatchAnswer(const MatchRequest& request, base::Date as_of,
                             const engine::Match& match, const Rendering& rendering);

}  // namespace policycalc::web
