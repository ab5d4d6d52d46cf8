/// Which neuron of a network is which neuron of the one before it, along a path of optima.
#pragma once

#include <string_view>
#include <vector>

#include "network/network.hpp"
#include "patterns/hyperplanes.hpp"

namespace hcx {

enum class LifeEvent {
  Born,      ///< was not there before
  Pinned,    ///< its kink has come to rest on a data point
  Released,  ///< its kink has left the data point
  Died,      ///< is not there any more
};

constexpr std::string_view to_string(LifeEvent event) {
  switch (event) {  // no default: a new enumerator is a warning here
    case LifeEvent::Born: return "born";
    case LifeEvent::Pinned: return "pinned";
    case LifeEvent::Released: return "released";
    case LifeEvent::Died: return "died";
  }
  return "";
}

/// A network whose neurons have names: rows in order of ids.
struct NamedNetwork {
  struct Event {
    LifeEvent kind;
    int id;

    template <class Self, class Visit>
    static void fields(Self& s, Visit&& visit) {
      visit("kind", s.kind);
      visit("id", s.id);
    }
  };
  Network network;
  std::vector<int> ids;       ///< m, ascending; the same neuron keeps its id, no id is given twice
  std::vector<int> at_point;  ///< m: the first data point (row of X) with x . w = 0, -1 when there is none
  std::vector<Event> events;  ///< what has happened since the network before
};

/// Gives the neurons of one network after the other their ids. A neuron goes on as the one of equal sign whose direction is
/// nearest: fewest hyperplanes x_j . w = 0 between both, then the smallest angle. With more than one hyperplane between and
/// more than 3 degrees apart it is another neuron.
class NeuronLives {
 public:
  explicit NeuronLives(const Matrix& X) : planes_(hyperplanes(X)) {}

  /// network: d columns of W. O(m^2 n d) for m neurons.
  NamedNetwork take(const Network& network);

 private:
  struct Neuron {
    int id;
    int sign;
    Vector direction;        ///< unit, d
    std::vector<int> sides;  ///< of each hyperplane: -1, +1, or 0 on it
    int at_point;
  };
  Neuron seen(const Network& network, Index i) const;
  /// The index in alive_ of each neuron's earlier self, -1 for a new one.
  std::vector<int> earlier_selves(const std::vector<Neuron>& neurons) const;

  std::vector<Hyperplane> planes_;
  std::vector<Neuron> alive_;
  int next_id_ = 0;
};

}  // namespace hcx
