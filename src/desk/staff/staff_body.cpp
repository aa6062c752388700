#include "desk/staff/staff_body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/staff_name.h"
#include "policycalc/web/body_fields.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

using store::StaffMember;

constexpr std::int64_t kLargestRevision = 1'000'000'000;

class Reader {
 public:
  Reader(const json::Value& root, const catalogue::Catalogue& catalogue)
      : fields_(root), catalogue_(catalogue) {}

  void readLogin(StaffMember& member) {
    const json::Value* value = fields_.text("login");
    if (value == nullptr) return;
    auto login = store::readLogin(value->text);
    if (!login) return wrong("login", *value, " is no log-in");
    member.login = *std::move(login);
  }

  void readPost(StaffMember& member) {
    if (const json::Value* name = fields_.text("name")) {
      if (!isStaffName(name->text)) wrong("name", *name, " is no name");
      member.name = name->text;
    }
    std::optional<Role> role;
    if (const json::Value* value = fields_.text("role")) {
      role = roleNamed(value->text);
      if (!role) wrong("role", *value, " is no role");
      member.role = value->text;
    }
    member.county = county();
    member.unit = unit();
    if (role && needsCounty(*role) && !has_county_) fields_.reportMissing("county");
    if (role && needsUnit(*role) && !has_unit_) fields_.reportMissing("unit");
  }

  void readState(StaffMember& member) {
    const json::Value* active = fields_.required("active");
    if (active != nullptr && !active->isBoolean()) {
      fields_.report("active", *active, "wrong_type", "true or false is expected");
    }
    member.active = active != nullptr && active->boolean;
    const json::Value* revision = fields_.required("revision");
    if (revision == nullptr) return;
    const auto number = web::wholeNumber(*revision);
    if (!number || *number < 1 || *number > kLargestRevision) {
      return wrong("revision", *revision, " is no revision");
    }
    member.revision = *number;
  }

  base::Result<StaffMember, base::Issues> take(StaffMember member) {
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return member;
  }

 private:
  void wrong(std::string_view key, const json::Value& value, const char* what) {
    fields_.report(key, value, "wrong_value", base::quoted(value.text) + what);
  }

  std::string county() {
    const json::Value* value = fields_.optionalText("county");
    has_county_ = value != nullptr;
    if (value == nullptr) return {};
    if (!isCounty(value->text, catalogue_)) wrong("county", *value, " is no county of the city");
    return value->text;
  }

  std::string unit() {
    const json::Value* value = fields_.optionalText("unit");
    has_unit_ = value != nullptr;
    if (value == nullptr) return {};
    if (!catalogue_.registry().findUnit(value->text)) wrong("unit", *value, " is no unit");
    return value->text;
  }

  web::BodyFields fields_;
  const catalogue::Catalogue& catalogue_;
  bool has_county_ = false;
  bool has_unit_ = false;
};

}  // namespace

base::Result<StaffMember, base::Issues> readNewMember(std::string_view body,
                                                      const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document, catalogue);
  StaffMember member;
  reader.readLogin(member);
  reader.readPost(member);
  return reader.take(std::move(member));
}

base::Result<StaffMember, base::Issues> readChangedMember(std::string_view body,
                                                          const StaffMember& known,
                                                          const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document, catalogue);
  StaffMember member = known;
  reader.readPost(member);
  reader.readState(member);
  return reader.take(std::move(member));
}

}  // namespace policycalc::desk
