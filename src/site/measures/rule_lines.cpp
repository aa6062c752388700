#include "site/measures/rule_lines.h"

#include <algorithm>

#include "site/words.h"

namespace policycalc::site {
namespace {

using criteria::Criterion;

Label wordFor(Criterion::Kind kind) {
  switch (kind) {
    case Criterion::Kind::kAll:
      return {"以下都要满足", "All of these"};
    case Criterion::Kind::kAny:
      return {"以下满足一个即可", "Any one of these"};
    case Criterion::Kind::kNot:
      return {"以下情形不能成立", "This must not hold"};
    case Criterion::Kind::kLeaf:
      break;
  }
  return {};
}

class Lines {
 public:
  Lines(const std::vector<engine::Edition::Node>& nodes,
        const std::vector<const criteria::Citation*>& told, const catalogue::Catalogue& catalogue)
      : nodes_(nodes), catalogue_(catalogue) {
    for (const criteria::Citation* source : told) told_.push_back(sourceText(*source, catalogue));
  }

  Data line(const Criterion& node) {
    const engine::Edition::Node& own = nodes_[at_++];
    Data made = sourceOf(node);
    put(made, "leaf", std::string_view(own.text));
    put(made, "word", wordFor(node.kind));
    put(made, "children", children(node));
    return made;
  }

  std::vector<Data> children(const Criterion& node) {
    std::vector<Data> list;
    for (const Criterion& child : node.children) list.push_back(line(child));
    return list;
  }

  void skip() { ++at_; }

 private:
  Data sourceOf(const Criterion& node) const {
    if (!node.source) return link({}, {});
    const std::string text = sourceText(*node.source, catalogue_);
    const bool is_told = std::find(told_.begin(), told_.end(), text) != told_.end();
    return is_told ? link({}, {}) : sourceLink(*node.source, catalogue_);
  }

  const std::vector<engine::Edition::Node>& nodes_;  // in preorder
  const catalogue::Catalogue& catalogue_;
  std::vector<std::string> told_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Data> ruleLines(const Criterion& root, const std::vector<engine::Edition::Node>& nodes,
                            const std::vector<const criteria::Citation*>& told,
                            const catalogue::Catalogue& catalogue) {
  Lines lines(nodes, told, catalogue);
  if (root.kind != Criterion::Kind::kAll) return {lines.line(root)};
  lines.skip();
  return lines.children(root);
}

}  // namespace policycalc::site
