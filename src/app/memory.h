#pragma once

namespace policycalc::app {

/// Keeps the C library from holding on to memory that it needs no more: by default it makes an
/// arena for each of hundreds of threads, and returns little of them. Call it before the first
/// thread starts. Does nothing with other C libraries than glibc.
void boundAllocator();

/// Returns free memory to the system. Safe from any thread.
void giveMemoryBack();

}  // namespace policycalc::app
