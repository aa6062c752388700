#pragma once

#include "policycalc/paper/sheet.h"

#include "paper/flow.h"

namespace policycalc::paper {

// The parts of the sheet. Each is set below what the flow has.

void setHead(Flow& flow, const Head& head);
void setHall(Flow& flow, const Hall& hall);
void setSummary(Flow& flow, const Summary& summary);
void setThings(Flow& flow, const ThingsToDo& things);
void setList(Flow& flow, const List& list);
void setMap(Flow& flow, const PolicyMap& map);

/// The heading of a part and the note below it, kept together with what follows, of `height`.
void setHeading(Flow& flow, const std::string& title, const std::string& note, double height);

/// `label` and text, the label muted.
Runs labelled(const Labelled& what);

}  // namespace policycalc::paper
