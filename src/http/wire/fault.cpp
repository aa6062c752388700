#include "http/wire/fault.h"

#include <string>

namespace policycalc::http::wire {

namespace {

struct Row {
  int status;
  const char* detail;  ///< "" takes the usual one of the status
};

Row rowOf(Fault fault) {
  switch (fault) {
    case Fault::kLineEnd:
      return {400, "每行须以 CRLF 结尾。Lines must end in CRLF."};
    case Fault::kRequestLine:
      return {400, "请求行格式有误。The request line is malformed."};
    case Fault::kVersion:
      return {505, ""};
    case Fault::kLineTooLong:
      return {414, ""};
    case Fault::kHeaderLine:
      return {400, "请求头格式有误。A header field is malformed."};
    case Fault::kHeadersTooLarge:
      return {431, ""};
    case Fault::kRepeatedHeader:
      return {400, "只能出现一次的请求头重复。A header field that must be single is repeated."};
    case Fault::kHost:
      return {400, "Host 请求头缺失或有误。The Host header field is missing or wrong."};
    case Fault::kTarget:
      return {400, "请求地址格式有误。The request target is malformed."};
    case Fault::kEscape:
      return {400,
              "请求地址含错误的 % 转义或非 UTF-8 内容。A %-escape of the target is broken or no "
              "UTF-8."};
    case Fault::kPath:
      return {400, "请求地址含不允许的路径段。The path has a segment that is not allowed."};
    case Fault::kContentLength:
      return {400, "Content-Length 有误。Content-Length is wrong."};
    case Fault::kLengthAndCoding:
      return {400,
              "Content-Length 与 Transfer-Encoding 不能并用。"
              "Content-Length and Transfer-Encoding exclude each other."};
    case Fault::kTransferCoding:
      return {501, ""};
    case Fault::kLengthRequired:
      return {411, ""};
    case Fault::kChunk:
      return {400, "分块传输格式有误。The chunked body is malformed."};
    case Fault::kBodyTooLarge:
      return {413, ""};
    case Fault::kExpectation:
      return {417, ""};
    case Fault::kTruncated:
      return {400, "请求未传完连接就结束了。The connection ended before the request did."};
    case Fault::kLate:
      return {408, ""};
    case Fault::kFull:
      return {503, ""};
  }
  return {400, ""};
}

}  // namespace

Problem problemOf(Fault fault) {
  const Row row = rowOf(fault);
  return makeProblem(row.status, row.detail);
}

}  // namespace policycalc::http::wire
