#include "api/matters/matter_request.h"

#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/web/body_fields.h"

namespace policycalc::api {
namespace {

MatterKey keyIn(web::BodyFields& fields) {
  MatterKey key;
  if (const json::Value* value = fields.text("reference")) key.reference = value->text;
  if (const json::Value* value = fields.text("code")) key.code = value->text;
  return key;
}

int scoreIn(web::BodyFields& fields) {
  const json::Value* value = fields.required("score");
  if (value == nullptr) return 0;
  if (!value->isNumber()) {
    fields.reportType("/score", *value, "a number");
    return 0;
  }
  const auto score = web::wholeNumber(*value);
  if (score && *score >= 1 && *score <= kBestScore) return static_cast<int>(*score);
  fields.report("score", *value, "wrong_value", "a whole number from 1 to 5 is expected");
  return 0;
}

std::string wordsIn(web::BodyFields& fields) {
  const json::Value* value = fields.optionalText("words");
  if (value == nullptr) return {};
  const std::size_t length = base::countCodePoints(value->text);
  if (length > kMostRatingWords) {
    fields.report("words", *value, "too_long",
                  "the text has " + std::to_string(length) + " characters; " +
                      std::to_string(kMostRatingWords) + " are allowed");
  } else if (base::isBlank(value->text)) {
    fields.report("words", *value, "wrong_value", "the text shows nothing");
  }
  return value->text;
}

}  // namespace

base::Result<MatterKey, base::Issues> readMatterKey(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  MatterKey key = keyIn(fields);
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return key;
}

base::Result<RatingRequest, base::Issues> readRating(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  RatingRequest request;
  request.matter = keyIn(fields);
  request.score = scoreIn(fields);
  request.words = wordsIn(fields);
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return request;
}

}  // namespace policycalc::api
