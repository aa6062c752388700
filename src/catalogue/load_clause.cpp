#include "catalogue/load_clause.h"

#include "policycalc/base/text.h"

#include "catalogue/load_amount.h"
#include "catalogue/load_channels.h"

namespace policycalc::catalogue {
namespace {

std::string dateText(json::Decoder& object, std::string_view key) {
  const auto date = object.date(key);
  return date ? date->toString() : std::string();
}

std::vector<std::size_t> loadUnitList(json::Decoder& object, std::string_view key,
                                      const Registry& registry) {
  std::vector<std::size_t> units;
  for (const std::string& id : object.strings(key)) {
    if (const auto unit = registry.findUnit(id)) {
      units.push_back(*unit);
    } else {
      object.reportAt(key, "unknown_unit", base::quoted(id) + " is not a unit");
    }
  }
  return units;
}

/// Reads one clause object into a Clause.
class ClauseLoader {
 public:
  ClauseLoader(json::Decoder& object, const ClauseContext& context)
      : object_(object), context_(context) {}

  Clause load(const Item& item) {
    clause_.item = item.number;
    clause_.provincial_units = item.provincial_units;
    clause_.file = context_.file;
    clause_.pointer = object_.pointer();
    clause_.position = object_.value().position;
    loadHead();
    if (clause_.isMeasure()) {
      loadConditions();
      loadBenefits();
      loadGuidance();
    } else {
      clause_.why_internal = object_.string("why_internal");
      if (object_.member("valid") != nullptr) {
        loadValidity();
      } else {
        takeValidityOfSource();
      }
    }
    object_.refuseUnknownKeys();
    return std::move(clause_);
  }

 private:
  void loadHead() {
    clause_.id = object_.string("id");
    clause_.title = object_.string("title");
    clause_.title_en = object_.string("title_en");
    clause_.summary = object_.string("summary");
    clause_.summary_en = object_.optionalString("summary_en");
    const auto kind = object_.oneOf("kind", {"benefit", "right", "service", "internal"});
    const bool looks_internal = object_.value().find("why_internal") != nullptr;
    clause_.kind = kind             ? static_cast<Kind>(*kind)
                   : looks_internal ? Kind::kInternal
                                    : Kind::kBenefit;
    for (json::Decoder& source : object_.objects("sources")) loadSource(source);
    if (clause_.sources.empty()) object_.reportAt("sources", "wrong_value", "there is no source");
    for (json::Decoder& entry : object_.objects("units")) loadUnit(entry);
    if (clause_.units.empty()) object_.reportAt("units", "wrong_value", "there is not a unit");
    clause_.pairing_open = object_.oneOf("joint_pairing", {"stated", "open"}) == 1;
    clause_.last_checked = dateText(object_, "last_checked");
  }

  void loadSource(json::Decoder& source) {
    criteria::Citation citation = criteria::loadCitation(source);
    const Document* document = context_.registry.findDocument(citation.document);
    if (document == nullptr) {
      source.reportAt("document", "unknown_document",
                      base::quoted(citation.document) + " is not a document");
    } else if (!document->chapters.empty() && citation.item != clause_.item) {
      source.reportAt("item", "wrong_value", "a clause belongs in the file of its item");
    }
    clause_.sources.push_back(std::move(citation));
  }

  void loadUnit(json::Decoder& entry) {
    const std::string id = entry.string("unit");
    const std::string role = entry.string("role");
    auto when = loadCriterionIfThere(entry, "when");
    auto unless = loadCriterionIfThere(entry, "unless");
    entry.refuseUnknownKeys();
    if (const auto unit = context_.registry.findUnit(id)) {
      clause_.units.push_back({*unit, role, std::move(when), std::move(unless)});
    } else {
      entry.reportAt("unit", "unknown_unit", base::quoted(id) + " is not a unit");
    }
  }

  void loadConditions() {
    const std::string topic = object_.string("topic");
    if (const auto need = context_.symbols.vocabulary.findNeed(topic)) {
      clause_.topic = *need;
    } else if (!topic.empty()) {
      object_.reportAt("topic", "unknown_topic",
                       base::quoted(topic) + " is not a field of support");
    }
    clause_.scope =
        static_cast<Scope>(object_.oneOf("scope", {"anyone", "registered"}).value_or(0));
    clause_.applies_when = loadOptionalCriterion("applies_when");
    clause_.requires_ = loadOptionalCriterion("requires");
    for (json::Decoder& entry : object_.objects("judged")) loadJudgement(entry);
    if (const json::Value* listed = object_.member("provincial_units")) {
      if (!listed->isNull()) {
        clause_.provincial_units = loadUnitList(object_, "provincial_units", context_.registry);
      }
    }
  }

  /// Earlier versions name no units.
  void loadJudgement(json::Decoder& entry) {
    Judgement judgement{entry.string("text"), entry.string("by"), {}};
    if (entry.member("units") != nullptr) {
      judgement.units = loadUnitList(entry, "units", context_.registry);
    }
    entry.refuseUnknownKeys();
    clause_.judged.push_back(std::move(judgement));
  }

  std::optional<criteria::Criterion> loadOptionalCriterion(std::string_view key) {
    return object_.required(key) == nullptr ? std::nullopt : loadCriterionIfThere(object_, key);
  }

  std::optional<criteria::Criterion> loadCriterionIfThere(json::Decoder& object,
                                                          std::string_view key) const {
    const json::Value* value = object.member(key);
    if (value == nullptr || value->isNull()) return {};
    return criteria::loadCriterion(*value, base::childPointer(object.pointer(), key),
                                   context_.symbols, object.sink());
  }

