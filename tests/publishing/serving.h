#pragma once

#include <string>

namespace policycalc::app::test {

/// The body of a page of the service at that port, which must answer 200.
std::string get(unsigned short port, const std::string& path);

/// The hash that the service answers by.
std::string hashAt(unsigned short port);

/// The hash that the service answers by once it is another than `before`; `before` if it stays so
/// for as long as is promised.
std::string nextHash(unsigned short port, const std::string& before);

}  // namespace policycalc::app::test
