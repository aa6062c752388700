#include "api/reference/reference.h"

#include <algorithm>

#include "api/reference/reference_parts.h"

namespace policycalc::api {
namespace {

using catalogue::Catalogue;
using catalogue::Clause;

void writeUnitsOf(json::Writer& writer, const Clause& clause, const catalogue::Registry& registry) {
  writer.key("units").beginArray();
  for (const catalogue::ResponsibleUnit& unit : clause.units) {
    web::writeUnit(writer, registry.units()[unit.unit], unit.role);
  }
  writer.endArray();
}

void writeMeasureFields(json::Writer& writer, const Clause& measure,
                        const engine::Edition& edition) {
  const facts::Topic& need = edition.catalogue().vocabulary().needs()[measure.topic];
  writer.key("topic").string(need.id);
  writer.key("topic_label").string(need.label);
  writer.key("topic_label_en").string(need.label_en);
  writer.key("scope").string(measure.scope == catalogue::Scope::kRegistered ? "registered"
                                                                            : "anyone");
  writer.key("keywords");
  web::writeStrings(writer, measure.keywords);
  writer.key("universal").boolean(measure.universal);
}

void writeOptionalRule(json::Writer& writer, const std::optional<criteria::Criterion>& root,
                       const std::vector<engine::Edition::Node>& nodes,
                       const Catalogue& catalogue) {
  if (root) {
    web::writeRule(writer, *root, nodes, catalogue);
  } else {
    writer.null();
  }
}

void writeBenefits(json::Writer& writer, const Clause& measure, const engine::Edition& edition) {
  const criteria::Symbols symbols = edition.catalogue().symbols();
  writer.key("benefits").beginArray();
  for (const catalogue::Benefit& benefit : measure.benefits) {
    const catalogue::Amount& amount = benefit.amount;
    writer.beginObject();
    writer.key("id").string(benefit.id);
    writer.key("type").string(benefit.type);
    writer.key("label").string(edition.fillIn(benefit.label));
    writer.key("label_en").stringOrNull(edition.fillInEnglish(benefit.label_en));
    writer.key("amount").beginObject();
    writer.key("status").string(catalogue::toString(amount.status));
    writer.key("value");
    const auto value = amount.value
                           ? criteria::evaluate(*amount.value, symbols, edition.day(), nullptr)
                           : std::optional<base::Decimal>();
    if (value.ok() && *value) {
      writer.decimal(**value);
    } else {
      writer.null();
    }
    web::writeAmountUnit(writer, amount);
    writer.key("formula").stringOrNull(
        amount.status == catalogue::AmountStatus::kComputed
            ? criteria::describe(*amount.value, symbols, edition.day(), nullptr)
            : std::string());
    web::writeStrings(writer.key("parameters"),
                      amount.value ? web::parametersOf(*amount.value, symbols.parameters)
                                   : std::vector<std::string>());
    writer.endObject().endObject();
  }
  writer.endArray();
}

void writeUnitFields(json::Writer& writer, const catalogue::Unit& unit) {
  writer.key("id").string(unit.id);
  writer.key("name").string(unit.name);
  writer.key("name_en").stringOrNull(unit.name_en);
  writer.key("aliases");
  web::writeStrings(writer, unit.aliases);
  writer.key("level").string(unit.level);
  writer.key("parent").stringOrNull(unit.parent);
}

bool leads(const Clause& clause, std::size_t unit) {
  return std::any_of(clause.units.begin(), clause.units.end(),
                     [&](const auto& responsible) { return responsible.unit == unit; });
}

}  // namespace

void writeClauseHead(json::Writer& writer, const Clause& clause, const engine::Edition& edition) {
  const Catalogue& catalogue = edition.catalogue();
  const catalogue::Chapter* chapter = catalogue.chapterOf(clause.item);
  const criteria::Citation& source = clause.sources.front();
  writer.key("id").string(clause.id);
  const catalogue::Item* item = catalogue.findItem(clause.item);
  writer.key("item").integer(clause.item);
  writer.key("item_title").string(item->title);
  writer.key("item_title_en").string(item->title_en);
  writer.key("cell").integer(source.cell);
  writer.key("clause").string(source.clause);
  writer.key("chapter");
  if (chapter == nullptr) {
    writer.null();
  } else {
    writer.integer(chapter->number);
  }
  writer.key("kind").string(catalogue::toString(clause.kind));
  writer.key("title").string(edition.fillIn(clause.title));
  writer.key("title_en").string(clause.title_en);
  writer.key("summary").string(edition.fillIn(clause.summary));
  writer.key("summary_en").stringOrNull(edition.fillInEnglish(clause.summary_en));
  writeUnitsOf(writer, clause, catalogue.registry());
  writer.key("last_checked").string(clause.last_checked);
}

void writeWholeMeasure(json::Writer& writer, const engine::Edition::Entry& entry,
                       const engine::Edition& edition) {
  const Clause& measure = *entry.measure;
  const Catalogue& catalogue = edition.catalogue();
  writer.beginObject();
  writeClauseHead(writer, measure, edition);
  writeMeasureFields(writer, measure, edition);
  writer.key("in_force").boolean(entry.in_force);
  writer.key("provincial_units").beginArray();
  for (const std::size_t unit : measure.provincial_units) {
    web::writeUnit(writer, catalogue.registry().units()[unit], "provincial");
  }
  writer.endArray();
  writer.key("joint_pairing").string(measure.pairing_open ? "open" : "stated");
  writeOptionalRule(writer.key("applies_when"), measure.applies_when, entry.applies_when,
                    catalogue);
  writeOptionalRule(writer.key("requires"), measure.requires_, entry.requires_, catalogue);
  web::writeJudged(writer.key("judged"), measure, edition);
  writeBenefits(writer, measure, edition);
  writer.key("leads_to");
  web::writeStrings(writer, measure.leads_to);
  writer.key("excludes");
  web::writeStrings(writer, measure.excludes);
  web::writeGuidance(writer, entry, edition);
  writer.endObject();
}

bool matches(const Clause& clause, const ClauseFilter& filter, const Catalogue& catalogue) {
  const catalogue::Chapter* chapter = catalogue.chapterOf(clause.item);
  if (filter.item && clause.item != *filter.item) return false;
  if (filter.chapter && (chapter == nullptr || chapter->number != *filter.chapter)) return false;
  if (!filter.kind.empty() && catalogue::toString(clause.kind) != filter.kind) return false;
  if (!filter.topic.empty() &&
      (!clause.isMeasure() || catalogue.vocabulary().needs()[clause.topic].id != filter.topic)) {
    return false;
  }
  if (!filter.unit.empty()) {
    const auto unit = catalogue.registry().findUnit(filter.unit);
    if (!unit || !leads(clause, *unit)) return false;
  }
  const auto holds = [&](const std::string& text) {
    return text.find(filter.text) != std::string::npos;
  };
  return filter.text.empty() || holds(clause.title) || holds(clause.title_en) ||
         holds(clause.summary) || holds(clause.summary_en) ||
         std::any_of(clause.keywords.begin(), clause.keywords.end(), holds);
}

std::string writeMeasures(const web::Rendering& rendering, const ClauseFilter& filter) {
  const engine::Edition& edition = rendering.edition();
  json::Writer writer;
  writer.beginObject().key("measures").beginArray();
  for (const Clause* measure : edition.catalogue().measures()) {
    if (!matches(*measure, filter, edition.catalogue())) continue;
    writer.beginObject();
    writeClauseHead(writer, *measure, edition);
    writeMeasureFields(writer, *measure, edition);
    writer.key("valid");
    web::writeValidity(writer, measure->valid);
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::optional<std::string> writeMeasure(const web::Rendering& rendering, std::string_view id) {
  for (const engine::Edition::Entry& entry : rendering.edition().entries()) {
    if (entry.measure->id != id) continue;
    json::Writer writer;
    writeWholeMeasure(writer, entry, rendering.edition());
    return writer.take();
  }
  return {};
}

std::string writeUnits(const Catalogue& catalogue, std::string_view level) {
  json::Writer writer;
  writer.beginObject().key("units").beginArray();
  for (const catalogue::Unit& unit : catalogue.registry().units()) {
    if (!level.empty() && unit.level != level) continue;
    writer.beginObject();
    writeUnitFields(writer, unit);
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::optional<std::string> writeUnitPage(const web::Rendering& rendering, base::Date today,
                                         std::string_view id) {
  const engine::Edition& edition = rendering.edition();
  const catalogue::Registry& registry = edition.catalogue().registry();
  const auto index = registry.findUnit(id);
  if (!index) return {};
  const catalogue::Unit& unit = registry.units()[*index];
  json::Writer writer;
  writer.beginObject();
  writeUnitFields(writer, unit);
  writeContactOf(writer.key("contact"), edition.catalogue().contacts().ofUnit(*index), today);
  writer.key("clauses").beginArray();
  for (const Clause* clause : edition.catalogue().clauses()) {
    const bool supports =
        std::find(clause->provincial_units.begin(), clause->provincial_units.end(), *index) !=
        clause->provincial_units.end();
    if (!leads(*clause, *index) && !supports) continue;
    writer.beginObject();
    writer.key("id").string(clause->id);
    writer.key("title").string(edition.fillIn(clause->title));
    writer.key("title_en").string(clause->title_en);
    writer.key("kind").string(catalogue::toString(clause->kind));
    writer.key("role").string(leads(*clause, *index) ? "responsible" : "provincial");
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::string writeCatalogueSummary(const Catalogue& catalogue) {
  json::Writer writer;
  writer.beginObject();
  writer.key("hash").string(catalogue.hash());
  const catalogue::Document* notice = catalogue.notice();
  writer.key("notice").stringOrNull(notice == nullptr ? std::string() : notice->number);
  writer.key("items").integer(static_cast<std::int64_t>(catalogue.items().size()));
  writer.key("clauses").integer(static_cast<std::int64_t>(catalogue.clauses().size()));
  writer.key("measures").integer(static_cast<std::int64_t>(catalogue.measures().size()));
  writer.key("units").integer(static_cast<std::int64_t>(catalogue.registry().units().size()));
  writer.key("facts").integer(static_cast<std::int64_t>(catalogue.vocabulary().facts().size()));
  writer.key("boundaries").beginArray();
  for (const base::Date day : catalogue.boundaries()) writer.string(day.toString());
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::api
