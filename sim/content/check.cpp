// What only a whole case can tell: capacities, unique ids, whether everybody can be reached and
// everything found out, and whether the words' placeholders can be filled.
#include <algorithm>
#include <set>

#include "content/capacity.h"
#include "content/loader.h"

namespace huikuan::content {
namespace {

constexpr int kMinWaysToFind = 2;

// Placeholders that are filled from the situation; all others must be terms of every customer.
constexpr std::string_view kBuiltIns[] = {"amount",   "date",        "document", "person",  "other",
                                          "listener", "our_company", "customer", "pay_by",  "total",
                                          "paid",     "open",        "invoices", "days",    "today",
                                          "level",    "enclosures",  "gate",     "interest", "promises",
                                          "tell"};

class Checker {
 public:
  Checker(const Scenario& scenario, const JsonValue& root, ReadContext& context)
      : scenario_(scenario), root_(root), context_(context) {}

  void Run() {
    CheckCapacities();
    CheckCatalogue();
    CheckPapers();
    CheckPlaceholders();
    std::vector<std::string> customers;
    for (const Customer& customer : scenario_.customers) customers.push_back(customer.id);
    CheckUnique(customers, "customer", "customers");
    for (customer_ = 0; customer_ < scenario_.customers.size(); ++customer_) CheckCustomer();
  }

 private:
  // The place of customers[i][list][j] (as deep as it exists).
  Where Place(std::string_view list = {}, std::size_t index = SIZE_MAX) const {
    const JsonValue* at = &root_;
    const auto step = [&at](const JsonValue* next) {
      if (next != nullptr) at = next;
      return next != nullptr;
    };
    const JsonValue* customers = root_.Find("customers");
    if (step(customers) && customer_ < customers->items.size()) {
      step(&customers->items[customer_]);
      const JsonValue* items = list.empty() ? nullptr : at->Find(list);
      if (step(items) && index < items->items.size()) step(&items->items[index]);
    }
    return {context_.file, at->line, at->column};
  }
  Where TopPlace(std::string_view key, std::string_view inner = {}) const {
    const JsonValue* at = root_.Find(key);
    const JsonValue* deeper = at == nullptr || inner.empty() ? nullptr : at->Find(inner);
    if (deeper != nullptr) at = deeper;
    if (at == nullptr) at = &root_;
    return {context_.file, at->line, at->column};
  }
  void Add(std::string code, std::vector<std::string> args, Where where) {
    context_.diagnostics->AddError(std::move(code), std::move(args), std::move(where));
  }

  void Limit(const char* what, std::size_t n, std::size_t max) {
    if (n <= max) return;
    Add("capacity.exceeded", {What(what), std::to_string(n), std::to_string(max)},
        TopPlace("catalogue", what));
  }
  void CheckCapacities() {
    Limit("acts", scenario_.acts.size(), kMaxActs);
    Limit("replies", scenario_.replies.size(), 128);
    Limit("objections", scenario_.objections.size(), kMaxEntries);
    Limit("types", scenario_.types.size(), 32);
    Limit("blockers", scenario_.blockers.size(), kMaxEntries);
    Limit("tasks", scenario_.tasks.size(), kMaxEntries);
    Limit("clauses", scenario_.clauses.size(), 64);  // LetterReading::clauses
    Limit("messages", scenario_.messages.size(), kMaxMessages);
    Limit("incoming", scenario_.incoming.size(), kMaxIncoming);
    if (scenario_.customers.empty()) Add("catalogue.empty", {What("customer")}, TopPlace("id"));
    const int length =
        SaveLength(static_cast<int>(scenario_.days.size()), scenario_.costs.commands_a_day);
    if (length > kMaxSaveLength) {
      Add("save.too_long", {std::to_string(length), std::to_string(kMaxSaveLength)},
          TopPlace("costs", "commands_a_day"));
    }
  }

