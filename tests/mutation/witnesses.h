#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::mutation {

/// A figure that no verdict and no amount shows: on `day` one of the measure's texts holds `text`.
struct TextAssertion {
  std::string measure;
  base::Date day;
  std::string text;
};

/// Everything that can notice a change of the policies: the loader, the worked cases, and the
/// assertions on texts.
class Witnesses {
 public:
  Witnesses(catalogue::PolicyFiles cases, std::vector<TextAssertion> texts)
      : cases_(std::move(cases)), texts_(std::move(texts)) {}

  /// What the first of them says against the policies; empty if none objects. Only the cases of
  /// these items run (`08-sme-procurement.json`) and only the assertions on their measures.
  std::string objection(const catalogue::PolicyFiles& policies,
                        const std::vector<std::string>& items) const;

 private:
  std::string failedCase(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                         const std::vector<std::string>& items) const;
  std::string failedText(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                         const std::vector<std::string>& items) const;

  catalogue::PolicyFiles cases_;
  std::vector<TextAssertion> texts_;
};

}  // namespace policycalc::mutation
