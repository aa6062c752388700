#include "policycalc/facts/credit_code.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "policycalc/base/date.h"
#include "policycalc/base/text.h"

#include "facts/plain_code.h"

namespace policycalc::facts {
namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kRegionAt = 2;  // characters 3-8
constexpr std::size_t kRegionLength = 6;
constexpr std::size_t kOrganisationAt = 8;  // characters 9-16; the 17th is its check character
constexpr std::size_t kOrganisationLength = 8;

/// GB 32100: 31 characters, without I O S V Z.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr unsigned kModulus = 31;

/// Department (character 1) and the categories it registers (character 2).
struct Department {
  char code;
  std::string_view categories;
};
constexpr std::array<Department, 12> kDepartments{{{'1', "1239"},
                                                   {'2', "19"},
                                                   {'3', "123459"},
                                                   {'4', "19"},
                                                   {'5', "1239"},
                                                   {'6', "129"},
                                                   {'7', "129"},
                                                   {'8', "19"},
                                                   {'9', "123"},
                                                   {'A', "19"},
                                                   {'N', "1239"},
                                                   {'Y', "1"}}};

/// First two digits of a region by GB/T 2260; 10 is the central level.
constexpr std::string_view kProvinces =
    "10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 "
    "65 "
    "71 81 82";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isRegion(std::string_view region) {
  return std::all_of(region.begin(), region.end(), isDigit) &&
         kProvinces.find(region.substr(0, 2)) != std::string_view::npos;
}

/// GB 32100: weights are the powers of 3 modulo 31.
char checkCharacter(std::string_view code) {
  unsigned sum = 0;
  unsigned weight = 1;
  for (const char c : code.substr(0, kLength - 1)) {
    sum += static_cast<unsigned>(kAlphabet.find(c)) * weight;
    weight = weight * 3 % kModulus;
  }
  return kAlphabet[(kModulus - sum % kModulus) % kModulus];
}

/// GB 11714 also counts I O S V Z: J is 19 here and 18 in GB 32100.
char organisationCheckCharacter(std::string_view organisation) {
  constexpr std::array<unsigned, kOrganisationLength> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const char c = organisation[i];
    sum += static_cast<unsigned>(isDigit(c) ? c - '0' : c - 'A' + 10) * kWeights[i];
  }
  const unsigned rest = 11 - sum % 11;
  if (rest == 10) return 'X';
  return rest == 11 ? '0' : static_cast<char>('0' + rest);
}

/// A citizen's number (GB 11643): region, date of birth, sequence number and check character.
bool looksLikeCitizenNumber(std::string_view code) {
  if (code.size() != kLength) return false;
  const std::string_view digits = code.substr(0, kLength - 1);
  if (!std::all_of(digits.begin(), digits.end(), isDigit)) return false;
  const std::string_view day = code.substr(6, 8);
  const std::string iso = std::string(day.substr(0, 4)) + "-" + std::string(day.substr(4, 2)) +
                          "-" + std::string(day.substr(6, 2));
  if (!base::Date::parse(iso).ok()) return false;
  constexpr std::array<unsigned, kLength - 1> kWeights{7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                       3, 7, 9,  10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    sum += static_cast<unsigned>(code[i] - '0') * kWeights[i];
  }
  return code.back() == std::string_view("10X98765432")[sum % 11];
}

/// The faults of an organisation's code.
std::vector<CreditCodeFault> faultsOf(const std::string& code) {
  std::vector<CreditCodeFault> faults;
  if (base::countCodePoints(code) != kLength) {
    faults.push_back(
        {"length", "统一社会信用代码应为 18 位", "A unified social credit code has 18 characters"});
  }
  if (code.find_first_not_of(kAlphabet) != std::string::npos) {
    faults.push_back({"alphabet",
                      "代码只用数字和大写字母，不含 I、O、S、V、Z；请核对 0 与 O、1 与 I",
                      "The code has only digits and capital letters, without I, O, S, V and Z; "
                      "check 0 against O "
                      "and 1 against I"});
  }
  if (!faults.empty()) return faults;
  const auto department = std::find_if(kDepartments.begin(), kDepartments.end(),
                                       [&](const Department& d) { return d.code == code[0]; });
  if (department == kDepartments.end()) {
    faults.push_back({"department", "第 1 位不是已知的登记管理部门",
                      "Character 1 is not a known registration department"});
  } else if (department->categories.find(code[1]) == std::string_view::npos) {
    faults.push_back({"category", "第 2 位不是该登记管理部门的机构类别",
                      "Character 2 is not a category of that registration department"});
  }
  if (!isRegion(std::string_view(code).substr(kRegionAt, kRegionLength))) {
    faults.push_back({"region", "第 3 至 8 位不是行政区划代码",
                      "Characters 3 to 8 are not the code of a place"});
  }
  if (organisationCheckCharacter(std::string_view(code).substr(
          kOrganisationAt, kOrganisationLength)) != code[kOrganisationAt + kOrganisationLength]) {
    faults.push_back({"organisation_checksum", "第 17 位校验码不符，请核对第 9 至 17 位",
                      "Check character 17 does not fit; compare characters 9 to 17"});
  }
  if (checkCharacter(code) != code.back()) {
    faults.push_back({"checksum", "第 18 位校验码不符，请核对整个代码",
                      "Check character 18 does not fit; compare the whole code"});
  }
  return faults;
}

}  // namespace

std::string normalizeCreditCode(std::string_view text) {
  return plainCode(text);
}

std::vector<CreditCodeFault> checkCreditCode(std::string_view text) {
  const std::string code = normalizeCreditCode(text);
  std::vector<CreditCodeFault> faults = faultsOf(code);
  if (!faults.empty() && looksLikeCitizenNumber(code)) {
    return {
        {"citizen_number", "这像是个人身份证号码，不是企业的代码；请删去，改填营业执照上的代码",
         "This looks like a person's identity card number and not a company's code; delete it and "
         "enter the code on the business licence"}};
  }
  return faults;
}

}  // namespace policycalc::facts