  // The rules need something to choose from.
  void CheckCatalogue() {
    unsigned purposes = 0, replies = 0;
    for (const Act& act : scenario_.acts) purposes |= 1U << static_cast<int>(act.purpose);
    for (const Reply& reply : scenario_.replies) replies |= 1U << static_cast<int>(reply.kind);
    for (const Name& row : kPurposeNames.rows) {
      if ((purposes >> row.value & 1U) != 0) continue;
      const auto purpose = static_cast<Purpose>(row.value);
      // A case without these cannot be played; without the others it is only poorer.
      const bool needed =
          purpose == Purpose::kOpen || purpose == Purpose::kDiagnose || purpose == Purpose::kAsk;
      context_.diagnostics->Add(needed ? Severity::kError : Severity::kWarning,
                                "catalogue.no_purpose", {std::string(row.name)},
                                TopPlace("catalogue", "acts"));
    }
    for (const Name& row : kReplyKindNames.rows) {
      // Those that came later have a plainer one to stand in for them.
      if ((replies >> row.value & 1U) != 0 || row.value > V(ReplyKind::kTellGate)) continue;
      Add("catalogue.no_reply", {std::string(row.name)}, TopPlace("catalogue", "replies"));
    }
    if (scenario_.types.empty()) Add("catalogue.empty", {What("types")}, TopPlace("catalogue"));
  }

  // A task or a clause about a paper that no customer has is no use to anybody.
  void CheckPapers() {
    const auto nowhere = [&](const std::string& id, std::uint8_t paper, const char* list) {
      if (paper >= scenario_.papers.size()) return;
      for (const Customer& customer : scenario_.customers) {
        for (const Document& document : customer.documents) {
          if (document.id == scenario_.papers[paper]) return;
        }
      }
      Add("paper.nowhere", {id, scenario_.papers[paper]}, TopPlace("catalogue", list));
    };
    for (const Task& task : scenario_.tasks) nowhere(task.id, task.produces, "tasks");
    for (const Clause& clause : scenario_.clauses) nowhere(clause.id, clause.needs_paper, "clauses");
  }

  bool Fillable(const std::string& name) const {
    if (std::find(std::begin(kBuiltIns), std::end(kBuiltIns), name) != std::end(kBuiltIns)) {
      return true;
    }
    return std::all_of(scenario_.customers.begin(), scenario_.customers.end(),
                       [&](const Customer& customer) {
                         return std::any_of(customer.terms.begin(), customer.terms.end(),
                                            [&](const TypedArg& t) { return t.name == name; });
                       });
  }
  void CheckPlaceholders() {
    std::set<std::string> reported;
    const auto check = [&](TextRef text, const std::string& id) {
      for (const auto& wordings : scenario_.texts[text].by_language) {
        for (const std::string& words : wordings) {
          std::vector<std::string> names;
          Placeholders(words, &names);
          for (const std::string& name : names) {
            if (Fillable(name) || !reported.insert(name).second) continue;
            Add("text.unknown_placeholder", {"{" + name + "}", id}, TopPlace("customers"));
          }
        }
      }
    };
    for (const Act& act : scenario_.acts) check(act.say, act.id);
    for (const Clause& clause : scenario_.clauses) check(clause.text, clause.id);
    for (const MessagePurpose& m : scenario_.messages) {
      check(m.act.say, m.id);
      check(m.answer, m.id);
    }
    for (const Incoming& i : scenario_.incoming) check(i.say, i.id);
    for (const Objection& objection : scenario_.objections) check(objection.say, objection.id);
    for (const Reply& reply : scenario_.replies) {
      check(reply.say, reply.id);
      check(reply.say_annoyed, reply.id);
    }
    for (const Customer& customer : scenario_.customers) {
      for (const Fact& fact : customer.facts) check(fact.tell, fact.id);
    }
  }

