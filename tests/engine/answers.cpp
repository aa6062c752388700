#include "engine/answers.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "facts/json_text.h"

namespace policycalc::test {

const engine::Outcome& Answer::of(std::string_view measure_id) const {
  const auto at =
      std::find_if(match.outcomes.begin(), match.outcomes.end(),
                   [&](const engine::Outcome& o) { return o.measure().id == measure_id; });
  BOOST_REQUIRE_MESSAGE(at != match.outcomes.end(), measure_id << " has no outcome");
  return *at;
}

std::string Answer::verdict(std::string_view measure_id) const {
  return std::string(toString(of(measure_id).verdict));
}

std::string Answer::idsOf(const std::vector<facts::FactIndex>& facts) const {
  std::vector<std::string> ids;
  ids.reserve(facts.size());
  for (const facts::FactIndex fact : facts) {
    ids.push_back(edition->catalogue().vocabulary().fact(fact).id);
  }
  return base::join(ids, " ");
}

std::string Answer::missing(std::string_view measure_id) const {
  const auto& missing = of(measure_id).missing;
  return idsOf({missing.begin(), missing.end()});
}

std::string Answer::unmet(std::string_view measure_id) const {
  std::vector<std::string> leaves;
  for (const engine::Unmet& unmet : of(measure_id).unmet) {
    std::string text = (unmet.negated ? "!" : "") +
                       edition->catalogue().vocabulary().fact(unmet.leaf->comparison.fact).id;
    if (unmet.gap) text += (unmet.gap->too_high ? " " : " -") + unmet.gap->value.toString();
    leaves.push_back(text);
  }
  return base::join(leaves, ", ");
}

std::string Answer::amounts(std::string_view measure_id) const {
  std::vector<std::string> texts;
  for (const engine::AmountAnswer& amount : of(measure_id).amounts) {
    texts.push_back(std::string(toString(amount.status)) +
                    (amount.value ? " " + amount.value->toString() : ""));
  }
  return base::join(texts, ", ");
}

std::string Answer::questions() const {
  std::vector<std::string> texts;
  for (const engine::Question& question : match.questions) {
    texts.push_back(idsOf({question.fact}) + ":" + std::to_string(question.decides));
  }
  return base::join(texts, " ");
}

std::string Answer::order() const {
  std::vector<std::string> ids;
  for (const engine::Outcome& outcome : match.outcomes) ids.push_back(outcome.measure().id);
  return base::join(ids, " ");
}

facts::Profile readProfile(const catalogue::Catalogue& catalogue, std::string_view text) {
  auto profile = facts::readProfile(parse(text), catalogue.vocabulary(), "");
  BOOST_REQUIRE_MESSAGE(profile.ok(), "the test's own profile is refused: " << text);
  return std::move(profile).value();
}

Answer answer(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
              std::string_view profile, std::string_view day) {
  Answer answer{std::make_unique<engine::Edition>(catalogue, dateOf(day)), {}};
  answer.match = engine::match(*answer.edition, readProfile(*catalogue, profile));
  return answer;
}

base::Date dateOf(std::string_view text) {
  const auto date = base::Date::parse(text);
  BOOST_REQUIRE(date.ok());
  return *date;
}

}  // namespace policycalc::test
