#include "rules/bargaining/choice.h"

#include <algorithm>

namespace huikuan::rules::bargaining {

namespace {

// Not rounded yet: weight × value, Q32.
struct Sums {
  std::int64_t own = 0, believed = 0;
};

// Branch and bound over the issues in their order, the highest values first: what is paid now is
// what the other side wants most, so that good offers come early and bound the rest. Outcomes come
// by falling index; of equals the last one stays, which is the first by index.
class Chooser {
 public:
  Chooser(const Allowed& allowed, const Preferences& own, const Preferences& believed, Q16 target,
          Style style)
      : allowed_(allowed),
        own_(own),
        believed_(believed),
        trades_(style == Style::kCollaborating),
        lowest_(std::max(target - kBand, own.reservation)),
        highest_(trades_ ? kOne : target + kBand) {
    for (const bool settled : {false, true}) {
      for (int issue = kDebtIssues; issue-- > 0;) Bound(settled, issue);
    }
  }

  // The issues from `issue` on, given what stands before.
  void Walk(const Sums& sums, int issue) {
    if (issue == kDebtIssues) {
      Consider(sums);
      return;
    }
    const bool settled = issue > kPayNow && outcome_.value[kPayNow] == kDebtDomain.settled;
    if (issue > kPayNow && Hopeless(sums, bounds_[settled ? 1 : 0][issue])) return;
    if (Moot(settled, issue)) {
      outcome_.value[issue] = 0;
      Walk(WithMoot(sums, issue), issue + 1);
      return;
    }
    for (int value = kDebtDomain.sizes[issue]; value-- > 0;) {
      if (((allowed_[issue] >> value) & 1) == 0) continue;
      outcome_.value[issue] = static_cast<std::uint8_t>(value);
      Walk(With(sums, issue, value), issue + 1);
    }
  }

  std::optional<Outcome> Chosen() const {
    for (const Found* found : {&best_, &above_, &top_}) {
      if (found->found) return found->outcome;
    }
    return std::nullopt;
  }

 private:
  // What the issues from one on can add.
  struct Rest {
    std::int64_t own_least = 0, own_most = 0, merit_most = 0;
  };
  struct Found {
    bool found = false;
    std::int64_t merit = 0;
    Q16 second = 0;
    Outcome outcome;
  };

  static bool Moot(bool settled, int issue) {
    return settled && ((kDebtDomain.moot >> issue) & 1) != 0;
  }
  Sums With(const Sums& sums, int issue, int value) const {
    return {sums.own + static_cast<std::int64_t>(own_.weight[issue]) * own_.value[issue][value],
            sums.believed +
                static_cast<std::int64_t>(believed_.weight[issue]) * believed_.value[issue][value]};
  }
  Sums WithMoot(const Sums& sums, int issue) const {
    return {sums.own + static_cast<std::int64_t>(own_.weight[issue]) * own_.moot[issue],
            sums.believed +
                static_cast<std::int64_t>(believed_.weight[issue]) * believed_.moot[issue]};
  }
  std::int64_t Merit(const Sums& sums) const {
    return trades_ ? sums.own + sums.believed : sums.believed;
  }

  void Bound(bool settled, int issue) {
    Rest& rest = bounds_[settled ? 1 : 0][issue];
    const Rest& next = bounds_[settled ? 1 : 0][issue + 1];
    rest = {INT64_MAX, INT64_MIN, INT64_MIN};
    const auto widen = [&](const Sums& adds) {
      rest.own_least = std::min(rest.own_least, adds.own + next.own_least);
      rest.own_most = std::max(rest.own_most, adds.own + next.own_most);
      rest.merit_most = std::max(rest.merit_most, Merit(adds) + next.merit_most);
    };
    if (Moot(settled, issue)) {
      widen(WithMoot({}, issue));
      return;
    }
    for (int value = 0; value < kDebtDomain.sizes[issue]; ++value) {
      if (((allowed_[issue] >> value) & 1) != 0) widen(With({}, issue, value));
    }
  }

  // Whether nothing that goes on from here could be chosen. Two roundings make a merit up to one
  // unit more than the bound's.
  bool Hopeless(const Sums& sums, const Rest& rest) const {
    const Q16 most = Rounded(sums.own + rest.own_most);
    if (most < lowest_) {
      return best_.found || above_.found || most < own_.reservation ||
             (top_.found && most < top_.merit);
    }
    const Q16 least = Rounded(sums.own + rest.own_least);
    if (best_.found) {
      return least > highest_ || Rounded(Merit(sums) + rest.merit_most) + 1 < best_.merit;
    }
    return least > highest_ && above_.found && -least < above_.merit;
  }

  void Consider(const Sums& sums) {
    const Q16 own = Rounded(sums.own);
    if (own < lowest_ && (own < own_.reservation || best_.found || above_.found)) return;
    if (own > highest_ && best_.found) return;
    const Q16 believed = Rounded(sums.believed);
    if (own < lowest_) {
      Keep(top_, own, believed);
    } else if (own > highest_) {
      Keep(above_, -own, believed);
    } else {
      Keep(best_, trades_ ? static_cast<std::int64_t>(own) + believed : believed, own);
    }
  }
  void Keep(Found& found, std::int64_t merit, Q16 second) const {
    if (!found.found || merit > found.merit || (merit == found.merit && second >= found.second)) {
      found = {true, merit, second, outcome_};
    }
  }

  const Allowed& allowed_;
  const Preferences& own_;
  const Preferences& believed_;
  bool trades_;
  Q16 lowest_, highest_;
  std::array<std::array<Rest, kDebtIssues + 1>, 2> bounds_{};  // of who pays all at once: the second
  Outcome outcome_;
  Found best_, above_, top_;
};

}  // namespace

std::optional<Outcome> ChooseOffer(const Allowed& allowed, const Preferences& own,
                                   const Preferences& believed, Q16 target, Style style) {
  if (style == Style::kAvoiding) return std::nullopt;
  Chooser chooser(allowed, own, believed, target, style);
  chooser.Walk({}, 0);
  return chooser.Chosen();
}

}  // namespace huikuan::rules::bargaining
