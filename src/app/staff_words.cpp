#include <algorithm>
#include <array>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/known_places.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/staff_name.h"

#include "app/staff.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::StaffMember;

constexpr std::array kDescription = {"name", "role", "county", "unit"};

base::Error invalid(std::string message) {
  return {base::Error::Code::kInvalid, std::move(message), {}};
}

std::string optionOf(const Arguments& arguments, const char* name) {
  const auto found = arguments.options.find(name);
  return found == arguments.options.end() ? std::string() : found->second;
}

/// Whether the policies know county and unit; "" counts as known.
base::Result<bool> checkPlace(const StaffMember& member, const std::string& policies) {
  if (member.county.empty() && member.unit.empty()) return true;
  const auto files = catalogue::readPolicyFolder(policies);
  if (!files.ok()) return invalid("the policies cannot be read: see `policycalc lint`");
  const auto loaded = catalogue::Catalogue::load(*files);
  if (!loaded.ok()) return invalid("the policies have issues: see `policycalc lint`");
  const desk::KnownPlaces known = desk::knownPlaces(**loaded);
  if (!member.county.empty() && !known.is_county(member.county)) {
    return invalid(base::quoted(member.county) + " is no county of the city");
  }
  if (!member.unit.empty() && !known.is_unit(member.unit)) {
    return invalid(base::quoted(member.unit) + " is no unit");
  }
  return true;
}

}  // namespace

std::string faultOfStaffWords(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.operands;
  if (words.empty()) return "what to do is missing: add, list, reset, disable or enable";
  const std::string& action = words.front();
  constexpr std::array kOfOne = {"add", "reset", "disable", "enable"};
  const bool of_one = std::find(kOfOne.begin(), kOfOne.end(), action) != kOfOne.end();
  if (!of_one && action != "list") {
    return base::quoted(action) + " is neither add, list, reset, disable nor enable";
  }
  if (of_one && words.size() < 2) return action + " needs a log-in";
  if (!of_one && words.size() > 1) return base::quoted(words[1]) + " is one argument too many";
  for (const char* name : kDescription) {
    if (action != "add" && arguments.options.count(name) != 0) {
      return base::quoted("--" + std::string(name)) + " goes with add alone";
    }
  }
  for (const char* name : {"name", "role"}) {
    if (action == "add" && arguments.options.count(name) == 0) {
      return "add needs " + base::quoted("--" + std::string(name));
    }
  }
  return {};
}

base::Result<StaffMember> describedMember(const Arguments& arguments, const Settings& settings) {
  const auto login = store::readLogin(arguments.operands.at(1));
  if (!login) {
    return invalid(base::quoted(arguments.operands.at(1)) +
                   " is no log-in: 2 to 64 letters, digits, `.`, `_` and `-`, a letter or digit "
                   "first");
  }
  StaffMember member;
  member.login = *login;
  member.name = optionOf(arguments, "name");
  member.county = optionOf(arguments, "county");
  member.unit = optionOf(arguments, "unit");
  if (!desk::isStaffName(member.name)) return invalid(base::quoted(member.name) + " is no name");
  const std::string wanted = optionOf(arguments, "role");
  const auto role = desk::roleNamed(wanted);
  if (!role) {
    return invalid(base::quoted(wanted) +
                   " is no role: clerk, handler, supervisor or administrator");
  }
  if (desk::needsCounty(*role) && member.county.empty()) {
    return invalid("a " + wanted + " needs `--county`");
  }
  if (desk::needsUnit(*role) && member.unit.empty()) {
    return invalid("a " + wanted + " needs `--unit`");
  }
  member.role = *role;
  const auto known = checkPlace(member, settings.policies);
  if (!known.ok()) return known.error();
  return member;
}

std::string staffTable(const std::vector<StaffMember>& members) {
  constexpr std::size_t kColumns = 6;
  const auto or_dash = [](const std::string& text) {
    return text.empty() ? "-" : visibleText(text);
  };
  // Names come last: how wide a terminal draws them is its own affair.
  std::vector<std::array<std::string, kColumns>> rows{
      {"log-in", "role", "county", "unit", "state", "name"}};
  for (const StaffMember& member : members) {
    const char* state = !member.active       ? "disabled"
                        : member.must_change ? "must change the password"
                                             : "active";
    rows.push_back({visibleText(member.login), std::string(nameOf(member.role)),
                    or_dash(member.county), or_dash(member.unit), state, visibleText(member.name)});
  }
  std::array<std::size_t, kColumns> widths{};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string table;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      table += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
    }
    table += row.back() + '\n';
  }
  return table;
}

}  // namespace policycalc::app
