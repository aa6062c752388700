#include "policycalc/base/text.h"
#include "policycalc/facts/profile.h"

#include "facts/unknown_names.h"
#include "facts/value_reader.h"

namespace policycalc::facts {
namespace {

base::Issue issueOf(UnknownName unknown, const json::Member& member, std::string pointer) {
  return {base::Severity::kError,     std::move(unknown.code),   {},
          std::move(pointer),         member.position.line,      member.position.column,
          std::move(unknown.message), std::move(unknown.instead)};
}

}  // namespace

base::Result<Profile, base::Issues> readProfile(const json::Value& value,
                                                const Vocabulary& vocabulary,
                                                const std::string& pointer) {
  base::Issues issues;
  Profile profile(vocabulary.facts().size());
  if (!value.isObject()) {
    issues.push_back(
        {base::Severity::kError,
         "wrong_type",
         {},
         pointer,
         value.position.line,
         value.position.column,
         "a profile is an object of facts, not " + std::string(json::typeName(value.type))});
    return issues;
  }
  for (const json::Member& member : value.members) {
    const std::string at = base::childPointer(pointer, member.key);
    if (const auto fact = vocabulary.find(member.key)) {
      profile[*fact] =
          ValueReader(vocabulary.fact(*fact), vocabulary, at, issues).read(member.value);
    } else if (issues.size() >= base::kMostIssues) {
      issues.countOmitted();  // before the search for similar names, which takes longest
    } else {
      issues.push_back(issueOf(unknownFact(member.key, vocabulary), member, at));
    }
  }
  if (!issues.empty()) return issues;
  return profile;
}

Given readGiven(const json::Value& value, const Fact& fact, const Vocabulary& vocabulary,
                const std::string& pointer, base::Issues& issues) {
  return ValueReader(fact, vocabulary, pointer, issues).read(value);
}

}  // namespace policycalc::facts
