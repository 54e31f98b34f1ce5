#include "rules/call/gatekeeper.h"
#include "rules/call/slots.h"
#include "rules/file/inspection.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/letter/standard.h"
#include "rules/payment/instrument.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

constexpr Day kStaleAfter = 5;  // business days after which news of a gate counts as old

Date TodayOf(const Scenario& content, const world::Known& known) {
  return content.days[static_cast<std::size_t>(known.seller.day)].date;
}

void BuildInvoices(const Scenario& content, const world::Known& known, CustomerId c,
                   CustomerView& out) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const content::Invoice& def = customer.invoices[i];
    InvoiceView view;
    view.id = static_cast<InvoiceId>(i);
    view.number = def.number;
    view.title = def.title;
    view.amount = rules::AmountOf(customer, known.customers[c], view.id);
    view.paid = known.customers[c].invoices[i].paid;
    view.due = rules::DueOf(customer, known.customers[c], view.id);
    view.days_overdue = TodayOf(content, known) - view.due;
    view.delivered = rules::Exists(def, known.customers[c]);
    view.collectable = def.collectable && rules::Started(customer, known.customers[c], view.id);
    view.in_bills = rules::HeldFor(known.customers[c], view.id);
    view.disputed = known.customers[c].invoices[i].disputed != 0;
    view.agreed_due = def.agreed_due;
    if (rules::OpenOf(customer, known.customers[c], view.id) > 0) {
      view.in_time_until = rules::InTimeUntil(content, known, c, view.id);
      view.interest = rules::LawfulInterest(content, known, c, view.id);
    }
    view.pleaded = rules::Pleaded(known.customers[c], view.id);
    out.invoices.push_back(view);
  }
  out.focus = known.customers[c].focus;
  out.outstanding = rules::KnownOutstanding(content, known, c);
  out.open_total = rules::OpenTotal(customer, known.customers[c]);
  out.received = rules::PaidTotal(customer, known.customers[c]);
}

void BuildGates(const Scenario& content, const world::Known& known, CustomerId c,
                CustomerView& out) {
  const content::Customer& customer = content.customers[c];
  const world::InvoiceKnown& claim = known.customers[c].invoices[known.customers[c].focus];
  const bool told = claim.told_by != kNone || claim.told_day != kNever;
  for (int g = 0; g < kGates; ++g) {
    GateView view;
    view.gate = static_cast<Gate>(g);
    view.passed = g < claim.told_gate;
    view.here = g == claim.told_gate;
    view.as_of = claim.told_day;
    view.told_by = claim.told_by;
    if (g <= claim.told_gate) {
      const bool stale = !told || known.seller.day - claim.told_day > kStaleAfter;
      view.knowledge = !told && view.here ? Knowledge::kUnknown
                       : stale            ? Knowledge::kStale
                                          : Knowledge::kTold;
    }
    const PersonId owner = customer.gates[static_cast<std::size_t>(g)].owner;
    if (known.customers[c].people[owner].part_known != 0) view.owner = owner;
    for (std::size_t f = 0; f < customer.facts.size(); ++f) {
      const auto id = static_cast<FactId>(f);
      if (customer.facts[f].problem && static_cast<int>(customer.facts[f].gate) == g &&
          rules::Knows(known.customers[c], id) && !rules::Solved(content, known, c, id)) {
        view.problem = id;
        view.knowledge = Knowledge::kConfirmed;
      }
    }
    out.gates.push_back(view);
  }
}

void BuildPeople(const Scenario& content, const world::Known& known, CustomerId c,
                 CustomerView& out) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    const content::Person& def = customer.people[p];
    const world::PersonKnown& state = known.customers[c].people[p];
    PersonView view;
    view.id = static_cast<PersonId>(p);
    view.known = state.known != 0;
    view.part_known = state.part_known != 0;
    if (view.known) {
      view.portrait = def.portrait;
      view.name = def.name;
      view.title = def.title;
      view.role = def.role;
      view.gatekeeper = def.gatekeeper;
      view.behind_gatekeeper = rules::MeetsGatekeeper(content, known, c, view.id);
      view.met = state.contacts > 0;
      view.mood = static_cast<Mood>(state.mood);
      view.last_contact = state.last_contact;
      view.contacts = state.contacts;
    }
    if (view.part_known) {
      view.part = def.part;
      for (int g = 0; g < kGates; ++g) {
        if (((def.duties >> g) & 1) != 0) view.gates.push_back(static_cast<Gate>(g));
      }
      for (std::size_t q = 0; q < customer.people.size(); ++q) {
        const bool edge = ((def.listens_to >> q) & 1) != 0;
        if (edge && known.customers[c].people[q].known != 0) {
          view.listens_to.push_back(static_cast<PersonId>(q));
        }
      }
    }
    out.people.push_back(view);
  }
}

