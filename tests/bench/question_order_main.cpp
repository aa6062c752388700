// Prints how many questions the companies of the stories answer until no measure is open for them:
// in the form's order, and with everything asked in the vocabulary's order.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "policycalc/catalogue/catalogue.h"

#include "bench/question_order.h"
#include "support/real_policies.h"

namespace policycalc::bench {
namespace {

constexpr std::size_t kFirst = 10;  // questions before the first answer

/// The questions of all companies in one order.
struct Tally {
  std::vector<std::size_t> questions;
  std::vector<std::size_t> found_first;  ///< per cent of the measures found in the end

  void add(const Interview& interview) {
    questions.push_back(interview.asked.size());
    const std::size_t in_the_end = interview.found.back();
    if (in_the_end == 0) return;
    const std::size_t first = interview.found[std::min(kFirst, interview.found.size() - 1)];
    found_first.push_back(100 * first / in_the_end);
  }
};

std::string textOf(const std::string& file) {
  std::ifstream in(POLICYCALC_SOURCE_DIR "/policies/stories/" + file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int run() {
  const auto& catalogue = test::realCatalogue();
  const Order orders[] = {Order::kFirstQuestions, Order::kRelevant, Order::kVocabulary};
  Tally tallies[3];
  std::printf("%-40s %8s %8s %8s\n", "questions until nothing is open", "first", "relevant", "all");
  for (const std::string& file : test::storyFiles()) {
    const auto story = test::readStory(textOf(file), file, catalogue->vocabulary());
    if (!story.ok()) return 1;
    const engine::Edition edition(catalogue, story->as_of);
    std::printf("%-40s", file.c_str());
    for (std::size_t i = 0; i < 3; ++i) {
      const Interview interview = bench::interview(edition, *story, orders[i]);
      tallies[i].add(interview);
      std::printf(" %8zu", interview.asked.size());
    }
    std::printf("\n");
  }
  const std::size_t ours = median(tallies[0].questions);
  const std::size_t all = median(tallies[2].questions);
  std::printf("%-40s %8zu %8zu %8zu\n", "median", ours, median(tallies[1].questions), all);
  std::printf("%-40s %7zu%% %7zu%% %7zu%%\n", "found after ten questions, median",
              median(tallies[0].found_first), median(tallies[1].found_first),
              median(tallies[2].found_first));
  std::printf("ratio of the medians, first questions to all in order: %.2f\n",
              static_cast<double>(ours) / static_cast<double>(all));
  return 0;
}

}  // namespace
}  // namespace policycalc::bench

int main() {
  return policycalc::bench::run();
}
