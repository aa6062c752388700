#include "api/sheet/sheet_texts.h"

#include "policycalc/base/text.h"

namespace policycalc::api {
namespace {

using engine::AmountAnswer;
using engine::Verdict;

bool hasFigure(const AmountAnswer& amount) {
  return amount.value.has_value() && (amount.status == AmountAnswer::Status::kFixed ||
                                      amount.status == AmountAnswer::Status::kComputed);
}

}  // namespace

bool isDue(const engine::Outcome& outcome) {
  return outcome.verdict == Verdict::kEligible || outcome.verdict == Verdict::kConditional;
}

bool isForEveryone(const engine::Outcome& outcome) {
  return outcome.measure().universal && isDue(outcome);
}

int itemOf(const engine::Outcome& outcome) {
  const auto& sources = outcome.entry->sources;
  return sources.empty() ? 0 : sources.front()->item;
}

std::string SheetTexts::title(const catalogue::Clause& measure) const {
  return tongue_.say(edition_.fillIn(measure.title), measure.title_en);
}

std::string SheetTexts::nextStep(const catalogue::Clause& measure) const {
  return tongue_.say(edition_.fillIn(measure.next_step),
                     edition_.fillInEnglish(measure.next_step_en));
}

const std::string& SheetTexts::name(const catalogue::Unit& unit) const {
  return tongue_.say(unit.name, unit.name_en);
}

std::string SheetTexts::money(const base::Decimal& yuan) const {
  constexpr auto kMoney = criteria::Quantity::kMoney;
  return tongue_.isChinese() ? criteria::toChinese(yuan, kMoney)
                             : criteria::toEnglish(yuan, kMoney);
}

std::string SheetTexts::figure(const catalogue::Amount& amount, const base::Decimal& value) const {
  if (amount.unit == catalogue::AmountUnit::kCny) return money(value);
  const bool points = amount.unit == catalogue::AmountUnit::kPercentagePoint;
  constexpr auto kPercent = criteria::Quantity::kPercent;
  return tongue_.isChinese() ? criteria::toChinese(value, kPercent, points)
                             : criteria::toEnglish(value, kPercent, points);
}

std::string SheetTexts::amount(const catalogue::Amount& promised,
                               const AmountAnswer& answer) const {
  switch (answer.status) {
    case AmountAnswer::Status::kNone:
      return {};
    case AmountAnswer::Status::kUnstated:
      return tongue_.word(words::kAmountUnstated);
    case AmountAnswer::Status::kWaived:
      return tongue_.word(words::kAmountWaived);
    case AmountAnswer::Status::kUnknown:
      return tongue_.word(words::kAmountUnknown);
    case AmountAnswer::Status::kFixed:
    case AmountAnswer::Status::kComputed:
      break;
  }
  if (!answer.value) return tongue_.word(words::kAmountUnknown);
  std::string bound;
  if (promised.bound == catalogue::Bound::kAtLeast) bound = tongue_.word(words::kAtLeast);
  if (promised.bound == catalogue::Bound::kAtMost) bound = tongue_.word(words::kAtMost);
  return bound + figure(promised, *answer.value);
}

paper::Worth SheetTexts::worth(const catalogue::Benefit& benefit,
                               const AmountAnswer& answer) const {
  paper::Worth worth;
  worth.label =
      tongue_.say(edition_.fillIn(benefit.label), edition_.fillInEnglish(benefit.label_en));
  worth.amount = amount(benefit.amount, answer);
  // What a buyer sets aside is no one company's income.
  if (benefit.type == "procurement" && hasFigure(answer)) worth.note = tongue_.word(words::kShare);
  if (answer.paid) worth.note = tongue_.word(words::kPaid);
  return worth;
}

paper::Labelled SheetTexts::caveat(const catalogue::Caveat& caveat) const {
  const catalogue::Sentence& kind = catalogue().texts().labelOf(caveat.kind);
  return {tongue_.label(tongue_.say(kind.text, kind.text_en)),
          tongue_.say(edition_.fillIn(caveat.text), edition_.fillInEnglish(caveat.text_en))};
}

std::string SheetTexts::source(const engine::Edition::Entry& entry) const {
  if (entry.sources.empty()) return {};
  const criteria::Citation& citation = *entry.sources.front();
  const catalogue::Document* document = catalogue().registry().findDocument(citation.document);
  std::string number = citation.document;
  if (document != nullptr) {
    number = document->number.empty() ? "《" + document->title + "》" : document->number;
  }
  if (citation.item == 0) {
    return citation.clause.empty() ? number : number + " " + citation.clause;
  }
  // Only the notice has cells; elsewhere the item is one of that text.
  return tongue_.word(
      citation.cell == 0 ? words::kSourceOfItem : words::kSourceOfNotice,
      {{"number", number}, {"item", std::to_string(citation.item)}, {"id", entry.measure->id}});
}

std::string SheetTexts::unmet(const engine::Unmet& unmet) const {
  std::string text = unmet.node->text;
  if (unmet.negated) text.insert(0, catalogue().texts()[catalogue::Phrase::kNegated].text);
  if (!unmet.gap) return text;
  const facts::Fact& fact = catalogue().vocabulary().fact(unmet.leaf->comparison.fact);
  const criteria::Quantity quantity = criteria::quantityOf(fact.type);
  const bool points = quantity == criteria::Quantity::kPercent;
  const std::string value = tongue_.isChinese()
                                ? criteria::toChinese(unmet.gap->value, quantity, points)
                                : criteria::toEnglish(unmet.gap->value, quantity, points);
  return text + tongue_.word(words::kOpenBracket) +
         tongue_.word(unmet.gap->too_high ? words::kTooHigh : words::kTooLow, {{"value", value}}) +
         tongue_.word(words::kCloseBracket);
}

std::string SheetTexts::reach(const catalogue::Contact* contact) const {
  if (contact == nullptr) return {};
  std::vector<std::string> known;
  for (const std::string& part : {contact->telephone, contact->address}) {
    if (!part.empty()) known.push_back(part);
  }
  return base::join(known, tongue_.word(words::kClauseSeparator));
}

}  // namespace policycalc::api
