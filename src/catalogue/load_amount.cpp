#include "catalogue/load_amount.h"

namespace policycalc::catalogue {
namespace {

void checkAmount(const Amount& amount, const json::Decoder& object) {
  const bool has_figure =
      amount.status == AmountStatus::kFixed || amount.status == AmountStatus::kComputed;
  if (has_figure != amount.value.has_value() || has_figure != (amount.bound != Bound::kNone) ||
      (has_figure && amount.unit == AmountUnit::kNone)) {
    object.report("wrong_value",
                  "a fixed or computed amount has a value, a unit and a bound; no other has");
    return;
  }
  if (!has_figure) return;
  if (amount.status == AmountStatus::kFixed &&
      amount.value->kind != criteria::Term::Kind::kParameter) {
    object.reportAt("value", "wrong_value", "a fixed amount is one parameter");
  }
  const auto expected =
      amount.unit == AmountUnit::kCny ? criteria::Quantity::kMoney : criteria::Quantity::kPercent;
  if (amount.value->quantity != expected) {
    object.reportAt("value", "unit_mismatch", "the value does not count the amount's unit");
  }
}

}  // namespace

Amount loadAmount(json::Decoder object, const criteria::Symbols& symbols) {
  Amount amount;
  const auto status = object.oneOf("status", {"fixed", "computed", "unstated", "waived", "none"});
  amount.status = static_cast<AmountStatus>(status.value_or(4));
  const std::string unit = object.optionalString("unit");
  amount.unit = unit == "CNY"                ? AmountUnit::kCny
                : unit == "percent"          ? AmountUnit::kPercent
                : unit == "percentage_point" ? AmountUnit::kPercentagePoint
                                             : AmountUnit::kNone;
  const std::string bound = object.optionalString("bound");
  amount.bound = bound == "exact"      ? Bound::kExact
                 : bound == "at_least" ? Bound::kAtLeast
                 : bound == "at_most"  ? Bound::kAtMost
                 : bound == "example"  ? Bound::kExample
                                       : Bound::kNone;
  if ((!unit.empty() && amount.unit == AmountUnit::kNone) ||
      (!bound.empty() && amount.bound == Bound::kNone)) {
    object.report("wrong_value",
                  "`unit` is CNY, percent or percentage_point, `bound` exact, at_least, at_most "
                  "or example");
  }
  const json::Value* value = object.member("value");
  if (value != nullptr && !value->isNull()) {
    amount.value = criteria::loadTerm(*value, base::childPointer(object.pointer(), "value"),
                                      symbols, {}, object.sink());
  }
  object.refuseUnknownKeys();
  checkAmount(amount, object);
  return amount;
}

}  // namespace policycalc::catalogue