// A paper shows what it really says once it has been opened; the event of opening carries which of
// the wordings that is (see rules/file), so that nothing hidden is read here.
bool SaysWrong(const std::vector<Event>& history, CustomerId c, DocumentId d, std::size_t field) {
  bool wrong = false;  // as read last: a second order's papers are read anew
  for (const Event& e : history) {
    if (e.kind != EventKind::kDocumentOpened || e.customer != c || e.document != d) continue;
    wrong = ((static_cast<std::uint64_t>(e.amount) >> field) & 1) != 0;
  }
  return wrong;
}

bool SealMissing(const std::vector<Event>& history, CustomerId c, DocumentId d, std::size_t seal) {
  return SaysWrong(history, c, d, 16 + seal);
}

FieldView BuildField(const world::CustomerKnown& known, const std::vector<Event>& history,
                     const content::Field& def, CustomerId c, DocumentId d, std::size_t f) {
  FieldView view;
  view.label = def.label;
  view.value = SaysWrong(history, c, d, f) && def.wrong != 0 ? def.wrong : def.value;
  view.inspected = rules::Inspected(known, d, static_cast<int>(f));
  if (view.inspected && def.fact != kNone && rules::Knows(known, def.fact) &&
      (def.wrong == 0 || SaysWrong(history, c, d, f))) {
    view.fact = def.fact;
  }
  return view;
}

void BuildDocuments(const Scenario& content, const world::Known& known,
                    const std::vector<Event>& history, CustomerId c, CustomerView& out) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    const content::Document& def = customer.documents[d];
    const auto id = static_cast<DocumentId>(d);
    DocumentView view;
    view.id = id;
    view.in_file = ((mine.documents_in_file >> d) & 1) != 0;
    if (!view.in_file) continue;
    view.opened = ((mine.documents_opened >> d) & 1) != 0;
    view.title = def.title;
    view.form = def.form;
    view.minutes = def.minutes;
    if (view.opened) {
      view.body = def.body;
      view.amount = def.amount;
      view.date = def.date;
      for (std::size_t f = 0; f < def.fields.size(); ++f) {
        view.fields.push_back(BuildField(mine, history, def.fields[f], c, id, f));
      }
      for (std::size_t s = 0; s < def.seals.size(); ++s) {
        view.seals.push_back(
            {def.seals[s].who, def.seals[s].present && !SealMissing(history, c, id, s)});
      }
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      if (((mine.people[p].documents >> d) & 1) != 0)
        view.sent_to.push_back(static_cast<PersonId>(p));
    }
    out.documents.push_back(std::move(view));
  }
}

void BuildFacts(const Scenario& content, const world::Known& known, CustomerId c,
                CustomerView& out) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    const auto id = static_cast<FactId>(f);
    if (!rules::Knows(known.customers[c], id)) continue;
    FactView view;
    view.id = id;
    view.text = customer.facts[f].text;
    view.source = static_cast<Source>(known.customers[c].fact_source[f]);
    view.day = known.customers[c].fact_day[f];
    view.gate = customer.facts[f].gate;
    view.problem = customer.facts[f].problem;
    view.solved = rules::Solved(content, known, c, id);
    out.facts.push_back(view);
  }
}

void BuildPromises(const world::CustomerKnown& known, CustomerView& out) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& p = known.promises[i];
    if (p.used == 0) continue;
    PromiseView view;
    view.id = static_cast<PromiseId>(i);
    view.person = p.person;
    view.amount = p.amount;
    view.date = p.date;
    view.made = p.made;
    view.quality = p.quality;
    view.state = static_cast<PromiseState>(p.state);
    view.written = (p.marks & world::kPromiseWritten) != 0;
    out.promises.push_back(view);
  }
  for (const world::DiaryKnown& d : known.diary) {
    if (d.used != 0) out.diary.push_back({d.date, d.person, d.promise});
  }
}

