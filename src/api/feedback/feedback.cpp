#include "policycalc/api/feedback.h"

#include <algorithm>

#include "policycalc/store/error.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/web/service_sealed.h"

namespace policycalc::api {
namespace {

constexpr std::size_t kSymbols = 6;

std::string written(std::string_view symbols) {
  return "F-" + std::string(symbols.substr(0, 4)) + "-" + std::string(symbols.substr(4));
}

/// Binds a text to its entry, so that a change of the database cannot pass one person's words off
/// as another's, or a contact as a message.
std::string contextOf(const std::string& reference, const char* part) {
  return "feedback:" + reference + ":" + part;
}

/// Seals the text again by the current key, if it is sealed by the previous one.
store::KeyRecord::Outcome reseal(std::string& sealed, const std::string& context,
                                 const vault::ServiceKeys& keys) {
  using Outcome = store::KeyRecord::Outcome;
  if (sealed.empty() || vault::open(sealed, keys.current, context)) return Outcome::kAsItWas;
  const auto text = keys.open(sealed, context);
  if (!text) return Outcome::kUnreadable;
  sealed = vault::seal(*text, keys.current, context);
  return Outcome::kResealed;
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

void sealFeedback(store::FeedbackEntry& entry, const FeedbackText& text,
                  const vault::ServiceKeys& keys) {
  const vault::Key& key = keys.current;
  entry.keys = web::idsOf(keys);
  entry.sealed_message = vault::seal(text.message, key, contextOf(entry.reference, "message"));
  entry.sealed_contact =
      text.contact.empty() ? std::string()
                           : vault::seal(text.contact, key, contextOf(entry.reference, "contact"));
}

void keepFeedback(store::Feedback& store, store::FeedbackEntry& entry, const FeedbackText& text,
                  const vault::ServiceKeys& keys, const std::function<std::string()>& draw) {
  // If a million of the thousand million references are taken, one draw in a thousand repeats:
  // this many in a row mean a broken generator.
  constexpr int kMostDraws = 8;
  for (int draws = 1;; ++draws) {
    entry.reference = draw();
    sealFeedback(entry, text, keys);
    try {
      store.add(entry);
      return;
    } catch (const store::StoreError& error) {
      const bool taken = error.kind() == store::StoreError::Kind::kConstraint;
      if (!taken || draws == kMostDraws) throw;
    }
  }
}

std::optional<FeedbackText> openFeedback(const store::FeedbackEntry& entry,
                                         const vault::ServiceKeys& keys) {
  auto message = keys.open(entry.sealed_message, contextOf(entry.reference, "message"));
  if (!message) return {};
  FeedbackText text{std::move(*message), {}};
  if (!entry.sealed_contact.empty()) {
    auto contact = keys.open(entry.sealed_contact, contextOf(entry.reference, "contact"));
    if (!contact) return {};
    text.contact = std::move(*contact);
  }
  return text;
}

store::KeyRecord::Outcome resealFeedback(store::SealedRow& row, const vault::ServiceKeys& keys) {
  const auto message = reseal(row.message, contextOf(row.bound_to, "message"), keys);
  const auto contact = reseal(row.contact, contextOf(row.bound_to, "contact"), keys);
  return std::max(message, contact);  // the worse of both
}

}  // namespace policycalc::api
