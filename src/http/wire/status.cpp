#include "http/wire/status.h"

#include <algorithm>
#include <array>

namespace policycalc::http::wire {

namespace {

constexpr std::array kTexts = {
    StatusText{200, "OK", "", ""},
    StatusText{201, "Created", "", ""},
    StatusText{202, "Accepted", "", ""},
    StatusText{204, "No Content", "", ""},
    StatusText{301, "Moved Permanently", "", ""},
    StatusText{303, "See Other", "", ""},
    StatusText{304, "Not Modified", "", ""},
    StatusText{400, "Bad Request", "请求有误", "请求不符合要求。The request is not valid."},
    StatusText{401, "Unauthorized", "需要身份验证", "请先登录。Authentication is required."},
    StatusText{403, "Forbidden", "没有权限", "不允许访问。Access is not allowed."},
    StatusText{404, "Not Found", "未找到", "没有这个地址。There is nothing at this address."},
    StatusText{
        405, "Method Not Allowed", "请求方法不允许",
        "此地址不支持该请求方法，见 Allow。This address does not take this method, see Allow."},
    StatusText{408, "Request Timeout", "请求超时",
               "请求未能在规定时间内传完。The request did not arrive in time."},
    StatusText{409, "Conflict", "内容冲突", "与现有内容冲突。There is a conflict."},
    StatusText{410, "Gone", "已不再保留",
               "保存期已过，不再保留。It was kept for its time, which is over."},
    StatusText{411, "Length Required", "缺少请求体长度",
               "请求须带 Content-Length 或分块传输。Content-Length or chunked coding is required."},
    StatusText{413, "Content Too Large", "请求体过大",
               "请求体超过允许的大小。The request body is too large."},
    StatusText{414, "URI Too Long", "请求地址过长", "请求行过长。The request line is too long."},
    StatusText{415, "Unsupported Media Type", "请求体类型不支持",
               "请求体须为 UTF-8 的 application/json。The body must be application/json in UTF-8."},
    StatusText{417, "Expectation Failed", "Expect 不支持",
               "只支持 Expect: 100-continue。Only Expect: 100-continue is supported."},
    StatusText{421, "Misdirected Request", "主机名不对",
               "请用本服务登记的主机名访问。Use a host name that this service answers to."},
    StatusText{422, "Unprocessable Content", "内容无法处理",
               "内容无法处理。The content cannot be processed."},
    StatusText{429, "Too Many Requests", "请求过于频繁", "请稍后再试。Please try again later."},
    StatusText{431, "Request Header Fields Too Large", "请求头过大",
               "请求头过多或过长。There are too many or too long header fields."},
    StatusText{500, "Internal Server Error", "服务器内部错误",
               "服务器出现故障，请稍后再试。The server has failed; please try again later."},
    StatusText{501, "Not Implemented", "传输编码不支持",
               "只支持 chunked 传输编码。Only the chunked transfer coding is supported."},
    StatusText{503, "Service Unavailable", "服务繁忙",
               "服务暂时繁忙，请稍后再试。The service is busy; please try again later."},
    StatusText{505, "HTTP Version Not Supported", "HTTP 版本不支持",
               "只支持 HTTP/1.1 和 HTTP/1.0。Only HTTP/1.1 and HTTP/1.0 are supported."},
};

const StatusText* find(int status) {
  const auto found = std::find_if(kTexts.begin(), kTexts.end(), [status](const StatusText& text) {
    return text.status == status;
  });
  return found == kTexts.end() ? nullptr : &*found;
}

}  // namespace

const StatusText& statusText(int status) {
  if (const StatusText* exact = find(status)) return *exact;
  if (const StatusText* of_class = find(status / 100 * 100)) return *of_class;
  return *find(500);
}

}  // namespace policycalc::http::wire
