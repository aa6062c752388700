#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

/// What the type decides, with a warning if something else is given.
void setByType(Deriving& run, const OwnerFound& found, const EntityType& type) {
  using Basis = OwnerFound::Basis;
  const bool unusual = found.basis == Basis::kUnusual;
  if (unusual && run.worded) {
    run.warn(run.is.ownership, "unlikely",
             type.because + "，所填的控股情况少见，按所填计算，请核对",
             reasonedEn(type.because_en,
                        "; the owner given is unusual, the answer follows it, please check"));
  }
  if (found.basis == Basis::kOverruled && run.worded) {
    run.warn(run.is.ownership, "overruled", type.because + "，所填的控股情况未采用",
             reasonedEn(type.because_en, "; the owner given was not used"));
  }
  run.set(run.is.ownership, found.possible, false,
          [&] { return unusual ? "按所填" : type.because; });
}

}  // namespace

void deriveOwner(Deriving& run) {
  using Basis = OwnerFound::Basis;
  const KnownFacts& is = run.is;
  const EntityType* type = run.answers.type;
  const OwnerFound found = run.rules.ownerOf(run.answers);
  if (found.basis == Basis::kAsGiven) return run.set(is.ownership, found.possible, false, kAsGiven);
  if (found.basis != Basis::kOpen) return setByType(run, found, *type);
  run.set(is.ownership, found.possible, found.or_none,
          [&] { return found.or_none ? "主体类型和由谁控股未填" : "由谁控股未填"; });
  run.knowledge.ask_for_ownership.push_back(is.ownership);
  if (type == nullptr) run.knowledge.ask_for_ownership.push_back(is.entity_type);
}

}  // namespace policycalc::facts
