#pragma once

#include "app/program.h"

namespace policycalc::app {

// The commands that change which policies are in use; see commands.h.
void addPublish(Program& program);
void addApprove(Program& program);
void addWithdraw(Program& program);
void addRollback(Program& program);
void addVersions(Program& program);

}  // namespace policycalc::app
