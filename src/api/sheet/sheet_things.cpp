#include "api/sheet/sheet_things.h"

#include <algorithm>
#include <map>
#include <set>

#include "policycalc/base/text.h"

namespace policycalc::api {
namespace {

using catalogue::CaveatKind;
using engine::Outcome;
using engine::Verdict;

/// As many as two pages hold for a usual firm.
constexpr std::size_t kMostWhole = 6;
constexpr std::size_t kMostOffices = 3;

/// What changes the firm's next step; the other caveats are on the page.
bool isOnPaper(const catalogue::Caveat& caveat) {
  return caveat.kind == CaveatKind::kExclusive || caveat.kind == CaveatKind::kAskFirst;
}

std::vector<const catalogue::Caveat*> caveatsOnPaper(const Outcome& outcome) {
  std::vector<const catalogue::Caveat*> caveats;
  if (outcome.verdict == Verdict::kNotEligible) return caveats;
  for (const catalogue::Caveat* caveat : outcome.entry->caveats) {
    if (isOnPaper(*caveat)) caveats.push_back(caveat);
  }
  return caveats;
}

std::vector<const Outcome*> outcomesOf(const std::vector<const catalogue::Clause*>& measures,
                                       const engine::Match& match) {
  std::vector<const Outcome*> outcomes;
  for (const catalogue::Clause* measure : measures) {
    const auto found = std::find_if(match.outcomes.begin(), match.outcomes.end(),
                                    [&](const Outcome& one) { return &one.measure() == measure; });
    if (found != match.outcomes.end()) outcomes.push_back(&*found);
  }
  return outcomes;
}

class ThingsWriter {
 public:
  ThingsWriter(const SheetRequest& request, const engine::Match& match,
               const engine::Edition& edition)
      : request_(request),
        match_(match),
        edition_(edition),
        tongue_(request.chinese),
        texts_(edition, tongue_) {}

  paper::ThingsToDo write(const Listed& listed) {
    paper::ThingsToDo all;
    all.title = tongue_.word(listed.is_marked ? words::kMarked : words::kToDo);
    all.note = tongue_.word(listed.is_marked ? words::kMarkedNote : words::kToDoNote);
    for (const Words& column : words::kColumns) all.columns.push_back(tongue_.word(column));
    shareCaveats(listed.whole, all);
    for (const Outcome* outcome : listed.whole) {
      all.things.push_back(thing(*outcome));
      all.things.back().number = static_cast<int>(all.things.size());
    }
    return all;
  }

 private:
  /// A caveat that several measures share is written once, below them.
  void shareCaveats(const std::vector<const Outcome*>& outcomes, paper::ThingsToDo& all) {
    std::vector<const catalogue::Caveat*> order;
    std::map<std::string_view, int> counts;
    for (const Outcome* outcome : outcomes) {
      for (const catalogue::Caveat* caveat : caveatsOnPaper(*outcome)) {
        if (++counts[caveat->text] == 2) order.push_back(caveat);
      }
    }
    for (const catalogue::Caveat* caveat : order) {
      shared_.insert(caveat->text);
      paper::Labelled note = texts_.caveat(*caveat);
      note.label.insert(
          0, tongue_.word(words::kShared, {{"n", std::to_string(counts[caveat->text])}}));
      all.shared_notes.push_back(std::move(note));
    }
  }

  paper::Thing thing(const Outcome& outcome) const {
    const catalogue::Clause& measure = outcome.measure();
    paper::Thing thing;
    thing.measure = measure.id;
    thing.title = texts_.title(measure);
    if (!isDue(outcome)) {
      thing.verdict = tongue_.word(words::kVerdicts[static_cast<std::size_t>(outcome.verdict)]);
    }
    for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
      const catalogue::Benefit& benefit = measure.benefits[i];
      // Examples would fill the paper.
      if (benefit.amount.bound == catalogue::Bound::kExample) continue;
      paper::Worth worth = texts_.worth(benefit, outcome.amounts[i]);
      if (!worth.amount.empty()) thing.worth.push_back(std::move(worth));
    }
    thing.next_step = texts_.nextStep(measure);
    thing.bring = {tongue_.label(words::kBring), tongue_.word(words::kBringNone)};
    thing.documents = measure.documents;
    thing.channels = {
        tongue_.label(words::kChannel),
        base::join(catalogue::namesOf(measure.channels), tongue_.word(words::kListSeparator))};
    thing.notes = notes(outcome);
    thing.source = texts_.source(*outcome.entry);
    addOffices(outcome, thing);
    thing.states = states(measure);
    return thing;
  }

