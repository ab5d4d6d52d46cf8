// Empty on purpose: stands in for the MMX header that Eigen includes and WebAssembly lacks (see CMakeLists.txt).
