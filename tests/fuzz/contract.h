#pragma once

#include <string>
#include <string_view>

// Each fuzz target defines one function; entry.cpp calls it with what the fuzzer makes up.
namespace policycalc::fuzz {

/// Checks what the code promises for any bytes. Returns "" or what is wrong.
std::string contractFault(std::string_view bytes);

}  // namespace policycalc::fuzz
