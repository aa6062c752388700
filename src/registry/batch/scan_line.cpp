// The quick way to read a line of JSON. It reads what is usual and leaves the rest to the slow one.
#include "policycalc/base/text.h"
#include "policycalc/json/append.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/json_text.h"

namespace policycalc::registry {
namespace {

constexpr std::string_view kProfile = "profile";

bool scanKey(json::Scanner& scanner, std::string& id) {
  id.clear();
  if (scanner.null()) return true;
  if (scanner.isNext(json::Value::Type::kNumber)) {
    const auto number = scanner.number();
    if (number) id = number->text;
    return number.has_value();
  }
  const auto text = scanner.string();
  if (!text || base::countCodePoints(*text) > facts::kMaxTextCharacters) return false;
  id = jsonText(*text);
  return true;
}

}  // namespace

std::string jsonText(std::string_view text) {
  std::string json;
  json::appendString(json, text);
  return json;
}

bool EntryReader::scan(std::string_view line, const json::ReadLimits& limits, Entry& entry) {
  if (setup_.mapping != nullptr || setup_.key == kProfile) return false;
  json::Scanner scanner(line, limits);
  scanner_.begin(entry.profile);
  bool has_key = false;
  bool has_profile = false;
  bool has_facts = false;
  if (!scanner.beginObject()) return false;
  while (const auto name = scanner.key()) {
    bool good = false;
    if (*name == kProfile) {
      good = !has_profile && !has_facts && scanner_.readObject(scanner, entry.profile);
      has_profile = true;
    } else if (*name == setup_.key) {
      good =
          !has_key && (key_fact_ && !has_profile && !setup_.wrapped ? scanKeyFact(scanner, entry)
                                                                    : scanKey(scanner, entry.id));
      has_key = true;
    } else {
      good = !has_profile && !setup_.wrapped && scanner_.readMember(*name, scanner);
      has_facts = true;
    }
    if (!good) return false;
  }
  return scanner.isAtEnd() && (has_profile || !setup_.wrapped);
}

/// Reads a key that is also a fact of the profile, as the credit code may be.
bool EntryReader::scanKeyFact(json::Scanner& scanner, Entry& entry) {
  const bool is_text = vocabulary_.fact(*key_fact_).type == facts::FactType::kText &&
                       *key_fact_ != vocabulary_.known().industry_code;
  if (!is_text || !scanner_.readFact(*key_fact_, scanner)) return false;
  const facts::Given& given = entry.profile[*key_fact_];
  if (given.known) entry.id = jsonText(given.text);
  return true;
}

}  // namespace policycalc::registry
