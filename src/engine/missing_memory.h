#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Remembers what was found missing for open measures of earlier profiles. Two profiles get the
/// same answer for a measure if the same nodes of its trees are unknown and, where one of those
/// tests the size, the industry or the owner of a company, what these follow from is alike. That
/// is the key, so an answer from memory is as exact as a new one. Of bounded size: a newer answer
/// takes the place of an older one. One thread at a time.
class MissingMemory {
 public:
  struct Key {
    std::uint64_t open = 0;  ///< which nodes are unknown; never 0
    std::uint32_t entry = 0;
    std::uint32_t body = 0;  ///< the number of a body; 0 if the open nodes test none

    bool operator==(const Key&) const = default;
  };
  using Facts = std::vector<facts::FactIndex>;
  using Nodes = std::vector<Edition::Node>;

  explicit MissingMemory(const Edition& edition);

  /// Starts a match. The knowledge must be complete.
  void begin(const facts::Knowledge& knowledge);

  /// The key of an open measure of the match; nothing if it is too large to be remembered.
  std::optional<Key> keyOf(const Outcome& outcome, const facts::Knowledge& knowledge) const;
  /// What was found for the key. Good until the next keep().
  std::optional<std::span<const facts::FactIndex>> find(const Key& key) const;
  void keep(const Key& key, const Facts& missing);

 private:
  /// What a key of a measure is made from, besides what is open.
  struct Shape {
    bool fits = true;
    std::uint64_t about_body = 0;  ///< the nodes that test the size, the industry or the owner
    /// Facts of comparisons without a threshold, such as those between two quantities: which of
    /// them is unknown does not follow from the truth. Each takes a bit of the key after the nodes.
    Facts compared;
  };
  /// A figure by which a standard sizes companies, with all its bounds: two values between the same
  /// bounds give the same questions.
  struct Figure {
    facts::FactIndex fact = 0;
    std::vector<std::int64_t> bounds;
  };
  /// All that decides what to ask about a body.
  struct Body {
    bool type_known = false;
    facts::OptionSet sizes;
    facts::OptionSet industries;
    facts::OptionSet owners;
    std::vector<std::uint16_t> ranks;  ///< of the figures, as far as a size is open
    Facts ask_for_size;
    Facts ask_for_industry;
    Facts ask_for_ownership;

    bool operator==(const Body&) const = default;
  };
  static constexpr std::size_t kMostFacts = 11;
  struct Answer {
    Key key;
    std::uint16_t count = 0;
    std::array<facts::FactIndex, kMostFacts> facts{};
  };

  Shape shapeOf(const Edition::Entry& entry) const;
  void addTree(const criteria::Criterion& node, const Edition::Node*& resolved, std::size_t& at,
               Shape& shape) const;
  bool isAboutBody(facts::FactIndex fact) const;
  void addFigures(const catalogue::Catalogue& catalogue);
  void describeBody(const facts::Knowledge& knowledge);
  /// The number of the body that is described. Bodies that were not seen for long are forgotten;
  /// their numbers are not given again.
  std::uint32_t numberOfBody();
  static std::size_t placeOf(const Key& key);

  const facts::KnownFacts& is_;
  std::vector<Shape> shapes_;  ///< by entry
  std::vector<Figure> figures_;
  Body described_;
  std::uint32_t body_ = 0;  ///< the number of the body of this match
  struct NumberedBody {
    Body body;
    std::uint32_t number = 0;
  };
  std::vector<NumberedBody> bodies_;
  std::size_t oldest_ = 0;  ///< of bodies_, once there are as many as are kept
  std::uint32_t numbers_ = 0;
  int matches_ = 0;  ///< no more than two are counted
  /// Empty during the first match: who matches once remembers nothing.
  std::vector<Answer> answers_;
};

}  // namespace policycalc::engine
