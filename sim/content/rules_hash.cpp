// rules_hash: every number and structure rules can read, in a canonical order; no words, and no
// positions of texts. A new member of scenario.h that rules read needs a line here.
#include <type_traits>

#include "content/loader.h"
#include "content/rules_version.h"
#include "core/hash.h"

namespace huikuan::content {
namespace {

class Hasher {
 public:
  void Add(std::int64_t word) { hash_ = HashWord(hash_, static_cast<std::uint64_t>(word)); }
  void Add(const std::string& id) { hash_ = HashText(hash_, id); }
  template <class E>
  requires std::is_enum_v<E>
  void Add(E value) { Add(static_cast<std::int64_t>(value)); }
  template <class T, class... More>
  requires(sizeof...(More) > 0) void Add(const T& first, const More&... more) {
    Add(first);
    (Add(more), ...);
  }
  void Add(const Features& features) {
    for (int i = 0; i < kFeatures; ++i) Add(FeatureAt(features, i));
  }
  void Add(const std::vector<std::uint8_t>& bytes) {
    Add(static_cast<std::int64_t>(bytes.size()));
    for (const std::uint8_t byte : bytes) Add(static_cast<std::int64_t>(byte));
  }
  template <class T>
  void List(const std::vector<T>& items) {
    Add(static_cast<std::int64_t>(items.size()));
    for (const T& item : items) Item(item);
  }
  std::uint64_t value() const { return hash_; }

