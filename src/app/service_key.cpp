#include "app/service_key.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/api/feedback.h"
#include "policycalc/base/text.h"
#include "policycalc/desk/resealing.h"
#include "policycalc/store/place.h"
#include "policycalc/vault/service_key.h"
#include "policycalc/web/service_sealed.h"

namespace policycalc::app {
namespace {

using base::Error;
using store::KeyRecord;
using store::SealedKind;
using vault::Key;
using vault::ServiceKeys;

Error refusal(std::string message) {
  return {Error::Code::kUnavailable, std::move(message), {}};
}

/// `key A`, or `keys A and B`.
std::string idsOf(const std::vector<Key>& keys) {
  std::string ids = keys.size() == 1 ? "key " : "keys ";
  for (const Key& key : keys) ids += (&key == keys.data() ? "" : " and ") + vault::keyId(key);
  return ids;
}

/// `id`: of the key that the database belongs to; "" if that is unknown.
Error lostKey(const Settings& settings, const std::string& id) {
  return refusal("the service key " + base::quoted(settings.service_key) +
                 " does not exist, but the database " +
                 base::quoted(store::shownDatabase(settings.database)) +
                 (id.empty() ? " holds data that a key sealed" : " belongs to the key " + id) +
                 ": put that key file back; a new key could not open the data");
}

Error otherKey(const Settings& settings, const std::string& id, const std::vector<Key>& found) {
  return refusal("the service key " + base::quoted(settings.service_key) + " (" + idsOf(found) +
                 ") does not fit the database " +
                 base::quoted(store::shownDatabase(settings.database)) + ", which " +
                 (id.empty() ? "another key sealed" : "belongs to the key " + id) +
                 ": put the key file of that database back, or name the database of this key");
}

Error halfKey(const Settings& settings, const std::string& id) {
  return refusal("the service key " + base::quoted(settings.service_key) + " lacks the key " + id +
                 ", which part of the database " +
                 base::quoted(store::shownDatabase(settings.database)) +
                 " still needs: put the key file back as it was when its rotation began");
}

/// Whether the key opens any of the first rows of each kind.
bool opensSome(const KeyRecord& record, const ServiceKeys& keys) {
  constexpr std::array kKinds{SealedKind::kApplicant, SealedKind::kFeedback, SealedKind::kProfile,
                              SealedKind::kSecondFactor};
  return std::any_of(kKinds.begin(), kKinds.end(), [&](SealedKind kind) {
    auto rows = record.rows(kind, 0);
    return std::any_of(rows.begin(), rows.end(), [&](store::SealedRow& row) {
      return resealRow(kind, row, keys) != KeyRecord::Outcome::kUnreadable;
    });
  });
}

/// The first key of a database that belongs to none.
base::Result<Key> firstKey(const KeyRecord& record, const Settings& settings, MissingKey missing) {
  const auto keys = vault::readServiceKeys(settings.service_key);
  const bool lost = !keys.ok() && keys.error().code == Error::Code::kNotFound;
  if (record.counts().all() == 0) {
    if (lost && missing == MissingKey::kMake) {
      return vault::loadOrCreateServiceKey(settings.service_key);
    }
    if (lost) {
      return refusal("the service key " + settings.service_key +
                     " does not exist: `policycalc serve` makes it");
    }
    if (!keys.ok()) return keys.error();
    return keys->front();
  }
  if (lost) return lostKey(settings, {});
  if (!keys.ok()) return keys.error();
  const auto fits = std::find_if(keys->begin(), keys->end(),
                                 [&](const Key& key) { return opensSome(record, key); });
  if (fits == keys->end()) return otherKey(settings, {}, *keys);
  return *fits;
}

std::optional<Key> keyFor(const store::KeyCheck& check, const std::vector<Key>& keys) {
  const auto fits = std::find_if(keys.begin(), keys.end(), [&](const Key& key) {
    return vault::fitsCheck(check.sealed, key);
  });
  return fits == keys.end() ? std::nullopt : std::optional<Key>(*fits);
}

base::Result<ServiceKeys> keysFor(const KeyRecord::Kept& kept, const Settings& settings) {
  const auto keys = vault::readServiceKeys(settings.service_key);
  if (!keys.ok() && keys.error().code == Error::Code::kNotFound) {
    return lostKey(settings, kept.current->id);
  }
  if (!keys.ok()) return keys.error();
  const auto current = keyFor(*kept.current, *keys);
  const auto previous = kept.previous ? keyFor(*kept.previous, *keys) : std::nullopt;
  if (!current && !previous) return otherKey(settings, kept.current->id, *keys);
  if (!current) return halfKey(settings, kept.current->id);
  if (kept.previous && !previous) return halfKey(settings, kept.previous->id);
  return ServiceKeys(*current, previous);
}

}  // namespace

base::Result<ServiceKeys> serviceKeys(store::Store& store, const Settings& settings,
                                      MissingKey missing) {
  KeyRecord& record = store.keyRecord();
  auto kept = record.kept();
  if (!kept.current) {
    const auto first = firstKey(record, settings, missing);
    if (!first.ok()) return first.error();
    record.adopt({vault::keyId(*first), vault::sealCheck(*first)});
    kept = record.kept();
  }
  for (;;) {
    auto keys = keysFor(kept, settings);
    if (keys.ok()) return keys;
    // A rotation may have taken a step between the two reads.
    auto now = record.kept();
    if (now.current == kept.current && now.previous == kept.previous) return keys;
    kept = std::move(now);
  }
}

KeyRecord::Outcome resealRow(SealedKind kind, store::SealedRow& row, const ServiceKeys& keys) {
  switch (kind) {
    case SealedKind::kProfile:
      return web::resealProfile(row, keys);
    case SealedKind::kFeedback:
      return api::resealFeedback(row, keys);
    case SealedKind::kApplicant:
      return desk::resealApplicant(row, keys);
    case SealedKind::kSecondFactor:
      break;
  }
  return desk::resealSecondFactor(row, keys);
}

}  // namespace policycalc::app
