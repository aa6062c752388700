# What Debian gives its own packages (dpkg-buildflags with `hardening=+all`), and control-flow marks: an
# overflow ends the program rather than running a stranger's code. Sanitizer builds go without: they
# check the same more strictly, and _FORTIFY_SOURCE hides calls from them. PIE is Debian's default.
include(CheckCXXCompilerFlag)

if(NOT POLICYCALC_SANITIZE)
  target_compile_options(policycalc_warnings INTERFACE -fstack-protector-strong -fstack-clash-protection
    -Werror=format-security "$<$<CONFIG:Release>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
  check_cxx_compiler_flag(-fcf-protection POLICYCALC_CF_PROTECTION)  # x86 only
  if(POLICYCALC_CF_PROTECTION)
    target_compile_options(policycalc_warnings INTERFACE -fcf-protection)
  endif()
  target_link_options(policycalc_warnings INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()
