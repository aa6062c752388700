#pragma once

#include <filesystem>

#include "policycalc/base/result.h"
#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// Loads the service's own key. Its file (mode 0600) is separate from the database, so that the
/// database or a copy of it is unreadable without the key. The first use creates the file
/// atomically, so several processes may start at once. Fails with one line that names the file if
/// the file cannot be read or created, holds anything but one key, or is accessible to users other
/// than its owner and group.
base::Result<Key> loadOrCreateServiceKey(const std::filesystem::path& path);

}  // namespace policycalc::vault
