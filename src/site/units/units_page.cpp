#include <algorithm>
#include <array>

#include "site/search/words.h"
#include "site/structured.h"
#include "site/units/unit_pages.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

constexpr std::array<std::string_view, 4> kLevels = {"municipal", "collective", "county",
                                                     "provincial"};

std::string address(std::string_view sought, std::string_view level) {
  std::string path = "/units";
  if (!level.empty()) path += "?level=" + percentEncoded(level);
  if (!sought.empty()) path += (level.empty() ? "?q=" : "&q=") + percentEncoded(sought);
  return path;
}

std::vector<std::string> namesOf(const catalogue::Unit& unit) {
  std::vector<std::string> names{unit.name, unit.name_en};
  names.insert(names.end(), unit.aliases.begin(), unit.aliases.end());
  return names;
}

/// The other names by which a unit was found; "" if its own name says why.
std::string otherNames(const catalogue::Unit& unit, const std::string& sought) {
  if (sought.empty() || holdsAll({unit.name, unit.name_en}, sought)) return {};
  std::string names;
  for (const std::string& alias : unit.aliases) {
    if (holdsAll({alias}, sought)) names += (names.empty() ? "" : "、") + alias;
  }
  return names;
}

/// {name, name_en, count, list} of one level.
Data group(std::string_view level, const std::string& sought, const catalogue::Registry& registry) {
  std::vector<Data> list;
  for (const catalogue::Unit& unit : registry.units()) {
    if (unit.level != level || !holdsAll(namesOf(unit), sought)) continue;
    Data made = link(unit.name, unitPath(unit.id));
    put(made, "also", otherNames(unit, sought));
    list.push_back(std::move(made));
  }
  Data made(Data::type::object);
  put(made, "name", levelName(level));
  put(made, "count", std::to_string(list.size()));
  put(made, "list", list);
  put(made, "any", !list.empty());
  return made;
}

std::vector<Data> pills(const std::string& sought, const std::string& chosen,
                        const catalogue::Registry& registry) {
  std::vector<Data> list;
  for (const std::string_view level : kLevels) {
    const bool is_chosen = level == chosen;
    Data made = link(levelName(level).zh, address(sought, is_chosen ? std::string_view() : level));
    put(made, "chosen", is_chosen);
    const auto count = std::count_if(
        registry.units().begin(), registry.units().end(), [&](const catalogue::Unit& unit) {
          return unit.level == level && holdsAll(namesOf(unit), sought);
        });
    put(made, "count", std::to_string(count));
    list.push_back(std::move(made));
  }
  return list;
}

}  // namespace

Page unitsPage(const std::string& sought, const std::string& level, const engine::Edition& edition,
               const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Registry& registry = catalogue.registry();
  std::vector<Data> groups;
  std::size_t count = 0;
  for (const std::string_view one : kLevels) {
    if (!level.empty() && level != one) continue;
    Data made = group(one, sought, registry);
    const bool any = made.get("any")->is_true();
    count += made.get("list")->list_value().size();
    if (any) groups.push_back(std::move(made));
  }
  Page page;
  page.content = "units";
  page.part = Part::kUnits;
  page.path = "/units";
  page.title = "责任单位";
  page.description =
      "通知写明的市、省责任单位，以及要落实各项惠企措施的县（市、区）：名称、简称、怎样联系、负责什"
      "么。";
  page.json_ld = listAsJson(page.title, page.path, services);
  page.hidden = !sought.empty() || !level.empty();
  Data& data = page.data;
  const catalogue::Document* notice = catalogue.notice();
  put(data, "year", notice == nullptr ? std::string() : notice->date.substr(0, 4));
  put(data, "sought", std::string_view(sought));
  put(data, "chosen_level", std::string_view(level));
  put(data, "pills", pills(sought, level, registry));
  put(data, "groups", groups);
  put(data, "count", std::to_string(count));
  put(data, "all", std::to_string(registry.units().size()));
  put(data, "part_of_all", count != registry.units().size());
  put(data, "nothing", groups.empty());
  return page;
}

}  // namespace policycalc::site
