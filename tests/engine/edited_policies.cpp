#include "engine/edited_policies.h"

#include <boost/test/unit_test.hpp>

namespace policycalc::test {
namespace {

constexpr const char* kMeasures = "measures/01-one.json";

std::string idOf(const std::string& id) {
  return R"("id": ")" + id + R"(",)";
}

}  // namespace

void edit(catalogue::PolicyFiles& files, const std::string& path, std::string_view from,
          std::string_view to, std::string_view after) {
  std::string& text = files.at(path);
  const std::size_t start = text.find(after);
  BOOST_REQUIRE_MESSAGE(start != std::string::npos, path << " has no " << after);
  const std::size_t at = text.find(from, start);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << from);
  text.replace(at, from.size(), to);
}

void addToMeasure(catalogue::PolicyFiles& files, const std::string& id,
                  const std::string& members) {
  edit(files, kMeasures, idOf(id), idOf(id) + " " + members + ",");
}

void addToFact(catalogue::PolicyFiles& files, const std::string& id, const std::string& members) {
  edit(files, "facts.json", idOf(id), idOf(id) + " " + members + ",");
}

void addStates(catalogue::PolicyFiles& files) {
  const std::string active = R"({ "code": "active",)";
  std::string states;
  for (const char* code : {"not_yet_registered", "revoked", "in_bankruptcy"}) {
    states += R"({ "code": ")" + std::string(code) + R"(", "label": ")" + code +
              R"(", "label_en": ")" + code + R"(" }, )";
  }
  edit(files, "facts.json", active, states + active);
}

}  // namespace policycalc::test
