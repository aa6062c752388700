#include "bench/question_order.h"

#include <algorithm>
#include <optional>

namespace policycalc::bench {
namespace {

using engine::Verdict;
using facts::FactIndex;

constexpr std::size_t kNeeds = 2;

bool serves(Verdict verdict) {
  return verdict == Verdict::kEligible || verdict == Verdict::kConditional;
}

template <typename Values, typename Value>
bool holds(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

class Interviewer {
 public:
  Interviewer(const engine::Edition& edition, const test::Story& story, Order order)
      : edition_(edition),
        vocabulary_(edition.catalogue().vocabulary()),
        story_(story),
        order_(order),
        needs_(needsOf(story, edition.catalogue())),
        profile_(vocabulary_.facts().size()),
        was_asked_(vocabulary_.facts().size()) {}

  Interview run() {
    while (true) {
      const engine::Match match = engine::match(edition_, profile_);
      result_.found.push_back(static_cast<std::size_t>(
          std::count_if(match.outcomes.begin(), match.outcomes.end(),
                        [](const engine::Outcome& outcome) { return serves(outcome.verdict); })));
      const std::optional<FactIndex> next = isSettled(match) ? std::nullopt : nextOf(match);
      if (!next) break;
      was_asked_[*next] = true;
      result_.asked.push_back(*next);
      answer(*next);
    }
    result_.verdicts = engine::verdicts(edition_, profile_);
    return std::move(result_);
  }

 private:
  /// The fact with which the company answers a question, if it can.
  std::optional<FactIndex> answerTo(FactIndex asked) const {
    if (story_.profile[asked].known) return asked;
    for (std::size_t i = 0; i < vocabulary_.facts().size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      if (!story_.profile[fact].known || profile_[fact].known) continue;
      if (holds(vocabulary_.fact(fact).derived_from, asked)) return fact;
    }
    // A company that knows its industry code gives it instead of choosing.
    for (const FactIndex source : vocabulary_.fact(asked).derived_from) {
      if (story_.profile[source].known && !profile_[source].known) return source;
    }
    return {};
  }

  void answer(FactIndex asked) {
    if (const auto fact = answerTo(asked)) profile_[*fact] = story_.profile[*fact];
  }

  /// True if no open measure waits for an answer that the company could still give.
  bool isSettled(const engine::Match& match) const {
    return std::none_of(match.questions.begin(), match.questions.end(),
                        [this](const engine::Question& question) {
                          return !was_asked_[question.fact] && answerTo(question.fact).has_value();
                        });
  }

  std::optional<FactIndex> nextOf(const engine::Match& match) const {
    if (order_ == Order::kVocabulary) return nextOfAll();
    std::vector<FactIndex> left;
    for (const engine::Question& question : match.questions) {
      if (!was_asked_[question.fact]) left.push_back(question.fact);
    }
    if (left.empty()) return {};
    if (order_ == Order::kRelevant) return *std::min_element(left.begin(), left.end());
    return *std::min_element(left.begin(), left.end(), [this](FactIndex a, FactIndex b) {
      const int rank_a = rankOf(a);
      const int rank_b = rankOf(b);
      // The first questions in the vocabulary's order; the others as the answer ranks them, which
      // min_element keeps for equals.
      return rank_a != rank_b ? rank_a < rank_b : rank_a < kLater && a < b;
    });
  }

  static constexpr int kLater = 2;
  int rankOf(FactIndex fact) const {
    const facts::Fact& each = vocabulary_.fact(fact);
    if (each.core) return 0;
    const bool for_need = std::any_of(each.core_for.begin(), each.core_for.end(),
                                      [this](std::size_t need) { return holds(needs_, need); });
    return for_need ? 1 : kLater;
  }

  /// Name and number of a company decide nothing, so they do not count.
  std::optional<FactIndex> nextOfAll() const {
    const FactIndex industry_code = vocabulary_.known().industry_code;
    for (std::size_t i = 0; i < vocabulary_.facts().size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      const bool idle =
          vocabulary_.fact(fact).type == facts::FactType::kText && fact != industry_code;
      if (!was_asked_[fact] && !profile_[fact].known && !idle) return fact;
    }
    return {};
  }

  const engine::Edition& edition_;
  const facts::Vocabulary& vocabulary_;
  const test::Story& story_;
  Order order_;
  std::vector<std::size_t> needs_;
  facts::Profile profile_;
  std::vector<bool> was_asked_;
  Interview result_;
};

}  // namespace

std::vector<std::size_t> needsOf(const test::Story& story, const catalogue::Catalogue& catalogue) {
  std::vector<std::size_t> served(catalogue.vocabulary().needs().size());
  for (const catalogue::Clause* measure : catalogue.measures()) {
    const auto expected = story.expect.find(measure->id);
    if (expected != story.expect.end() && serves(expected->second)) ++served[measure->topic];
  }
  std::vector<std::size_t> needs;
  for (std::size_t i = 0; i < served.size(); ++i) {
    if (served[i] > 0) needs.push_back(i);
  }
  std::stable_sort(needs.begin(), needs.end(),
                   [&](std::size_t a, std::size_t b) { return served[a] > served[b]; });
  needs.resize(std::min(needs.size(), kNeeds));
  return needs;
}

Interview interview(const engine::Edition& edition, const test::Story& story, Order order) {
  return Interviewer(edition, story, order).run();
}

std::size_t median(std::vector<std::size_t> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) / 2];
}

}  // namespace policycalc::bench
