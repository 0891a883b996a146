# Toolchain file of the preset `web`: includes the one that belongs to the em++ on the PATH.
find_program(EM_CONFIG em-config REQUIRED)
execute_process(
    COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)
