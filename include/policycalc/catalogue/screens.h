#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::catalogue {

/// When something is asked, tested on the answers that are already given. An unanswered fact makes
/// `in` false and `not_in` true.
struct ScreenCondition {
  enum class Kind : std::uint8_t { kIn, kNotIn, kAll, kAny };

  Kind kind = Kind::kIn;
  facts::FactIndex fact = 0;  ///< kIn, kNotIn: a choice or a list of choices
  facts::OptionSet options;
  std::vector<ScreenCondition> children;  ///< kAll, kAny: one or more

  bool holds(const facts::Knowledge& knowledge) const;
};

/// Something to tap or tick. An answer to a list of choices adds up over the options of a screen.
struct ScreenOption {
  std::string id;
  std::string label;
  std::string label_en;
  std::vector<std::string> words;  ///< everyday words that find it
  std::string group;               ///< the heading above it; may be empty
  std::string group_en;            ///< empty in earlier versions
  std::string picture;             ///< the name of a drawing; may be empty
  std::vector<std::pair<facts::FactIndex, facts::Given>> sets;
  std::optional<ScreenCondition> when;
  std::vector<facts::FactIndex> details;  ///< asked below it once it is chosen
  /// Of a class of size: the figures at which it begins; empty for the lowest class.
  std::vector<std::pair<facts::FactIndex, std::int64_t>> begins;
};

/// A heading over some options of a screen.
struct ScreenGroup {
  std::string label;
  std::string label_en;
};

/// A question of the vocabulary that a screen asks as an ordinary field.
struct ScreenField {
  facts::FactIndex fact = 0;
  std::optional<ScreenCondition> when;
};

/// One sentence and its answers.
struct Screen {
  enum class Style : std::uint8_t { kOne, kMany, kFields };
  enum class Picture : std::uint8_t { kTiles, kMap, kList, kBands };

  /// The act that answers what was left out: each of these facts, unless a chosen option sets or
  /// asks it.
  struct None {
    std::string label;
    std::string label_en;
    std::vector<std::pair<facts::FactIndex, facts::Given>> sets;
  };

  std::string id;
  std::string ask;
  std::string ask_en;
  std::string help;  ///< may be empty
  std::string help_en;
  Style style = Style::kOne;
  Picture picture = Picture::kList;
  std::vector<facts::FactIndex> facts;
  std::vector<ScreenGroup> groups;  ///< empty in earlier versions
  std::vector<ScreenOption> options;
  std::string second_ask;  ///< above the second line; empty without one
  std::string second_ask_en;
  std::vector<ScreenOption> second;
  std::vector<ScreenField> fields;
  std::optional<None> none;
  std::string skip;  ///< the act that leaves the rest unknown
  std::string skip_en;
  std::optional<ScreenCondition> when;

  bool has(facts::FactIndex fact) const;
};
std::string_view toString(Screen::Style style);
std::string_view toString(Screen::Picture picture);

/// `screens.json`: the questions in the words and the order in which people are asked. Immutable
/// after loading; any thread may read. Empty for earlier versions, which have no such file.
class Screens {
 public:
  /// Reports faults to the decoder's sink. The options of a screen of bands, and which of its
  /// figures an industry needs, follow from the size standard.
  static Screens load(json::Decoder& root, const facts::Vocabulary& vocabulary,
                      const facts::SizeStandard& standard);

  const std::vector<Screen>& all() const { return screens_; }
  std::optional<std::size_t> find(std::string_view id) const;
  /// The screen that asks the fact, if there is one.
  std::optional<std::size_t> screenOf(facts::FactIndex fact) const;

 private:
  std::vector<Screen> screens_;
};

}  // namespace policycalc::catalogue
