#include "api/feedback/feedback_request.h"

#include <algorithm>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/web/body_fields.h"

namespace policycalc::api {
namespace {

bool isHash(std::string_view text) {
  constexpr std::string_view kPrefix = "sha256:";
  constexpr std::size_t kDigits = 64;
  if (text.substr(0, kPrefix.size()) != kPrefix) return false;
  text.remove_prefix(kPrefix.size());
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// One request's members.
class FeedbackReader {
 public:
  FeedbackReader(const json::Value& root, const web::CatalogueLookup& lookup)
      : fields_(root), lookup_(lookup), current_(lookup("")) {}

  base::Result<FeedbackRequest, base::Issues> read() {
    readKind();
    readCatalogue();
    readMeasure();
    request_.text.message = words("message", fields_.text("message"), kLongestMessage);
    request_.text.contact = words("contact", fields_.optionalText("contact"), kLongestContact);
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return std::move(request_);
  }

 private:
  void readKind() {
    const json::Value* value = fields_.text("kind");
    if (value == nullptr) return;
    if (std::find(kFeedbackKinds.begin(), kFeedbackKinds.end(), value->text) ==
        kFeedbackKinds.end()) {
      fields_.report(
          "kind", *value, "unknown_kind",
          base::quoted(value->text) + " is neither `error`, `objection` nor " + "`suggestion`");
      return;
    }
    request_.kind = value->text;
  }

  void readCatalogue() {
    request_.catalogue = current_->hash();
    const json::Value* value = fields_.optionalText("catalogue");
    if (value == nullptr) return;
    if (isHash(value->text)) {
      request_.catalogue = value->text;
    } else {
      fields_.report("catalogue", *value, "wrong_catalogue",
                     base::quoted(value->text) + " is not the hash of a catalogue");
    }
  }

  void readMeasure() {
    const json::Value* value = fields_.optionalText("measure");
    if (value == nullptr) {
      const bool about_one = request_.kind == "error" || request_.kind == "objection";
      if (about_one) fields_.reportMissing("measure");
      return;
    }
    if (hasMeasure(current_.get(), value->text) ||
        hasMeasure(lookup_(request_.catalogue).get(), value->text)) {
      request_.measure = value->text;
    } else {
      fields_.report("measure", *value, "unknown_measure",
                     base::quoted(value->text) + " is not a measure");
    }
  }

  /// A page that stays open may show a measure that the current catalogue no longer has.
  static bool hasMeasure(const catalogue::Catalogue* catalogue, std::string_view id) {
    if (catalogue == nullptr) return false;
    const catalogue::Clause* clause = catalogue->find(id);
    return clause != nullptr && clause->isMeasure();
  }

  std::string words(std::string_view key, const json::Value* value, std::size_t longest) {
    if (value == nullptr) return {};
    const std::size_t length = base::countCodePoints(value->text);
    if (length > longest) {
      fields_.report(key, *value, "too_long",
                     "the text has " + std::to_string(length) + " characters; " +
                         std::to_string(longest) + " are allowed");
    } else if (base::isBlank(value->text)) {
      fields_.report(key, *value, "blank", "the text shows nothing");
    }
    return value->text;
  }

  web::BodyFields fields_;
  const web::CatalogueLookup& lookup_;
  const std::shared_ptr<const catalogue::Catalogue> current_;  ///< one for the whole request
  FeedbackRequest request_;
};

}  // namespace

base::Result<FeedbackRequest, base::Issues> readFeedbackRequest(
    std::string_view body, const web::CatalogueLookup& lookup) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  return FeedbackReader(*document, lookup).read();
}

}  // namespace policycalc::api