  void CheckUnique(const std::vector<std::string>& ids, const char* what, std::string_view list) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (ids[i].empty() || seen.insert(ids[i]).second) continue;
      Add("id.duplicate", {What(what), ids[i]},
          list == "customers" ? TopPlace(list) : Place(list, i));
    }
  }
  template <class T>
  void CheckIds(const std::vector<T>& items, const char* what, std::string_view list) {
    std::vector<std::string> ids;
    for (const T& item : items) ids.push_back(item.id);
    CheckUnique(ids, what, list);
  }

  // What is said of the law must be able to count.
  void CheckLaw(const Customer& customer) {
    const CustomerLaw& law = customer.law;
    if (!scenario_.law.present) {
      const bool said = law.payer != PayerKind::kOther || law.sme_declared || law.pay_when_paid ||
                        law.late_rate != CustomerLaw::kNoLateRate || law.suspension != 0 ||
                        law.security_covers > 0 || law.claim_days > 0;
      if (said) context_.diagnostics->AddWarning("law.without", {customer.id}, Place("law"));
      return;
    }
    const bool files = std::any_of(scenario_.tasks.begin(), scenario_.tasks.end(),
                                   [](const Task& task) { return task.files_claim; });
    if (law.claim_days > 0 && !files) Add("law.no_filing", {customer.id}, Place("law"));
  }

