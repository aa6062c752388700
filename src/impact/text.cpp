#include "policycalc/base/text.h"

#include <algorithm>
#include <optional>
#include <string>

#include "policycalc/impact/writing.h"

#include "impact/words.h"

namespace policycalc::impact {
namespace {

std::string number(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string onOneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// `12 firms (1 story, 11 drawn): 微型 3, 小型 9`
std::string countsOf(const FirmCounts& counts) {
  std::vector<std::string> origins;
  for (std::size_t i = 0; i < kOrigins; ++i) {
    if (counts.by_origin[i] == 0) continue;
    std::string origin(toString(static_cast<Origin>(i)));
    if (origin == "worked_case") origin = "worked case";
    origins.push_back(std::to_string(counts.by_origin[i]) + " " + origin);
  }
  std::vector<std::string> kinds;
  for (const auto& [kind, count] : counts.by_kind) {
    kinds.push_back(kind.label + " " + std::to_string(count));
  }
  return number(counts.all(), "firm", "firms") + " (" + base::join(origins, ", ") + ")" +
         (kinds.empty() ? "" : ": " + base::join(kinds, ", "));
}

std::string nameOf(const std::optional<engine::Verdict>& verdict, const char* without) {
  return verdict ? std::string(toString(*verdict)) : without;
}

void write(const Turn& turn, std::string& text) {
  text += turn.measure + " " + turn.title + "\n  " + nameOf(turn.before, "not in the policies") +
          " -> " + nameOf(turn.after, "not in the policies") + ": " + countsOf(turn.firms) + "\n";
  for (const Deciding& one : turn.by) {
    text += std::string("  ") + (one.is_after ? "now" : "before") + ": " + one.text + "\n";
  }
  if (!turn.example.empty()) text += "  example: " + turn.example + "\n";
}

void write(const AmountTurn& turn, std::string& text) {
  text +=
      turn.measure + " " + turn.title + "\n  " + turn.label + ": " + countsOf(turn.firms) + "\n";
  if (!turn.example.empty()) {
    text += "  example: " + valueOf(turn.before, turn.unit) + " -> " +
            valueOf(turn.after, turn.unit) + ", " + turn.example + "\n";
  }
}

}  // namespace

std::string textOf(const catalogue::Change& change) {
  std::string text = std::string(toString(change.subject)) + " " + change.id;
  if (!change.field.empty()) text += " " + change.field;
  text += " [" + std::string(toString(change.affects)) + "]";
  if (change.field.empty()) {
    text += change.after ? ": added" : change.before ? ": removed" : ": changed";
  }
  if (change.before) text += "\n  - " + onOneLine(*change.before);
  if (change.after) text += "\n  + " + onOneLine(*change.after);
  return text;
}

std::string textOf(const Report& report) {
  std::string text = "from " + report.before + "\nto   " + report.after + "\n\n";
  for (const catalogue::Change& change : report.changes) text += textOf(change) + "\n";
  text += number(report.changes.size(), "change", "changes") + "; tried on " +
          countsOf(report.tried) + "\n";
  for (const Day& day : report.days) {
    if (day.turns.empty() && day.amounts.empty()) continue;
    text += "\nFrom " + day.day.toString() + ", another verdict:\n";
    for (const Turn& turn : day.turns) write(turn, text);
    if (day.turns.empty()) text += "none\n";
    if (day.amounts.empty()) continue;
    text += "\nFrom " + day.day.toString() + ", the same verdict and another amount:\n";
    for (const AmountTurn& turn : day.amounts) write(turn, text);
  }
  if (!report.turnsAny()) text += "No verdict and no amount of a tried firm changes.\n";
  text.pop_back();
  return text;
}

}  // namespace policycalc::impact
