#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "policycalc/engine/compiled_edition.h"
#include "policycalc/engine/edition.h"

#include "engine/compiled/leaf.h"

namespace policycalc::engine {

/// Makes a CompiledEdition: collects the comparisons of all trees, gives them slots fact by fact,
/// then links the trees. For one use.
class Compiler {
 public:
  Compiler(const Edition& edition, CompiledEdition& compiled);

  void run();

 private:
  using Slot = CompiledEdition::Slot;
  using Nodes = std::vector<Edition::Node>;

  /// Where the slots of a tree lie in a list, which still grows.
  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  struct Parts {
    Part nodes;
    Part applies_when;
    Part requires_;
    Part paid_when;
  };

  /// Calls `visit(root, nodes)` for every tree of the edition.
  template <typename Visit>
  void forEachTree(const Visit& visit) const;
  void collect(const criteria::Criterion& node, const Nodes& nodes, std::size_t& at);
  void collect(const Leaf& leaf);
  void collectStates();

  void lay();
  void layOptions(CompiledEdition::OptionTests& tests);
  void layNumbers(CompiledEdition::NumberTests& tests);

  Slot slotOf(const Leaf& leaf) const;
  Slot slotOf(facts::FactIndex fact, const CompiledEdition::OptionTest& test) const;
  Slot link(const criteria::Criterion& node, const Nodes& nodes, std::size_t& at);
  /// The slot of the root, which is the first of the part; kHolds without a tree.
  Slot link(const std::optional<criteria::Criterion>& root, const Nodes& nodes, Part& part);
  Slot gate(criteria::Criterion::Kind kind, std::vector<Slot> inputs);
  void linkEntry(const Edition::Entry& entry);
  void linkStates();
  Part linkPaid(const Edition::Entry& entry);
  void sortGates();
  void moveSlots(const std::vector<Slot>& moved);
  void finish();

  const Edition& edition_;
  CompiledEdition& out_;
  LeafReader reader_;
  std::map<facts::FactIndex, std::size_t> option_tests_of_;
  std::map<facts::FactIndex, std::size_t> number_tests_of_;
  std::map<std::pair<criteria::Criterion::Kind, std::vector<Slot>>, Slot> gates_;
  std::map<CompiledEdition::Rule, std::uint32_t> rules_;
  std::vector<Parts> parts_;
};

}  // namespace policycalc::engine