  void loadBenefits() {
    for (json::Decoder& entry : object_.objects("benefits")) {
      Benefit benefit;
      benefit.id = entry.string("id");
      const auto type =
          entry.oneOf("type", {"award", "subsidy", "procurement", "credit", "equity", "land",
                               "energy", "talent", "recognition", "service", "protection"});
      if (type) benefit.type = entry.string("type");
      benefit.label = entry.string("label");
      benefit.label_en = entry.optionalString("label_en");
      benefit.amount = loadAmount(entry.object("amount"), context_.symbols);
      benefit.paid_when = loadCriterionIfThere(entry, "paid_when");
      benefit.counted_once = entry.optionalString("counted_once");
      entry.refuseUnknownKeys();
      clause_.benefits.push_back(std::move(benefit));
    }
  }

  /// An internal clause without dates is valid as long as its document is in force.
  void takeValidityOfSource() {
    if (clause_.sources.empty()) return;
    const Document* document = context_.registry.findDocument(clause_.sources.front().document);
    if (document == nullptr) return;
    const auto from = base::Date::parse(document->in_force_from);
    const auto to = base::Date::parse(document->in_force_to);
    if (from.ok()) clause_.valid.from = *from;
    if (to.ok()) clause_.valid.to = *to;
  }

  void loadValidity() {
    json::Decoder valid = object_.object("valid");
    const auto from = valid.date("from");
    if (from) clause_.valid.from = *from;
    clause_.valid.to = valid.optionalDate("to");
    if (clause_.valid.to && *clause_.valid.to < clause_.valid.from) {
      valid.reportAt("to", "empty_period", "the validity ends before it begins");
    }
    valid.refuseUnknownKeys();
  }

  void loadGuidance() {
    clause_.next_step = object_.optionalString("next_step");
    clause_.next_step_en = object_.optionalString("next_step_en");
    clause_.delivery = object_.optionalString("delivery");
    clause_.channels = loadChannels(object_);
    clause_.documents = object_.strings("documents");
    loadValidity();
    loadSuccessors();
    json::Decoder relations = object_.object("relations");
    clause_.excludes = relations.strings("excludes");
    clause_.leads_to = relations.strings("leads_to");
    if (relations.member("instead_of") != nullptr) {
      clause_.instead_of = relations.strings("instead_of");
    }
    relations.refuseUnknownKeys();
    loadCaveats();
    if (object_.member("keywords") != nullptr) clause_.keywords = object_.strings("keywords");
    if (object_.member("universal") != nullptr) clause_.universal = object_.boolean("universal");
    if (object_.member("curable") != nullptr) clause_.curable = object_.boolean("curable");
    if (object_.member("for_status") != nullptr) loadStatuses();
  }

  /// Also reads earlier versions, in which `replaced_by` is the sentence or null.
  void loadSuccessors() {
    const json::Value* successors = object_.member("replaced_by");
    if (successors == nullptr || !successors->isArray()) {
      clause_.replaced_text = object_.optionalString("replaced_by");
      return;
    }
    clause_.replaced_by = object_.strings("replaced_by");
    clause_.replaced_text = object_.optionalString("replaced_text");
  }

  /// Also reads earlier versions, in which caveats are only texts.
  void loadCaveats() {
    const json::Value* list = object_.member("caveats");
    const bool plain = list == nullptr || !list->isArray() ||
                       (!list->elements.empty() && list->elements.front().isString());
    if (plain) {
      for (std::string& text : object_.strings("caveats")) {
        clause_.caveats.push_back({CaveatKind::kNote, std::move(text), {}, {}});
      }
      return;
    }
    for (json::Decoder& entry : object_.objects("caveats")) {
      clause_.caveats.push_back(loadCaveat(entry, context_.registry));
    }
  }

  void loadStatuses() {
    const facts::Vocabulary& vocabulary = context_.symbols.vocabulary;
    const facts::Fact& status = vocabulary.fact(vocabulary.known().registration_status);
    for (const std::string& code : object_.strings("for_status")) {
      if (const auto option = status.findOption(code)) {
        clause_.for_status.add(*option);
      } else {
        object_.reportAt("for_status", "unknown_option",
                         base::quoted(code) + " is not an option of `registration_status`");
      }
    }
  }

  json::Decoder& object_;
  const ClauseContext& context_;
  Clause clause_;
};

}  // namespace

Caveat loadCaveat(json::Decoder& object, const Registry& registry) {
  Caveat caveat;
  const auto kind = object.oneOf(
      "kind", {"exclusive", "deadline", "ask_first", "conflict", "newer_law", "reading", "note"});
  caveat.kind = kind ? static_cast<CaveatKind>(*kind) : CaveatKind::kNote;
  caveat.text = object.string("text");
  caveat.text_en = object.optionalString("text_en");
  const json::Value* source = object.member("source");
  if (source != nullptr && !source->isNull()) {
    caveat.source = criteria::loadCitation(object.object("source"));
    const std::string& document = caveat.source->document;
    if (!document.empty() && registry.findDocument(document) == nullptr) {
      object.reportAt("source", "unknown_document", base::quoted(document) + " is not a document");
    }
  }
  object.refuseUnknownKeys();
  return caveat;
}

Item loadItem(json::Decoder& root, const ClauseContext& context) {
  Item item;
  item.number = static_cast<int>(root.integer("item"));
  item.title = root.string("title");
  item.title_en = root.string("title_en");
  item.cells = static_cast<int>(root.integer("cells"));
  item.provincial_units = loadUnitList(root, "provincial_units", context.registry);
  for (json::Decoder& object : root.objects("clauses")) {
    item.clauses.push_back(ClauseLoader(object, context).load(item));
  }
  if (item.clauses.empty()) root.reportAt("clauses", "wrong_value", "an item has clauses");
  root.refuseUnknownKeys();
  return item;
}

}  // namespace policycalc::catalogue
