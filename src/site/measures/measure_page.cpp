#include "site/measures/measure_page.h"

#include "site/measures/rule_lines.h"
#include "site/structured.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

using catalogue::Clause;
using engine::Edition;

void putHead(Data& data, const Clause& clause, const Edition& edition) {
  const catalogue::Item* item = edition.catalogue().findItem(clause.item);
  put(data, "title", Label{edition.fillIn(clause.title), clause.title_en});
  put(data, "summary",
      Label{edition.fillIn(clause.summary), edition.fillInEnglish(clause.summary_en)});
  put(data, "kind", wordFor(clause.kind));
  put(data, "id", std::string_view(clause.id));
  put(data, "item", itemName(clause.item));
  put(data, "item_href", itemPath(clause.item));
  put(data, "item_title", Label{item->title, item->title_en});
}

std::vector<Data> benefits(const Clause& measure, const Edition& edition) {
  std::vector<Data> list;
  for (const catalogue::Benefit& benefit : measure.benefits) {
    Data made(Data::type::object);
    put(made, "label",
        Label{edition.fillIn(benefit.label), edition.fillInEnglish(benefit.label_en)});
    put(made, "amount", amountOf(benefit.amount, edition));
    const bool computed = benefit.amount.status == catalogue::AmountStatus::kComputed;
    put(made, "formula",
        computed ? criteria::describe(*benefit.amount.value, edition.catalogue().symbols(),
                                      edition.day(), nullptr)
                 : std::string());
    list.push_back(std::move(made));
  }
  return list;
}

void putRule(Data& data, const std::string& name, const std::optional<criteria::Criterion>& root,
             const std::vector<Edition::Node>& nodes, const Edition::Entry& entry,
             const catalogue::Catalogue& catalogue) {
  const std::vector<Data> lines =
      root ? ruleLines(*root, nodes, entry.sources, catalogue) : std::vector<Data>();
  Data rule(Data::type::object);
  put(rule, "children", lines);
  put(rule, "together", lines.size() > 1);
  put(data, name, lines.empty() ? std::vector<Data>() : std::vector<Data>{rule});
}

void putConditions(Data& data, const Edition::Entry& entry, const Edition& edition) {
  const Clause& measure = *entry.measure;
  const bool registered = measure.scope == catalogue::Scope::kRegistered;
  put(data, "scope",
      registered ? Label{"在赣州登记的主体", "Registered in Ganzhou"}
                 : Label{"不限登记地，外地主体也可以", "Anywhere; others may use it too"});
  putRule(data, "applies_when", measure.applies_when, entry.applies_when, entry,
          edition.catalogue());
  putRule(data, "requires", measure.requires_, entry.requires_, entry, edition.catalogue());
  std::vector<Data> judged;
  for (const catalogue::Judgement& one : measure.judged) {
    Data made(Data::type::object);
    put(made, "text", edition.fillIn(one.text));
    put(made, "by", std::string_view(one.by));
    judged.push_back(std::move(made));
  }
  put(data, "no_conditions", !measure.applies_when && !measure.requires_ && judged.empty());
  put(data, "has_judged", !judged.empty());
  put(data, "judged", judged);
}

std::vector<Data> caveats(const Edition::Entry& entry, const Edition& edition) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  std::vector<Data> groups;
  for (std::size_t kind = 0; kind < catalogue::kCaveatKinds; ++kind) {
    std::vector<Data> list;
    for (const catalogue::Caveat* caveat : entry.caveats) {
      if (static_cast<std::size_t>(caveat->kind) != kind) continue;
      Data made(Data::type::object);
      put(made, "said",
          Label{edition.fillIn(caveat->text), edition.fillInEnglish(caveat->text_en)});
      const Data source = caveat->source ? sourceLink(*caveat->source, catalogue) : link({}, {});
      put(made, "source", std::vector<Data>{source});
      put(made, "has_source", caveat->source.has_value());
      list.push_back(std::move(made));
    }
    if (list.empty()) continue;
    const auto of_kind = static_cast<catalogue::CaveatKind>(kind);
    Data group(Data::type::object);
    const catalogue::Sentence& name = catalogue.texts().labelOf(of_kind);
    put(group, "name", Label{name.text, name.text_en});
    put(group, "code", catalogue::toString(of_kind));
    put(group, "list", list);
    groups.push_back(std::move(group));
  }
  return groups;
}

Data measureLink(const std::string& id, const Edition& edition) {
  const Clause* other = edition.catalogue().find(id);
  return link(other == nullptr ? id : edition.fillIn(other->title), measurePath(id));
}

