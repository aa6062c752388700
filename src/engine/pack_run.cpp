#include <algorithm>
#include <map>
#include <memory>

#include "policycalc/base/decimal.h"
#include "policycalc/base/text.h"
#include "policycalc/engine/conformance.h"
#include "policycalc/engine/match.h"
#include "policycalc/json/reader.h"

namespace policycalc::engine {
namespace {

using Fault = std::optional<std::string>;

/// Runs the cases of a pack, each by the edition of its day.
class PackRun {
 public:
  explicit PackRun(const std::shared_ptr<const catalogue::Catalogue>& catalogue)
      : catalogue_(catalogue) {}

  Fault run(const json::Value& worked) {
    const json::Value* request = worked.find("request");
    const json::Value* profile_json = request == nullptr ? nullptr : request->find("profile");
    const json::Value* day_json = request == nullptr ? nullptr : request->find("as_of");
    const json::Value* verdicts = worked.find("verdicts");
    const json::Value* amounts = worked.find("amounts");
    if (profile_json == nullptr || day_json == nullptr || verdicts == nullptr ||
        amounts == nullptr) {
      return "it is incomplete";
    }
    const auto day = base::Date::parse(day_json->text);
    if (!day.ok()) return base::quoted(day_json->text) + " is no day";
    const auto profile = facts::readProfile(*profile_json, catalogue_->vocabulary(), "/profile");
    if (!profile.ok()) return base::formatIssue(profile.error().front());
    const Match answer = match(editionOf(*day), *profile);
    if (Fault fault = compareVerdicts(*verdicts, answer)) return fault;
    return compareAmounts(*amounts, answer);
  }

 private:
  static const Outcome* outcomeOf(const Match& answer, const std::string& measure) {
    const auto found =
        std::find_if(answer.outcomes.begin(), answer.outcomes.end(),
                     [&](const Outcome& one) { return one.measure().id == measure; });
    return found == answer.outcomes.end() ? nullptr : &*found;
  }

  static Fault compareVerdicts(const json::Value& verdicts, const Match& answer) {
    for (const json::Member& member : verdicts.members) {
      const Outcome* outcome = outcomeOf(answer, member.key);
      if (outcome == nullptr) return base::quoted(member.key) + " is not a measure";
      const std::string_view got = toString(outcome->verdict);
      if (got == member.value.text) continue;
      return member.key + " is " + std::string(got) + ", not " + member.value.text;
    }
    return std::nullopt;
  }

  static Fault compareAmounts(const json::Value& amounts, const Match& answer) {
    for (const json::Member& measure : amounts.members) {
      const Outcome* outcome = outcomeOf(answer, measure.key);
      if (outcome == nullptr) return base::quoted(measure.key) + " is not a measure";
      for (const json::Member& wanted : measure.value.members) {
        if (Fault fault = compareAmount(wanted, *outcome)) return measure.key + ": " + *fault;
      }
    }
    return std::nullopt;
  }

  static Fault compareAmount(const json::Member& wanted, const Outcome& outcome) {
    const auto& benefits = outcome.measure().benefits;
    const auto found = std::find_if(benefits.begin(), benefits.end(),
                                    [&](const auto& one) { return one.id == wanted.key; });
    if (found == benefits.end()) return base::quoted(wanted.key) + " is not a benefit";
    const auto& value = outcome.amounts[static_cast<std::size_t>(found - benefits.begin())].value;
    const auto expected = base::Decimal::parse(wanted.value.text);
    const bool is_same = wanted.value.isNull()
                             ? !value.has_value()
                             : value && expected.ok() && value->compare(*expected) == 0;
    if (is_same) return std::nullopt;
    return wanted.key + " is " + (value ? value->toString() : "null") + ", not " +
           (wanted.value.isNull() ? "null" : wanted.value.text);
  }

  const Edition& editionOf(base::Date day) {
    std::unique_ptr<Edition>& edition = editions_[Edition::indexOf(*catalogue_, day)];
    if (!edition) edition = std::make_unique<Edition>(catalogue_, day);
    return *edition;
  }

  const std::shared_ptr<const catalogue::Catalogue>& catalogue_;
  std::map<std::size_t, std::unique_ptr<Edition>> editions_;
};

}  // namespace

std::optional<std::string> faultOfPack(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                                       std::string_view pack) {
  if (pack.empty()) return std::nullopt;
  json::ReadLimits limits;
  limits.max_bytes = pack.size();
  const auto document = json::read(pack, "conformance", limits);
  if (!document.ok()) return base::formatIssue(document.error().front());
  const json::Value* cases = document->find("cases");
  if (cases == nullptr) return "the pack has no cases";
  PackRun run(catalogue);
  for (const json::Value& worked : cases->elements) {
    const json::Value* name = worked.find("name");
    if (const Fault fault = run.run(worked)) {
      return "the case " + base::quoted(name == nullptr ? "" : name->text) + " fails: " + *fault;
    }
  }
  return std::nullopt;
}

}  // namespace policycalc::engine
