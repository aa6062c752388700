#include "app/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace policycalc::app {

void boundAllocator() {
#ifdef __GLIBC__
  constexpr int kArenas = 2;
  constexpr int kFreeAtTheTop = 1024 * 1024;
  mallopt(M_ARENA_MAX, kArenas);
  mallopt(M_TRIM_THRESHOLD, kFreeAtTheTop);
#endif
}

void giveMemoryBack() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace policycalc::app