  void Item(const Condition& c) { Add(c.kind, c.negated, c.value); }
  void Item(const Effect& e) {
    Add(e.kind, e.variable, e.audience, e.target, e.request, e.value, e.amount, e.when_begin,
        e.when_end);
  }
  void Item(const Act& a) {
    Add(a.id, a.purpose, a.features, a.channels, a.slots, a.minutes, a.requires_begin,
        a.requires_end, a.effects_begin, a.effects_end);
  }
  void Item(const Reply& r) { Add(r.id, r.kind); }
  void Item(const Objection& o) {
    Add(o.id, o.reply, o.gates, o.causes, o.not_due, o.weight, o.settled_by, o.evidence);
    if (o.blames != 0) Add(o.blames);
    if (o.said_by != (kSaidByDesk | kSaidByTop)) Add(o.said_by);
    if (o.detail != 0) Add("detail");
  }
  void Item(const Type& t) {
    Add(t.id, t.reactance_to, t.trust_to, t.urgency_to, t.priority, t.openness, t.compliance,
        t.deflects, t.vague, t.keeps, t.pleads, t.patience);
  }
  void Item(const Need& n) { Add(n.kind, n.ref); }
  void Item(const Blocker& b) {
    Add(b.id, b.gate, b.cash_factor, b.pretended);
    List(b.needs);
  }
  void Item(const Task& t) {
    Add(t.id, t.department, t.days_min, t.days_max, t.minutes, t.cost, t.produces, t.reveals,
        t.sponsor, t.diagnostic, t.repeatable, t.needs_blocker, t.idle, t.refusal.chance,
        t.queue_days);
  }
  void Item(const Clause& c) {
    Add(c.id, c.levels, c.required, c.order, c.features, c.states_amount, c.states_date,
        c.cites_due, c.threatens, c.needs_paper);
    // Later additions count where they are used: cases without them keep their saves.
    if (c.needs_broken_promise || c.breach != kNone) Add(c.needs_broken_promise, c.breach);
  }
  void Item(const LetterForm& f) {
    Add(f.minutes, f.fits_from, f.fits_to, f.urgency, f.pressure_cost, f.misfit);
  }
  void Item(const Person& p) {
    Add(p.id, p.role, p.known_at_start, p.gatekeeper, p.behind_gatekeeper, p.duties, p.listens_to,
        p.superior, p.refers_to, p.authority, p.honesty, p.trust, p.trust_spread, p.reach,
        p.agrees);
  }
  void Item(const Fact& f) {
    Add(f.id, f.target, f.gate, f.blocker, f.problem, f.known_by, f.logit, f.reveals_gate,
        f.introduces, f.invoice, f.due_clause, f.not_due, f.reveals_dates);
  }
  void Item(const Field& f) { Add(f.id, f.blocker, f.fact); }
  void Item(const Seal& s) { Add(s.present, s.missing_if); }
  void Item(const Document& d) {
    Add(d.id, d.form, d.in_file, d.minutes, d.amount, d.date, d.invoice, d.fact);
    List(d.fields);
    List(d.seals);
  }
  void Item(const Spot& s) { Add(s.id, s.minutes, s.facts); }
  void Item(const Invoice& i) {
    Add(i.id, i.amount, i.due, i.collectable, i.paid, i.gate, i.told_gate, i.starts, i.retention,
        i.order, i.part, i.deal_order);
    List(i.blocker_weights);
  }
  void Item(const OwnPayment& p) { Add(p.id, p.kind, p.day, p.amount); }
  void Item(const Company& c) {
    Add(c.present, c.cash, c.overdraft, c.finance_spends, c.queue_days);
    List(c.payments);
  }
  void Item(const Order& o) {
    Add(o.id, o.day, o.date, o.amount, o.margin, o.term_days, o.invoice);
  }
  void Item(const std::string& id) { Add(id); }
  void Item(const GateDef& g) { Add(g.owner, g.hazard, g.willing); }
  void Item(const TypedArg& t) {
    Add(t.name, t.kind);
    if (t.kind != TypedArg::Kind::kText) Add(t.value);
  }
  void Item(const std::uint32_t& weight) { Add(static_cast<std::int64_t>(weight)); }
  void Item(const Date& date) { Add(static_cast<std::int64_t>(date)); }
  void Item(const DayInfo& d) { Add(static_cast<std::int64_t>(d.date)); }
  void Item(const RunDay& d) { Add(d.run, d.is_run, d.is_cut_off); }
  void Item(const HolidayDef& h) { Add(static_cast<std::int64_t>(h.date)); }
  void Item(const DealTerms& t) { Add(PackTerms(t)); }
  void Item(const Deal& d) {
    Add(d.on);
    if (!d.on) return;
    Add(d.price, d.cost, d.reservation, d.spread, d.margin, d.patience, d.valid_days, d.lead_days,
        d.deposit_days, d.delivery_days, d.accept_days, d.deemed_days, d.minutes, d.sign_minutes,
        d.signer, d.contract, d.papers, d.credit_task, d.delivery_task, d.orders, d.second, d.repeat);
    Item(d.ours);
    Item(d.theirs);
    for (const DealRange& range : d.ranges) Add(range.low, range.high);
    for (const Q16 weight : d.weights) Add(weight);
    for (const auto& order : d.invoices) {
      for (const InvoiceId invoice : order) Add(invoice);
    }
    List(d.blockers);
    for (const auto& row : d.neglect) List(row);
  }
  void Item(const Settlement& s) {
    if (!s.on) return;  // cases without one keep their saves
    Add(s.reservation, s.spread, s.rounds, s.minutes);
    for (const SettlementInterest& i : s.interests) Add(i.issue, i.value, i.extra, i.fact);
  }
  void Item(const Season& s) {
    Add(static_cast<std::int64_t>(s.from), static_cast<std::int64_t>(s.to), s.factor);
  }
  void Item(const Paying& p) {
    List(p.seasons);
    Add(p.shock, p.insolvency, p.settles, p.bill_days, p.cash_term);
    for (const std::uint32_t weight : p.pays_by) Item(weight);
  }
  void Item(const Customer& c) {
    Add(c.id, c.claim, c.due_by_itself, c.cash_mean, c.cash_sigma, c.cash_reversion, c.claims, c.floor,
        c.weekly_payables, c.visit_gate, c.future_margin, c.dependence);
    List(c.people);
    List(c.facts);
    List(c.documents);
    List(c.spots);
    List(c.invoices);
    for (const GateDef& gate : c.gates) Item(gate);
    Item(c.paying);
    List(c.type_weights);
    List(c.days);
    List(c.terms);
    Add(c.credit_limit);
    List(c.orders);
    Item(c.deal);
    Item(c.settlement);
  }
  void Item(const Costs& c) {
    Add(c.minutes_a_day, c.commands_a_day, c.minute, c.visit, c.call_minutes, c.visit_minutes,
        c.send_minutes, c.inspect_minutes, c.plan_minutes, c.diary_minutes, c.confirm_minutes,
        c.note_minutes, c.visit_inside, c.daily_discount);
  }
  void Item(const LateRate& r) { Add(r.ppm, r.per_days); }
  void Item(const LateRule& r) {
    Add(r.present, r.agreed_wins, r.no_interest_void);
    for (const LateRate& rate : {r.rate, r.rate_up_to, r.floor}) Item(rate);
  }
  void Item(const PeriodRule& r) { Add(r.present, r.not_agreed, r.longest, r.beyond); }
  void Item(const CustomerLaw& l) {
    Add(l.payer, l.sme_declared, l.pay_when_paid, l.upstream, l.late_rate, l.suspension, l.security,
        l.security_covers, l.security_by_other, l.claim_days);
  }
  // What counts where a debt can be bargained over.
  void Bargaining(const Scenario& s) {
    bool any = false;
    for (const Customer& c : s.customers) any = any || c.settlement.on;
    if (!any) return;
    for (const Type& t : s.types) {
      Add(t.bargaining.style, t.bargaining.reciprocity);
      for (const Q16 weight : t.bargaining.weights) Add(weight);
    }
  }
  // What counts where messages are written.
  void Messages(const Scenario& s) {
    if (s.messages.empty() && s.incoming.empty()) return;  // cases without keep their saves
    for (const MessagePurpose& m : s.messages) {
      Add(m.id);
      Item(m.act);
      const MessageManner& how = m.manner;
      Add(how.channels, how.to_person, how.to_group, how.names_debt, how.demands, how.follows_up,
          how.appointment, how.answered, how.misfit, how.fits_begin, how.fits_end);
    }
    for (const Incoming& i : s.incoming) {
      Add(i.id, i.kind, i.wants, i.roles, i.blockers, i.chance, i.untrue, i.within, i.trust,
          i.relation, i.reactance);
      for (const int day : i.days) Add(static_cast<std::int64_t>(day));
    }
    for (const Customer& c : s.customers) {
      Add(c.group.name != 0, c.group.outsiders != 0, c.group.people);
      for (const Person& p : c.people) Add(p.wechat);
    }
  }
  // What counts under a law only.
  void Under(const Scenario& s) {
    Item(s.law);
    for (const Customer& c : s.customers) {
      Item(c.law);
      for (const Invoice& i : c.invoices) Add(i.renewed, i.agreed_due);
      for (const Order& o : c.orders) Add(o.contracted, o.supply, o.under);
      Add(c.deal.longest_term[0], c.deal.longest_term[1]);
    }
    for (const Objection& o : s.objections) Add(o.rule);
    for (const Blocker& b : s.blockers) Add(b.upstream);
    for (const Task& t : s.tasks) Add(t.secures, t.files_claim);
    for (const Clause& c : s.clauses) Add(c.claims_interest);
  }
  void Item(const LawPack& l) {
    for (const LateRule& rule : {l.late_general, l.late_sme}) Item(rule);
    Add(l.penalty_cut_above, l.cost_bands);
    for (const CostBand& band : l.costs) Add(band.below, band.fixed);
    Add(l.limitation.years, l.limitation.longest_years, l.limitation.from_year_end,
        l.limitation.interrupted_by, l.limitation.revived_by);
    for (const auto& proof : l.demand_proof) Add(proof[0], proof[1]);
    Add(l.sme_payers, l.sme_must_declare);
    for (const auto& rules : {l.period_general, l.period_sme}) {
      for (const PeriodRule& rule : rules) Item(rule);
    }
    for (std::size_t d = 0; d < l.duty_sme.size(); ++d) Add(l.duty_general[d], l.duty_sme[d]);
    Add(l.pay_when_paid_void, l.pay_when_paid_sme_only, l.pay_when_paid_else);
    for (const auto& what : l.suspension) Add(what[0], what[1], what[2]);
    for (const SecurityRule& rule : l.security) Add(rule.formality, rule.without, rule.with);
    for (const ClawbackRule& rule : l.clawback) Add(rule.months, rule.longest_months);
    for (const ConductRule& rule : l.conduct) {
      Add(rule.allowed, rule.prison_months, rule.custody_days);
    }
  }

