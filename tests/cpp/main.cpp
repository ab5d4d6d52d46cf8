// The one translation unit that holds Catch2 version 2's runner.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
