#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/store/feedback.h"
#include "policycalc/store/key_record.h"
#include "policycalc/vault/key_ring.h"

namespace policycalc::api {

// Feedback on a measure or the service: its names and how it is sealed. The endpoints write it, the
// command line reads it.

inline constexpr std::array<std::string_view, 3> kFeedbackKinds{"error", "objection", "suggestion"};
inline constexpr std::array<std::string_view, 4> kFeedbackStates{"received", "in_progress",
                                                                 "answered", "declined"};

/// In code points.
inline constexpr std::size_t kLongestMessage = 2000;
inline constexpr std::size_t kLongestContact = 200;

bool isFeedbackState(std::string_view text);

/// `F-7K3M-9Q`, drawn at random: short enough to say on the telephone, and not a secret. Another
/// entry may have it; the store then refuses it. Thread-safe.
std::string randomReference();

/// Reads a reference as people type it: any case, blanks and hyphens anywhere, with or without the
/// F, O for 0, I and L for 1. Nothing for any other text.
std::optional<std::string> readReference(std::string_view text);

/// The words of the writer, as they were sent.
struct FeedbackText {
  std::string message;
  std::string contact;  ///< "" if none was given
};

/// Seals `text` into `entry` by the service's key, bound to the entry's reference.
void sealFeedback(store::FeedbackEntry& entry, const FeedbackText& text,
                  const vault::ServiceKeys& keys);

/// Gives `entry` an unused reference, seals `text` into it and stores it. A taken reference is
/// drawn again, a few times; then the StoreError is passed on.
void keepFeedback(store::Feedback& store, store::FeedbackEntry& entry, const FeedbackText& text,
                  const vault::ServiceKeys& keys,
                  const std::function<std::string()>& draw = randomReference);

/// What was sealed; nothing if other keys sealed it, or it was changed or moved to another entry.
std::optional<FeedbackText> openFeedback(const store::FeedbackEntry& entry,
                                         const vault::ServiceKeys& keys);

/// Seals message and contact by the current key.
store::KeyRecord::Outcome resealFeedback(store::SealedRow& row, const vault::ServiceKeys& keys);

}  // namespace policycalc::api
