#include "policycalc/catalogue/registry.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"

namespace policycalc::catalogue {
namespace {

std::string optionalDateText(json::Decoder& object, std::string_view key) {
  const auto date = object.optionalDate(key);
  return date ? date->toString() : std::string();
}

std::vector<Chapter> loadChapters(json::Decoder& document) {
  std::vector<Chapter> chapters;
  for (json::Decoder& object : document.objects("chapters")) {
    chapters.push_back({static_cast<int>(object.integer("number")), object.string("title"),
                        static_cast<int>(object.integer("first_item")),
                        static_cast<int>(object.integer("last_item"))});
    object.refuseUnknownKeys();
  }
  return chapters;
}

constexpr std::string_view kLevels[] = {"municipal", "provincial", "county", "collective"};

Unit loadUnit(json::Decoder& object, const facts::Fact& district) {
  Unit unit;
  unit.id = object.string("id");
  unit.name = object.string("name");
  unit.name_en = object.optionalString("name_en");
  unit.aliases = object.strings("aliases");
  const auto level = object.oneOf("level", {"municipal", "provincial", "county", "collective"});
  unit.level = kLevels[level.value_or(0)];
  unit.parent = object.optionalString("parent");
  const std::string code = object.optionalString("district");
  if (!code.empty()) {
    unit.district = district.findOption(code);
    if (!unit.district) {
      object.reportAt("district", "unknown_option",
                      base::quoted(code) + " is not an option of `district`");
    }
  }
  object.member("contact");  // earlier versions without contacts.csv have it
  object.refuseUnknownKeys();
  return unit;
}

}  // namespace

bool Document::covers(base::Date day) const {
  const auto from = base::Date::parse(in_force_from);
  const auto to = base::Date::parse(in_force_to);
  return (!from.ok() || *from <= day) && (!to.ok() || day <= *to);
}

std::vector<Document> Registry::loadDocuments(json::Decoder& root) {
  constexpr std::string_view kDocumentLevels[] = {"municipal", "provincial", "national"};
  std::vector<Document> documents;
  std::set<std::string> ids;
  for (json::Decoder& object : root.objects("documents")) {
    Document document;
    document.id = object.string("id");
    document.number = object.optionalString("number");
    document.title = object.string("title");
    document.issuer = object.string("issuer");
    document.date = optionalDateText(object, "date");
    const auto level = object.oneOf("level", {"municipal", "provincial", "national"});
    document.level = kDocumentLevels[level.value_or(0)];
    document.in_force_from = optionalDateText(object, "in_force_from");
    document.in_force_to = optionalDateText(object, "in_force_to");
    document.note = object.optionalString("note");
    document.url = object.optionalString("url");
    document.last_checked = optionalDateText(object, "last_checked");
    document.chapters = loadChapters(object);
    object.refuseUnknownKeys();
    if (!ids.insert(document.id).second) {
      object.reportAt("id", "duplicate_id", base::quoted(document.id) + " appears twice");
    }
    documents.push_back(std::move(document));
  }
  root.refuseUnknownKeys();
  return documents;
}

std::vector<Unit> Registry::loadUnits(json::Decoder& root, const facts::Vocabulary& vocabulary) {
  std::vector<Unit> units;
  std::set<std::string> ids;
  std::set<std::string> names;
  std::vector<json::Decoder> objects = root.objects("units");
  for (json::Decoder& object : objects) {
    Unit unit = loadUnit(object, vocabulary.fact(vocabulary.known().district));
    if (!ids.insert(unit.id).second) {
      object.reportAt("id", "duplicate_id", base::quoted(unit.id) + " appears twice");
    }
    std::vector<std::string> all_names = unit.aliases;
    all_names.push_back(unit.name);
    for (const std::string& name : all_names) {
      if (!names.insert(name).second) {
        object.reportAt("name", "duplicate_name", base::quoted(name) + " names two units");
      }
    }
    units.push_back(std::move(unit));
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].parent.empty() && ids.count(units[i].parent) == 0) {
      objects[i].reportAt("parent", "unknown_unit",
                          base::quoted(units[i].parent) + " is not a unit");
    }
  }
  root.refuseUnknownKeys();
  return units;
}

Registry::Registry(std::vector<Document> documents, std::vector<Unit> units)
    : documents_(std::move(documents)), units_(std::move(units)) {
  for (std::size_t i = 0; i < units_.size(); ++i) unit_by_id_.emplace(units_[i].id, i);
}

const Document* Registry::findDocument(std::string_view id) const {
  const auto at = std::find_if(documents_.begin(), documents_.end(),
                               [&](const Document& document) { return document.id == id; });
  return at == documents_.end() ? nullptr : &*at;
}

std::optional<std::size_t> Registry::findUnit(std::string_view id) const {
  const auto at = unit_by_id_.find(id);
  if (at == unit_by_id_.end()) return {};
  return at->second;
}

const Unit* Registry::countyOf(std::size_t district_option) const {
  const auto at = std::find_if(units_.begin(), units_.end(),
                               [&](const Unit& unit) { return unit.district == district_option; });
  return at == units_.end() ? nullptr : &*at;
}

std::optional<base::Date> Registry::lastChecked() const {
  std::optional<base::Date> oldest;
  for (const Document& document : documents_) {
    const auto checked = base::Date::parse(document.last_checked);
    if (!checked.ok()) return {};
    if (!oldest || *checked < *oldest) oldest = *checked;
  }
  return oldest;
}

}  // namespace policycalc::catalogue
