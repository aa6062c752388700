#include "app/registry_run.h"

#include "app/report.h"

namespace policycalc::app {

registry::RunOptions runOptions(const RegistryInput& input, BatchProgress& progress) {
  registry::RunOptions running;
  running.jobs = input.jobs();
  running.stop = [&input] { return input.isStopped(); };
  running.progress = [&](std::uint64_t lines) { progress.show(lines, input.bytesRead()); };
  return running;
}

int exitCodeOf(const registry::Summary& summary, const char* who) {
  if (summary.write_fault) return complain(who, base::formatIssue(*summary.write_fault), kFailed);
  if (summary.read_fault) {
    base::Issue fault = *summary.read_fault;
    const std::string place = fault.line > 0 ? "line " + std::to_string(fault.line) + ": " : "";
    fault.line = 0;
    return complain(who, place + base::formatIssue(fault), kRefused);
  }
  if (summary.interrupted) return kInterrupted;
  return summary.refused > 0 ? kRefused : kDone;
}

}  // namespace policycalc::app
