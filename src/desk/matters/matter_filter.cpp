#include "desk/matters/matter_filter.h"

#include <charconv>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/web/query.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

using store::MatterQuery;
using store::MatterScope;

std::optional<Urgency> urgencyNamed(const std::string& name) {
  for (const auto urgency : {Urgency::kOverdue, Urgency::kDueSoon, Urgency::kCalm}) {
    if (nameOf(urgency) == name) return urgency;
  }
  return std::nullopt;
}

/// Reads one query and reports what is wrong with it.
class Reader {
 public:
  explicit Reader(const http::Request& request) : query_(request) {}

  void readPlace(MatterQuery& asked, const catalogue::Catalogue& catalogue) {
    asked.state = named("state", matterStateNamed);
    asked.county = query_.text("county");
    if (!asked.county.empty() && !isCounty(asked.county, catalogue)) wrong("county", asked.county);
    asked.unit = query_.text("unit");
    if (!asked.unit.empty() && !catalogue.registry().findUnit(asked.unit)) {
      wrong("unit", asked.unit);
    }
    asked.applicant_id = wholeId("applicant");
  }

  void readChoice(MatterQuery& asked) {
    asked.turn = named("turn", turnNamed);
    asked.urgency = urgencyNamed(query_.oneOf("due", {"overdue", "due_soon", "calm"}));
    asked.returned = query_.oneOf("returned", {"true", "false"}) == "true";
    asked.returned_times = query_.oneOf("returned_times", {"2"}) == "2" ? 2 : 0;
    asked.inactive = query_.oneOf("inactive", {"true", "false"}) == "true";
    asked.measure_moved = query_.oneOf("measure", {"moved"}) == "moved";
    asked.permit_ends = query_.oneOf("permission", {"ending"}) == "ending";
  }

  void readScope(MatterQuery& asked, bool searches) {
    const std::string closed = query_.oneOf("closed", {"true", "only", "false"});
    const bool ended = asked.state && !isOpen(*asked.state);
    if (closed == "only") {
      asked.scope = MatterScope::kClosed;
    } else if (closed == "true" || ended || searches) {
      asked.scope = MatterScope::kAll;
    }
    const auto from = query_.date("from");
    const auto to = query_.date("to");
    if (from) asked.closed_from = base::beginInChina(*from);
    if (to) asked.closed_until = base::beginInChina(to->next());
    if ((from || to) && asked.scope == MatterScope::kOpen) {
      query_.report(from ? "from" : "to", "wrong_value", "only closed matters have a time of end");
    }
    if (from && to && *to < *from) {
      query_.report("to", "wrong_value", "the end is before the beginning");
    }
  }

  void readAfter(MatterQuery& asked) {
    const std::string after = query_.text("after");
    if (after.empty()) return;
    asked.after = positionIn(after);
    if (!asked.after) wrong("after", after);
  }

  web::Query& query() { return query_; }

 private:
  void wrong(const char* name, const std::string& value) {
    query_.report(name, "wrong_value",
                  base::quoted(value) + " is not a value of " + base::quoted(name));
  }

  template <typename Word>
  std::optional<Word> named(const char* name, std::optional<Word> (*find)(std::string_view)) {
    const std::string text = query_.text(name);
    const auto found = find(text);
    if (!text.empty() && !found) wrong(name, text);
    return found;
  }

  std::int64_t wholeId(const char* name) {
    const std::string text = query_.text(name);
    if (text.empty()) return 0;
    const auto id = web::readId(text);
    if (!id) wrong(name, text);
    return id.value_or(0);
  }

  web::Query query_;
};

/// A whole number in its only spelling, up to and without the end of `text`.
std::optional<std::int64_t> wholeNumber(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || std::to_string(number) != text) return std::nullopt;
  return number;
}

}  // namespace

base::Result<MatterFilter, base::Issues> readMatterFilter(const http::Request& request,
                                                          const catalogue::Catalogue& catalogue,
                                                          bool is_page) {
  Reader reader(request);
  MatterFilter filter;
  reader.readPlace(filter.query, catalogue);
  reader.readChoice(filter.query);
  filter.typed = reader.query().text("q");
  reader.readScope(filter.query, !base::isBlank(filter.typed));
  if (is_page) reader.readAfter(filter.query);
  base::Issues issues = reader.query().issues();
  if (!issues.empty()) return issues;
  return filter;
}

std::string cursorOf(const store::MatterPosition& position) {
  return std::string(position.closed ? "c" : "o") + "." + std::to_string(position.key) + "." +
         std::to_string(position.id);
}

std::optional<store::MatterPosition> positionIn(std::string_view cursor) {
  const std::size_t dot = cursor.rfind('.');
  if (dot == std::string_view::npos || dot < 2 || cursor[1] != '.') return std::nullopt;
  if (cursor[0] != 'o' && cursor[0] != 'c') return std::nullopt;
  const auto key = wholeNumber(cursor.substr(2, dot - 2));
  const auto id = wholeNumber(cursor.substr(dot + 1));
  // Later than any clock, and far from the ends of the type.
  constexpr std::int64_t kMost = 1'000'000'000'000;
  if (!key || !id || *id < 1 || *key > kMost || *key < -kMost) return std::nullopt;
  return store::MatterPosition{cursor[0] == 'c', *key, *id};
}

}  // namespace policycalc::desk
