// Paths of falling loss to the optimum, and the loss along a way.
#include "bindings/expose_sliced.hpp"
#include "landscape/paths/descent_search.hpp"
#include "landscape/paths/loss_along.hpp"

namespace hcx::wasm {
namespace {

KeyFrame key_frame_from(const val& value, const std::string& name) {
  KeyFrame frame{};
  read(value, name, frame.network);
  read(value["stage"], name + ".stage", frame.stage);
  read(value["t"], name + ".t", frame.t);
  return frame;
}

/// The key frames of a path: how many there are, and each when it is asked for.
class KeyFrames {
 public:
  KeyFrames(const val& path, const std::string& name) : list_(path["keyFrames"]), name_(name + ".keyFrames") {
    if (!list_.isArray()) refuse(list_, name_, "an array");
    count_ = length_of(list_);
  }

  Index count() const { return count_; }
  KeyFrame at(Index i) const { return key_frame_from(entry(i), wasm::at(name_, i)); }
  Vector places() const {
    Vector places(count_);
    for (Index i = 0; i < count_; ++i) {
      require_object(entry(i), wasm::at(name_, i));
      read(entry(i)["t"], wasm::at(name_, i) + ".t", places[i]);
    }
    return places;
  }

 private:
  val entry(Index i) const { return list_[static_cast<unsigned>(i)]; }
  val list_;
  std::string name_;
  Index count_;
};

/// Of the path's frames only the two around t are read whole: a path may have hundreds of wide networks.
Network network_on_path(const val& path, double t) {
  require_object(path, "path");
  const KeyFrames frames(path, "path");
  const Index next = frame_at(frames.places(), t);
  DescentPath around{{}, true};
  if (next > 0) around.frames.push_back(frames.at(next - 1));
  around.frames.push_back(frames.at(next));
  return network_at(around, t);
}

}  // namespace

template <>
inline constexpr bool is_record<StraightWay> = true;

template <>
struct ReadArgument<Way> {
  static Way from(const val& value, const std::string& name) {
    require_object(value, name);
    if (value["keyFrames"].isUndefined()) return ReadArgument<StraightWay>::from(value, name);
    const KeyFrames frames(value, name);
    DescentPath path{{}, true};
    for (Index i = 0; i < frames.count(); ++i) path.frames.push_back(frames.at(i));
    return path;
  }
};

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_paths) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose_sliced<DescentSearch, Problem, Network, DescentSettings>("createDescentPath", "DescentSearch", "problem",
                                                                  "network", "options");
  expose<network_on_path>("networkOnPath", "path", "t");
  expose<[](const Problem& problem, const Way& way, const std::optional<int>& samples) {
    return loss_along(problem, way, samples.value_or(101));
  }>("lossAlong", "problem", "way", "samples");
}
