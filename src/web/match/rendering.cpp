#include "policycalc/web/match/rendering.h"

#include <utility>

#include "policycalc/engine/scope.h"
#include "policycalc/json/append.h"
#include "policycalc/web/match/match_answer.h"

#include "web/match/leaf_parts.h"

namespace policycalc::web {
namespace {

/// A JSON object without its closing brace.
template <typename Write>
std::string openObject(const Write& write) {
  return "{" + renderedMembers(write);
}

Rendering::Node renderLeaf(const criteria::Criterion& leaf, const engine::Edition::Node& node,
                           const catalogue::Catalogue& catalogue) {
  LeafParts parts = leafParts(leaf, node, catalogue);
  Rendering::Node out;
  out.until_truth = "{" + parts.test + R"(,"truth":")";
  out.required = std::move(parts.required);
  out.until_possible = "," + parts.parameter + R"(,"possible":)";
  out.after_gap = "," + parts.basis + "}";
  out.text = std::move(parts.text);
  out.comparison = &leaf.comparison;
  return out;
}

void renderTree(const criteria::Criterion& criterion,
                const std::vector<engine::Edition::Node>& nodes,
                const catalogue::Catalogue& catalogue, std::vector<Rendering::Node>& out) {
  if (criterion.kind == criteria::Criterion::Kind::kLeaf) {
    out.push_back(renderLeaf(criterion, nodes[out.size()], catalogue));
    return;
  }
  Rendering::Node inner;
  inner.until_truth =
      R"({"op":")" + std::string(criteria::toString(criterion.kind)) + R"(","truth":")";
  out.push_back(std::move(inner));
  for (const criteria::Criterion& child : criterion.children) {
    renderTree(child, nodes, catalogue, out);
  }
}

Rendering::ScopeLeaf renderScope(criteria::Comparison test, catalogue::Phrase phrase,
                                 const catalogue::Catalogue& catalogue) {
  Rendering::ScopeLeaf out;
  out.comparison = std::move(test);
  out.node.text = catalogue.texts()[phrase].text;
  criteria::Criterion leaf;
  leaf.comparison = out.comparison;
  out.rendered = renderLeaf(leaf, out.node, catalogue);
  out.rendered.comparison = nullptr;  // `comparison` beside it
  return out;
}

/// The status of an answered amount that says what the measure says.
std::optional<engine::AmountAnswer::Status> usualStatus(catalogue::AmountStatus offered) {
  using Status = engine::AmountAnswer::Status;
  if (offered == catalogue::AmountStatus::kComputed) return {};
  for (const Status status : {Status::kFixed, Status::kUnstated, Status::kWaived, Status::kNone}) {
    if (toString(status) == catalogue::toString(offered)) return status;
  }
  return {};
}

/// The leaves of a tree that compare quantities.
std::vector<std::size_t> numbersIn(const std::vector<Rendering::Node>& tree) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const criteria::Comparison* comparison = tree[i].comparison;
    if (comparison != nullptr && criteria::isNumeric(comparison->op)) found.push_back(i);
  }
  return found;
}

Rendering::Benefit renderBenefit(const catalogue::Benefit& benefit,
                                 const engine::Edition& edition) {
  Rendering::Benefit out;
  json::appendString(out.id, benefit.id);
  out.usual = usualStatus(benefit.amount.status);
  out.until_status = openObject([&](json::Writer& writer) {
    writer.key("id").string(benefit.id);
    writer.key("type").string(benefit.type);
    writer.key("label").string(edition.fillIn(benefit.label));
    writer.key("label_en").stringOrNull(edition.fillInEnglish(benefit.label_en));
  });
  out.until_status += R"(,"amount":{"status":")";
  out.until_formula =
      "," +
      renderedMembers([&](json::Writer& writer) { writeAmountUnit(writer, benefit.amount); }) +
      R"(,"formula":)";
  const std::string status(catalogue::toString(benefit.amount.status));
  if (!benefit.amount.value && !benefit.paid_when) {
    out.constant = out.until_status + status + R"(","value":null)" + out.until_formula +
                   R"(null},"paid":false})";
  }
  return out;
}

