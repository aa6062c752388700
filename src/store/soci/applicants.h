#pragma once

#include "policycalc/store/applicants.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociApplicants : public Applicants {
 public:
  /// Both outlive this object.
  SociApplicants(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  std::optional<std::int64_t> add(const Applicant& applicant, const Actor& actor) override;
  std::optional<Applicant> find(std::int64_t id, std::chrono::sys_seconds now) const override;
  std::optional<Applicant> findByFirm(std::string_view firm, std::string_view county,
                                      std::chrono::sys_seconds now) const override;
  std::optional<Applicant> findByLookup(std::string_view lookup,
                                        std::chrono::sys_seconds now) const override;
  std::vector<Applicant> list(std::string_view county, std::chrono::sys_seconds now) const override;
  Change replace(const Applicant& next, std::int64_t expected_revision,
                 const std::vector<std::string>& fields, const Actor& actor) override;
  bool authorise(std::int64_t id, const Authorisation& authorisation, const Actor& actor) override;
  bool withdraw(std::int64_t id, const Actor& actor) override;
  std::size_t endOver(std::chrono::sys_seconds now) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
