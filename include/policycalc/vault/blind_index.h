#pragma once

#include <string>
#include <string_view>

#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// A name by which `text` is found again without being stored: 43 characters of base64url, a keyed
/// BLAKE2b hash. Who has only the database cannot tell which text it is of, even by trying them
/// all. Equal texts give equal names under one key and purpose; `purpose` keeps lists apart.
std::string blindIndex(std::string_view text, const Key& key, std::string_view purpose);

}  // namespace policycalc::vault
