#include "policycalc/web/profiles/left_out.h"

#include <algorithm>

#include "policycalc/base/text.h"

namespace policycalc::web {
namespace {

using facts::FactIndex;

/// Whether a list of ticks of `screens` answers the fact so when it is left out.
bool isGivenByNone(const catalogue::Screens& screens, FactIndex fact, const facts::Given& given) {
  return std::any_of(screens.all().begin(), screens.all().end(), [&](const auto& screen) {
    return screen.none &&
           std::any_of(screen.none->sets.begin(), screen.none->sets.end(),
                       [&](const auto& set) { return set.first == fact && set.second == given; });
  });
}

/// Reads one mark into `marks`.
class MarkReader {
 public:
  MarkReader(const BodyFields& fields, const facts::Profile& profile,
             const catalogue::Catalogue& catalogue)
      : fields_(fields),
        profile_(profile),
        catalogue_(catalogue),
        marks_(catalogue.vocabulary().facts().size()) {}

  void read(const json::Value& mark, const std::string& pointer) {
    if (!mark.isString()) return fields_.reportType(pointer, mark, "the id of a fact");
    const auto report = [&](IssueCode code, const char* message) {
      fields_.reportAt(pointer, mark, code, base::quoted(mark.text) + message);
    };
    const auto fact = catalogue_.vocabulary().find(mark.text);
    if (!fact) return report("unknown_fact", " is not a fact");
    if (!profile_[*fact].known) return report("not_answered", " has no answer in the profile");
    if (marks_[*fact]) return report("duplicate_fact", " is repeated");
    if (!isGivenByNone(catalogue_.screens(), *fact, profile_[*fact])) {
      return report("not_left_out", " has an answer that leaving it out does not give");
    }
    marks_[*fact] = true;
  }

  LeftOut take() { return std::move(marks_); }

 private:
  const BodyFields& fields_;
  const facts::Profile& profile_;
  const catalogue::Catalogue& catalogue_;
  LeftOut marks_;
};

}  // namespace

LeftOut readLeftOut(const BodyFields& fields, const json::Value* marks,
                    const facts::Profile& profile, const catalogue::Catalogue& catalogue) {
  MarkReader reader(fields, profile, catalogue);
  if (marks == nullptr) return reader.take();
  if (!marks->isArray()) {
    fields.reportType("/left_out", *marks, "a list of facts");
    return reader.take();
  }
  for (std::size_t i = 0; i < marks->elements.size(); ++i) {
    reader.read(marks->elements[i], base::childPointer("/left_out", i));
  }
  return reader.take();
}

bool isLeftOutAnswer(std::string_view fact, const json::Value& answer,
                     const catalogue::Catalogue& catalogue) {
  const auto index = catalogue.vocabulary().find(fact);
  if (!index) return false;
  json::Value one;
  one.type = json::Value::Type::kObject;
  one.members.push_back({std::string(fact), answer, {}});
  const auto profile = facts::readProfile(one, catalogue.vocabulary(), {});
  return profile.ok() && isGivenByNone(catalogue.screens(), *index, (*profile)[*index]);
}

std::vector<std::string> stillLeftOut(const json::Value* stored, const json::Value& profile,
                                      const catalogue::Catalogue& catalogue) {
  std::vector<std::string> ids;
  if (stored == nullptr) return ids;
  for (const json::Value& mark : stored->elements) {
    const json::Value* answer = profile.find(mark.text);
    if (answer != nullptr && isLeftOutAnswer(mark.text, *answer, catalogue)) {
      ids.push_back(mark.text);
    }
  }
  return ids;
}

std::vector<std::string> idsOf(const LeftOut& marks, const facts::Vocabulary& vocabulary) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i]) ids.push_back(vocabulary.fact(static_cast<FactIndex>(i)).id);
  }
  return ids;
}

}  // namespace policycalc::web
