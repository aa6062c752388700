#include "policycalc/facts/profile_scanner.h"

#include "policycalc/base/text.h"
#include "policycalc/facts/industry_code.h"

#include "facts/value_reader.h"

namespace policycalc::facts {

using json::Scanner;

namespace {

/// Forgets all answers, but keeps the memory of the texts.
void forget(Profile& profile) {
  for (std::size_t i = 0; i < profile.size(); ++i) {
    Given& given = profile[static_cast<FactIndex>(i)];
    given.known = false;
    given.options = {};
    given.number = 0;
    given.text.clear();
  }
}

}  // namespace

ProfileScanner::ProfileScanner(const Vocabulary& vocabulary, const NameIndex* names)
    : vocabulary_(vocabulary), names_(names) {
  if (names != nullptr) after_.assign(vocabulary.facts().size() + 1, 0);
}

void ProfileScanner::begin(Profile& profile) {
  const std::size_t count = vocabulary_.facts().size();
  if (profile.size() != count) {
    profile = Profile(count);
  } else {
    forget(profile);
  }
  profile_ = &profile;
  read_.assign(count, false);
  before_ = count;
}

std::optional<FactIndex> ProfileScanner::findFact(std::string_view id) {
  if (names_ == nullptr) return vocabulary_.find(id);
  // A registry writes the members of all profiles in one order.
  const FactIndex likely = after_[before_];
  if (likely < vocabulary_.facts().size() && vocabulary_.fact(likely).id == id) {
    before_ = likely;
    return likely;
  }
  const auto fact = names_->findFact(id);
  if (fact) {
    after_[before_] = *fact;
    before_ = *fact;
  }
  return fact;
}

std::optional<std::size_t> ProfileScanner::findOption(FactIndex fact, std::string_view code) const {
  return names_ != nullptr ? names_->findOption(fact, code)
                           : vocabulary_.fact(fact).findOption(code);
}

bool ProfileScanner::readObject(Scanner& scanner, Profile& profile) {
  begin(profile);
  if (!scanner.beginObject()) return false;
  while (const auto key = scanner.key()) {
    if (!readMember(*key, scanner)) return false;
  }
  return scanner.ok();
}

bool ProfileScanner::readMember(std::string_view key, Scanner& scanner) {
  const auto fact = findFact(key);
  if (fact) return readFact(*fact, scanner);
  scanner.giveUp();
  return false;
}

bool ProfileScanner::readFact(FactIndex fact, Scanner& scanner) {
  bool good = !read_[fact];
  read_[fact] = true;
  if (good && !scanner.null()) {
    Given& given = (*profile_)[fact];
    switch (vocabulary_.fact(fact).type) {
      case FactType::kText:
        good = readText(fact, scanner, given);
        break;
      case FactType::kBoolean:
      case FactType::kChoice:
      case FactType::kChoices:
        good = readOptions(fact, scanner, given);
        break;
      case FactType::kInteger:
      case FactType::kMoney:
      case FactType::kPercent:
        good = readNumber(vocabulary_.fact(fact), scanner, given);
        break;
    }
    given.known = good;
  }
  if (!good) scanner.giveUp();
  return scanner.ok();
}

bool ProfileScanner::readText(FactIndex fact, Scanner& scanner, Given& given) const {
  const auto text = scanner.string();
  if (!text || text->empty() || holdsControl(*text)) return false;
  if (text->size() > kMaxTextCharacters && base::countCodePoints(*text) > kMaxTextCharacters) {
    return false;
  }
  if (fact != vocabulary_.known().industry_code) {
    given.text = *text;
    return true;
  }
  const auto code = IndustryCode::parse(*text);
  if (code) given.text = code->toString();
  return code.has_value();
}

bool ProfileScanner::readOptions(FactIndex fact, Scanner& scanner, Given& given) const {
  const FactType type = vocabulary_.fact(fact).type;
  if (type == FactType::kBoolean) {
    const auto value = scanner.boolean();
    if (value) given.options = *value ? kTrue : kFalse;
    return value.has_value();
  }
  const auto read_option = [&] {
    const auto code = scanner.string();
    const auto option = code ? findOption(fact, *code) : std::nullopt;
    if (!option || given.options.has(*option)) return false;
    given.options.add(*option);
    return true;
  };
  if (type == FactType::kChoice) return read_option();
  if (!scanner.beginArray()) return false;
  while (scanner.element()) {
    if (!read_option()) return false;
  }
  return scanner.ok();
}

bool ProfileScanner::readNumber(const Fact& fact, Scanner& scanner, Given& given) {
  std::optional<Scanner::Number> number;
  if (fact.type != FactType::kInteger && scanner.isNext(json::Value::Type::kString)) {
    const auto text = scanner.string();
    if (text) number = Scanner::numberIn(*text);
  } else {
    number = scanner.number();
  }
  const auto units = number ? number->toUnits(decimalsOf(fact.type)) : std::nullopt;
  if (!units || *units > mostOf(fact.type)) return false;
  given.number = *units;
  return true;
}

}  // namespace policycalc::facts
