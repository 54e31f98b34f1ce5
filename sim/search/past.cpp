#include "search/past.h"

namespace huikuan::search {

CustomerId Concerned(const world::Known& before, const Command& command) {
  return std::visit(
      [&](const auto& c) -> CustomerId {
        if constexpr (requires { c.customer; }) {
          return c.customer;
        } else {
          return before.conversation.active != 0 ? before.conversation.customer : kNone;
        }
      },
      command);
}

}  // namespace huikuan::search
