#include "policycalc/api/feedback.h"

#include <iostream>
#include <memory>
#include <stdexcept>

#include "policycalc/base/text.h"
#include "policycalc/store/store.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/existing_store.h"
#include "app/service_key.h"
#include "app/times.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::FeedbackEntry;

struct FeedbackOptions {
  std::string reference;
  std::string state;
};

/// The piece of feedback that an action is for, and what to do with it.
struct Target {
  store::Store& store;
  FeedbackEntry entry;
  std::string state;  ///< with `set`
  const Settings& settings;
};

int refuse(const std::string& message) {
  return complain("policycalc feedback", message, kRefused);
}

std::string orDash(const std::string& text) {
  return text.empty() ? "-" : visibleText(text);
}

int list(const Settings& settings) {
  std::vector<std::vector<std::string>> rows{
      {"reference", "state", "kind", "measure", "received (UTC+8)"}};
  const auto store = openExistingStore(settings);
  for (const FeedbackEntry& entry : store->feedback().list()) {
    rows.push_back({visibleText(entry.reference), visibleText(entry.state), visibleText(entry.kind),
                    orDash(entry.measure), chinaTime(entry.received_at)});
  }
  std::cout << table(rows);
  return kDone;
}

int show(const Target& target) {
  const FeedbackEntry& entry = target.entry;
  const auto keys = serviceKeys(target.store, target.settings, MissingKey::kRefuse);
  if (!keys.ok()) throw std::runtime_error(keys.error().message);
  const auto text = api::openFeedback(entry, *keys);
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
  return refuse("there is no feedback " + base::quoted(reference));
}

int setState(const Target& target) {
  const std::string& reference = target.entry.reference;
  if (!target.store.feedback().setState(reference, target.state, now())) return unknown(reference);
  std::cout << reference << " is now " << target.state << '\n';
  return kDone;
}

int remove(const Target& target) {
  const std::string& reference = target.entry.reference;
  if (!target.store.feedback().remove(reference)) return unknown(reference);
  std::cout << reference << " is removed\n";
  return kDone;
}

using Work = int (*)(const Target&);

int withEntry(const FeedbackOptions& options, const Settings& settings, Work work) {
  const auto store = openExistingStore(settings);
  const auto reference = api::readReference(options.reference);
  const auto entry = reference ? store->feedback().find(*reference) : std::nullopt;
  if (!entry) return unknown(options.reference);
  return work({*store, *entry, options.state, settings});
}

std::string refuseOtherThanState(const std::string& text) {
  if (api::isFeedbackState(text)) return {};
  return base::quoted(text) + " is not a state: received, in_progress, answered or declined";
}

}  // namespace

void addFeedback(Program& program) {
  const std::vector<std::string_view> settings{"database", "service_key"};
  const auto options = std::make_shared<FeedbackOptions>();
  CLI::App& group = program.group("feedback", "read and answer what people told the service");
  program.command(group, "list", "list all feedback, the newest first", settings, list);
  const auto add = [&](const char* name, const char* help, Work work) -> CLI::App& {
    CLI::App& command = program.command(
        group, name, help, settings,
        [options, work](const Settings& given) { return withEntry(*options, given, work); });
    addArgument(command, "REF", options->reference, "the reference, as the list shows it")
        ->required();
    return command;
  };
  add("show", "print one piece of feedback", show);
  CLI::App& set = add("set", "set the state that the sender sees", setState);
  addArgument(set, "STATE", options->state, "received, in_progress, answered or declined")
      ->required()
      ->check(refuseOtherThanState);
  add("remove", "remove one piece of feedback", remove);
}

}  // namespace policycalc::app
