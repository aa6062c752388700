#include "desk/applicants/provenance.h"

#include <set>
#include <stdexcept>

#include "policycalc/json/reader.h"

namespace policycalc::desk {
namespace {

json::Value asJson(const facts::Profile& profile, const facts::Vocabulary& vocabulary) {
  json::Writer writer;
  facts::writeProfile(writer, profile, vocabulary);
  auto value = json::read(writer.take());
  if (!value.ok()) throw std::runtime_error("a profile is not JSON");
  return std::move(value).value();
}

bool sameValue(const json::Value* one, const json::Value* other) {
  if (one == nullptr || other == nullptr) return one == other;
  return json::canonical(*one) == json::canonical(*other);
}

/// Null if the record does not have the fact.
const FactOrigin* originOf(const ApplicantRecord& record, const std::string& fact) {
  const auto found = record.provenance.find(fact);
  return found == record.provenance.end() ? nullptr : &found->second;
}

bool sameMarks(const FactOrigin& one, const FactOrigin& other) {
  return one.verified == other.verified && one.left_out == other.left_out;
}

/// The marks of a fact; none if the record does not have it.
FactOrigin marksOf(const ApplicantRecord& record, const std::string& fact) {
  const FactOrigin* origin = originOf(record, fact);
  return origin == nullptr ? FactOrigin{} : *origin;
}

}  // namespace

ApplicantRecord recordOf(const facts::Profile& profile, const FactMarks& marks,
                         const facts::Vocabulary& vocabulary, const FactOrigin& writer,
                         const ApplicantRecord& before) {
  ApplicantRecord record;
  record.profile = asJson(profile, vocabulary);
  for (const json::Member& member : record.profile.members) {
    const auto fact = vocabulary.find(member.key);
    FactOrigin origin = writer;
    origin.verified = fact && marks.verified[*fact];
    origin.left_out = fact && marks.left_out[*fact];
    const FactOrigin* known = originOf(before, member.key);
    const bool stays = known != nullptr && sameMarks(*known, origin) &&
                       sameValue(before.profile.find(member.key), &member.value);
    record.provenance.emplace(member.key, stays ? *known : origin);
  }
  return record;
}

std::vector<std::string> differences(const ApplicantRecord& before, const ApplicantRecord& after) {
  std::vector<std::string> names;
  if (before.contact != after.contact) names.emplace_back("contact");
  std::set<std::string> facts;
  for (const ApplicantRecord* record : {&before, &after}) {
    for (const json::Member& member : record->profile.members) facts.insert(member.key);
  }
  for (const std::string& fact : facts) {
    if (!sameValue(before.profile.find(fact), after.profile.find(fact)) ||
        !sameMarks(marksOf(before, fact), marksOf(after, fact))) {
      names.push_back(fact);
    }
  }
  return names;
}

}  // namespace policycalc::desk
