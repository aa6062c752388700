#include "web/match/in_english.h"

#include <algorithm>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

namespace policycalc::web {
namespace {

constexpr std::string_view kEnglish = "_en";

/// Puts the English texts of one object in place of the Chinese ones.
void replaceTexts(json::Value& object) {
  for (const json::Member& english : object.members) {
    const std::string_view key = english.key;
    if (!key.ends_with(kEnglish) || !english.value.isString()) continue;
    const std::string_view chinese = key.substr(0, key.size() - kEnglish.size());
    const auto found =
        std::find_if(object.members.begin(), object.members.end(),
                     [&](const json::Member& member) { return member.key == chinese; });
    if (found != object.members.end() && found->value.isString()) {
      found->value.text = english.value.text;
    }
  }
}

void translate(json::Value& value) {
  replaceTexts(value);
  for (json::Member& member : value.members) translate(member.value);
  for (json::Value& element : value.elements) translate(element);
}

}  // namespace

std::string inEnglish(const std::string& answer) {
  json::ReadLimits limits;
  limits.max_bytes = answer.size();
  limits.max_depth = 100;  // criteria nest less deeply
  auto document = json::read(answer, {}, limits);
  if (!document.ok()) return answer;
  translate(*document);
  json::Writer writer;
  writer.value(*document);
  return writer.take();
}

}  // namespace policycalc::web
