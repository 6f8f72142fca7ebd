# Warnings, hardening and sanitizers as interface targets: no folder sets global flags.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(project_warnings INTERFACE)
target_compile_options(project_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow
    $<$<COMPILE_LANGUAGE:CXX>:-Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor>
    $<$<BOOL:${GUITAI_WERROR}>:-Werror>)
# GCC 12 warns wrongly about inlined std::string operations (GCC bug 105651 and its kin).
target_compile_options(project_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-array-bounds>)
# In a unity build files see each other's private names: what that means for warnings is not ours.
target_compile_options(project_warnings INTERFACE
    $<$<BOOL:${CMAKE_UNITY_BUILD}>:-Wno-shadow>
    $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>,$<COMPILE_LANGUAGE:CXX>>:-Wno-subobject-linkage>)
# ccache keeps precompiled headers only when they do not carry the time of their making.
target_compile_options(project_warnings INTERFACE
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-fpch-preprocess>
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:Clang>>:SHELL:-Xclang -fno-pch-timestamp>)

add_library(project_hardening INTERFACE)
if(GUITAI_SANITIZE)
    target_compile_options(project_hardening INTERFACE
        -fsanitize=${GUITAI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
        -fno-sanitize=vptr) # SOCI's backends hide their type information
    target_link_options(project_hardening INTERFACE -fsanitize=${GUITAI_SANITIZE})
else()
    target_compile_options(project_hardening INTERFACE
        -fstack-protector-strong $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
    target_link_options(project_hardening INTERFACE -Wl,-z,relro,-z,now)
endif()
target_link_options(project_hardening INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wl,--as-needed>)
