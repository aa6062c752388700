#include <iostream>

#include "policycalc/web/times.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/existing_store.h"

namespace policycalc::app {
namespace {

constexpr const char* kWho = "policycalc clock";

int show(const Settings& settings) {
  const auto store = openExistingStore(settings);
  const auto confirmed = store->clock().confirmed();
  const auto shown = now();
  std::cout << "the clock shows      " << web::utcText(shown) << '\n'
            << "the confirmed time   " << (confirmed ? web::utcText(*confirmed) : "none") << '\n';
  switch (store::judgeClock(shown, confirmed)) {
    case store::ClockSense::kBelieved:
      return kDone;
    case store::ClockSense::kAhead:
      return complain(kWho,
                      "the clock is too far ahead to be believed: nothing is removed and nothing "
                      "ends by it; set it right or, if it is right, run `policycalc clock confirm`",
                      kRefused);
    case store::ClockSense::kBehind:
      return complain(kWho,
                      "the clock is behind the confirmed time; set it right or, if it is right, "
                      "run `policycalc clock confirm`",
                      kRefused);
  }
  return kDone;
}

int confirm(const Settings& settings) {
  const auto store = openExistingStore(settings);
  const auto shown = now();
  store->clock().confirm(shown);
  std::cout << web::utcText(shown) << " is confirmed; a running service sees it within a minute\n";
  return kDone;
}

int failing(int (*work)(const Settings&), const Settings& settings) {
  try {
    return work(settings);
  } catch (const std::exception& error) {
    return complain(kWho, error.what(), kFailed);
  }
}

}  // namespace

void addClock(Program& program) {
  CLI::App& group = program.group("clock", "show or confirm the time by which data is removed");
  program.command(group, "show", "show the clock beside the confirmed time", {"database"},
                  [](const Settings& settings) { return failing(show, settings); });
  program.command(group, "confirm", "confirm the time that the clock shows", {"database"},
                  [](const Settings& settings) { return failing(confirm, settings); });
}

}  // namespace policycalc::app
