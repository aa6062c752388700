#include "desk/staff/staff_body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/desk/known_places.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/seat.h"
#include "policycalc/desk/rules/staff_name.h"
#include "policycalc/web/body_fields.h"

#include "desk/person_field.h"

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
    if (!login) return wrong("login", *value, " is not a log-in");
    member.login = *std::move(login);
  }

  void readPost(StaffMember& member) {
    if (const json::Value* name = fields_.text("name")) {
      if (!isStaffName(name->text)) wrong("name", *name, " is not a name");
      member.name = name->text;
    }
    std::optional<Role> role;
    if (const json::Value* value = fields_.text("role")) {
      role = roleNamed(value->text);
      if (!role) wrong("role", *value, " is not a role");
      member.role = role.value_or(member.role);
    }
    readPlace(role, member);
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
      return wrong("revision", *revision, " is not a revision");
    }
    member.revision = *number;
  }

  store::HandOn readHandOn(const json::Value& root) {
    const auto to = optionalIdOrNull(fields_, root, "matters_to");
    return {.asks = !to, .to = to.value_or(0)};
  }

  template <typename Read>
  base::Result<Read, base::Issues> take(Read read) {
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return read;
  }

 private:
  void wrong(std::string_view key, const json::Value& value, const char* message) {
    fields_.report(key, value, "wrong_value", base::quoted(value.text) + message);
  }

  void readPlace(std::optional<Role> role, StaffMember& member) {
    const json::Value* county = fields_.optionalText("county");
    const json::Value* unit = fields_.optionalText("unit");
    SeatRequest seat{.role = role, .county = {}, .unit = {}};
    if (county != nullptr) seat.county = member.county = county->text;
    if (unit != nullptr) seat.unit = member.unit = unit->text;
    if (county == nullptr) member.county.clear();
    if (unit == nullptr) member.unit.clear();
    for (const SeatFault fault : faultsOf(seat, knownPlaces(catalogue_))) {
      switch (fault) {
        case SeatFault::kCountyMissing:
          fields_.reportMissing("county");
          break;
        case SeatFault::kUnitMissing:
          fields_.reportMissing("unit");
          break;
        case SeatFault::kUnknownCounty:
          wrong("county", *county, " is not a county of the city");
          break;
        case SeatFault::kUnknownUnit:
          wrong("unit", *unit, " is not a unit");
          break;
      }
    }
  }

  web::BodyFields fields_;
  const catalogue::Catalogue& catalogue_;
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

base::Result<ChangedMember, base::Issues> readChangedMember(std::string_view body,
                                                            const StaffMember& known,
                                                            const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document, catalogue);
  ChangedMember read{.member = known, .hand_on = {}};
  reader.readPost(read.member);
  reader.readState(read.member);
  read.hand_on = reader.readHandOn(*document);
  return reader.take(std::move(read));
}

}  // namespace policycalc::desk
