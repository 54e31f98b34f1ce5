#include "review/candidates.h"

#include <algorithm>

#include "bots/bots.h"
#include "rules/rules.h"
#include "save/packing.h"
#include "search/past.h"
#include "search/proposals.h"

namespace huikuan::review {

namespace {

class List {
 public:
  List(const Scenario& content, const world::Known& known) : content_(content), known_(known) {}
  void Add(const Command& command) {
    if (out_.size() >= kMaxCandidates) return;
    if (rules::CheckCommand(content_, known_, command) != rules::Refusal::kNone) return;
    const bool twice = std::any_of(out_.begin(), out_.end(),
                                   [&](const Command& c) { return Same(content_, c, command); });
    if (!twice) out_.push_back(command);
  }
  std::vector<Command> Take() { return std::move(out_); }

 private:
  const Scenario& content_;
  const world::Known& known_;
  std::vector<Command> out_;
};

// Of many lawful commands of one kind so many, evenly spread.
void AddSpread(const std::vector<Command>& all, std::size_t most, List& to) {
  const std::size_t step = std::max<std::size_t>(1, (all.size() + most - 1) / most);
  for (std::size_t i = 0; i < all.size(); i += step) to.Add(all[i]);
}

}  // namespace

bool Same(const Scenario& content, const Command& a, const Command& b) {
  if (a.index() != b.index()) return false;
  save::BitWriter x, y;
  save::PackCommand(content, a, x);
  save::PackCommand(content, b, y);
  return x.bytes() == y.bytes();
}

std::vector<Command> Candidates(const Scenario& content, const world::Known& known,
                                CustomerId customer, const Command& chosen) {
  const Command book = bots::Choose(bots::Bot::kByTheBook, {content, known, 0});
  List list(content, known);
  list.Add(book);
  list.Add(chosen);
  rules::Options options;
  rules::LegalOptions(content, known, options);
  if (known.conversation.active != 0) {
    for (const Command& option : options) list.Add(option);
    return list.Take();
  }
  list.Add(Wait{Until::kNextDay, kNoDate});
  for (const Command& proposal : search::Proposals(content, known, customer, book)) {
    list.Add(proposal);
  }
  std::vector<Command> alike;
  for (const Command& option : options) {
    const CustomerId about = search::Concerned(known, option);
    if (option.index() != chosen.index() || (about != kNone && about != customer)) continue;
    alike.push_back(option);
  }
  AddSpread(alike, 6, list);
  return list.Take();
}

std::vector<Command> Choices(const Scenario& content, const world::Known& known,
                             CustomerId customer, const Command& chosen, const Command& best,
                             Seed salt) {
  constexpr std::size_t kMost = 4;
  std::vector<Command> out = {best, chosen};
  for (const Command& other : Candidates(content, known, customer, chosen)) {
    if (out.size() == kMost) break;
    const bool twice =
        std::any_of(out.begin(), out.end(),
                    [&](const Command& c) { return Same(content, c, other); });
    if (!twice) out.push_back(other);
  }
  std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(salt % out.size()), out.end());
  if ((salt >> 8) % 2 == 1) std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace huikuan::review
