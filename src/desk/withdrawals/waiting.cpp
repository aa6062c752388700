#include "desk/withdrawals/waiting.h"

#include <string>

#include "policycalc/desk/rules/sight.h"
#include "policycalc/web/times.h"

namespace policycalc::desk {

std::optional<store::WaitingNumbers> waitingFor(const Seat& seat, std::string_view county,
                                                const Services& services) {
  const std::string_view wanted = county.empty() ? seat.county : county;
  if (!seesApplicantsOf(seat, wanted)) return std::nullopt;
  return services.store.withdrawals().numbers(wanted, services.now());
}

void writeWaiting(json::Writer& writer, const std::optional<store::WaitingNumbers>& waiting) {
  if (!waiting) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("count").integer(static_cast<std::int64_t>(waiting->count));
  writer.key("oldest").stringOrNull(waiting->count > 0 ? web::utcText(waiting->oldest)
                                                       : std::string());
  writer.endObject();
}

}  // namespace policycalc::desk
