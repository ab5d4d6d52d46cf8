// Catch2 version 2 wants its runner compiled in one place; version 3 brings it as a library.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
