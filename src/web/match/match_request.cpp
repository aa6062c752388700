#include "policycalc/web/match/match_request.h"

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

namespace policycalc::web {
namespace {

class MatchRequestReader {
 public:
  MatchRequestReader(const json::Value& root, const CatalogueLookup& lookup)
      : fields_(root), lookup_(lookup) {}

  base::Result<MatchRequest, base::Issues> read() {
    readAsOf(fields_.optional("as_of"));
    readInclude(fields_.optional("include"));
    readCatalogue(fields_.optional("catalogue"));
    readPassed(fields_.optional("passed"));
    readProfile(fields_.required("profile"));
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return std::move(request_);
  }

 private:
  static std::string typeOf(const json::Value& value) {
    return std::string(json::typeName(value.type));
  }

  void readAsOf(const json::Value* value) {
    if (value == nullptr) return;
    if (!value->isString()) {
      fields_.report("as_of", *value, "wrong_type", "a date is expected, not " + typeOf(*value));
      return;
    }
    const auto date = base::Date::parse(value->text);
    if (date.ok()) {
      request_.as_of = *date;
    } else {
      fields_.report("as_of", *value, "wrong_date",
                     base::quoted(value->text) + " is " + date.error().message);
    }
  }

  void readInclude(const json::Value* value) {
    if (value == nullptr) {
      request_.include.fill(true);
      return;
    }
    if (!value->isArray()) {
      fields_.report("include", *value, "wrong_type",
                     "a list of verdicts is expected, not " + typeOf(*value));
      return;
    }
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      const json::Value& element = value->elements[i];
      const std::string pointer = base::childPointer("/include", i);
      const auto verdict = element.isString() ? engine::parseVerdict(element.text) : std::nullopt;
      if (!verdict) {
        fields_.reportAt(
            pointer, element,
            element.isString() ? IssueCode("unknown_verdict") : IssueCode("wrong_type"),
            element.isString() ? base::quoted(element.text) + " is not a verdict"
                               : "a verdict is expected, not " + typeOf(element));
        continue;
      }
      bool& included = request_.include[static_cast<std::size_t>(*verdict)];
      if (included) {
        fields_.reportAt(pointer, element, "duplicate_verdict",
                         base::quoted(element.text) + " is repeated");
      }
      included = true;
    }
  }

  void readCatalogue(const json::Value* value) {
    if (value == nullptr) {
      request_.catalogue = lookup_("");
      return;
    }
    if (!value->isString() || value->text.empty()) {
      fields_.report("catalogue", *value, "wrong_type", "the hash of a catalogue is expected");
      return;
    }
    request_.catalogue = lookup_(value->text);
    if (request_.catalogue == nullptr) {
      fields_.report("catalogue", *value, "unknown_catalogue",
                     base::quoted(value->text) + " is not a catalogue that the service keeps");
    }
  }

  void readPassed(const json::Value* value) {
    // Without the catalogue, which is already reported, the screens are unknown.
    if (value == nullptr || request_.catalogue == nullptr) return;
    if (!value->isArray()) {
      fields_.report("passed", *value, "wrong_type",
                     "a list of screens is expected, not " + typeOf(*value));
      return;
    }
    const catalogue::Screens& screens = request_.catalogue->screens();
    request_.passed.assign(screens.all().size(), false);
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      readPassedScreen(value->elements[i], base::childPointer("/passed", i));
    }
  }

  void readPassedScreen(const json::Value& element, const std::string& pointer) {
    if (!element.isString()) {
      fields_.reportAt(pointer, element, "wrong_type",
                       "the id of a screen is expected, not " + typeOf(element));
      return;
    }
    const auto screen = request_.catalogue->screens().find(element.text);
    if (!screen) {
      fields_.reportAt(pointer, element, "unknown_screen",
                       base::quoted(element.text) + " is not a screen");
    } else if (request_.passed[*screen]) {
      fields_.reportAt(pointer, element, "duplicate_screen",
                       base::quoted(element.text) + " is repeated");
    } else {
      request_.passed[*screen] = true;
    }
  }

  void readProfile(const json::Value* value) {
    // An unknown catalogue is already reported; facts cannot be checked without it.
    if (value == nullptr || request_.catalogue == nullptr) return;
    auto profile = facts::readProfile(*value, request_.catalogue->vocabulary(), "/profile");
    if (profile.ok()) {
      request_.profile = std::move(profile).value();
    } else {
      fields_.add(profile.error());
    }
  }

  BodyFields fields_;
  const CatalogueLookup& lookup_;
  MatchRequest request_;
};

}  // namespace

base::Result<MatchRequest, base::Issues> readMatchRequest(std::string_view body,
                                                          const CatalogueLookup& lookup) {
  const auto document = readBody(body);
  if (!document.ok()) return document.error();
  return MatchRequestReader(*document, lookup).read();
}

}  // namespace policycalc::web
