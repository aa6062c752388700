// A full hall at work: `policycalc_bench_hall [--quick]`. Every desk reads in turn its queue, a
// filter, a search and a matter, and looks at the open page as the pages do, while 20 changes a
// second are written. Prints for each the median and the slowest hundredth beside their bounds, and
// what a look costs the processor beside the list that it saves. It judges nothing.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bench/full_hall.h"

namespace {

using namespace policycalc;
using bench::FullHall;
using bench::HallSize;
using desk::test::Browser;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr double kMostMedian = 150;  // milliseconds
constexpr double kMostSlowest = 500;
constexpr double kMostLook = 1;  // milliseconds of the processor
constexpr int kChangesPerSecond = 20;

struct Pace {
  milliseconds length{60'000};
  milliseconds thought{2000};  // between two pages of a person
  milliseconds look{5000};     // between two looks of an open page
};

/// Latencies by what was asked.
class Times {
 public:
  void add(const std::string& what, double took, bool is_answered) {
    const std::lock_guard lock(mutex_);
    times_[what].push_back(took);
    if (!is_answered) ++refused_[what];
  }

  void print() {
    std::printf("%-34s %9s %12s %12s\n", "", "requests", "median ms", "slowest 1 %");
    for (auto& [what, times] : times_) {
      std::sort(times.begin(), times.end());
      const double median = times[times.size() / 2];
      const double slowest = times[times.size() * 99 / 100];
      std::printf("%-34s %9zu %12.1f %12.1f  %s\n", what.c_str(), times.size(), median, slowest,
                  median <= kMostMedian && slowest <= kMostSlowest ? "met" : "missed");
    }
    std::printf("bounds: median %.0f ms, slowest hundredth %.0f ms\n", kMostMedian, kMostSlowest);
    for (const auto& [what, number] : refused_) {
      std::printf("refused: %s, %d\n", what.c_str(), number);
    }
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<double>> times_;
  std::map<std::string, int> refused_;
};

template <typename Act>
void timed(Times& times, const std::string& what, Act&& act) {
  const auto start = Clock::now();
  const http::test::Reply reply = act();
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  times.add(what, took.count(), reply.status >= 200 && reply.status < 400);
}

struct Page {
  std::string what;
  std::string path;
};

/// What a person at a desk opens the `turn`-th time.
Page pageOf(const HallSize& size, int desk, int turn) {
  const int any = desk * 7919 + turn * 104'729;
  switch (turn % 5) {
    case 0:
      return {"queue", "/matters"};
    case 1:
      return {"filter: overdue", "/matters?due=overdue"};
    case 2:
      return {"search: a firm", "/matters?q=" + std::to_string(10'000 + any % 10'000)};
    case 3:
      return {"search: a reference",
              "/matters?q=" + FullHall::referenceOf(2 + any % (size.matters - 2))};
    default:
      return {"matter", ""};
  }
}

void work(FullHall& hall, const HallSize& size, const Pace& pace, int desk, Times& times) {
  const auto end = Clock::now() + pace.length;
  Browser& browser = hall.desks()[static_cast<std::size_t>(desk)];
  std::string etag;
  auto next_look = Clock::now() + pace.look;
  std::this_thread::sleep_for(pace.thought * desk / size.desks);
  for (int turn = 0; Clock::now() < end; ++turn) {
    Page page = pageOf(size, desk, turn);
    // A clerk's matter is one of the county; others open what their list shows first.
    if (page.path.empty()) {
      page.path = FullHall::isClerk(desk)
                      ? "/matters/" + std::to_string(hall.matterOf(desk, turn * 31 + desk))
                      : "/matters?turn=mine";
      if (!FullHall::isClerk(desk)) page.what = "queue";
    }
    timed(times, page.what, [&] { return browser.get(page.path); });
    if (Clock::now() >= next_look) {
      timed(times, "look at the open queue", [&] {
        auto reply = browser.send("GET", "/matters", "",
                                  etag.empty() ? "" : "If-None-Match: " + etag + "\r\n");
        if (reply.status == 200) etag = reply.header("ETag");
        return reply;
      });
      next_look = Clock::now() + pace.look;
    }
    std::this_thread::sleep_for(pace.thought);
  }
}

/// Notes at a steady rate, by the clerks in turn.
void write(FullHall& hall, const HallSize& size, const Pace& pace, Times& times) {
  const auto end = Clock::now() + pace.length;
  std::vector<Browser> clerks;
  std::vector<int> places;
  for (int desk = 0; desk < size.desks; ++desk) {
    if (!FullHall::isClerk(desk)) continue;
    clerks.push_back(hall.desks()[static_cast<std::size_t>(desk)]);
    places.push_back(desk);
  }
  auto next = Clock::now();
  for (std::size_t i = 0; Clock::now() < end; ++i) {
    const std::size_t who = i % clerks.size();
    const int matter = hall.matterOf(places[who], static_cast<int>(i));
    timed(times, "change: a note", [&] {
      return clerks[who].post("/matters/" + std::to_string(matter) + "/notes",
                              R"({"text":"已电话告知"})");
    });
    next += milliseconds(1000 / kChangesPerSecond);
    std::this_thread::sleep_until(next);
  }
}

double processorOf(int rounds, const std::function<void()>& act) {
  const std::clock_t start = std::clock();
  for (int round = 0; round < rounds; ++round) act();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / rounds;
}

void printLook(FullHall& hall, int rounds) {
  Browser& browser = hall.desks().front();
  const std::string etag = browser.get("/matters").header("ETag");
  const double list = processorOf(rounds / 10 + 1, [&] { browser.get("/matters"); });
  const double look = processorOf(
      rounds, [&] { browser.send("GET", "/matters", "", "If-None-Match: " + etag + "\r\n"); });
  std::printf(
      "the list costs %.2f ms of the processor, an unchanged look at it %.2f (client"
      " included): ratio %.1f; bound %.0f ms: %s\n",
      list, look, list / look, kMostLook, look <= kMostLook ? "met" : "missed");
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
  const HallSize size = quick ? HallSize{300, 10, 6} : HallSize{};
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  FullHall hall(size);
  std::printf("%d matters, %d applicants, %d desks, %d changes a second\n", size.matters,
              size.applicants, size.desks, kChangesPerSecond);

  Times times;
  const Pace pace = quick ? Pace{milliseconds(1500), milliseconds(50), milliseconds(200)} : Pace{};
  std::vector<std::thread> people;
  for (int desk = 0; desk < size.desks; ++desk) {
    people.emplace_back([&, desk] { work(hall, size, pace, desk, times); });
  }
  people.emplace_back([&] { write(hall, size, pace, times); });
  for (std::thread& person : people) person.join();
  times.print();
  printLook(hall, quick ? 10 : 500);
  return 0;
}
