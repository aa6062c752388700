// Each kind of company can tell on the screens whose it is.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "catalogue/small_screens.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr const char* kState =
    R"("sets": { "entity_type": "company", "ownership": "state" }, "when": null, "details": [])";
constexpr const char* kChamber =
    R"("sets": { "entity_type": "association" }, "when": null, "details": [])";
constexpr const char* kFields = R"("fields": [{ "fact": "district", "when": null }])";

struct Row {
  const char* what;
  std::string type;  ///< what is written of it
  const char* owner;
  const char* given;  ///< owners that overrule that one
  const char* from;
  const char* to;
  const char* found;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

constexpr const char* kAt = "screens.json /screens/0/options unreachable_combination";

const Row kRows[] = {
    {"each owner has an option", "association", "[]", "[]", "", "", ""},
    {"an owner without an option", "association", "[]", "[]", kState,
     R"("sets": { "entity_type": "association", "ownership": "state" }, "when": null, "details": [])",
     kAt},
    {"a question instead of options", "association", "[]", "[]", kState,
     R"("sets": { "entity_type": "company" }, "when": null, "details": ["ownership"])", ""},
    {"an owner that overrules the type's", "association", R"(["private"])", R"(["state"])", "", "",
     kAt},
    {"the same with an option", "association", R"(["private"])", R"(["state"])", kChamber,
     R"("sets": { "entity_type": "association", "ownership": "state" }, "when": null, "details": [])",
     ""},
    {"the same with a question", "association", R"(["private"])", R"(["state"])", kChamber,
     R"("sets": { "entity_type": "association" }, "when": null, "details": ["ownership"])", ""},
    {"a field for everyone", "association", R"(["private"])", R"(["state"])", kFields,
     R"("fields": [{ "fact": "district", "when": null }, { "fact": "ownership", "when": null }])",
     ""},
};

std::string found(const Row& row) {
  auto files = lintPolicies({});
  std::string screens = smallScreens();
  if (*row.from != '\0') screens = replaced(screens, row.from, row.to);
  files["screens.json"] = screens;
  std::string& standard = files["size-standard.json"];
  standard = replaced(standard, R"("no_size_entity_types": ["association"],
  "private_entity_types": [],)",
                      R"("entity_types": [{ "type": ")" + row.type +
                          R"(", "size": "none", "ownership": )" + row.owner +
                          R"(, "ownership_as_given": )" + row.given +
                          R"(, "because": "不分", "because_en": "It has none" }],)");
  return lintOf(files);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScreenOwnersLint)

BOOST_DATA_TEST_CASE(each_combination_is_reached_or_found, kRows, row) {
  BOOST_TEST(found(row) == row.found);
}

BOOST_AUTO_TEST_SUITE_END()
