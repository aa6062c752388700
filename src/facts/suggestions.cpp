#include "policycalc/facts/suggestions.h"

#include <algorithm>

#include "policycalc/facts/credit_code.h"

namespace policycalc::facts {
namespace {

// Courts, unions, temples and embassies also have codes; the program suggests nothing for them.
const std::vector<CodeKind>& codeKinds() {
  static const std::vector<CodeKind> kinds{
      {"12", {"public_institution"}, "是机构编制部门登记的事业单位", ""},
      {"51",
       {"association", "other"},
       "是民政部门登记的社会团体",
       "；如果不是商会、行业协会，请改选"},
      {"52", {"other"}, "是民政部门登记的民办非企业单位", ""},
      {"53", {"other"}, "是民政部门登记的基金会", ""},
      {"91",
       {"company", "sole_proprietorship", "partnership", "branch", "bank", "other"},
       "是市场监管部门登记的企业",
       "；个人独资企业、合伙企业、分公司、分店和银行的代码也这样开头，请按营业执照核对"},
      {"92", {"individual_business"}, "是市场监管部门登记的个体工商户", ""},
      {"93", {"farmer_cooperative", "branch"}, "是市场监管部门登记的农民专业合作社", ""}};
  return kinds;
}

constexpr std::string_view kState = "100000";

bool isRegionCode(std::string_view code) {
  return code.size() == kState.size() &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits that all regions inside an authority's region share: two for a province, four for a
/// prefecture.
std::string_view stemOf(std::string_view region) {
  if (region == kState) return {};
  if (region.substr(2) == "0000") return region.substr(0, 2);
  return region.substr(0, 4);
}

/// The district of a region: its own, or the option for outside if the region lies elsewhere.
/// Nothing if the region contains districts, or is in the same prefecture but not in the
/// vocabulary.
std::optional<std::size_t> districtOf(std::string_view region, const Vocabulary& vocabulary) {
  const Fact& district = vocabulary.fact(vocabulary.known().district);
  const std::string_view stem = stemOf(region);
  bool may_be_here = false;
  for (std::size_t i = 0; i < district.options.size(); ++i) {
    const Option& option = district.options[i];
    if (option.code == region) return i;
    const auto& former = option.former_codes;
    if (std::any_of(former.begin(), former.end(),
                    [&](const FormerCode& each) { return each.code == region; })) {
      return i;
    }
    may_be_here = may_be_here || (isRegionCode(option.code) && option.code.rfind(stem, 0) == 0);
  }
  if (may_be_here) return {};
  return vocabulary.outside();
}

std::string becauseOfRegion(const std::string& region, std::size_t district,
                            const Vocabulary& vocabulary) {
  const Option& option = vocabulary.fact(vocabulary.known().district).options[district];
  const std::string start = "根据代码第3—8位，登记机关的行政区划代码是 " + region + "，";
  if (district == vocabulary.outside()) {
    return start + "属于“" + option.label + "”；登记之后可能迁过址，请按营业执照上的住所核对";
  }
  return start + "即" + option.label +
         "；登记之后可能迁过址，在开发区、新区登记的请改选对应的区，请按营业执照上的住所核对";
}

}  // namespace

std::optional<CodeKind> kindOfCode(std::string_view credit_code) {
  if (!checkCreditCode(credit_code).empty()) return {};
  const std::string kind = normalizeCreditCode(credit_code).substr(0, 2);
  for (const CodeKind& known : codeKinds()) {
    if (known.code == kind) return known;
  }
  return {};
}

std::vector<Suggestion> suggest(const Profile& profile, const Vocabulary& vocabulary) {
  const KnownFacts& is = vocabulary.known();
  std::vector<Suggestion> suggestions;
  const Given& given = profile[is.credit_code];
  if (!given.known || !checkCreditCode(given.text).empty()) return suggestions;
  const std::string code = normalizeCreditCode(given.text);

  const auto kind = kindOfCode(given.text);
  if (!profile[is.entity_type].known && kind) {
    if (const auto option =
            vocabulary.fact(is.entity_type).findOption(kind->entity_types.front())) {
      suggestions.push_back({is.entity_type, *option,
                             "根据代码第1—2位 " + std::string(kind->code) + "，" +
                                 std::string(kind->registered_as) +
                                 std::string(kind->reservation)});
    }
  }
  const std::string region = code.substr(2, kState.size());
  const auto district = districtOf(region, vocabulary);
  if (!profile[is.district].known && district) {
    suggestions.push_back({is.district, *district, becauseOfRegion(region, *district, vocabulary)});
  }
  return suggestions;
}

}  // namespace policycalc::facts
