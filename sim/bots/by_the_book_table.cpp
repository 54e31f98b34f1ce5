// The deal table by the book (models.md §4): whoever cannot pay at once is asked for a first part
// now and the rest in few parts, with the balance signed; what helps them and costs us little is
// given first; money is given last; their terms are taken once they are sound.
#include "bots/by_the_book.h"
#include "rules/knowledge.h"
#include "rules/settlement/settlement.h"

namespace huikuan::bots {

namespace {

constexpr int kOffers = 4;

// Where we begin, and what we ask for at the least.
constexpr auto kContinue = static_cast<std::uint8_t>(SettlementSupply::kContinue);
constexpr SettlementTerms kOpening = {1, 0, 1, 1, 0, kContinue};

// Some money on the next two runs, no more than half a per cent given away, no goods on credit.
bool Sound(const SettlementTerms& terms, bool orders) {
  const bool soon = terms.pay_now >= 1 ? terms.date <= 1 : terms.date == 0;
  const bool goods = terms.supply <= static_cast<std::uint8_t>(SettlementSupply::kPrepay) || !orders;
  return soon && goods && terms.instalments <= 2 && terms.discount <= 1;
}

// What we know to matter to them costs us little on these issues.
void GrantInterests(const BotView& v, CustomerId c, const rules::bargaining::Allowed& allowed,
                    SettlementTerms& terms) {
  for (const content::SettlementInterest& i : v.content.customers[c].settlement.interests) {
    if (!rules::Knows(v.known.customers[c], i.fact) || i.issue == rules::bargaining::kDiscount) {
      continue;
    }
    if ((allowed[i.issue] >> i.value & 1) != 0) IssueAt(terms, i.issue) = i.value;
  }
}

SettlementTerms NextOffer(const BotView& v, CustomerId c) {
  const world::SettlementKnown& table = v.known.customers[c].settlement;
  const rules::bargaining::Allowed allowed = rules::AllowedTerms(v.content, v.known, c);
  SettlementTerms terms = kOpening;
  // More parts first, then the signature, then less at once.
  if (table.round >= 1) terms.instalments = 2;
  if (table.round >= 2) terms.security = 0;
  if (table.round >= 3) terms.pay_now = 0;
  GrantInterests(v, c, allowed, terms);
  // No more goods on credit while the old ones are unpaid.
  const auto prepay = static_cast<std::uint8_t>(SettlementSupply::kPrepay);
  if ((allowed[rules::bargaining::kSupply] >> prepay & 1) != 0) terms.supply = prepay;
  return terms;
}

}  // namespace

MaybeCommand BookTable(const Account& a) {
  const BotView& v = a.v;
  const world::ConversationKnown& talk = Talk(v);
  if (!a.customer.settlement.on || !a.short_of_cash) return std::nullopt;
  if (!rules::MaySettle(a.customer.people[talk.person])) return std::nullopt;
  const world::SettlementKnown& table = a.known.settlement;
  const SettlementState state = rules::StateOf(table);
  const bool mine = table.person == talk.person;
  if (mine && (state == SettlementState::kCountered || state == SettlementState::kLastOffer)) {
    const bool enough = Sound(UnpackSettlement(table.theirs), !a.customer.orders.empty());
    Because(v, {.why = Why::kTakeTable, .person = talk.person});
    const bool over = state == SettlementState::kLastOffer || table.round >= kOffers;
    if (enough || over) {
      return enough ? IfLawful(v, TakeSettlement{}) : MaybeCommand(std::nullopt);
    }
  }
  // Offers are for one talk: whoever put us off today is asked again another day.
  if (mine && table.round >= kOffers) return std::nullopt;
  Because(v, {.why = Why::kTable, .person = talk.person});
  return IfLawful(v, OfferSettlement{NextOffer(v, a.id)});
}

}  // namespace huikuan::bots
