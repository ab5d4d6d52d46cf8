// A training step allocates nothing: a page that trains at 60 frames a second must not wait for a collector of anything.
#include <atomic>
#include <cstdlib>
#include <new>

#include "catch.hpp"
#include "random_problem.hpp"
#include "training/session.hpp"

namespace {

std::atomic<long> allocations{0};

void* counted_allocation(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

// The sanitizers bring their own, to check that the two match.
#if !defined(__SANITIZE_ADDRESS__)

void* operator new(std::size_t size) { return counted_allocation(size); }
void* operator new[](std::size_t size) { return counted_allocation(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace hcx;

TEST_CASE("no step allocates, by any optimiser", "[training]") {
  for (const Index d : {2, 7})
    for (const int batch : {0, 4})
      for (int optimizer = 0; !to_string(static_cast<Optimizer>(optimizer)).empty(); ++optimizer) {
        TrainingSettings settings{.width = 21, .scale = 0.1, .step_size = 1e-4};
        settings.rule.optimizer = static_cast<Optimizer>(optimizer);
        if (batch) settings.batch_size = batch;
        TrainingSession session(random_problem(1, 9, d, 0.01), settings);
        session.step(65);  // past the first key frame; the next are 64 steps apart
        const long before = allocations;
        session.step(62);
        CHECK(allocations == before);
      }
}

#endif
