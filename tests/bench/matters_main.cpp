// What the lists of the desk cost with many matters, in time of the processor, as medians beside
// those with a tenth of them: `policycalc_bench_matters [NUMBER]`, 100,000 unless told otherwise.
// On a server by the clock, as the work is done there: `cluster.sh policycalc_bench_matters`.
// It judges nothing.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "store/many_matters.h"
#include "store/server_database.h"

namespace {

using namespace policycalc;
using policycalc::store::test::ManyMatters;

struct Task {
  const char* name;
  std::function<void(store::Store&)> run;
};

store::MatterQuery queryOf(const desk::Seat& seat) {
  store::MatterQuery query;
  query.seat = seat;
  query.most = 51;
  query.permit_horizon = ManyMatters::now() + std::chrono::hours(24 * 12);
  return query;
}

void page(store::Store& store, const store::MatterQuery& query) {
  store.matters().page(query, ManyMatters::now());
}

std::vector<Task> tasks() {
  const desk::Seat clerk{desk::Role::kClerk, 1, "360702", ""};
  const desk::Seat handler{desk::Role::kHandler, 3, "", "u2"};
  const desk::Seat city{desk::Role::kSupervisor, 6, "", ""};
  return {
      {"queue of a clerk", [=](store::Store& store) { page(store, queryOf(clerk)); }},
      {"queue of a handler", [=](store::Store& store) { page(store, queryOf(handler)); }},
      {"queue of the city's supervisor", [=](store::Store& store) { page(store, queryOf(city)); }},
      {"filter: nobody responsible, whole city",
       [=](store::Store& store) {
         store::MatterQuery query = queryOf(city);
         query.turn = desk::Turn::kNobody;
         page(store, query);
       }},
      {"closed, whole city",
       [=](store::Store& store) {
         store::MatterQuery query = queryOf(city);
         query.scope = store::MatterScope::kClosed;
         page(store, query);
       }},
      {"search: 200 firms, whole city",
       [=](store::Store& store) {
         store::MatterQuery query = queryOf(city);
         query.scope = store::MatterScope::kAll;
         query.search = store::MatterSearch{};
         for (std::int64_t id = 1; id <= 200; ++id) query.search->applicant_ids.push_back(id);
         page(store, query);
       }},
      {"search: a reference",
       [=](store::Store& store) {
         store::MatterQuery query = queryOf(city);
         query.scope = store::MatterScope::kAll;
         query.search = store::MatterSearch{.reference = "R77"};
         page(store, query);
       }},
      {"one matter", [](store::Store& store) { store.matters().find(77, ManyMatters::now()); }},
      {"look at an unchanged list",
       [](store::Store& store) { store.matters().versionFor("", ManyMatters::now()); }},
  };
}

/// Milliseconds since any moment.
double elapsed() {
  if (!store::test::isBesideServer()) {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  }
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

double median(store::Store& store, const Task& task) {
  constexpr int kRounds = 9;
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    const double start = elapsed();
    task.run(store);
    times.push_back(elapsed() - start);
  }
  std::sort(times.begin(), times.end());
  return times[kRounds / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int number = argc > 1 ? static_cast<int>(std::strtol(argv[1], nullptr, 10)) : 100'000;
  const ManyMatters few(std::max(number / 10, 1));
  const ManyMatters many(number);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::printf("%-42s %12s %12s %8s\n", "", (std::to_string(number / 10) + " ms").c_str(),
              (std::to_string(number) + " ms").c_str(), "ratio");
  for (const Task& task : tasks()) {
    const double small = median(few.store, task);
    const double large = median(many.store, task);
    std::printf("%-42s %12.2f %12.2f %8.1f\n", task.name, small, large, large / small);
  }
  return 0;
}
