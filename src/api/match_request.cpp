#include "policycalc/api/match_request.h"

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"

namespace policycalc::api {
namespace {

/// Reads the members of one request, whatever their order, and collects issues.
class RequestReader {
 public:
  explicit RequestReader(const CatalogueLookup& lookup) : lookup_(lookup) {}

  base::Result<MatchRequest, base::Issues> read(const json::Value& root) {
    if (!root.isObject()) {
      report(root, "", "wrong_type", "the request is an object, not " + typeOf(root));
      return std::move(issues_);
    }
    for (const json::Member& member : root.members) {
      const bool known = member.key == "profile" || member.key == "as_of" ||
                         member.key == "catalogue" || member.key == "include";
      if (!known) {
        issues_.push_back({base::Severity::kError,
                           "unknown_field",
                           {},
                           base::childPointer("", member.key),
                           member.position.line,
                           member.position.column,
                           base::quoted(member.key) + " is no field"});
      }
    }
    readAsOf(root.find("as_of"));
    readInclude(root.find("include"));
    readCatalogue(root.find("catalogue"));
    readProfile(root, root.find("profile"));
    if (!issues_.empty()) {
      base::sortIssues(issues_);
      return std::move(issues_);
    }
    return std::move(request_);
  }

 private:
  static std::string typeOf(const json::Value& value) {
    return std::string(json::typeName(value.type));
  }

  void report(const json::Value& value, std::string pointer, std::string code,
              std::string message) {
    issues_.push_back({base::Severity::kError,
                       std::move(code),
                       {},
                       std::move(pointer),
                       value.position.line,
                       value.position.column,
                       std::move(message)});
  }

  void readAsOf(const json::Value* value) {
    if (value == nullptr || value->isNull()) return;
    if (!value->isString()) {
      report(*value, "/as_of", "wrong_type", "a date is expected, not " + typeOf(*value));
      return;
    }
    const auto date = base::Date::parse(value->text);
    if (date.ok()) {
      request_.as_of = *date;
    } else {
      report(*value, "/as_of", "wrong_date",
             base::quoted(value->text) + " is " + date.error().message);
    }
  }

  void readInclude(const json::Value* value) {
    if (value == nullptr || value->isNull()) {
      request_.include.fill(true);
      return;
    }
    if (!value->isArray()) {
      report(*value, "/include", "wrong_type",
             "a list of verdicts is expected, not " + typeOf(*value));
      return;
    }
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      const json::Value& element = value->elements[i];
      const std::string pointer = base::childPointer("/include", i);
      const auto verdict = element.isString() ? engine::parseVerdict(element.text) : std::nullopt;
      if (!verdict) {
        report(element, pointer, element.isString() ? "unknown_verdict" : "wrong_type",
               element.isString() ? base::quoted(element.text) + " is no verdict"
                                  : "a verdict is expected, not " + typeOf(element));
        continue;
      }
      bool& included = request_.include[static_cast<std::size_t>(*verdict)];
      if (included)
        report(element, pointer, "duplicate_verdict", base::quoted(element.text) + " is repeated");
      included = true;
    }
  }

  void readCatalogue(const json::Value* value) {
    if (value == nullptr || value->isNull()) {
      request_.catalogue = lookup_("");
      return;
    }
    if (!value->isString() || value->text.empty()) {
      report(*value, "/catalogue", "wrong_type", "the hash of a catalogue is expected");
      return;
    }
    request_.catalogue = lookup_(value->text);
    if (request_.catalogue == nullptr) {
      report(*value, "/catalogue", "unknown_catalogue",
             base::quoted(value->text) + " is no catalogue that is kept here");
    }
  }

  void readProfile(const json::Value& root, const json::Value* value) {
    if (value == nullptr) {
      report(root, "/profile", "missing_field", "the field `profile` is missing");
      return;
    }
    // An unknown catalogue has been reported; its facts cannot be checked.
    if (request_.catalogue == nullptr) return;
    auto profile = facts::readProfile(*value, request_.catalogue->vocabulary(), "/profile");
    if (profile.ok()) {
      request_.profile = std::move(profile).value();
    } else {
      issues_.insert(issues_.end(), profile.error().begin(), profile.error().end());
    }
  }

  const CatalogueLookup& lookup_;
  MatchRequest request_;
  base::Issues issues_;
};

}  // namespace

base::Result<MatchRequest, base::Issues> readMatchRequest(std::string_view body,
                                                          const CatalogueLookup& lookup) {
  const auto document = json::read(body);
  if (!document.ok()) {
    base::Issues issues = document.error();
    // A pointer alone does not lead to a place in a text that is no JSON.
    for (base::Issue& issue : issues) {
      issue.message +=
          " (line " + std::to_string(issue.line) + ", column " + std::to_string(issue.column) + ")";
    }
    return issues;
  }
  return RequestReader(lookup).read(*document);
}

}  // namespace policycalc::api
