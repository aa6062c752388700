#include <utility>

#include "policycalc/base/text.h"

#include "catalogue/changes/rendered.h"
#include "catalogue/changes/things.h"
#include "catalogue/changes/use.h"

namespace policycalc::catalogue {
namespace {

template <typename Map, typename Key>
Use::Measures measuresOf(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? Use::Measures() : found->second;
}

std::string periodText(const criteria::Parameter& parameter,
                       const criteria::Parameter::Period& period) {
  return criteria::toChinese(period.value, parameter.quantity, parameter.percentage_points) + "（" +
         sentenceOf(period.from, period.to) + "）";
}

void addPeriods(Thing& thing, const criteria::Parameter& parameter) {
  std::vector<std::string> values;
  std::vector<std::string> sources;
  std::vector<std::string> notes;
  for (const criteria::Parameter::Period& period : parameter.periods) {
    values.push_back(periodText(parameter, period));
    sources.push_back(sentenceOf(period.source));
    if (!period.note.empty()) notes.push_back(period.note);
  }
  thing.add("values", base::join(values, "；"), thing.affects);
  thing.add("source", base::join(sources, "；"));
  thing.add("note", base::join(notes, "\n"));
}

std::string nameOf(const Contact& contact, const Catalogue& catalogue) {
  return contact.unit ? catalogue.registry().units()[*contact.unit].name : contact.place;
}

void addOptions(Thing& thing, const facts::Fact& fact) {
  std::vector<std::string> labels;
  std::vector<std::string> codes;
  std::vector<std::string> words;
  for (const facts::Option& option : fact.options) {
    labels.push_back(option.label);
    codes.push_back(option.code);
    std::string former;
    for (const facts::FormerCode& code : option.former_codes) former += code.code + code.until;
    words.push_back(option.code + option.label + option.label_en + former +
                    base::join(option.keywords, ","));
  }
  const std::string shown = base::join(labels, "、");
  thing.fields.push_back({"options", shown, base::join(codes, ","), Affects::kVerdict});
  thing.fields.push_back({"options", shown, base::join(words, "\x1f")});
}

std::string detailOf(const facts::Fact& fact, const facts::Vocabulary& vocabulary) {
  if (!fact.detail_of) return {};
  const facts::Fact& parent = vocabulary.fact(fact.detail_of->parent);
  return parent.label + "：" + base::join(parent.labelsOf(fact.detail_of->options), "、");
}

Thing factAsThing(const facts::Fact& fact, const facts::Vocabulary& vocabulary) {
  Thing thing{Subject::kFact, fact.id, fact.label, {}, {}, Affects::kVerdict};
  thing.add("type", std::string(facts::typeName(fact.type)), Affects::kVerdict);
  thing.add("label", fact.label);
  thing.add("label_en", fact.label_en);
  thing.add("topic", vocabulary.topics()[fact.topic].label);
  thing.add("unit", fact.unit);
  addOptions(thing, fact);
  std::vector<std::string> from;
  for (const facts::FactIndex other : fact.derived_from) from.push_back(vocabulary.fact(other).id);
  thing.add("derived_from", base::join(from, "、"), Affects::kVerdict);
  thing.add("help", fact.help);
  thing.add("help_en", fact.help_en);
  thing.add("why", fact.why);
  thing.add("why_en", fact.why_en);
  thing.add("asked", fact.asked ? "是" : "否");
  thing.add("core", fact.core ? "是" : "否");
  std::vector<std::string> needs;
  for (const std::size_t need : fact.core_for) needs.push_back(vocabulary.needs()[need].label);
  thing.add("core_for", base::join(needs, "、"));
  thing.add("detail_of", detailOf(fact, vocabulary));
  thing.add("can_be_taken", fact.can_be_taken ? "是" : "否");
  return thing;
}

Things topicsOf(Subject subject, const std::vector<facts::Topic>& topics) {
  Things things;
  for (const facts::Topic& topic : topics) {
    things.push_back({subject, topic.id, topic.label, {}, {}, Affects::kText});
    things.back().add("label", topic.label);
    things.back().add("label_en", topic.label_en);
  }
  return things;
}

}  // namespace

Things itemsAsThings(const Catalogue& catalogue) {
  Things things;
  for (const Item& item : catalogue.items()) {
    Thing thing{Subject::kItem, std::to_string(item.number), item.title, {}, {}, Affects::kText};
    thing.add("title", item.title);
    thing.add("title_en", item.title_en);
    thing.add("cells", std::to_string(item.cells));
    std::vector<std::string> units;
    for (const std::size_t unit : item.provincial_units) {
      units.push_back(catalogue.registry().units()[unit].name);
    }
    thing.add("provincial_units", base::join(units, "、"));
    things.push_back(std::move(thing));
  }
  return things;
}

Things topicsAsThings(const Catalogue& catalogue) {
  return topicsOf(Subject::kTopic, catalogue.vocabulary().topics());
}

Things needsAsThings(const Catalogue& catalogue) {
  return topicsOf(Subject::kNeed, catalogue.vocabulary().needs());
}

Things parametersAsThings(const Catalogue& catalogue) {
  const Use use(catalogue);
  Things things;
  const auto& all = catalogue.parameters().all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto known = use.parameter_affects.find(i);
    Thing thing{Subject::kParameter,
                all[i].id,
                all[i].label,
                {},
                measuresOf(use.by_parameter, i),
                known == use.parameter_affects.end() ? Affects::kText : known->second};
    thing.add("label", all[i].label);
    thing.add(
        "unit",
        std::to_string(static_cast<int>(all[i].quantity)) + (all[i].percentage_points ? "p" : ""),
        thing.affects);
    addPeriods(thing, all[i]);
    thing.add("last_checked", all[i].last_checked ? all[i].last_checked->toString() : "");
    things.push_back(std::move(thing));
  }
  return things;
}