  void CheckCustomer() {
    const Customer& customer = scenario_.customers[customer_];
    CheckIds(customer.people, "person", "people");
    CheckIds(customer.facts, "fact", "facts");
    CheckIds(customer.documents, "document", "documents");
    CheckIds(customer.spots, "spot", "spots");
    CheckIds(customer.invoices, "invoice", "invoices");
    CheckGates(customer);
    CheckSuperiors(customer);
    CheckLaw(customer);
    for (std::size_t b = 0; b < scenario_.blockers.size(); ++b) {
      for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
        const Invoice& invoice = customer.invoices[i];
        if (!invoice.collectable || invoice.blocker_weights[b] == 0) continue;
        CheckFindable(customer, b, i);
        CheckCurable(customer, b, i);
        CheckBlockerGate(scenario_.blockers[b]);
      }
    }
    const auto& invoices = customer.invoices;
    if (customer.claim >= invoices.size() || !invoices[customer.claim].collectable ||
        invoices[customer.claim].amount <= invoices[customer.claim].paid) {
      Add("claim.no_amount", {customer.id}, Place("claim"));
      return;
    }
    for (const Invoice& invoice : invoices) {
      if (invoice.collectable) CheckCash(customer, invoice.amount);
    }
  }

  // Amounts are reckoned in weeks of normal payables; the quotient must fit fixed point.
  void CheckCash(const Customer& customer, Cents claim) {
    constexpr Cents kMaxWeeks = 1000;
    const Cents weekly = customer.weekly_payables;
    if (weekly >= 100 && claim / weekly < kMaxWeeks) return;
    const Cents weeks = weekly > 0 ? claim / weekly : claim;
    Add("money.too_much_for_cash", {std::to_string(weeks), std::to_string(kMaxWeeks)},
        Place("cash"));
  }

  // A payment run is reached by way of the cash plan.
  void CheckBlockerGate(const Blocker& blocker) {
    if (blocker.gate != Gate::kPaymentRun) return;
    const std::string gate(kGateNames.NameOf(static_cast<int>(blocker.gate)));
    Add("blocker.bad_gate", {blocker.id, "@gate." + gate}, TopPlace("catalogue", "blockers"));
  }

  // The papers a blocker's remedy needs exist at the customer, and something says that it is there.
  void CheckCurable(const Customer& customer, std::size_t blocker, std::size_t invoice) {
    const Blocker& def = scenario_.blockers[blocker];
    for (std::size_t n = 0; n < def.needs.size(); ++n) {
      if (def.needs[n].kind != NeedKind::kDocument) continue;
      if (customer.links.needs[blocker][n].ref != kNone) continue;
      const std::uint8_t paper = def.needs[n].ref;
      Add("customer.paper_missing",
          {def.id, customer.id, paper < scenario_.papers.size() ? scenario_.papers[paper] : "?"},
          Place("documents"));
    }
    const bool said =
        std::any_of(customer.facts.begin(), customer.facts.end(), [&](const Fact& fact) {
          return fact.problem && fact.blocker == blocker && fact.invoice == invoice;
        });
    if (!said) Add("task.no_fact", {def.id}, Place("facts"));
  }

  bool CanBeReached(const Customer& customer, std::size_t person) const {
    if (customer.people[person].known_at_start) return true;
    const auto names = [&](const Person& other) { return other.refers_to == person; };
    const auto introduces = [&](const Fact& fact) { return fact.introduces == person; };
    return std::any_of(customer.people.begin(), customer.people.end(), names) ||
           std::any_of(customer.facts.begin(), customer.facts.end(), introduces);
  }
  void CheckGates(const Customer& customer) {
    std::set<std::size_t> reported;
    for (std::size_t g = 0; g < kGates; ++g) {
      const std::size_t owner = customer.gates[g].owner;
      if (owner >= customer.people.size()) continue;  // reported as ref.unknown
      const Person& person = customer.people[owner];
      const std::string gate(kGateNames.NameOf(static_cast<int>(g)));
      if ((person.duties >> g & 1U) == 0) {
        Add("gate.owner_without_duty", {gate, person.id}, Place("process", g));
      }
      if (!CanBeReached(customer, owner) && reported.insert(owner).second) {
        Add("person.unreachable", {person.id, gate}, Place("people", owner));
      }
    }
  }
  void CheckSuperiors(const Customer& customer) {
    for (std::size_t i = 0; i < customer.people.size(); ++i) {
      std::size_t at = i;
      for (std::size_t step = 0; step <= customer.people.size(); ++step) {
        at = customer.people[at].superior;
        if (at >= customer.people.size()) break;
        if (at != i) continue;
        Add("person.cycle", {customer.people[i].id}, Place("people", i));
        return;  // one report names the cycle
      }
    }
  }

  // Independent ways to find out about a blocker: somebody who knows, a paper, a task, a look.
  int WaysToFind(const Customer& customer, std::size_t blocker, std::size_t invoice) const {
    const auto about = [&](std::size_t fact) {
      return fact < customer.facts.size() && customer.facts[fact].blocker == blocker &&
             customer.facts[fact].invoice == invoice;
    };
    int ways = 0;
    for (std::size_t f = 0; f < customer.facts.size(); ++f) {
      if (about(f) && customer.facts[f].known_by != 0) ++ways;
    }
    for (const Document& document : customer.documents) {
      if (about(document.fact)) ++ways;
      for (const Field& field : document.fields) {
        if (about(field.fact)) ++ways;
      }
    }
    for (const Spot& spot : customer.spots) {
      if (std::any_of(spot.facts.begin(), spot.facts.end(), about)) ++ways;
    }
    for (const auto& facts : customer.links.reveals) {
      if (std::any_of(facts.begin(), facts.end(), about)) ++ways;
    }
    return ways;
  }
  void CheckFindable(const Customer& customer, std::size_t blocker, std::size_t invoice) {
    const int ways = WaysToFind(customer, blocker, invoice);
    if (ways >= kMinWaysToFind) return;
    Add("blocker.undiscoverable",
        {scenario_.blockers[blocker].id, customer.id, std::to_string(ways),
         std::to_string(kMinWaysToFind)},
        Place("facts"));
  }

  const Scenario& scenario_;
  const JsonValue& root_;
  ReadContext& context_;
  std::size_t customer_ = 0;
};

}  // namespace

void CheckScenario(const Scenario& scenario, const JsonValue& root, ReadContext& context) {
  Checker(scenario, root, context).Run();
}

}  // namespace huikuan::content
