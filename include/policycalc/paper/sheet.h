#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace policycalc::paper {

/// The sheet that a company takes along, in words: all that is printed, and in this order. All
/// texts are valid UTF-8 without line ends; an empty one is left out. Nothing here knows Pango.

struct Labelled {
  std::string label;  ///< with its colon
  std::string text;
};

/// A QR code with the words below it.
struct Code {
  std::vector<std::string> rows;  ///< '1' dark, '0' light, without the quiet zone
  std::string address;            ///< where it leads
  std::string title;
  std::string note;
};

/// Whose the sheet is, of what day, and made where.
struct Head {
  std::string title;
  Labelled firm;
  std::vector<Labelled> facts;
  std::string given;        ///< from how many answers it was worked out
  std::string free;         ///< that the service is free: printed bold
  std::string terms;        ///< that the authority decides, and whom to ask
  std::vector<Code> codes;  ///< two at most, from left to right
};

/// The window to go to first.
struct Hall {
  std::string title;
  std::string name;
  std::string reach;
  std::string note;
};

/// The numbers of the answer, and what holds for all of it.
struct Summary {
  std::string counts;
  std::vector<Labelled> totals;
  std::vector<Labelled> caveats;
  std::vector<std::string> notices;
  std::string nothing_title;  ///< if no measure is due
  std::string nothing_text;
};

struct Worth {
  std::string label;
  std::string amount;
  std::string note;
};

struct Office {
  std::string name;
  std::string role;
  std::string reach;
};

struct State {
  std::string text;
  bool reached = false;
};

/// One thing to do.
struct Thing {
  int number = 0;
  std::string measure;  ///< its id
  std::string title;
  std::string verdict;  ///< only of a measure that is not due
  std::vector<Worth> worth;
  std::string next_step;
  Labelled bring;                      ///< the text where no document is named
  std::vector<std::string> documents;  ///< each with a box to tick
  Labelled channels;
  std::vector<Labelled> notes;
  std::string source;
  std::vector<Office> offices;
  std::string more_offices;
  std::vector<State> states;
};

struct ThingsToDo {
  std::string title;
  std::string note;
  std::vector<std::string> columns;  ///< number, measure, office, state
  std::vector<Thing> things;
  std::vector<Labelled> shared_notes;  ///< of several things: written once
};

/// An entry of a short list.
struct Entry {
  std::string text;
  std::string remark;
  std::string verdict;  ///< kept on one line
};

struct List {
  enum class Mark : std::uint8_t { kNumber, kBullet, kBox };
  std::string title;
  std::string note;
  Mark mark = Mark::kBullet;
  int first_number = 1;
  std::vector<Entry> entries;
  std::string last;
};

/// What the items of the notice have for the company, the best first.
enum class CellState : std::uint8_t { kEligible, kConditional, kUndetermined, kNear, kNone };

struct PolicyMap {
  struct Cell {
    int item = 0;
    CellState state = CellState::kNone;
  };
  struct Chapter {
    std::string title;
    std::vector<Cell> cells;
  };
  struct Meaning {
    CellState state = CellState::kNone;
    std::string sign;
    std::string words;
  };
  std::string title;
  std::vector<Chapter> chapters;
  std::vector<Meaning> legend;  ///< one for each CellState, in its order
};

struct Sheet {
  bool chinese = true;  ///< else English, with Chinese where no translation exists
  Head head;
  std::optional<Hall> hall;
  Summary summary;
  std::optional<ThingsToDo> to_do;
  std::vector<List> lists;  ///< what else applies, what is near, what to answer
  std::optional<PolicyMap> map;
};

}  // namespace policycalc::paper
