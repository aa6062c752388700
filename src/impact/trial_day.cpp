#include "impact/trial_day.h"

#include <algorithm>
#include <utility>

#include "policycalc/json/writer.h"

#include "impact/deciding.h"

namespace policycalc::impact {
namespace {

using engine::Edition;
using engine::Outcome;
using engine::Verdict;

std::optional<Verdict> verdictOf(const Outcome* outcome) {
  return outcome == nullptr ? std::nullopt : std::optional(outcome->verdict);
}

bool isYes(Verdict verdict) {
  return verdict == Verdict::kEligible || verdict == Verdict::kConditional;
}

std::string keyOf(const std::string& measure, std::optional<Verdict> before,
                  std::optional<Verdict> after, const std::vector<Deciding>& by) {
  std::string key = measure + '\n' + (before ? std::string(toString(*before)) : "-") + '\n' +
                    (after ? std::string(toString(*after)) : "-");
  for (const Deciding& one : by) key += '\n' + one.fact + (one.is_after ? '>' : '<') + one.text;
  return key;
}

FirmKind kindOf(const facts::Profile& profile, const catalogue::Catalogue& catalogue) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Knowledge knowledge = facts::derive(profile, vocabulary, catalogue.sizeStandard());
  const facts::KnownFacts& is = vocabulary.known();
  for (const facts::FactIndex fact : {is.enterprise_size, is.entity_type}) {
    const facts::Known& known = knowledge.facts[fact];
    if (!known.options.isSingle() || known.none) continue;
    return {vocabulary.fact(fact).codesOf(known.options).front(),
            vocabulary.fact(fact).labelsOf(known.options).front()};
  }
  return {"unknown", "规模、类型未定"};
}

std::string requestOf(const facts::Profile& profile, const facts::Vocabulary& vocabulary,
                      base::Date day) {
  json::Writer writer;
  writer.beginObject().key("profile");
  facts::writeProfile(writer, profile, vocabulary);
  writer.key("as_of").string(day.toString()).endObject();
  return writer.take();
}

bool sameValue(const std::optional<base::Decimal>& one, const std::optional<base::Decimal>& other) {
  if (!one || !other) return one.has_value() == other.has_value();
  return one->compare(*other) == 0;
}

/// The place of the benefit with that id, if the measure has it.
std::optional<std::size_t> placeOf(const std::string& benefit, const catalogue::Clause& measure) {
  for (std::size_t i = 0; i < measure.benefits.size(); ++i) {
    if (measure.benefits[i].id == benefit) return i;
  }
  return std::nullopt;
}

struct Values {
  std::optional<base::Decimal> before;
  std::optional<base::Decimal> after;

  bool differ() const { return !sameValue(before, after); }
};

/// The amounts of a benefit of the later catalogue.
Values valuesOf(std::size_t benefit, const Outcome& before, const Outcome& after) {
  const auto was = placeOf(after.measure().benefits[benefit].id, before.measure());
  return {was ? before.amounts[*was].value : std::nullopt, after.amounts[benefit].value};
}

std::optional<std::size_t> placeIn(const Edition& edition, const std::string& id) {
  for (const Edition::Entry& entry : edition.entries()) {
    if (entry.measure->id == id) return entry.index;
  }
  return std::nullopt;
}

}  // namespace

Trial::OnDay::OnDay(const std::shared_ptr<const catalogue::Catalogue>& before,
                    const std::shared_ptr<const catalogue::Catalogue>& after,
                    const Translation& translation, base::Date day)
    : translation_(translation),
      day_(day),
      before_(before, day),
      after_(after, day),
      row_before_(before_),
      row_after_(after_) {
  for (const Edition::Entry& entry : after_.entries()) {
    pairs_.push_back({entry.measure->id,
                      after_.fillIn(entry.measure->title),
                      placeIn(before_, entry.measure->id),
                      entry.index,
                      {},
                      conditionsOf(entry)});
    Pair& pair = pairs_.back();
    if (pair.before) pair.conditions_before = conditionsOf(before_.entries()[*pair.before]);
  }
  for (const Edition::Entry& entry : before_.entries()) {
    if (placeIn(after_, entry.measure->id)) continue;
    pairs_.push_back({entry.measure->id,
                      before_.fillIn(entry.measure->title),
                      entry.index,
                      std::nullopt,
                      conditionsOf(entry),
                      {}});
  }
}

Trial::OnDay::Answers Trial::OnDay::answersOn(const Pair& pair) const {
  return {pair.before ? &row_before_.outcomes()[*pair.before] : nullptr,
          pair.after ? &row_after_.outcomes()[*pair.after] : nullptr};
}

void Trial::OnDay::match(const facts::Profile& profile) const {
  row_after_.take(profile);
  row_before_.take(translation_.of(profile));
}

void Trial::OnDay::take(const TriedFirm& firm) {
  row_before_.take(firm.before);
  row_after_.take(firm.firm.profile);
  for (std::size_t i = 0; i < pairs_.size(); ++i) compare(i, firm.firm);
}

