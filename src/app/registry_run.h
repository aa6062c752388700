#pragma once

#include "policycalc/registry/batch.h"

#include "app/batch_progress.h"
#include "app/registry_input.h"

namespace policycalc::app {

constexpr int kInterrupted = 130;  ///< as shells tell of a program that SIGINT ended

/// How a run over `input` goes; it shows `progress`. Both outlive the run.
registry::RunOptions runOptions(const RegistryInput& input, BatchProgress& progress);

/// The exit code of a run; prints why it did not come to its end, in the name of `who`.
int exitCodeOf(const registry::Summary& summary, const char* who);

}  // namespace policycalc::app
