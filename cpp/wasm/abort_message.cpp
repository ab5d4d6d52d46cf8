// What the C++ runtime prints of an exception that nobody caught: it would bring all of printf into the module. None gets
// that far, see envelope.hpp.
#include <cstdlib>

extern "C" void abort_message(const char*, ...) { std::abort(); }
