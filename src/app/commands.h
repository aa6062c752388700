#pragma once

#include "app/program.h"
#include "app/report.h"

namespace policycalc::app {

// Each adds one command, with what it takes and does. A command answers on standard output and
// prints what is wrong on standard error.
void addServe(Program& program);
void addMatch(Program& program);
void addBatch(Program& program);
void addRoll(Program& program);
void addLint(Program& program);
void addChanges(Program& program);
void addFeedback(Program& program);
void addStaff(Program& program);
void addBackup(Program& program);
void addRestore(Program& program);
void addClock(Program& program);
void addDoctor(Program& program);
void addApiKey(Program& program);
void addKeyFile(Program& program);
void addSql(Program& program);
void addBench(Program& program);

}  // namespace policycalc::app
