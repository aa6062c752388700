#include "api/sheet/sheet_lists.h"

#include <algorithm>
#include <map>

#include "policycalc/base/text.h"

namespace policycalc::api {
namespace {

using engine::Outcome;
using engine::Verdict;
using paper::CellState;

constexpr std::size_t kMostQuestions = 6;
constexpr std::size_t kStates = 5;

bool isNear(const Outcome& outcome) {
  return outcome.verdict == Verdict::kNotEligible && outcome.one_condition_away;
}

CellState stateOf(const Outcome& outcome) {
  if (isForEveryone(outcome)) return CellState::kNone;
  switch (outcome.verdict) {
    case Verdict::kEligible:
      return CellState::kEligible;
    case Verdict::kConditional:
      return CellState::kConditional;
    case Verdict::kUndetermined:
      return CellState::kUndetermined;
    case Verdict::kNotEligible:
      return isNear(outcome) ? CellState::kNear : CellState::kNone;
    case Verdict::kNotApplicable:
    case Verdict::kNotInForce:
      break;
  }
  return CellState::kNone;
}

}  // namespace

std::optional<paper::List> SheetLists::others(const Listed& listed, int before) const {
  if (listed.brief.empty() && listed.universal.empty()) return std::nullopt;
  paper::List list;
  list.title = tongue_.word(words::kOthers);
  list.mark = paper::List::Mark::kNumber;
  list.first_number = before + 1;
  const auto& units = edition_.catalogue().registry().units();
  for (const Outcome* outcome : listed.brief) {
    paper::Entry entry{texts_.title(outcome->measure()), {}, {}};
    const auto named = engine::namedUnits(*outcome->entry, edition_, match_.knowledge);
    if (!named.empty()) {
      entry.remark = tongue_.word(words::kOpenBracket) + texts_.name(units[named.front()->unit]) +
                     tongue_.word(words::kCloseBracket);
    }
    if (outcome->verdict == Verdict::kConditional) entry.verdict = tongue_.word(words::kJudged);
    list.entries.push_back(std::move(entry));
  }
  if (listed.universal.empty()) return list;
  std::vector<std::string> titles;
  for (const Outcome* outcome : listed.universal)
    titles.push_back(texts_.title(outcome->measure()));
  list.last =
      tongue_.label(tongue_.word(words::kUniversalList, {{"n", std::to_string(titles.size())}})) +
      base::join(titles, tongue_.word(words::kListSeparator));
  return list;
}

std::optional<paper::List> SheetLists::near() const {
  paper::List list;
  list.title = tongue_.word(words::kNear);
  list.note = tongue_.word(words::kNearNote);
  for (const Outcome& outcome : match_.outcomes) {
    if (!isNear(outcome)) continue;
    paper::Entry entry{texts_.title(outcome.measure()), {}, {}};
    for (const engine::Unmet& unmet : outcome.unmet) {
      entry.remark += "  " + tongue_.word(words::kUnmet, {{"text", texts_.unmet(unmet)}});
    }
    list.entries.push_back(std::move(entry));
  }
  if (list.entries.empty()) return std::nullopt;
  return list;
}

bool SheetLists::isAsked(const facts::Fact& fact, const facts::Profile& profile) const {
  if (!fact.detail_of) return true;
  const facts::Given& parent = profile[fact.detail_of->parent];
  return parent.known && !(parent.options & fact.detail_of->options).isEmpty() &&
         isAsked(edition_.catalogue().vocabulary().fact(fact.detail_of->parent), profile);
}

std::optional<paper::List> SheetLists::questions(const facts::Profile& profile) const {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  paper::List list;
  list.mark = paper::List::Mark::kBox;
  list.title = tongue_.word(words::kOpen);
  const int open = match_.counts[static_cast<std::size_t>(Verdict::kUndetermined)];
  list.note = tongue_.word(words::kOpenNote, {{"n", std::to_string(open)}});
  std::size_t more = 0;
  for (const engine::Question& question : match_.questions) {
    const facts::Fact& fact = vocabulary.fact(question.fact);
    if (!isAsked(fact, profile)) continue;
    if (list.entries.size() < kMostQuestions) {
      list.entries.push_back({tongue_.say(fact.label, fact.label_en), {}, {}});
    } else {
      ++more;
    }
  }
  if (list.entries.empty()) return std::nullopt;
  if (more > 0) list.last = tongue_.word(words::kMoreQuestions, {{"n", std::to_string(more)}});
  return list;
}

std::optional<paper::PolicyMap> policyMap(const engine::Match& match,
                                          const engine::Edition& edition, Tongue tongue) {
  const catalogue::Document* notice = edition.catalogue().notice();
  if (notice == nullptr || notice->chapters.empty()) return std::nullopt;
  std::map<int, CellState> best;
  for (const Outcome& outcome : match.outcomes) {
    const auto [at, is_new] = best.emplace(itemOf(outcome), stateOf(outcome));
    if (!is_new) at->second = std::min(at->second, stateOf(outcome));
  }
  paper::PolicyMap map;
  map.title = tongue.word(words::kMap);
  for (const catalogue::Chapter& chapter : notice->chapters) {
    paper::PolicyMap::Chapter drawn{chapter.title, {}};
    for (int item = chapter.first_item; item <= chapter.last_item; ++item) {
      const auto found = best.find(item);
      drawn.cells.push_back({item, found == best.end() ? CellState::kNone : found->second});
    }
    map.chapters.push_back(std::move(drawn));
  }
  for (std::size_t i = 0; i < kStates; ++i) {
    map.legend.push_back(
        {static_cast<CellState>(i), tongue.word(words::kSigns[i]), tongue.word(words::kCells[i])});
  }
  return map;
}

}  // namespace policycalc::api
