#pragma once

#include "policycalc/store/catalogue_versions.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociCatalogueVersions : public CatalogueVersions {
 public:
  /// Both outlive this object.
  SociCatalogueVersions(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  bool publish(const CatalogueVersion& version) override;
  std::optional<CatalogueVersion> find(std::string_view hash) const override;
  std::vector<CatalogueVersionSummary> list() const override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
