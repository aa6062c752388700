#pragma once

#include "policycalc/store/handlers.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociHandlers : public Handlers {
 public:
  /// Both outlive this object.
  SociHandlers(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  std::vector<HandlerAssignment> list() const override;
  std::int64_t find(std::string_view measure, std::string_view county,
                    std::string_view unit) const override;
  Change set(const HandlerAssignment& assignment, std::int64_t expected_staff_id,
             const Actor& actor) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
