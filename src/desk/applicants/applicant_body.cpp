#include "desk/applicants/applicant_body.h"

#include <algorithm>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/desk/rules/authorisation_text.h"
#include "policycalc/desk/rules/staff_name.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/profiles/profile_body.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

/// Reads a line of at most `most` characters and reports its faults.
std::string line(web::BodyFields& fields, std::string_view key, const json::Value* value,
                 std::size_t most) {
  if (value == nullptr) return {};
  if (!isLine(value->text, most)) {
    fields.report(key, *value, "wrong_value",
                  "a line of 1 to " + std::to_string(most) +
                      " characters is expected, without blanks at its ends");
  }
  return value->text;
}

class AuthorisationReader {
 public:
  explicit AuthorisationReader(web::BodyFields& fields) : fields_(fields) {}

  AuthorisationBody read() {
    constexpr std::size_t kMostOfAName = 80;
    readWay();
    readForMatters();
    body_.given_by = line(fields_, "given_by", fields_.text("given_by"), kMostOfAName);
    readDays();
    readTextNumber();
    return std::move(body_);
  }

 private:
  void readWay() {
    const json::Value* value = fields_.text("given");
    if (value == nullptr) return;
    if (const auto way = authorisationWayNamed(value->text)) {
      body_.given = *way;
      return;
    }
    fields_.report("given", *value, "wrong_value",
                   base::quoted(value->text) +
                       " is not a way to give an authorisation: paper, screen or code");
  }

  void readForMatters() {
    const json::Value* value = fields_.required("for_matters");
    if (value == nullptr) return;
    if (!value->isBoolean()) {
      return fields_.report("for_matters", *value, "wrong_type", "true or false is expected");
    }
    body_.for_matters = value->boolean;
  }

  void readTextNumber() {
    const json::Value* value = fields_.optionalText("text_number");
    if (value == nullptr) return;
    if (!isAuthorisationText(value->text)) {
      fields_.report("text_number", *value, "wrong_value",
                     base::quoted(value->text) + " is not the number of a text");
    }
    body_.text_number = value->text;
  }

  void readDays() {
    const json::Value* value = body_.byCode() ? fields_.optional("days") : fields_.required("days");
    if (value == nullptr) return;
    const auto days = web::wholeNumber(*value);
    if (!value->isNumber()) {
      fields_.report("days", *value, "wrong_type", "a number of days is expected");
    } else if (!days || std::find(std::begin(web::kExpiryDays), std::end(web::kExpiryDays),
                                  *days) == std::end(web::kExpiryDays)) {
      fields_.report("days", *value, "wrong_value",
                     base::quoted(value->text) + " is not a number of days on offer");
    } else {
      body_.days = static_cast<int>(*days);
    }
  }

  web::BodyFields& fields_;
  AuthorisationBody body_;
};

class ApplicantReader {
 public:
  ApplicantReader(const json::Value& root, const catalogue::Catalogue& catalogue)
      : fields_(root), catalogue_(catalogue), vocabulary_(catalogue.vocabulary()) {
    body_.verified.resize(vocabulary_.facts().size());
    body_.left_out.resize(vocabulary_.facts().size());
  }

  base::Result<ApplicantBody, base::Issues> readNew() {
    readAuthorisation();
    const bool by_code = body_.authorisation.byCode();
    readPerson(by_code ? fields_.optionalText("name") : fields_.text("name"));
    readCounty();
    readIsAnother();
    if (!by_code) readFacts();
    return take();
  }

  base::Result<ApplicantBody, base::Issues> readChange() {
    readPerson(fields_.text("name"));
    readFacts();
    body_.revision = fields_.revision();
    return take();
  }

 private:
  static constexpr std::size_t kMostCharacters = facts::kMaxTextCharacters;

  base::Result<ApplicantBody, base::Issues> take() {
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return std::move(body_);
  }

  void readPerson(const json::Value* name) {
    body_.name = line(fields_, "name", name, kMostCharacters);
    const json::Value* contact = fields_.optionalText("contact");
    if (contact != nullptr && contact->text.empty()) contact = nullptr;
    body_.contact = line(fields_, "contact", contact, kMostCharacters);
  }

  void readCounty() {
    const json::Value* value = fields_.optionalText("county");
    if (value == nullptr) return;
    if (!isCounty(value->text, catalogue_)) {
      fields_.report("county", *value, "wrong_value",
                     base::quoted(value->text) + " is not a county of the city");
    }
    body_.county = value->text;
  }

  void readIsAnother() {
    const json::Value* value = fields_.optional("is_another");
    if (value == nullptr) return;
    if (!value->isBoolean()) return fields_.reportType("/is_another", *value, "true or false");
    body_.is_another = value->boolean;
  }

  void readAuthorisation() {
    const json::Value* value = fields_.required("authorisation");
    if (value == nullptr) return;
    web::BodyFields fields(*value, "/authorisation");
    body_.authorisation = AuthorisationReader(fields).read();
    fields_.add(fields.issues());
  }

  void readFacts() {
    const json::Value* value = fields_.required("profile");
    const json::Value* marks = fields_.required("verified");
    const json::Value* left_out = fields_.optional("left_out");
    if (value == nullptr) return;
    auto profile = facts::readProfile(*value, vocabulary_, "/profile");
    if (!profile.ok()) return fields_.add(profile.error());
    body_.profile = std::move(profile).value();
    if (marks != nullptr) readMarks(*marks);
    body_.left_out = web::readLeftOut(fields_, left_out, body_.profile, catalogue_);
    if (left_out != nullptr) refuseVerified(*left_out);
  }

  void readMarks(const json::Value& marks) {
    if (!marks.isArray()) return fields_.reportType("/verified", marks, "a list of facts");
    for (std::size_t i = 0; i < marks.elements.size(); ++i) {
      readMark(marks.elements[i], base::childPointer("/verified", i));
    }
  }

  void readMark(const json::Value& mark, const std::string& pointer) {
    if (!mark.isString()) return fields_.reportType(pointer, mark, "the id of a fact");
    const auto report = [&](web::IssueCode code, const char* message) {
      fields_.reportAt(pointer, mark, code, base::quoted(mark.text) + message);
    };
    const auto fact = vocabulary_.find(mark.text);
    if (!fact) return report("unknown_fact", " is not a fact");
    if (!body_.profile[*fact].known) return report("not_answered", " has no answer to verify");
    if (body_.verified[*fact]) return report("duplicate_fact", " is repeated");
    body_.verified[*fact] = true;
  }

  /// What staff saw was not left out.
  void refuseVerified(const json::Value& left_out) {
    for (std::size_t i = 0; i < left_out.elements.size(); ++i) {
      const json::Value& mark = left_out.elements[i];
      const auto fact = vocabulary_.find(mark.text);
      if (!fact || !body_.left_out[*fact] || !body_.verified[*fact]) continue;
      fields_.reportAt(base::childPointer("/left_out", i), mark, "not_left_out",
                       base::quoted(mark.text) + " is verified, so it was not left out");
    }
  }

  web::BodyFields fields_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  ApplicantBody body_;
};

}  // namespace

base::Result<ApplicantBody, base::Issues> readNewApplicant(std::string_view body,
                                                           const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  return ApplicantReader(*document, catalogue).readNew();
}

base::Result<ApplicantBody, base::Issues> readChangedApplicant(
    std::string_view body, const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  return ApplicantReader(*document, catalogue).readChange();
}

base::Result<AuthorisationBody, base::Issues> readAuthorisation(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  AuthorisationBody read = AuthorisationReader(fields).read();
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return read;
}

}  // namespace policycalc::desk