std::vector<Deciding> Trial::OnDay::decidingBetween(const Pair& pair,
                                                    const Answers& answers) const {
  std::vector<Deciding> by;
  if (answers.before != nullptr && answers.after != nullptr) {
    by = changedOnes(decidingFor(*answers.before, before_, false), pair.conditions_after);
    const auto after =
        changedOnes(decidingFor(*answers.after, after_, true), pair.conditions_before);
    by.insert(by.end(), after.begin(), after.end());
  }
  return by;
}

void Trial::OnDay::compare(std::size_t measure, const Firm& firm) {
  const Pair& pair = pairs_[measure];
  const Answers answers = answersOn(pair);
  const auto before = verdictOf(answers.before);
  const auto after = verdictOf(answers.after);
  if (before == after) {
    compareAmounts(measure, answers, firm);
    return;
  }
  auto by = decidingBetween(pair, answers);
  Turned& turned = turned_[keyOf(pair.id, before, after, by)];
  if (turned.turn.measure.empty()) {
    turned.turn = {pair.id, pair.title, before, after, std::move(by), {}, {}};
    turned.measure = measure;
  }
  count(turned.turn.firms, firm);
  if (!turned.example && firm.origin != Origin::kSaved) turned.example = firm.profile;
}

void Trial::OnDay::compareAmounts(std::size_t measure, const Answers& answers, const Firm& firm) {
  if (answers.after == nullptr || !isYes(answers.after->verdict)) return;
  const auto& benefits = answers.after->measure().benefits;
  for (std::size_t i = 0; i < benefits.size(); ++i) {
    const Values values = valuesOf(i, *answers.before, *answers.after);
    if (!values.differ()) continue;
    const Pair& pair = pairs_[measure];
    AmountTurned& turned = amounts_[pair.id + '\n' + benefits[i].id];
    if (turned.turn.measure.empty()) {
      turned.turn = {pair.id,
                     pair.title,
                     benefits[i].id,
                     after_.fillIn(benefits[i].label),
                     std::string(toString(benefits[i].amount.unit)),
                     {},
                     {},
                     {},
                     {}};
      turned.measure = measure;
      turned.benefit = i;
    }
    count(turned.turn.firms, firm);
    if (!turned.example && firm.origin != Origin::kSaved) turned.example = firm.profile;
  }
}

void Trial::OnDay::count(FirmCounts& counts, const Firm& firm) const {
  ++counts.by_origin[static_cast<std::size_t>(firm.origin)];
  ++counts.by_kind[kindOf(firm.profile, after_.catalogue())];
}

template <typename Stays>
std::string Trial::OnDay::shortened(facts::Profile profile, const Stays& stays) const {
  for (std::size_t i = 0; i < profile.size(); ++i) {
    facts::Given& given = profile[static_cast<facts::FactIndex>(i)];
    if (!given.known) continue;
    const facts::Given kept = std::exchange(given, {});
    match(profile);
    if (!stays()) given = kept;
  }
  match(profile);
  return requestOf(profile, after_.catalogue().vocabulary(), day_);
}

Day Trial::OnDay::result(std::set<std::string>& told) const {
  Day day{day_, {}, {}};
  for (const auto& [key, turned] : turned_) {
    if (!told.insert(key).second) continue;
    day.turns.push_back(turned.turn);
    if (!turned.example) continue;
    const Pair& pair = pairs_[turned.measure];
    day.turns.back().example = shortened(*turned.example, [&, &wanted = key] {
      const Answers answers = answersOn(pair);
      return keyOf(pair.id, verdictOf(answers.before), verdictOf(answers.after),
                   decidingBetween(pair, answers)) == wanted;
    });
  }
  for (const auto& [key, turned] : amounts_) {
    if (!told.insert("amount\n" + key).second) continue;
    day.amounts.push_back(turned.turn);
    if (!turned.example) continue;
    const Pair& pair = pairs_[turned.measure];
    AmountTurn& turn = day.amounts.back();
    turn.example = shortened(*turned.example, [&, &one = turned] {
      const Answers answers = answersOn(pair);
      if (answers.before == nullptr || answers.after == nullptr) return false;
      return isYes(answers.after->verdict) && answers.before->verdict == answers.after->verdict &&
             valuesOf(one.benefit, *answers.before, *answers.after).differ();
    });
    const Answers answers = answersOn(pair);
    if (answers.before == nullptr || answers.after == nullptr) continue;
    const Values values = valuesOf(turned.benefit, *answers.before, *answers.after);
    turn.before = values.before;
    turn.after = values.after;
  }
  const auto place = [&](const std::string& id) {
    return std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& p) { return p.id == id; });
  };
  std::stable_sort(day.turns.begin(), day.turns.end(), [&](const Turn& one, const Turn& other) {
    if (one.measure != other.measure) return place(one.measure) < place(other.measure);
    return one.firms.all() > other.firms.all();
  });
  std::stable_sort(day.amounts.begin(), day.amounts.end(),
                   [&](const AmountTurn& one, const AmountTurn& other) {
                     return place(one.measure) < place(other.measure);
                   });
  return day;
}

}  // namespace policycalc::impact
