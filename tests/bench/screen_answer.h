#pragma once

#include <cstddef>
#include <vector>

#include "policycalc/engine/next_screen.h"

namespace policycalc::bench {

/// What one screen cost.
struct Cost {
  std::size_t taps = 0;
  std::size_t details = 0;
  std::size_t rows = 0;
};

/// A company in front of one screen: it knows its own `profile` and adds to `answers`.
class ScreenAnswer {
 public:
  ScreenAnswer(const catalogue::Catalogue& catalogue, const facts::Profile& profile,
               facts::Profile& answers);

  Cost answer(const engine::NextScreen& next);

 private:
  using Option = catalogue::ScreenOption;

  void answerOne(const catalogue::Screen& screen);
  void answerMany(const engine::NextScreen& next);
  void answerFields(const engine::NextScreen& next);

  /// Taps the option of the line that says most about the company; true if one is true of it.
  bool tapOne(const std::vector<Option>& line);
  bool unfoldFields(const catalogue::Screen& screen);
  bool agrees(const Option& option) const;
  bool isTicked(const catalogue::Screen& screen, const Option& option) const;
  std::vector<const Option*> shown(const engine::NextScreen& next) const;
  void leaveOut(const catalogue::Screen& screen, const std::vector<const Option*>& shown);
  /// A list of more than twelve rows is folded by its groups, of which one is open at a time. The
  /// details of a tick fold into its row once they are answered.
  void countRows(const std::vector<const Option*>& shown, const std::vector<const Option*>& ticked);

  void take(const Option& option);
  void answerDetails(const Option& option);
  std::size_t tapsFor(facts::FactIndex fact) const;
  bool knows(facts::FactIndex fact) const { return own_.facts[fact].known; }
  facts::Knowledge soFar() const;

  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  const facts::Profile& profile_;
  facts::Profile& answers_;
  facts::Knowledge own_;  ///< what the company could say of itself
  Cost cost_;
};

}  // namespace policycalc::bench
