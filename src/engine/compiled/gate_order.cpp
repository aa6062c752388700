#include <algorithm>
#include <numeric>
#include <tuple>

#include "engine/compiled/compiler.h"

namespace policycalc::engine {

/// Puts the gates in an order in which like ones follow each other, level by level: a processor
/// foresees the next step in a run of like ones, and not in a mixture.
void Compiler::sortGates() {
  const Slot first = out_.first_gate_;
  std::vector<CompiledEdition::Gate>& gates = out_.gates_;
  std::vector<std::size_t> level(gates.size(), 1);
  for (std::size_t i = 0; i < gates.size(); ++i) {
    for (std::uint32_t k = 0; k < gates[i].count; ++k) {
      const Slot input = out_.inputs_[gates[i].first + k];
      if (input >= first) level[i] = std::max(level[i], level[input - first] + 1);
    }
  }
  std::vector<std::size_t> order(gates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t gate) {
    return std::tuple(level[gate], gates[gate].kind, gates[gate].count, gate);
  };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });

  std::vector<Slot> moved(out_.slots());
  std::iota(moved.begin(), moved.end(), Slot{0});
  for (std::size_t i = 0; i < order.size(); ++i)
    moved[first + order[i]] = first + static_cast<Slot>(i);
  std::vector<CompiledEdition::Gate> sorted;
  std::vector<Slot> inputs;
  for (const std::size_t gate : order) {
    CompiledEdition::Gate next = gates[gate];
    next.first = static_cast<std::uint32_t>(inputs.size());
    for (std::uint32_t k = 0; k < next.count; ++k) {
      inputs.push_back(moved[out_.inputs_[gates[gate].first + k]]);
    }
    sorted.push_back(next);
  }
  gates = std::move(sorted);
  out_.inputs_ = std::move(inputs);
  moveSlots(moved);
}

/// Follows the gates wherever a slot is named.
void Compiler::moveSlots(const std::vector<Slot>& moved) {
  const auto move = [&](Slot& slot) {
    if (slot != CompiledEdition::kNever) slot = moved[slot];
  };
  for (Slot& slot : out_.nodes_) move(slot);
  for (Slot& slot : out_.paid_) move(slot);
  for (Slot& slot : out_.warnings_) move(slot);
  for (CompiledEdition::Trees& trees : out_.trees_) move(trees.scope);
  for (CompiledEdition::Rule& rule : out_.rules_) {
    move(rule.concerns);
    move(rule.meets);
  }
  move(out_.registered_in_city_);
}

}  // namespace policycalc::engine
