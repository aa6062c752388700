#pragma once

#include "policycalc/base/date.h"

namespace policycalc::desk {

/// Whether it is news for a matter that its measure is over. `last` is the last day on which the
/// measure holds, and `read` the day on which the matter was opened or its measure last read. Days
/// at UTC+8.
bool endIsNews(base::Date last, base::Date read, base::Date today);

}  // namespace policycalc::desk
