#include "search/observable.h"

namespace huikuan::search {

namespace {

struct Row {
  rules::Draw draw;
  Visibility visibility;
};

// A draw missing here is sampled: never wrong, but particles that sample it otherwise than it came
// are lost one by one.
constexpr Row kRows[] = {
    // Reached or not, let in or not, put through or not.
    {rules::Draw::kReach, Visibility::kShown},
    {rules::Draw::kGatekeeper, Visibility::kShown},
    {rules::Draw::kVisitGate, Visibility::kShown},
    // Replies: told or not, the objection raised, the evasion chosen, agreed or not, vague or
    // dated.
    {rules::Draw::kHangUp, Visibility::kShown},
    {rules::Draw::kReveal, Visibility::kShown},
    {rules::Draw::kObjection, Visibility::kShown},
    {rules::Draw::kEvade, Visibility::kShown},
    {rules::Draw::kComply, Visibility::kShown},
    {rules::Draw::kVague, Visibility::kShown},
    {rules::Draw::kNotDue, Visibility::kShown},
    // A referral may be the honest answer or an evasion.
    {rules::Draw::kFalseStatus, Visibility::kPartly},
    // A clause is accepted aloud in a call, in silence on paper.
    {rules::Draw::kCite, Visibility::kPartly},
    // Mail answered or not; money on its run or not.
    {rules::Draw::kLetterAnswer, Visibility::kShown},
    {rules::Draw::kRunSlip, Visibility::kShown},
    // A bill honoured or not, insisted on or not; an order lost, a prepayment
    // agreed to, a colleague's no; the filing, and what is clawed back after it.
    {rules::Draw::kBillDishonour, Visibility::kShown},
    {rules::Draw::kBillInsist, Visibility::kPartly},
    {rules::Draw::kOrderLost, Visibility::kShown},
    {rules::Draw::kPrepay, Visibility::kShown},
    {rules::Draw::kTaskRefused, Visibility::kShown},
    {rules::Draw::kInsolvency, Visibility::kShown},
    {rules::Draw::kClawback, Visibility::kShown},
    // What the law brings: sealed or not, pleaded or not, a rule accepted, security undone.
    {rules::Draw::kSealed, Visibility::kShown},
    {rules::Draw::kPleadsLimitation, Visibility::kShown},
    {rules::Draw::kRuleAccepted, Visibility::kShown},
    {rules::Draw::kSecurityVoid, Visibility::kShown},
    // A message answered or not, a photo taken for the paper or not; what they write by themselves.
    {rules::Draw::kMessageAnswer, Visibility::kShown},
    {rules::Draw::kPhotoCounts, Visibility::kPartly},
    {rules::Draw::kIncoming, Visibility::kShown},
    // Hidden when drawn. What task days, gates and cash lead to is seen later.
    {rules::Draw::kBlocker, Visibility::kHidden},
    {rules::Draw::kType, Visibility::kHidden},
    {rules::Draw::kTrust, Visibility::kHidden},
    {rules::Draw::kHonesty, Visibility::kHidden},
    {rules::Draw::kCash, Visibility::kHidden},
    {rules::Draw::kGate, Visibility::kHidden},
    {rules::Draw::kCommit, Visibility::kHidden},
    {rules::Draw::kForward, Visibility::kHidden},
    {rules::Draw::kTaskDays, Visibility::kHidden},
    {rules::Draw::kLetterDispute, Visibility::kHidden},
    {rules::Draw::kCaught, Visibility::kHidden},
    {rules::Draw::kOpening, Visibility::kHidden},
    {rules::Draw::kMixed, Visibility::kHidden},
    {rules::Draw::kSecondType, Visibility::kHidden},
    {rules::Draw::kMixedKind, Visibility::kHidden},
    {rules::Draw::kStyle, Visibility::kHidden},
    {rules::Draw::kInstrument, Visibility::kHidden},  // drawn at the opening, shows later
    {rules::Draw::kShock, Visibility::kHidden},
    {rules::Draw::kEvidenceSettles, Visibility::kHidden},
    // What they would settle for; answers on the deal desk tell of it bit by bit.
    {rules::Draw::kDealReservation, Visibility::kHidden},
    {rules::Draw::kDealPatience, Visibility::kHidden},
    {rules::Draw::kDealBlocker, Visibility::kHidden},
    {rules::Draw::kUpstreamPays, Visibility::kHidden},
    {rules::Draw::kJoins, Visibility::kShown},  // came onto the line or not
};

}  // namespace

Visibility VisibilityOf(rules::Draw draw) {
  for (const Row& row : kRows) {
    if (row.draw == draw) return row.visibility;
  }
  return Visibility::kHidden;
}

std::array<std::uint64_t, 4> ShownDraws() {
  std::array<std::uint64_t, 4> bits{};
  for (const Row& row : kRows) {
    if (row.visibility == Visibility::kHidden) continue;
    const auto bit = static_cast<unsigned>(row.draw);
    bits[bit / 64] |= 1ULL << (bit % 64);
  }
  return bits;
}

}  // namespace huikuan::search
