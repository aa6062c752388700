#include "policycalc/web/profiles/profile_body.h"

#include <algorithm>
#include <set>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/text.h"
#include "policycalc/facts/profile.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/left_out.h"

namespace policycalc::web {
namespace {

std::string daysOnOffer() {
  std::vector<std::string> all;
  for (const int days : kExpiryDays) all.push_back(std::to_string(days));
  return base::join(all, ", ");
}

/// Reads the members of one body and collects issues.
class ProfileBodyReader {
 public:
  ProfileBodyReader(const json::Value& root, const catalogue::Catalogue& catalogue)
      : fields_(root),
        catalogue_(catalogue),
        vocabulary_(catalogue.vocabulary()),
        hash_(catalogue.hash()) {}

  base::Result<ProfileBody, base::Issues> read(BodyKind kind) {
    readProfile();
    readDay();
    readNeeds();
    readExpiry(kind);
    readConsent();
    if (kind == BodyKind::kChange) body_.revision = fields_.revision();
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    body_.answers = renderedMembers([this](json::Writer& writer) {
      writer.key("profile");
      facts::writeProfile(writer, profile_, vocabulary_);
      writer.key("as_of").stringOrNull(as_of_);
      writer.key("needs");
      writeStrings(writer, needs_);
      writer.key("left_out");
      writeStrings(writer, idsOf(left_out_, vocabulary_));
      writer.key("catalogue").string(hash_);
    });
    return std::move(body_);
  }

 private:
  void readProfile() {
    const json::Value* value = fields_.required("profile");
    const json::Value* marks = fields_.optional("left_out");
    if (value == nullptr) return;
    auto profile = facts::readProfile(*value, vocabulary_, "/profile");
    if (profile.ok()) {
      profile_ = std::move(profile).value();
      left_out_ = readLeftOut(fields_, marks, profile_, catalogue_);
    } else {
      fields_.add(profile.error());
    }
  }

  void readDay() {
    const json::Value* value = fields_.optionalText("as_of");
    if (value == nullptr) return;
    const auto date = base::Date::parse(value->text);
    if (date.ok()) {
      as_of_ = date->toString();
    } else {
      fields_.report("as_of", *value, "wrong_date",
                     base::quoted(value->text) + " is " + date.error().message);
    }
  }

  void readNeeds() {
    const json::Value* value = fields_.optional("needs");
    if (value == nullptr) return;
    if (!value->isArray()) return fields_.reportType("/needs", *value, "a list of needs");
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      const json::Value& need = value->elements[i];
      const std::string pointer = base::childPointer("/needs", i);
      if (!need.isString()) {
        fields_.reportType(pointer, need, "the id of a need");
      } else if (!vocabulary_.findNeed(need.text)) {
        fields_.reportAt(pointer, need, "unknown_need",
                         base::quoted(need.text) + " is not a field of support");
      } else if (std::find(needs_.begin(), needs_.end(), need.text) != needs_.end()) {
        fields_.reportAt(pointer, need, "duplicate_need", base::quoted(need.text) + " is repeated");
      } else {
        needs_.push_back(need.text);
      }
    }
  }

  void readExpiry(BodyKind kind) {
    constexpr std::string_view kKey = "expires_in_days";
    const bool is_new = kind == BodyKind::kNew;
    const json::Value* value = is_new ? fields_.required(kKey) : fields_.optional(kKey);
    if (value == nullptr) return;
    const auto days = wholeNumber(*value);
    const auto* const found = days
                                  ? std::find(std::begin(kExpiryDays), std::end(kExpiryDays), *days)
                                  : std::end(kExpiryDays);
    if (!value->isNumber()) {
      fields_.reportType("/expires_in_days", *value, "a number of days");
    } else if (found == std::end(kExpiryDays)) {
      fields_.report(
          kKey, *value, "wrong_value",
          base::quoted(value->text) + " is not one of the periods on offer: " + daysOnOffer());
    } else {
      body_.expires_in_days = *found;
    }
  }

  void readConsent() {
    const json::Value* value = fields_.optional("consent");
    if (value == nullptr) return;
    if (!value->isObject()) return fields_.reportType("/consent", *value, "an object");
    for (const json::Member& member : value->members) {
      const std::string pointer = base::childPointer("/consent", member.key);
      std::optional<bool>* const agreed = member.key == "help"     ? &body_.consent.help
                                          : member.key == "notify" ? &body_.consent.notify
                                                                   : nullptr;
      if (agreed == nullptr) {
        fields_.reportAt(pointer, member.value, "unknown_field",
                         base::quoted(member.key) + " is not a field here");
      } else if (!member.value.isBoolean()) {
        fields_.reportType(pointer, member.value, "true or false");
      } else {
        *agreed = member.value.boolean;
      }
    }
  }

  BodyFields fields_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  const std::string& hash_;
  ProfileBody body_;
  facts::Profile profile_{0};
  LeftOut left_out_;
  std::string as_of_;
  std::vector<std::string> needs_;
};

}  // namespace

base::Result<ProfileBody, base::Issues> readProfileBody(std::string_view body, BodyKind kind,
                                                        const catalogue::Catalogue& catalogue) {
  const auto document = readBody(body);
  if (!document.ok()) return document.error();
  return ProfileBodyReader(*document, catalogue).read(kind);
}

}  // namespace policycalc::web