void BuildBills(const Scenario& content, const world::Known& known, CustomerId c,
                CustomerView& out) {
  const world::CustomerKnown& mine = known.customers[c];
  for (int b = 0; b < kMaxBills; ++b) {
    const world::BillKnown& bill = mine.bills[b];
    BillView view;
    view.id = static_cast<BillId>(b);
    view.state = rules::StateOf(bill);
    if (view.state == BillState::kEmpty) continue;
    view.invoice = bill.invoice;
    view.kind = static_cast<Instrument>(bill.kind);
    view.amount = bill.amount;
    view.maturity = bill.maturity;
    const bool offered = view.state == BillState::kOffered;
    if (offered) view.decide_by = rules::DecideBy(content, bill);
    if (offered || view.state == BillState::kHeld) {
      view.discount_cost = rules::DiscountCost(bill, TodayOf(content, known));
    }
    out.bills.push_back(view);
  }
  if (mine.insolvent != kNever) {
    out.insolvent_since = content.days[static_cast<std::size_t>(mine.insolvent)].date;
  }
}

void BuildLegal(const Scenario& content, const world::Known& known, CustomerId c,
                CustomerView& out) {
  if (!content.law.present) return;
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  LegalView& view = out.legal;
  view.present = true;
  view.law = content.law.title;
  view.payer = static_cast<std::uint8_t>(customer.law.payer);
  view.sme_declared = rules::SmeDeclared(customer, mine);
  view.sme_applies = content::SmeRuleApplies(content.law, customer.law.payer, view.sme_declared);
  view.bills_refusable =
      rules::RuleHolds(content, known, c, content::Rule::kNoForcedBills) == content::Answer::kYes;
  view.interest = rules::LawfulClaim(content, known, c);
  view.interest_choices = rules::InterestChoices(content, known, c);
  view.security = rules::SecurityOf(mine);
  if (view.security == SecurityState::kEffective) {
    view.security_covers = rules::SecuredShare(content, mine, c, mine.focus);
  }
  view.file_by = rules::FileClaimBy(content, mine, c);
  view.filed = mine.claim == world::kClaimFiled;
  view.counterclaim = rules::Counterclaim(customer, mine);
}

void BuildLetters(const Scenario& content, const world::Known& known, CustomerId c,
                  CustomerView& out) {
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    const content::Clause& def = content.clauses[i];
    ClauseView view;
    view.id = static_cast<ClauseId>(i);
    view.title = def.title;
    view.levels = def.levels;
    view.required = def.required != 0;
    view.required_levels = def.required;
    view.claims_interest = def.claims_interest;
    view.order = def.order;
    view.available = rules::ClauseAvailable(content, known, c, view.id);
    if (view.available) view.text = def.text;  // nobody quotes what they have not read
    out.clauses.push_back(view);
  }
  for (int level = 0; level < kLetterLevels; ++level) {
    if ((content.letter_levels >> level & 1) == 0) continue;
    const content::LetterForm& form = content.letters[static_cast<std::size_t>(level)];
    const auto which = static_cast<LetterLevel>(level);
    LetterView view;
    view.level = which;
    view.title = form.title;
    view.minutes = form.minutes;
    view.cost = form.cost;
    view.fits_from = form.fits_from;
    view.fits_to = form.fits_to;
    view.last_sent = world::LetterDay(known, c, which);
    view.needs_task = form.needs_task;
    view.ready = rules::WriterReady(content, known, c, which);
    out.letters.push_back(view);
  }
}

}  // namespace

CustomerView BuildCustomer(const Scenario& content, const world::Known& known,
                           const std::vector<Event>& history, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  CustomerView out;
  out.id = c;
  out.name = customer.name;
  out.note = customer.note;
  const world::PlanKnown& plan = known.customers[c].plan;
  out.plan_set = plan.set != 0;
  out.plan = {c,
              static_cast<Gate>(plan.gate),
              plan.ability,
              plan.willingness,
              plan.probability,
              plan.amount,
              plan.date};
  out.terms = customer.terms;
  BuildInvoices(content, known, c, out);
  BuildGates(content, known, c, out);
  BuildPeople(content, known, c, out);
  BuildDocuments(content, known, history, c, out);
  BuildFacts(content, known, c, out);
  BuildPromises(known.customers[c], out);
  BuildBills(content, known, c, out);
  BuildLegal(content, known, c, out);
  BuildLetters(content, known, c, out);
  out.deal = BuildDeal(content, known, history, c);
  out.settlement = BuildSettlement(content, known, c);
  out.messages = BuildMessages(content, known, c);
  return out;
}

}  // namespace huikuan::session
