#include <algorithm>

#include "site/structured.h"
#include "site/units/unit_pages.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

using catalogue::Clause;
using catalogue::Contact;
using engine::Edition;

constexpr std::string_view kCounty = "county";

bool leads(const Clause& clause, std::size_t unit) {
  return std::any_of(clause.units.begin(), clause.units.end(),
                     [&](const auto& responsible) { return responsible.unit == unit; });
}

bool supports(const Clause& clause, std::size_t unit) {
  const auto& units = clause.provincial_units;
  return std::find(units.begin(), units.end(), unit) != units.end();
}

Data clauseLink(const Clause& clause, const Edition& edition) {
  Data made = link(edition.fillIn(clause.title), measurePath(clause.id));
  put(made, "kind", wordFor(clause.kind));
  return made;
}

/// Sections {name, name_en, count, list}, without empty ones.
std::vector<Data> work(std::size_t unit, const Edition& edition) {
  std::vector<Data> led;
  std::vector<Data> supported;
  std::vector<Data> internal;
  for (const Clause* clause : edition.catalogue().clauses()) {
    const bool leading = leads(*clause, unit);
    if (!leading && !supports(*clause, unit)) continue;
    auto& list = !clause->isMeasure() ? internal : leading ? led : supported;
    list.push_back(clauseLink(*clause, edition));
  }
  std::vector<Data> sections;
  const auto add = [&](const Label& name, const std::vector<Data>& list) {
    if (list.empty()) return;
    Data section(Data::type::object);
    put(section, "name", name);
    put(section, "count", std::to_string(list.size()));
    put(section, "list", list);
    sections.push_back(std::move(section));
  };
  add({"负责的措施", "Responsible for"}, led);
  add({"省里对应负责的措施", "Provincial counterpart for"}, supported);
  add({"内部工作（企业不用申请）", "Internal work (nothing to apply for)"}, internal);
  return sections;
}

/// The unit's own contact; a county is reached through its service hall.
const Contact* contactOf(const catalogue::Unit& unit, std::size_t index,
                         const catalogue::Contacts& contacts) {
  if (unit.level != kCounty || !unit.district) return contacts.ofUnit(index);
  const Contact* hall = contacts.hallOf(unit.district);
  return hall == nullptr || hall->isEmpty() ? contacts.ofUnit(index) : hall;
}

bool isOnTheWeb(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

void putWeb(Data& data, const std::string& name, const std::string& address) {
  put(data, name, std::string_view(address));
  put(data, name + "_href", isOnTheWeb(address) ? address : std::string());
}

void putContact(Data& data, const Contact* known, const catalogue::Catalogue& catalogue,
                base::Date today) {
  const Contact nothing;
  const Contact& contact = known == nullptr ? nothing : *known;
  std::string dialled;
  for (const char c : contact.telephone) {
    if ((c >= '0' && c <= '9') || c == '+') dialled += c;
  }
  put(data, "address", std::string_view(contact.address));
  put(data, "telephone", std::string_view(contact.telephone));
  put(data, "telephone_href", dialled);
  put(data, "hours", std::string_view(contact.hours));
  putWeb(data, "web", contact.page);
  putWeb(data, "source", contact.source);
  put(data, "checked", contact.last_checked ? contact.last_checked->toString() : std::string());
  put(data, "outdated", contact.isOutdated(today));
  const catalogue::Sentence& otherwise = catalogue.texts()[catalogue::Phrase::kNoTelephone];
  put(data, "otherwise",
      contact.telephone.empty() ? Label{otherwise.text, otherwise.text_en} : Label{});
}

}  // namespace

std::optional<Page> unitPage(std::string_view id, const Edition& edition,
                             const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Registry& registry = catalogue.registry();
  const auto index = registry.findUnit(id);
  if (!index) return {};
  const catalogue::Unit& unit = registry.units()[*index];
  const Contact* contact = contactOf(unit, *index, catalogue.contacts());
  const std::vector<Data> sections = work(*index, edition);
  Page page;
  page.content = "unit";
  page.part = Part::kUnits;
  page.path = unitPath(unit.id);
  page.title = unit.name;
  page.description = unit.name + "：怎样联系，负责通知里的哪些惠企措施。";
  page.json_ld = unitAsJson(unit, contact, services);
  Data& data = page.data;
  put(data, "name", Label{unit.name, unit.name_en});
  put(data, "level", levelName(unit.level));
  put(data, "level_href", "/units?level=" + percentEncoded(unit.level));
  std::string aliases;
  for (const std::string& alias : unit.aliases) aliases += (aliases.empty() ? "" : "、") + alias;
  put(data, "aliases", aliases);
  const auto parent = registry.findUnit(unit.parent);
  put(data, "parent",
      parent ? std::vector<Data>{link(registry.units()[*parent].name, unitPath(unit.parent))}
             : std::vector<Data>());
  putContact(data, contact, catalogue, services.today());
  put(data, "sections", sections);
  put(data, "nothing", sections.empty());
  put(data, "county", unit.level == kCounty);
  return page;
}

}  // namespace policycalc::site
