#pragma once

#include <filesystem>

#include "policycalc/base/result.h"
#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// The service's own key, in a file of its own apart from the database (mode 0600): who has only
/// the database, or a copy of it, can read nothing. Made on first use, whole or not at all, so that
/// several processes may start at once. Fails with one clear line that names the file when it
/// cannot be read or made, holds anything but one key, or is open to other users than its owner and
/// group.
base::Result<Key> loadOrCreateServiceKey(const std::filesystem::path& path);

}  // namespace policycalc::vault
