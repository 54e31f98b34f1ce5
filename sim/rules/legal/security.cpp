#include "rules/legal/security.h"

#include "rules/attitudes.h"
#include "rules/deal/deal.h"
#include "rules/legal/legal.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

// Chance that an administrator undoes it where the law lets him (design values: he need not prove
// that anybody knew), and where it depends.
constexpr Q16 kUndone = Hundredths(80);
constexpr Q16 kPerhapsUndone = Hundredths(25);
// Whoever has signed with a house of his own pays us rather sooner (design value).
constexpr Q16 kSkinInTheGame = Hundredths(12);

bool InContract(const content::Customer& customer, const world::CustomerKnown& known) {
  return customer.deal.on && HasClause(TermsOf(known, known.deal.order), kSecurity);
}

void Tell(World& world, CustomerId c, EventKind kind, PersonId person) {
  Event e = world.NewEvent(kind, c);
  e.person = person;
  e.amount = OpenTotal(world.customer(c), world.known(c));
  world.Emit(e);
}

bool MustFile(const Scenario& content, CustomerId c) {
  return content.law.present && content.index.filing != 0 &&
         content.customers[c].law.claim_days > 0;
}

}  // namespace

bool SecurityPossible(const Scenario& content, const world::CustomerKnown& known, CustomerId c) {
  return content.law.present && SecurityOf(known) == SecurityState::kNone &&
         content.customers[c].law.security_covers > 0;
}

void AgreeSecurity(World& world, CustomerId c, PersonId p) {
  world::CustomerKnown& known = world.known(c);
  if (!world.content.law.present || SecurityOf(known) != SecurityState::kNone) return;
  known.security = static_cast<std::uint8_t>(SecurityState::kAgreed);
  known.security_day = static_cast<std::uint8_t>(world.day());
  Tell(world, c, EventKind::kSecurityAgreed, p);
}

void SecureFormally(World& world, CustomerId c) {
  world::CustomerKnown& known = world.known(c);
  if (SecurityOf(known) != SecurityState::kAgreed) return;
  known.security = static_cast<std::uint8_t>(SecurityState::kEffective);
  Tell(world, c, EventKind::kSecurityEffective, kNone);
  content::ForEach(world.customer(c).index.seniors, [&](int p) {
    Adjust(world, c, static_cast<PersonId>(p), content::Variable::kPressureCost, kSkinInTheGame);
  });
}

void ContestSecurity(World& world, CustomerId c) {
  world::CustomerKnown& known = world.known(c);
  const content::Customer& customer = world.customer(c);
  const SecurityState state = SecurityOf(known);
  if (state != SecurityState::kAgreed && state != SecurityState::kEffective) return;
  if (customer.law.security_by_other || InContract(customer, known)) return;
  const Date given = world.content.days[known.security_day].date;
  const content::Answer reach = legal::ClawbackReach(world.content.law, world.date() - given,
                                                     content::ClawbackAct::kNewSecurity);
  if (reach == content::Answer::kNo) return;
  const Q16 chance = reach == content::Answer::kYes ? kUndone : kPerhapsUndone;
  if (!world.chance.Happens(Draw::kSecurityVoid, c, 0, chance)) return;
  known.security = static_cast<std::uint8_t>(SecurityState::kVoid);
  Tell(world, c, EventKind::kSecurityVoid, kNone);
}

Q16 SecuredShare(const Scenario& content, const world::CustomerKnown& known, CustomerId c,
                 InvoiceId i) {
  const content::Customer& customer = content.customers[c];
  const content::Invoice& invoice = customer.invoices[i];
  const bool clause = invoice.part != content::DealPart::kNone &&
                      HasClause(TermsOf(known, invoice.deal_order), kSecurity);
  if (!content.law.present) return clause ? kOne : 0;
  const SecurityState state = SecurityOf(known);
  if (state != SecurityState::kAgreed && state != SecurityState::kEffective) return 0;
  const bool holds =
      legal::SecurityHolds(content.law, customer.law.security,
                           state == SecurityState::kEffective) == content::Answer::kYes;
  if (!holds) return 0;
  return clause ? kOne : customer.law.security_covers;
}

Date FileClaimBy(const Scenario& content, const world::CustomerKnown& known, CustomerId c) {
  if (!Insolvent(known) || !MustFile(content, c)) return kNoDate;
  return content.days[static_cast<std::size_t>(known.insolvent)].date +
         content.customers[c].law.claim_days;
}

bool ClaimOpen(const Scenario& content, const world::Known& known, CustomerId c) {
  const world::CustomerKnown& mine = known.customers[c];
  const Date by = FileClaimBy(content, mine, c);
  return by != kNoDate && mine.claim == 0 &&
         content.days[static_cast<std::size_t>(known.seller.day)].date <= by;
}

void FileClaim(World& world, CustomerId c) {
  if (!ClaimOpen(world.content, world.state.known, c)) return;
  world.known(c).claim = world::kClaimFiled;
  Tell(world, c, EventKind::kClaimFiled, kNone);
}

bool ClaimMorning(World& world, CustomerId c) {
  world::CustomerKnown& known = world.known(c);
  const Date by = FileClaimBy(world.content, known, c);
  if (by == kNoDate || known.claim != 0 || world.date() <= by) return false;
  known.claim = world::kClaimLost;
  Tell(world, c, EventKind::kClaimLost, kNone);
  return true;
}

bool QuotaCounts(const Scenario& content, const world::Known& known, CustomerId c) {
  if (!MustFile(content, c)) return true;
  const std::uint8_t claim = known.customers[c].claim;
  return claim == world::kClaimFiled || (claim == 0 && known.seller.ended == 0);
}

}  // namespace huikuan::rules