std::vector<Data> measureLinks(const std::vector<std::string>& ids, const Edition& edition) {
  std::vector<Data> list;
  list.reserve(ids.size());
  for (const std::string& id : ids) list.push_back(measureLink(id, edition));
  return list;
}

/// What replaced a measure: clauses and documents by their titles.
std::vector<Data> successorLinks(const Clause& measure, const Edition& edition) {
  std::vector<Data> list;
  for (const std::string& id : measure.replaced_by) {
    const catalogue::Document* document = edition.catalogue().registry().findDocument(id);
    list.push_back(document == nullptr ? measureLink(id, edition)
                                       : link("《" + document->title + "》",
                                              "/documents#" + percentEncoded(document->id)));
  }
  return list;
}

/// A list, with `has_NAME` for the heading above it.
void putList(Data& data, const std::string& name, const std::vector<Data>& list) {
  put(data, "has_" + name, !list.empty());
  put(data, name, list);
}

void putHow(Data& data, const Edition::Entry& entry, const Edition& edition) {
  const Clause& measure = *entry.measure;
  put(data, "next_step",
      Label{edition.fillIn(measure.next_step), edition.fillInEnglish(measure.next_step_en)});
  put(data, "delivery", std::string_view(measure.delivery));
  putList(data, "channels", texts(catalogue::namesOf(measure.channels)));
  putList(data, "documents", texts(measure.documents));
  putList(data, "caveats", caveats(entry, edition));
  putList(data, "excludes", measureLinks(measure.excludes, edition));
  putList(data, "leads_to", measureLinks(measure.leads_to, edition));
}

void putBasis(Data& data, const Edition::Entry& entry, const Edition& edition) {
  const Clause& measure = *entry.measure;
  std::vector<Data> sources;
  for (const criteria::Citation* one : entry.sources) {
    sources.push_back(sourceLink(*one, edition.catalogue()));
  }
  put(data, "sources", sources);
  const std::string from = measure.valid.from.toString();
  put(data, "valid",
      measure.valid.to ? from + " 至 " + measure.valid.to->toString()
                       : from + " 起，没有写截止日期");
  put(data, "last_checked", std::string_view(measure.last_checked));
}

}  // namespace

Page measurePage(const Edition::Entry& entry, const Edition& edition, const Services& services) {
  const Clause& measure = *entry.measure;
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Registry& registry = catalogue.registry();
  Page page;
  page.content = "measure";
  page.part = Part::kMeasures;
  page.path = measurePath(measure.id);
  page.title = edition.fillIn(measure.title);
  page.description = edition.fillIn(measure.summary);
  page.json_ld = measureAsJson(measure, edition, services);
  Data& data = page.data;
  putHead(data, measure, edition);
  put(data, "topic", topicName(measure, catalogue));
  put(data, "topic_href",
      "/measures?topic=" + percentEncoded(catalogue.vocabulary().needs()[measure.topic].id));
  put(data, "expired", entry.in_force ? Label{} : outOfForce(measure.valid, services.today()));
  put(data, "replaced_text", edition.fillIn(measure.replaced_text));
  putList(data, "replaced_by", successorLinks(measure, edition));
  putList(data, "benefits", benefits(measure, edition));
  const bool pays = measure.kind == catalogue::Kind::kBenefit;
  const catalogue::Sentence& paid = catalogue.texts()[catalogue::Phrase::kDelivery];
  put(data, "paid", pays ? Label{paid.text, paid.text_en} : Label{});
  putConditions(data, entry, edition);
  putHow(data, entry, edition);
  put(data, "units", responsibleUnits(measure, registry));
  put(data, "pairing_open", measure.pairing_open && measure.units.size() > 1);
  putList(data, "provincial", unitLinks(measure.provincial_units, registry));
  putBasis(data, entry, edition);
  put(data, "tell_href", "/#/tell/" + percentEncoded(measure.id));
  return page;
}

Page internalPage(const Clause& clause, const Edition& edition) {
  Page page;
  page.content = "internal";
  page.part = Part::kNotice;
  page.title = edition.fillIn(clause.title);
  page.description = edition.fillIn(clause.summary);
  page.path = measurePath(clause.id);
  page.hidden = true;
  putHead(page.data, clause, edition);
  put(page.data, "why", edition.fillIn(clause.why_internal));
  put(page.data, "units", responsibleUnits(clause, edition.catalogue().registry()));
  return page;
}

}  // namespace policycalc::site
