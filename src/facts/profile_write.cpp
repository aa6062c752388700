#include "policycalc/base/decimal.h"
#include "policycalc/base/money.h"
#include "policycalc/facts/profile.h"

namespace policycalc::facts {

void writeProfile(json::Writer& writer, const Profile& profile, const Vocabulary& vocabulary) {
  writer.beginObject();
  const auto count = static_cast<FactIndex>(vocabulary.facts().size());
  for (FactIndex i = 0; i < count; ++i) {
    if (!profile[i].known) continue;
    writer.key(vocabulary.fact(i).id);
    writeGiven(writer, profile[i], vocabulary.fact(i));
  }
  writer.endObject();
}

void writeGiven(json::Writer& writer, const Given& given, const Fact& fact) {
  if (!given.known) {
    writer.null();
    return;
  }
  switch (fact.type) {
    case FactType::kText:
      writer.string(given.text);
      return;
    case FactType::kBoolean:
      writer.boolean(given.options == kTrue);
      return;
    case FactType::kChoice:
      writer.string(fact.codesOf(given.options).front());
      return;
    case FactType::kChoices:
      writer.beginArray();
      for (const std::string& code : fact.codesOf(given.options)) writer.string(code);
      writer.endArray();
      return;
    case FactType::kInteger:
      writer.integer(given.number);
      return;
    case FactType::kMoney:
    case FactType::kPercent:
      writer.decimal(toDecimal(given.number, fact.type));
      return;
  }
}

base::Decimal toDecimal(std::int64_t number, FactType type) {
  if (type == FactType::kMoney) return base::Money(number).yuan();
  if (type == FactType::kPercent) return base::Ratio(number).percent();
  return {number, 0};
}

std::string toChinese(std::int64_t number, const Fact& fact) {
  if (fact.type == FactType::kMoney) return base::Money(number).toChinese();
  if (fact.type == FactType::kPercent) return base::Ratio(number).toChinese();
  return std::to_string(number) + fact.unit;
}

}  // namespace policycalc::facts
