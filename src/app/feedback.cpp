#include "policycalc/api/feedback.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "policycalc/base/text.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/service_key.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::FeedbackEntry;

int usage(const std::string& message) {
  std::cerr << "policycalc feedback: " << message << '\n';
  return kUsage;
}

int refuse(const std::string& message) {
  std::cerr << "policycalc feedback: " << message << '\n';
  return kRefused;
}

/// A wrong path would make a new database, or a key that opens nothing: both are the service's to
/// make.
void requireFile(const std::string& path, const char* what) {
  if (!std::filesystem::exists(path)) {
    throw std::runtime_error(std::string(what) + " " + visibleText(path) + " does not exist");
  }
}

std::unique_ptr<store::Store> openExistingStore(const Settings& settings) {
  requireFile(settings.database, "the database");
  store::StoreOptions options;
  options.path = settings.database;
  return store::openStore(options);
}

/// `2026-11-25 16:00`, as clocks in China show it.
std::string chinaTime(std::chrono::sys_seconds time) {
  const auto local = time + base::kChinaOffset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return base::Date(day).toString() + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string orDash(const std::string& text) {
  return text.empty() ? "-" : visibleText(text);
}

int list(store::Feedback& feedback) {
  constexpr std::size_t kColumns = 5;
  std::vector<std::array<std::string, kColumns>> rows{
      {"reference", "state", "kind", "measure", "received (UTC+8)"}};
  for (const FeedbackEntry& entry : feedback.list()) {
    rows.push_back({visibleText(entry.reference), visibleText(entry.state), visibleText(entry.kind),
                    orDash(entry.measure), chinaTime(entry.received_at)});
  }
  std::array<std::size_t, kColumns> widths{};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      std::cout << row[i] << std::string(widths[i] - row[i].size() + 2, ' ');
    }
    std::cout << row.back() << '\n';
  }
  return kDone;
}

int show(const FeedbackEntry& entry, const Settings& settings) {
  requireFile(settings.service_key, "the service key");
  const auto key = vault::loadOrCreateServiceKey(settings.service_key);
  if (!key.ok()) throw std::runtime_error(key.error().message);
  const auto text = api::openFeedback(entry, *key);
  if (!text) {
    throw std::runtime_error(entry.reference +
                             " cannot be opened: another service key sealed it, or it was changed");
  }
  std::cout << "reference: " << visibleText(entry.reference) << '\n'
            << "state:     " << visibleText(entry.state) << ", since "
            << chinaTime(entry.changed_at) << " (UTC+8)\n"
            << "kind:      " << visibleText(entry.kind) << '\n'
            << "measure:   " << orDash(entry.measure) << '\n'
            << "catalogue: " << orDash(entry.catalogue) << '\n'
            << "received:  " << chinaTime(entry.received_at) << " (UTC+8)\n"
            << "contact:   " << orDash(text->contact) << '\n'
            << "message:\n"
            << visibleLines(text->message, "| ");
  return kDone;
}

int unknown(const std::string& reference) {
  return refuse(visibleText(base::quoted(reference)) + " is no feedback that is kept");
}

int setState(store::Feedback& feedback, const std::string& reference, const std::string& state) {
  if (!feedback.setState(reference, state, now())) return unknown(reference);
  std::cout << reference << " is now " << state << '\n';
  return kDone;
}

int remove(store::Feedback& feedback, const std::string& reference) {
  if (!feedback.remove(reference)) return unknown(reference);
  std::cout << reference << " is removed\n";
  return kDone;
}

/// What is wrong with the words behind `feedback`; empty if nothing is.
std::string faultOf(const std::vector<std::string>& words) {
  if (words.empty()) return "what to do is missing: list, show, set or remove";
  const std::string& action = words.front();
  const std::size_t wanted = action == "list"                         ? 1
                             : action == "show" || action == "remove" ? 2
                             : action == "set"                        ? 3
                                                                      : 0;
  if (wanted == 0) return base::quoted(action) + " is neither list, show, set nor remove";
  if (words.size() > wanted) return base::quoted(words[wanted]) + " is one argument too many";
  if (words.size() < 2 && wanted >= 2) return action + " needs a reference";
  if (words.size() < wanted) return action + " needs a state";
  if (wanted == 3 && !api::isFeedbackState(words[2])) {
    return base::quoted(words[2]) + " is no state: received, in_progress, answered or declined";
  }
  return {};
}

}  // namespace

int feedback(const Arguments& arguments, const Settings& settings) {
  const std::vector<std::string>& words = arguments.operands;
  const std::string fault = faultOf(words);
  if (!fault.empty()) return usage(visibleText(fault));
  const std::unique_ptr<store::Store> store = openExistingStore(settings);
  store::Feedback& feedback = store->feedback();
  if (words.front() == "list") return list(feedback);

  const auto reference = api::readReference(words[1]);
  const auto entry = reference ? feedback.find(*reference) : std::nullopt;
  if (!entry) return unknown(words[1]);
  if (words.front() == "show") return show(*entry, settings);
  if (words.front() == "set") return setState(feedback, *reference, words[2]);
  return remove(feedback, *reference);
}

}  // namespace policycalc::app
