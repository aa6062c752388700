#include "catalogue/load_channels.h"

#include <string>
#include <utility>

#include "policycalc/base/text.h"

namespace policycalc::catalogue {
namespace {

bool isAddress(const std::string& url) {
  return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
}

Channel loadChannel(json::Decoder& entry) {
  Channel channel;
  const auto kind =
      entry.oneOf("kind", {"window", "office", "online", "phone", "event", "programme", "fund"});
  if (kind) channel.kind = static_cast<ChannelKind>(*kind);
  channel.name = entry.string("name");
  channel.name_en = entry.string("name_en");
  channel.url = entry.optionalString("url");
  if (!channel.url.empty() && !isAddress(channel.url)) {
    entry.reportAt("url", "wrong_value", base::quoted(channel.url) + " is not a web address");
  }
  entry.refuseUnknownKeys();
  return channel;
}

}  // namespace

std::vector<Channel> loadChannels(json::Decoder& measure) {
  std::vector<Channel> channels;
  const json::Value* list = measure.member("channels");
  const bool plain = list == nullptr || !list->isArray() ||
                     (!list->elements.empty() && list->elements.front().isString());
  if (plain) {
    for (std::string& name : measure.strings("channels")) {
      channels.push_back({{}, std::move(name), {}, {}});
    }
    return channels;
  }
  for (json::Decoder& entry : measure.objects("channels")) channels.push_back(loadChannel(entry));
  return channels;
}

}  // namespace policycalc::catalogue
