#pragma once

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/impact/trial.h"

#include "support/real_policies.h"

namespace policycalc::impact::test {

/// An edit of one file of the real policies: the first `from` behind `behind` becomes `to`.
struct Edit {
  std::string file;
  std::string behind;
  std::string from;
  std::string to;
};

/// The real policies with these edits; throws if one does not apply or the result does not load.
inline std::shared_ptr<const catalogue::Catalogue> realWith(std::initializer_list<Edit> edits) {
  catalogue::PolicyFiles files = policycalc::test::realPolicies();
  for (const Edit& edit : edits) {
    std::string& text = files.at(edit.file);
    const std::size_t place = text.find(edit.behind);
    const std::size_t at = place == std::string::npos ? place : text.find(edit.from, place);
    if (at == std::string::npos) throw std::runtime_error("nothing to edit in " + edit.file);
    text.replace(at, edit.from.size(), edit.to);
  }
  const auto loaded = catalogue::Catalogue::load(files);
  if (!loaded.ok()) throw std::runtime_error(base::formatIssue(loaded.error().front()));
  return *loaded;
}

/// The stories and worked cases of the source tree, and `drawn` drawn firms.
Report tried(const std::shared_ptr<const catalogue::Catalogue>& after, base::Date day,
             std::size_t drawn = 2'000);

}  // namespace policycalc::impact::test
