#pragma once

#include "policycalc/store/saved_profiles.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociSavedProfiles : public SavedProfiles {
 public:
  /// Both outlive this object.
  SociSavedProfiles(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  void add(const SavedProfile& profile) override;
  std::optional<SavedProfile> find(std::string_view lookup,
                                   std::chrono::sys_seconds now) const override;
  Change replace(const SavedProfile& next, std::int64_t expected_revision,
                 std::chrono::sys_seconds now) override;
  bool remove(std::string_view lookup, std::chrono::sys_seconds now) override;
  std::size_t removeExpired(std::chrono::sys_seconds now) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
