#include "policycalc/catalogue/screens.h"

#include <algorithm>

namespace policycalc::catalogue {
namespace {

constexpr std::string_view kStyles[] = {"one", "many", "fields"};
constexpr std::string_view kPictures[] = {"tiles", "map", "list", "bands"};

}  // namespace

std::string_view toString(Screen::Style style) {
  return kStyles[static_cast<std::size_t>(style)];
}

std::string_view toString(Screen::Picture picture) {
  return kPictures[static_cast<std::size_t>(picture)];
}

bool ScreenCondition::holds(const facts::Knowledge& knowledge) const {
  const auto child_holds = [&](const ScreenCondition& child) { return child.holds(knowledge); };
  switch (kind) {
    case Kind::kAll:
      return std::all_of(children.begin(), children.end(), child_holds);
    case Kind::kAny:
      return std::any_of(children.begin(), children.end(), child_holds);
    case Kind::kIn:
    case Kind::kNotIn:
      break;
  }
  const facts::Known& known = knowledge.facts[fact];
  return (known.known && known.options.hasAny(options)) == (kind == Kind::kIn);
}

bool Screen::has(facts::FactIndex fact) const {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

std::optional<std::size_t> Screens::find(std::string_view id) const {
  const auto at = std::find_if(screens_.begin(), screens_.end(),
                               [&](const Screen& screen) { return screen.id == id; });
  if (at == screens_.end()) return {};
  return static_cast<std::size_t>(at - screens_.begin());
}

std::optional<std::size_t> Screens::screenOf(facts::FactIndex fact) const {
  const auto at = std::find_if(screens_.begin(), screens_.end(),
                               [&](const Screen& screen) { return screen.has(fact); });
  if (at == screens_.end()) return {};
  return static_cast<std::size_t>(at - screens_.begin());
}

}  // namespace policycalc::catalogue
