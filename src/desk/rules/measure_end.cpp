#include "policycalc/desk/rules/measure_end.h"

namespace policycalc::desk {

bool endIsNews(base::Date last, base::Date read, base::Date today) {
  return read <= last && last < today;
}

}  // namespace policycalc::desk
