#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::mutation {

/// A figure that only texts show: on `day`, a text of the measure contains `text`.
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

  /// The first objection to the policies; empty if there is none. Runs only the cases of these
  /// items
  /// (`08-sme-procurement.json`) and the assertions on their measures.
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