 private:
  std::uint64_t hash_ = 0;
};

}  // namespace

std::uint64_t ComputeRulesHash(const Scenario& s) {
  Hasher hasher;
  hasher.Add(static_cast<std::int64_t>(kRulesVersion));
  hasher.Add(s.id);
  hasher.Add(static_cast<std::int64_t>(s.start));
  hasher.List(s.days);
  hasher.List(s.holidays);
  hasher.List(s.workdays_moved);
  hasher.Item(s.costs);
  hasher.Add(static_cast<std::int64_t>(s.mixed));
  hasher.List(s.acts);
  hasher.List(s.conditions);
  hasher.List(s.effects);
  hasher.List(s.replies);
  hasher.List(s.objections);
  hasher.List(s.types);
  hasher.List(s.blockers);
  hasher.List(s.tasks);
  hasher.List(s.clauses);
  hasher.List(s.papers);
  for (int level = 0; level < kLetterLevels; ++level) {
    const LetterForm& form = s.letters[static_cast<std::size_t>(level)];
    if ((s.letter_levels >> level & 1) == 0) continue;  // nothing to this case
    hasher.Item(form);
    if (level >= kBasicLetterLevels) hasher.Add(level, form.cost, form.needs_task);
  }
  hasher.List(s.customers);
  if (s.law.present) hasher.Under(s);  // cases without a law keep their saves
  hasher.Item(s.company);
  hasher.Bargaining(s);
  hasher.Messages(s);
  return hasher.value();
}

}  // namespace huikuan::content
