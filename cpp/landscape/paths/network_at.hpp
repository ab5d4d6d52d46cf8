/// The networks between the key frames of a path.
#pragma once

#include "landscape/paths/path_frames.hpp"

namespace hcx {

/// Of key frames at these places the first one at t or behind, or the last one: the network at t lies between the frame before
/// it and itself. Throws InvalidArgument unless 0 <= t <= 1 and there is a frame. O(frames).
Index frame_at(const Vector& places, double t);

/// The network at t, between the frames before and after it. Throws InvalidArgument unless 0 <= t <= 1, the path has a frame
/// and those two frames are in order, of one shape and finite. O(m d).
Network network_at(const DescentPath& path, double t);

/// The same between two frames, at the share s of the way, 0 <= s <= 1; `stage` is the second frame's.
Network between(const Network& from, const Network& to, PathStage stage, double s);

}  // namespace hcx
