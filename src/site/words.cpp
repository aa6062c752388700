#include "site/words.h"

#include "site/page.h"

namespace policycalc::site {
namespace {

using catalogue::Amount;
using catalogue::AmountStatus;
using catalogue::AmountUnit;
using catalogue::Bound;

Label bound(Bound bound) {
  switch (bound) {
    case Bound::kAtLeast:
      return {"不低于 ", "at least "};
    case Bound::kAtMost:
      return {"不超过 ", "at most "};
    case Bound::kExample:
      return {"举例：", "for example "};
    case Bound::kExact:
    case Bound::kNone:
      break;
  }
  return {};
}

Label figure(const Amount& amount, const base::Decimal& value) {
  const auto quantity =
      amount.unit == AmountUnit::kCny ? criteria::Quantity::kMoney : criteria::Quantity::kPercent;
  const bool points = amount.unit == AmountUnit::kPercentagePoint;
  return {criteria::toChinese(value, quantity, points),
          criteria::toEnglish(value, quantity, points)};
}

}  // namespace

Label wordFor(catalogue::Kind kind) {
  switch (kind) {
    case catalogue::Kind::kBenefit:
      return {"支持", "Support"};
    case catalogue::Kind::kRight:
      return {"权利", "Right"};
    case catalogue::Kind::kService:
      return {"服务", "Service"};
    case catalogue::Kind::kInternal:
      return {"内部工作", "Internal work"};
  }
  return {};
}

Label levelName(std::string_view level) {
  if (level == "municipal") return {"市级单位", "Municipal units"};
  if (level == "collective") return {"合称的单位", "Units named together"};
  if (level == "county") return {"县（市、区）", "Counties and districts"};
  return {"省级单位", "Provincial units"};
}

Label topicName(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue) {
  const facts::Topic& topic = catalogue.vocabulary().needs()[measure.topic];
  return {topic.label, topic.label_en};
}

Label itemName(int item) {
  const std::string number = std::to_string(item);
  return {"第 " + number + " 项", "Item " + number};
}

Label amountOf(const Amount& amount, const engine::Edition& edition) {
  switch (amount.status) {
    case AmountStatus::kUnstated:
      return {"文件未载明金额", "No amount stated"};
    case AmountStatus::kWaived:
      return {"免费", "Free of charge"};
    case AmountStatus::kNone:
      return {};
    case AmountStatus::kFixed:
    case AmountStatus::kComputed:
      break;
  }
  const auto value = amount.value ? criteria::evaluate(*amount.value, edition.catalogue().symbols(),
                                                       edition.day(), nullptr)
                                  : std::optional<base::Decimal>();
  if (!value.ok() || !*value) return {"按您的情况算", "Depends on your answers"};
  const Label before = bound(amount.bound);
  const Label number = figure(amount, **value);
  return {before.zh + number.zh, before.en + number.en};
}

Label outOfForce(const catalogue::Validity& valid, base::Date day) {
  if (valid.covers(day)) return {};
  if (day < valid.from) {
    const std::string from = valid.from.toString();
    return {"从 " + from + " 起才适用", "In force only from " + from};
  }
  const std::string to = valid.to->toString();
  return {"有效期到 " + to + " 为止，之后不再适用", "In force until " + to + ", no longer after"};
}

std::string sourceText(const criteria::Citation& citation, const catalogue::Catalogue& catalogue) {
  const catalogue::Document* document = catalogue.registry().findDocument(citation.document);
  std::string text = citation.document;
  if (document != nullptr) {
    text = document->number.empty() ? "《" + document->title + "》" : document->number;
  }
  if (citation.item == 0) return citation.clause.empty() ? text : text + " " + citation.clause;
  text += " 第" + std::to_string(citation.item) + "项";
  return citation.cell == 0 ? text : text + "市工作举措";
}

Data sourceLink(const criteria::Citation& citation, const catalogue::Catalogue& catalogue) {
  const bool in_notice = citation.cell != 0;
  return link(
      sourceText(citation, catalogue),
      in_notice ? itemPath(citation.item) : "/documents#" + percentEncoded(citation.document));
}

std::vector<Data> unitLinks(const std::vector<std::size_t>& units,
                            const catalogue::Registry& registry) {
  std::vector<Data> list;
  for (const std::size_t index : units) {
    const catalogue::Unit& unit = registry.units()[index];
    list.push_back(link(unit.name, unitPath(unit.id)));
  }
  return list;
}

std::vector<Data> responsibleUnits(const catalogue::Clause& clause,
                                   const catalogue::Registry& registry) {
  std::vector<std::size_t> units;
  for (const catalogue::ResponsibleUnit& one : clause.units) units.push_back(one.unit);
  return unitLinks(units, registry);
}

}  // namespace policycalc::site