std::size_t bytesOf(const Rendering::Measure& measure) {
  std::size_t bytes =
      measure.until_verdict.size() + measure.until_missing.size() + measure.after_unmet.size();
  for (const std::string& unit : measure.units) bytes += unit.size() + 1;
  constexpr std::size_t kChanging = 96;  // the profile's part of one node
  for (const auto* tree : {&measure.applies_when, &measure.requires_}) {
    for (const Rendering::Node& node : *tree) {
      bytes += node.until_truth.size() + node.required.size() + node.until_possible.size() +
               node.after_gap.size() + kChanging;
    }
  }
  for (const Rendering::Benefit& benefit : measure.benefits) {
    bytes += benefit.until_status.size() + benefit.until_formula.size() + kChanging;
  }
  return bytes;
}

Rendering::Measure renderMeasure(const engine::Edition::Entry& entry,
                                 const engine::Edition& edition) {
  const catalogue::Clause& measure = *entry.measure;
  const catalogue::Catalogue& catalogue = edition.catalogue();
  Rendering::Measure out;
  json::appendString(out.id, measure.id);
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    out.until_truths[i] = R"({"id":)" + out.id + R"(,"verdict":")" +
                          std::string(toString(static_cast<engine::Verdict>(i))) + R"(","truth":")";
  }
  out.until_verdict = openObject([&](json::Writer& writer) {
    writer.key("measure");
    writeMeasureHead(writer, measure, edition);
  });
  out.until_verdict += R"(,"verdict":")";
  for (const catalogue::ResponsibleUnit& unit : measure.units) {
    out.units.push_back(rendered([&](json::Writer& writer) {
      writeUnit(writer, catalogue.registry().units()[unit.unit], unit.role);
    }));
  }
  for (std::size_t i = 0; i < measure.units.size(); ++i) {
    const bool always = entry.unit_when[i].root == nullptr && entry.unit_unless[i].root == nullptr;
    if (!always) out.conditional_units.push_back(i);
  }
  for (const catalogue::Benefit& benefit : measure.benefits) {
    out.benefits.push_back(renderBenefit(benefit, edition));
  }
  if (measure.applies_when) {
    renderTree(*measure.applies_when, entry.applies_when, catalogue, out.applies_when);
  }
  if (measure.requires_) renderTree(*measure.requires_, entry.requires_, catalogue, out.requires_);
  out.numbers_applied = numbersIn(out.applies_when);
  out.numbers_required = numbersIn(out.requires_);
  out.compares_numbers = !out.numbers_applied.empty() || !out.numbers_required.empty();
  out.until_missing =
      R"(,"judged":)" +
      rendered([&](json::Writer& writer) { writeJudged(writer, measure, edition); }) +
      R"(,"missing":[)";
  out.after_unmet =
      "]," + renderedMembers([&](json::Writer& writer) { writeGuidance(writer, entry, edition); }) +
      "}";
  out.bytes = bytesOf(out);
  return out;
}

}  // namespace

Rendering::Rendering(engine::Edition edition) : edition_(std::move(edition)) {
  measures_.reserve(edition_.entries().size());
  for (const engine::Edition::Entry& entry : edition_.entries()) {
    measures_.push_back(renderMeasure(entry, edition_));
  }
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  for (const facts::Fact& fact : vocabulary.facts()) {
    ids_.push_back(rendered([&](json::Writer& writer) { writer.string(fact.id); }));
    std::vector<std::string> codes;
    for (const facts::Option& option : fact.options) {
      codes.push_back(rendered([&](json::Writer& writer) { writer.string(option.code); }));
    }
    codes_.push_back(std::move(codes));
  }
  last_checked_ = edition_.catalogue().registry().lastChecked();
  const std::string& hash = edition_.catalogue().hash();
  source_ = "," + renderedMembers([&](json::Writer& writer) {
              writer.key("catalogue").string(hash);
              writer.key("program").string(programVersion());
            });
  texts_ = "," + renderedMembers([&](json::Writer& writer) {
             const base::Date first =
                 engine::Edition::firstDayLike(edition_.catalogue(), edition_.day());
             writer.key("texts").string("/api/v1/measures?detail=full&catalogue=" + hash +
                                        "&as_of=" + first.toString());
           });
  in_city_ = renderScope(engine::districtTest(vocabulary), catalogue::Phrase::kRegistered,
                         edition_.catalogue());
  registered_ = renderScope(engine::registrationTest(vocabulary),
                            catalogue::Phrase::kAfterRegistration, edition_.catalogue());
}

}  // namespace policycalc::web
