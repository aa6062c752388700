#include "policycalc/api/feedback.h"

#include <algorithm>

#include "policycalc/store/error.h"
#include "policycalc/vault/access_code.h"

namespace policycalc::api {
namespace {

constexpr std::size_t kSymbols = 6;

std::string written(std::string_view symbols) {
  return "F-" + std::string(symbols.substr(0, 4)) + "-" + std::string(symbols.substr(4));
}

/// Binds a text to its entry, so that a change of the database cannot pass one person's words off
/// as another's, or a contact as a message.
std::string contextOf(const store::FeedbackEntry& entry, const char* part) {
  return "feedback:" + entry.reference + ":" + part;
}

}  // namespace

bool isFeedbackState(std::string_view text) {
  return std::find(kFeedbackStates.begin(), kFeedbackStates.end(), text) != kFeedbackStates.end();
}

std::string randomReference() {
  return written(vault::randomSymbols(kSymbols));
}

std::optional<std::string> readReference(std::string_view text) {
  // One more symbol than a reference has, for the F in front.
  auto symbols = vault::readSymbols(text, kSymbols + 1);
  if (!symbols) return {};
  // F is a symbol too: only the length tells whether it is the prefix.
  if (symbols->size() == kSymbols + 1 && symbols->front() == 'F') symbols->erase(0, 1);
  if (symbols->size() != kSymbols) return {};
  return written(*symbols);
}

void sealFeedback(store::FeedbackEntry& entry, const FeedbackText& text, const vault::Key& key) {
  entry.sealed_message = vault::seal(text.message, key, contextOf(entry, "message"));
  entry.sealed_contact = text.contact.empty()
                             ? std::string()
                             : vault::seal(text.contact, key, contextOf(entry, "contact"));
}

void keepFeedback(store::Feedback& store, store::FeedbackEntry& entry, const FeedbackText& text,
                  const vault::Key& key, const std::function<std::string()>& draw) {
  // If a million of the thousand million references are taken, one draw in a thousand repeats:
  // this many in a row mean a broken generator.
  constexpr int kMostDraws = 8;
  for (int draws = 1;; ++draws) {
    entry.reference = draw();
    sealFeedback(entry, text, key);
    try {
      store.add(entry);
      return;
    } catch (const store::StoreError& error) {
      const bool taken = error.kind() == store::StoreError::Kind::kConstraint;
      if (!taken || draws == kMostDraws) throw;
    }
  }
}

std::optional<FeedbackText> openFeedback(const store::FeedbackEntry& entry, const vault::Key& key) {
  auto message = vault::open(entry.sealed_message, key, contextOf(entry, "message"));
  if (!message) return {};
  FeedbackText text{std::move(*message), {}};
  if (!entry.sealed_contact.empty()) {
    auto contact = vault::open(entry.sealed_contact, key, contextOf(entry, "contact"));
    if (!contact) return {};
    text.contact = std::move(*contact);
  }
  return text;
}

}  // namespace policycalc::api
