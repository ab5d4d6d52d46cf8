// Landscapes of the loss: planes of networks, what stands on them, and the critical points of the smallest.
#include "bindings/expose_sliced.hpp"
#include "landscape/critical/critical_points.hpp"
#include "landscape/loss/basin_map.hpp"
#include "landscape/loss/loss_plane.hpp"
#include "landscape/loss/loss_surface.hpp"
#include "landscape/loss/sharpness.hpp"

namespace hcx::wasm {
namespace {

enum class PlaneKind { Parameters, Random, Networks };
std::string_view to_string(PlaneKind kind) {
  switch (kind) {  // no default: a new enumerator is a warning here
    case PlaneKind::Parameters: return "parameters";
    case PlaneKind::Random: return "random";
    case PlaneKind::Networks: return "networks";
  }
  return "";
}

/// Which keys a plane has depends on its kind: a list of settings with defaults would not say that.
class PlaneSpec {
 public:
  explicit PlaneSpec(const val& spec) : spec_(spec) {
    require_object(spec, "plane");
    read(spec["kind"], "kind", kind_);
  }

  LossPlane plane() const {
    switch (kind_) {
      case PlaneKind::Parameters:
        allow({"kind", "network", "u", "v"});
        return plane_of_parameters(needed<Network>("network"), parameter("u"), parameter("v"));
      case PlaneKind::Random: {
        allow({"kind", "network", "seed", "normalization"});
        const auto network = needed<Network>("network");
        const auto seed = optional<std::int64_t>("seed");
        const auto normalization = optional<Normalization>("normalization");
        return random_plane(network, seed.value_or(0), normalization.value_or(Normalization::Filter));
      }
      case PlaneKind::Networks: break;
    }
    allow({"kind", "networks"});
    return plane_through(needed<std::vector<Network>>("networks"));
  }

 private:
  void allow(const std::vector<std::string>& keys) const { refuse_unknown_keys(spec_, "plane", keys); }
  template <class T>
  T needed(const char* key) const {
    return ReadArgument<T>::from(spec_[key], key);
  }
  template <class T>
  std::optional<T> optional(const char* key) const {
    return ReadArgument<std::optional<T>>::from(spec_[key], key);
  }
  Parameter parameter(const char* key) const {
    require_object(spec_[key], key);
    return needed<Parameter>(key);
  }

  const val& spec_;
  PlaneKind kind_{};
};

}  // namespace

template <>
inline constexpr bool is_record<LossPlane> = true;
template <>
inline constexpr bool may_be_left_out<SurfaceSettings> = false;
template <>
inline constexpr bool may_be_left_out<BasinSettings> = false;

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_landscape) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose<[](const val& spec) { return PlaneSpec(spec).plane(); }>("lossPlane", "plane");
  expose<[](const LossPlane& plane, double u, double v) { return network_at(plane, u, v); }>("networkOnPlane", "plane",
                                                                                             "u", "v");
  expose<coordinates_of>("coordinatesOf", "plane", "networks");
  expose_sliced<LossSurface, Problem, SurfaceSettings>("createLandscape", "LossSurface", "problem", "options");
  expose_sliced<BasinMap, Problem, BasinSettings>("createBasins", "BasinMap", "problem", "options");
  expose<sharpness>("sharpness", "problem", "network", "settings");
  expose<critical_points>("criticalPoints", "problem", "settings");
}