  std::vector<paper::Labelled> notes(const Outcome& outcome) const {
    const catalogue::Clause& measure = outcome.measure();
    std::vector<paper::Labelled> notes;
    std::vector<std::string_view> authorities;
    for (const catalogue::Judgement& judged : measure.judged) {
      if (std::find(authorities.begin(), authorities.end(), judged.by) == authorities.end()) {
        authorities.push_back(judged.by);
      }
    }
    for (const std::string_view by : authorities) {
      std::vector<std::string> decisions;
      for (const catalogue::Judgement& judged : measure.judged) {
        if (judged.by == by) decisions.push_back(edition_.fillIn(judged.text));
      }
      notes.push_back(
          {{},
           tongue_.word(words::kDecides,
                        {{"by", std::string(by)},
                         {"text", base::join(decisions, tongue_.word(words::kClauseSeparator))}})});
    }
    for (const catalogue::Caveat* caveat : caveatsOnPaper(outcome)) {
      if (shared_.find(caveat->text) == shared_.end()) notes.push_back(texts_.caveat(*caveat));
    }
    if (measure.valid.to) {
      notes.push_back({{}, tongue_.word(words::kUntil, {{"to", measure.valid.to->toString()}})});
    }
    return notes;
  }

  void addOffices(const Outcome& outcome, paper::Thing& thing) const {
    const catalogue::Catalogue& catalogue = edition_.catalogue();
    const auto named = engine::namedUnits(*outcome.entry, edition_, match_.knowledge);
    std::vector<paper::Office> offices;
    offices.reserve(named.size() + 1);
    for (const catalogue::ResponsibleUnit* unit : named) {
      offices.push_back({texts_.name(catalogue.registry().units()[unit->unit]),
                         {},
                         texts_.reach(catalogue.contacts().ofUnit(unit->unit))});
    }
    if (match_.county != nullptr) {
      const auto unit = catalogue.registry().findUnit(match_.county->id);
      offices.push_back({texts_.name(*match_.county), tongue_.word(words::kLocal),
                         unit ? texts_.reach(catalogue.contacts().ofUnit(*unit)) : std::string()});
    }
    const std::size_t count = offices.size();
    if (count > kMostOffices) {
      offices.resize(kMostOffices);
      thing.more_offices =
          tongue_.word(words::kMoreOffices, {{"n", std::to_string(count - kMostOffices)}});
    }
    thing.offices = std::move(offices);
  }

  std::vector<paper::State> states(const catalogue::Clause& measure) const {
    const auto mark = request_.marks.find(&measure);
    std::vector<paper::State> states;
    for (std::size_t i = 0; i < kMarks; ++i) {
      states.push_back({tongue_.word(words::kStates[i]),
                        mark != request_.marks.end() && mark->second == static_cast<Mark>(i)});
    }
    return states;
  }

  const SheetRequest& request_;
  const engine::Match& match_;
  const engine::Edition& edition_;
  Tongue tongue_;
  SheetTexts texts_;
  std::set<std::string_view> shared_;
};

}  // namespace

Listed listed(const SheetRequest& request, const engine::Match& match) {
  Listed listed;
  std::vector<const Outcome*> own;
  for (const Outcome& outcome : match.outcomes) {
    if (isForEveryone(outcome)) {
      listed.universal.push_back(&outcome);
    } else if (isDue(outcome)) {
      own.push_back(&outcome);
    }
  }
  if (request.measures) {
    listed.whole = outcomesOf(*request.measures, match);
    std::erase_if(listed.universal, [&](const Outcome* outcome) {
      return std::find(listed.whole.begin(), listed.whole.end(), outcome) != listed.whole.end();
    });
  } else {
    listed.whole.assign(
        own.begin(), own.begin() + static_cast<std::ptrdiff_t>(std::min(kMostWhole, own.size())));
  }
  listed.brief = request.others ? outcomesOf(*request.others, match) : own;
  std::erase_if(listed.brief, [&](const Outcome* outcome) {
    return std::find(listed.whole.begin(), listed.whole.end(), outcome) != listed.whole.end();
  });
  listed.is_marked = std::any_of(
      listed.whole.begin(), listed.whole.end(),
      [&](const Outcome* outcome) { return request.marks.count(&outcome->measure()) != 0; });
  return listed;
}

paper::ThingsToDo thingsToDo(const Listed& listed, const SheetRequest& request,
                             const engine::Match& match, const engine::Edition& edition) {
  return ThingsWriter(request, match, edition).write(listed);
}

}  // namespace policycalc::api
