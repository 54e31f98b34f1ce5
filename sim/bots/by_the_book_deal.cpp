// The deal desk by the book (domain.md §7): check their credit first, ask for sound terms, give way
// on days and deposit rather than on clauses that cost nothing, trade credit for security, sign;
// see to the delivery papers; and chase nothing that is not due.
#include "bots/by_the_book.h"
#include "rules/deal/deal.h"
#include "rules/internal/tasks.h"
#include "rules/payment/ledger.h"

namespace huikuan::bots {

namespace {

// Clauses that cost a decent customer nothing; the others are worth a try.
constexpr std::uint8_t kMusts =
    kDeemedAcceptance | kRightEntity | kStatementMonthly | kAddressClause;
constexpr int kRounds = 4;

bool Sound(const content::Deal& deal, const DealTerms& terms) {
  const bool credit = terms.term_days <= 45 || rules::HasClause(terms, kSecurity);
  const bool share = terms.deposit * 2 >= deal.ours.deposit;
  return (terms.clauses & kMusts & deal.ours.clauses) == (kMusts & deal.ours.clauses) && credit &&
         share;
}

// Our wish, moved towards theirs as rounds pass; less money early is traded for security.
DealTerms NextProposal(const content::Deal& deal, const world::DealKnown& known) {
  if (known.round == 0 && known.order == 0) return deal.ours;
  DealTerms terms;
  const int step = known.round < kRounds ? known.round : kRounds;
  for (int i = 0; i < kDealNumbers; ++i) {
    const int wish = NumberAt(deal.ours, i);
    const int gap = NumberAt(known.standing, i) - wish;
    NumberAt(terms, i) = static_cast<std::uint8_t>(wish + gap * step / kRounds);
  }
  std::uint8_t clauses = known.standing.clauses | (deal.ours.clauses & kMusts);
  if (known.round < 2) clauses |= deal.ours.clauses;
  if (terms.term_days > 45 || terms.deposit * 2 < deal.ours.deposit) clauses |= kSecurity;
  terms.clauses = clauses;
  return terms;
}

// A proposal must gain something over what could be signed now.
bool Better(const DealTerms& ours, const DealTerms& standing) {
  return (ours.clauses & ~standing.clauses) != 0 || ours.deposit > standing.deposit ||
         ours.delivery > standing.delivery || ours.term_days < standing.term_days ||
         ours.retention < standing.retention;
}

MaybeCommand Bargain(const BotView& v, CustomerId c) {
  const content::Deal& deal = v.content.customers[c].deal;
  const world::CustomerKnown& mine = v.known.customers[c];
  const bool last = (mine.deal.marks & world::kLastOffer) != 0;
  const bool late = rules::LapsesOn(deal, mine) - v.known.seller.day <= 1;
  if (rules::PhaseOf(mine) == DealPhase::kAgreed || last || late)
    return IfLawful(v, SignContract{c});
  if (mine.deal.round > 0 && Sound(deal, mine.deal.standing)) return IfLawful(v, SignContract{c});
  const DealTerms terms = NextProposal(deal, mine.deal);
  if (!Better(terms, mine.deal.standing)) return IfLawful(v, SignContract{c});
  return IfLawful(v, ProposeTerms{c, terms});
}

MaybeCommand Homework(const BotView& v, CustomerId c, TaskId task) {
  if (task == kNone || rules::TaskDone(v.known, c, task)) return std::nullopt;
  return IfLawful(v, OrderTask{c, task});
}

// Something is due, or acceptance takes longer than it should.
bool SomethingToChase(const BotView& v, CustomerId c) {
  const content::Customer& customer = v.content.customers[c];
  const world::CustomerKnown& mine = v.known.customers[c];
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (rules::OpenOf(customer, mine, id) == 0) continue;
    // A deposit is paid by itself or not at all; what follows a delivery is worth a look before.
    const bool deposit = customer.invoices[i].part == content::DealPart::kDeposit;
    if (rules::DueOf(customer, mine, id) <= Today(v) + (deposit ? -1 : 6)) return true;
  }
  for (int order = 0; order < customer.deal.orders; ++order) {
    const std::uint8_t delivered = mine.deal.delivered_day[order];
    const bool waits = delivered != world::kNoDay && mine.deal.accepted_day[order] == world::kNoDay;
    if (waits && v.known.seller.day - delivered >= 4) return true;
  }
  return false;
}

}  // namespace

std::optional<Command> BookDeal(const BotView& v, CustomerId c) {
  const content::Deal& deal = v.content.customers[c].deal;
  if (!deal.on) return std::nullopt;
  const world::CustomerKnown& mine = v.known.customers[c];
  const DealPhase phase = rules::PhaseOf(mine);
  const bool open = phase == DealPhase::kQuoting || phase == DealPhase::kAgreed;
  if (open) {
    if (mine.deal.order == 0) {
      if (auto check = Homework(v, c, deal.credit_task)) return check;
      const bool waits = deal.credit_task != kNone &&
                         !rules::TaskDone(v.known, c, deal.credit_task) &&
                         rules::LapsesOn(deal, mine) - v.known.seller.day > 2;
      if (waits && v.content.customers.size() == 1) return MoveOn(v);
      if (waits) return std::nullopt;
    }
    if (auto next = Bargain(v, c)) return next;
  }
  if (phase == DealPhase::kSigned && !rules::Delivered(mine, mine.deal.order)) {
    if (auto papers = Homework(v, c, deal.delivery_task)) return papers;
    if (auto security = SeeToTheLaw(v, c)) return security;
  }
  if (SomethingToChase(v, c)) return std::nullopt;          // the rest of the book
  if (v.content.customers.size() > 1) return std::nullopt;  // others may need the day
  // Read what came in, then let it run.
  content::DocumentSet left = mine.documents_in_file & ~mine.documents_opened;
  for (left &= v.content.customers[c].index.documents; left != 0; left &= left - 1) {
    const auto d = static_cast<DocumentId>(content::First(left));
    if (auto read = IfLawful(v, OpenDocument{c, d})) return read;
  }
  return MoveOn(v);
}

}  // namespace huikuan::bots
