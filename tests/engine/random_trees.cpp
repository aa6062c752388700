#include "engine/random_trees.h"

#include <algorithm>

#include "policycalc/base/text.h"

namespace policycalc::test {
namespace {

using criteria::Truth;

struct Leaf {
  const char* json;
  std::optional<bool> (*holds)(const Answers&);
};

template <typename T, typename Test>
std::optional<bool> when(const std::optional<T>& value, const Test& test) {
  if (!value) return {};
  return test(*value);
}

const Leaf kLeaves[] = {
    {R"({ "fact": "loan_need", "is": true })", [](const Answers& a) { return a.loan_need; }},
    {R"({ "fact": "loan_need", "is": false })",
     [](const Answers& a) { return when(a.loan_need, [](bool v) { return !v; }); }},
    {R"({ "fact": "awards", "has": "gold" })", [](const Answers& a) { return a.gold; }},
    {R"({ "fact": "awards", "has_all": ["gold", "silver"] })",
     [](const Answers& a) { return when(a.gold, [](bool) { return false; }); }},
    {R"({ "fact": "employees", "at_least": { "parameter": "staff" } })",
     [](const Answers& a) { return when(a.employees, [](int v) { return v >= 20; }); }},
    {R"({ "fact": "employees", "less_than": 10 })",
     [](const Answers& a) { return when(a.employees, [](int v) { return v < 10; }); }},
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })",
     [](const Answers& a) { return when(a.budget, [](int v) { return v <= 2'000'000; }); }},
    {R"({ "fact": "budget", "more_than": { "product": [{ "parameter": "share" }, 5000000] } })",
     [](const Answers& a) { return when(a.budget, [](int v) { return v > 2'000'000; }); }},
    {R"({ "fact": "ratio", "at_most": { "parameter": "tolerance" } })",
     [](const Answers& a) { return when(a.ratio, [](int v) { return v <= 3; }); }},
};

template <typename T>
std::optional<T> perhaps(Random& random, T value) {
  if (below(random, 3) == 0) return {};
  return value;
}

}  // namespace

std::string Answers::toJson() const {
  std::string text = R"({"district": "here")";
  if (loan_need) text += std::string(R"(, "loan_need": )") + (*loan_need ? "true" : "false");
  if (gold) text += std::string(R"(, "awards": )") + (*gold ? R"(["gold"])" : "[]");
  if (employees) text += R"(, "employees": )" + std::to_string(*employees);
  if (budget) text += R"(, "budget": )" + std::to_string(*budget);
  if (ratio) text += R"(, "ratio": )" + std::to_string(*ratio);
  return text + "}";
}

Answers anyAnswers(Random& random) {
  constexpr int kPeople[] = {0, 9, 10, 19, 20, 21};
  constexpr int kBudgets[] = {0, 1'999'999, 2'000'000, 2'000'001};
  constexpr int kRatios[] = {2, 3, 4};
  return {perhaps(random, below(random, 2) == 0), perhaps(random, below(random, 2) == 0),
          perhaps(random, kPeople[below(random, 6)]), perhaps(random, kBudgets[below(random, 4)]),
          perhaps(random, kRatios[below(random, 3)])};
}

std::string Tree::toJson() const {
  if (kind == Kind::kLeaf) return kLeaves[leaf].json;
  if (kind == Kind::kNot) return R"({ "not": )" + children.front().toJson() + " }";
  std::vector<std::string> parts;
  for (const Tree& child : children) parts.push_back(child.toJson());
  return (kind == Kind::kAll ? R"({ "all": [)" : R"({ "any": [)") + base::join(parts, ", ") + "] }";
}

criteria::Truth Tree::evaluate(const Answers& answers) const {
  if (kind == Kind::kLeaf) {
    const auto holds = kLeaves[leaf].holds(answers);
    return !holds ? Truth::kUnknown : *holds ? Truth::kMet : Truth::kNotMet;
  }
  // Kleene in words: a decisive child wins, else one unknown child makes it unknown.
  int met = 0;
  int not_met = 0;
  for (const Tree& child : children) {
    const Truth truth = child.evaluate(answers);
    met += truth == Truth::kMet ? 1 : 0;
    not_met += truth == Truth::kNotMet ? 1 : 0;
  }
  const int all = static_cast<int>(children.size());
  if (kind == Kind::kNot)
    return met > 0 ? Truth::kNotMet : not_met > 0 ? Truth::kMet : Truth::kUnknown;
  if (kind == Kind::kAll) {
    return not_met > 0 ? Truth::kNotMet : met == all ? Truth::kMet : Truth::kUnknown;
  }
  return met > 0 ? Truth::kMet : not_met == all ? Truth::kNotMet : Truth::kUnknown;
}

void Tree::shuffle(Random& random) {
  for (Tree& child : children) child.shuffle(random);
  for (std::size_t i = children.size(); i > 1; --i) {
    std::swap(children[i - 1], children[below(random, i)]);
  }
}

Tree anyTree(Random& random, int depth) {
  Tree tree;
  const std::uint64_t roll = depth == 0 ? 0 : below(random, 7);
  if (roll < 2) {
    tree.leaf = below(random, std::size(kLeaves));
    return tree;
  }
  tree.kind = roll == 2 ? Tree::Kind::kNot : roll < 5 ? Tree::Kind::kAll : Tree::Kind::kAny;
  const std::uint64_t count = tree.kind == Tree::Kind::kNot ? 1 : 1 + below(random, 4);
  for (std::uint64_t i = 0; i < count; ++i) tree.children.push_back(anyTree(random, depth - 1));
  return tree;
}

}  // namespace policycalc::test
