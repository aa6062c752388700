#include "registry/sql/term_policies.h"

#include <boost/test/unit_test.hpp>

#include "catalogue/small_policies.h"

namespace policycalc::test {

std::shared_ptr<const catalogue::Catalogue> termPolicies(bool wide) {
  const auto measure = [](const char* id, const char* condition) {
    MeasureText text;
    text.id = id;
    text.requires_ = condition;
    text.scope = "anyone";
    return text;
  };
  const auto ended = [&](const char* id, const char* condition) {
    MeasureText text = measure(id, condition);
    text.valid = R"({ "from": "2024-01-01", "to": "2024-12-31" })";
    return text;
  };
  std::vector<MeasureText> measures{
      measure("1.1.a", R"({ "fact": "ratio", "at_most": { "sum": [
        { "fact": "other_ratio" }, { "parameter": "tolerance" }] } })"),
      measure("1.1.b", R"({ "fact": "other_ratio", "more_than": { "difference": [
        { "fact": "ratio" }, { "parameter": "tolerance" }] } })"),
      measure("1.1.c", R"({ "fact": "ratio", "less_than": { "product": [
        { "fact": "other_ratio" }, { "parameter": "share" }, { "parameter": "second_share" }] } })"),
      measure("1.1.d", R"({ "not": { "fact": "budget", "at_most": { "least": [
        { "fact": "annual_revenue" }, { "parameter": "odd_prize" }] } } })"),
      ended("1.1.e", R"({ "fact": "ratio", "at_most": { "parameter": "ended" } })"),
      ended("1.1.f", R"({ "fact": "ratio", "at_most": { "sum": [
        { "fact": "other_ratio" }, { "parameter": "ended" }] } })"),
      measure("1.1.g", R"({ "fact": "budget", "less_than": 99999999999999999999 })")};
  if (wide) {
    measures.push_back(measure("1.1.h", R"({ "fact": "budget", "at_least": { "product": [
      { "fact": "annual_revenue" }, { "parameter": "share" }] } })"));
  }
  return loaded(smallPolicies(measures));
}

}  // namespace policycalc::test