Things unitsAsThings(const Catalogue& catalogue) {
  const Use use(catalogue);
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  Things things;
  const std::vector<Unit>& units = catalogue.registry().units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    Thing thing{Subject::kUnit, unit.id, unit.name, {}, measuresOf(use.by_unit, i), Affects::kText};
    thing.add("name", unit.name);
    thing.add("name_en", unit.name_en);
    thing.add("aliases", base::join(unit.aliases, "、"));
    thing.add("level", unit.level);
    thing.add("parent", unit.parent);
    thing.add("district",
              unit.district
                  ? vocabulary.fact(vocabulary.known().district).options[*unit.district].label
                  : std::string());
    things.push_back(std::move(thing));
  }
  return things;
}

Things contactsAsThings(const Catalogue& catalogue) {
  const Use use(catalogue);
  Things things;
  for (const Contact& contact : catalogue.contacts().all()) {
    Thing thing{Subject::kContact, contact.place, nameOf(contact, catalogue), {}, {},
                Affects::kText};
    if (contact.unit) thing.measures = measuresOf(use.by_unit, *contact.unit);
    thing.add("address", contact.address);
    thing.add("telephone", contact.telephone);
    thing.add("hours", contact.hours);
    thing.add("page", contact.page);
    thing.add("source", contact.source);
    thing.add("last_checked", contact.last_checked ? contact.last_checked->toString() : "");
    things.push_back(std::move(thing));
  }
  return things;
}

Things documentsAsThings(const Catalogue& catalogue) {
  const Use use(catalogue);
  Things things;
  for (const Document& document : catalogue.registry().documents()) {
    Thing thing{Subject::kDocument,
                document.id,
                document.title,
                {},
                measuresOf(use.by_document, document.id),
                Affects::kText};
    thing.add("number", document.number);
    thing.add("title", document.title);
    thing.add("issuer", document.issuer);
    thing.add("date", document.date);
    thing.add("level", document.level);
    thing.add("in_force_from", document.in_force_from);
    thing.add("in_force_to", document.in_force_to);
    thing.add("note", document.note);
    thing.add("url", document.url);
    std::vector<std::string> chapters;
    for (const Chapter& chapter : document.chapters) {
      chapters.push_back(chapter.title + " " + std::to_string(chapter.first_item) + "–" +
                         std::to_string(chapter.last_item));
    }
    thing.add("chapters", base::join(chapters, "、"));
    thing.add("last_checked", document.last_checked);
    things.push_back(std::move(thing));
  }
  return things;
}

Things factsAsThings(const Catalogue& catalogue) {
  const Use use(catalogue);
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  Things things;
  for (std::size_t i = 0; i < vocabulary.facts().size(); ++i) {
    things.push_back(factAsThing(vocabulary.facts()[i], vocabulary));
    things.back().measures = measuresOf(use.by_fact, i);
  }
  return things;
}

}  // namespace policycalc::catalogue
