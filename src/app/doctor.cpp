#include "app/doctor.h"

#include <algorithm>
#include <iostream>

#include "app/clock.h"
#include "app/commands.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using Grade = Finding::Grade;

const char* wordFor(Grade grade) {
  switch (grade) {
    case Grade::kFine:
      return "ok       ";
    case Grade::kNote:
      return "note     ";
    case Grade::kTrouble:
      break;
  }
  return "TROUBLE  ";
}

void print(const Finding& finding) {
  std::cout << wordFor(finding.grade) << finding.what << ": " << visibleText(finding.state) << '\n';
  if (!finding.to_do.empty()) std::cout << "         -> " << visibleText(finding.to_do) << '\n';
}

int examine(const Settings& settings) {
  Findings findings = checkPolicies(settings, today());
  findings.push_back(checkWebroot(settings));
  findings.push_back(checkFonts());
  for (Finding& finding : checkDatabase(settings, now())) findings.push_back(std::move(finding));
  findings.push_back(checkPort(settings));
  for (const Finding& finding : findings) print(finding);
  const auto troubles = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.grade == Grade::kTrouble;
  });
  if (troubles == 0) return kDone;
  return complain("policycalc doctor",
                  std::to_string(troubles) + (troubles == 1 ? " trouble" : " troubles"), kRefused);
}

}  // namespace

void addDoctor(Program& program) {
  program.command("doctor", "check this installation and say what to do",
                  {"policies", "webroot", "database", "service_key", "host", "port"}, examine);
}

}  // namespace policycalc::app
