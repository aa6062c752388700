#pragma once

#include "policycalc/store/matters.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociMatters : public Matters {
 public:
  /// Both outlive this object.
  SociMatters(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  Opened open(const Matter& what, const std::vector<std::string>& documents,
              const Actor& actor) override;
  std::optional<MatterFile> find(std::int64_t id) const override;
  std::vector<Matter> list(const MatterQuery& query) const override;
  Change step(std::int64_t id, std::int64_t expected_revision, const Step& step,
              const Actor& actor) override;
  Change reassign(std::int64_t id, std::int64_t expected_revision, std::string_view unit,
                  std::int64_t handler_id, const Actor& actor) override;
  Change tick(std::int64_t id, std::int64_t expected_revision,
              const std::vector<std::size_t>& places, const Actor& actor) override;
  Change addNote(std::int64_t id, std::string_view sealed_text, const Actor& actor) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
