#include "policycalc/engine/scope.h"

namespace policycalc::engine {

using criteria::Truth;

Truth districtInCity(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Known& district = knowledge.facts[vocabulary.known().district];
  if (!district.known) return Truth::kUnknown;
  return vocabulary.districtsInCity().hasAll(district.options) ? Truth::kMet : Truth::kNotMet;
}

Truth registeredInCity(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge) {
  // The planned district does not matter before the registration.
  if (knowledge.registration == facts::Registration::kNotYetRegistered) return Truth::kNotMet;
  return districtInCity(catalogue, knowledge);
}

criteria::Comparison districtTest(const facts::Vocabulary& vocabulary) {
  criteria::Comparison test;
  test.fact = vocabulary.known().district;
  test.op = criteria::Operator::kIn;
  test.options = vocabulary.districtsInCity();
  return test;
}

criteria::Comparison registrationTest(const facts::Vocabulary& vocabulary) {
  criteria::Comparison test;
  test.fact = vocabulary.known().registration_status;
  test.op = criteria::Operator::kIn;
  const facts::Fact& status = vocabulary.fact(test.fact);
  test.options = status.allOptions();
  if (const auto founder =
          status.findOption(facts::codeOf(facts::Registration::kNotYetRegistered))) {
    test.options = test.options.without(facts::OptionSet::of(*founder));
  }
  return test;
}

}  // namespace policycalc::engine
