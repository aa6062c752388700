#pragma once

#include <string>
#include <string_view>

#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// A name under which a record of `text` can be found although the text is not stored: a keyed
/// BLAKE2b hash as 43 characters of base64url. Without the key, even trying every possible text
/// does not reveal it. Equal texts give equal names under the same key and purpose; different
/// purposes give different names.
std::string blindIndex(std::string_view text, const Key& key, std::string_view purpose);

}  // namespace policycalc::vault
