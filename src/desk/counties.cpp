#include "desk/counties.h"

namespace policycalc::desk {
namespace {

const facts::Fact& districts(const catalogue::Catalogue& catalogue) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  return vocabulary.fact(vocabulary.known().district);
}

}  // namespace

bool isCounty(std::string_view code, const catalogue::Catalogue& catalogue) {
  const auto option = districts(catalogue).findOption(code);
  return option && catalogue.registry().countyOf(*option) != nullptr;
}

KnownPlaces knownPlaces(const catalogue::Catalogue& catalogue) {
  return {.is_county = [&catalogue](std::string_view code) { return isCounty(code, catalogue); },
          .is_unit =
              [&catalogue](std::string_view id) {
                return catalogue.registry().findUnit(id).has_value();
              }};
}

std::vector<std::string> countyCodes(const catalogue::Catalogue& catalogue) {
  std::vector<std::string> codes;
  for (const facts::Option& option : districts(catalogue).options) {
    if (isCounty(option.code, catalogue)) codes.push_back(option.code);
  }
  return codes;
}

std::string countyName(std::string_view code, const catalogue::Catalogue& catalogue) {
  const facts::Fact& fact = districts(catalogue);
  const auto option = fact.findOption(code);
  return option ? fact.options[*option].label : std::string(code);
}

void writeCounty(json::Writer& writer, std::string_view code,
                 const catalogue::Catalogue& catalogue) {
  writer.beginObject();
  writer.key("code").string(code);
  writer.key("name").string(countyName(code, catalogue));
  writer.endObject();
}

}  // namespace policycalc::desk
