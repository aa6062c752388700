#pragma once

#include "policycalc/store/key_record.h"
#include "policycalc/vault/key_ring.h"

namespace policycalc::desk {

/// Wraps an applicant's key by the current key and, while a rotation is unfinished, gives the
/// applicant the index of its firm under that key. kUnreadable: the key or the record cannot be
/// opened, or the firm is another than that of the record.
store::KeyRecord::Outcome resealApplicant(store::SealedRow& row, const vault::ServiceKeys& keys);

/// Seals the secrets of a second factor by the current key. kUnreadable: one of them cannot be
/// opened, and only a reset helps its owner.
store::KeyRecord::Outcome resealSecondFactor(store::SealedRow& row, const vault::ServiceKeys& keys);

}  // namespace policycalc::desk
