// Customers of a case: people, process, facts, papers, spots, invoices.
#include <algorithm>

#include "content/loader.h"

namespace huikuan::content {
namespace {

std::vector<std::string> Ids(const JsonValue* list) {
  std::vector<std::string> ids;
  if (list == nullptr || list->kind != JsonValue::Kind::kArray) return ids;
  for (const JsonValue& item : list->items) {
    const JsonValue* id = item.Find("id");
    ids.push_back(id != nullptr && id->kind == JsonValue::Kind::kString ? id->text : "");
  }
  return ids;
}

// One customer. References go forwards and backwards in the file, so ids are gathered first.
class CustomerReader {
 public:
  CustomerReader(ObjectReader& reader, const CaseLinks& links, const Scenario& scenario,
                 const JsonValue* raw)
      : reader_(reader), context_(reader.context()), links_(links), scenario_(scenario) {
    if (raw == nullptr) return;
    people_ = Ids(raw->Find("people"));
    facts_ = Ids(raw->Find("facts"));
    invoices_ = Ids(raw->Find("invoices"));
    documents_ = Ids(raw->Find("documents"));
    if (const JsonValue* deal = raw->Find("deal")) {
      for (std::string& id : Ids(deal->Find("invoices"))) invoices_.push_back(std::move(id));
    }
  }

  Customer Read() {
    customer_.id = reader_.Id("id");
    customer_.name = reader_.Text("name", Presence::kRequired);
    customer_.note = reader_.Text("note", Presence::kRequired);
    ReadMoney();
    ReadBlockers();
    ReadInvoices();
    ReadOrders(reader_, scenario_, invoices_, links_.blockers.size(), &customer_);
    ReadTheDeal();
    ReadPeople();
    ReadProcess();
    ReadFacts();
    ReadSettlement(reader_, facts_, &customer_);
    ReadMessageGroup(reader_, people_, &customer_);
    ReadDocuments();
    ReadSpots();
    customer_.terms =
        reader_.Doc("of the contract, as {name} in texts: a text, a date or an amount")
            .Terms("terms");
    ReadTypes();
    ReadRuns();
    return std::move(customer_);
  }

 private:
  static std::uint8_t Byte(int n) { return static_cast<std::uint8_t>(n); }
  Ref Optional(ObjectReader& row, std::string_view key) {
    return row.RefOf(key, Presence::kOptional);
  }
  std::uint8_t Person_(const Ref& ref) { return Resolve(context_, ref, people_, "person"); }
  std::uint8_t Fact_(const Ref& ref) { return Resolve(context_, ref, facts_, "fact"); }
  std::uint8_t Blocker_(const Ref& ref) {
    return Resolve(context_, ref, links_.blockers, "blockers");
  }
  std::uint16_t PeopleBits(const std::vector<Ref>& refs) {
    unsigned bits = 0;
    for (const Ref& ref : refs) {
      const std::uint8_t person = Person_(ref);
      if (person < world::kMaxPeople) bits |= 1U << person;
    }
    return static_cast<std::uint16_t>(bits);
  }

  InvoiceId Invoice_(ObjectReader& row) {
    const Ref ref = Optional(row.Doc("the invoice it is about; without it the claim"), "invoice");
    if (ref.id.empty()) return customer_.claim;
    const std::uint8_t invoice = Resolve(context_, ref, invoices_, "invoice");
    return invoice == kNone ? customer_.claim : invoice;
  }

  // Weights by blocker index, the last one for "nothing stands in the way".
  std::vector<std::uint32_t> BlockerWeights(const std::map<std::string, int>& weights) const {
    std::vector<std::uint32_t> out;
    for (const std::string& blocker : links_.blockers) {
      const auto found = weights.find(blocker);
      out.push_back(found == weights.end() ? 0U : static_cast<std::uint32_t>(found->second));
    }
    const auto none = weights.find(std::string(kNoBlockerName));
    out.push_back(none == weights.end() ? 0U : static_cast<std::uint32_t>(none->second));
    return out;
  }
  std::map<std::string, int> OwnBlockers(ObjectReader& row, std::map<std::string, int> otherwise) {
    const auto own = row.Doc(
                            "how often each blocker is drawn, instead of the weights above it; "
                            "\"none\": nothing "
                            "stands in the way")
                         .Weights("blockers", Presence::kOptional);
    if (own.empty()) return otherwise;
    std::map<std::string, int> weights;
    for (const auto& [ref, weight] : own) {
      if (ref.id != kNoBlockerName) Blocker_(ref);
      weights[ref.id] = weight;
    }
    return weights;
  }
  void ReadBlockers() { blockers_ = OwnBlockers(reader_, links_.blocker_weights); }

  void ReadRuns() {
    RunPlan runs = links_.runs;
    if (reader_.describing() || reader_.Has("runs")) {
      reader_.Doc("their payment runs, instead of the case's")
          .Object("runs", Presence::kOptional, [&](ObjectReader& row) { runs = ReadRunPlan(row); });
    }
    if (!reader_.describing()) customer_.days = MakeRuns(runs, scenario_);
  }

  void ReadMoney() {
    const Ref claim =
        reader_.Doc("the main invoice: facts and papers are about it unless they name another")
            .RefOf("claim", Presence::kRequired);
    const std::uint8_t invoice = Resolve(context_, claim, invoices_, "invoice");
    customer_.claim = invoice == kNone ? Byte(0) : invoice;
    claim_told_ = reader_.Doc("where we believe the claim stands")
                      .NameOf<Gate>("told_gate", kGateNames);
    customer_.due_by_itself = static_cast<Day>(
        reader_.Doc("business day from which they accept without our word that the claim is due")
            .Integer("due_by_itself", 0, world::kMaxDays, 38));
    reader_.Doc("in weeks of normal payables")
        .Object("cash", Presence::kRequired, [&](ObjectReader& cash) {
          customer_.cash_mean = cash.Decimal("mean", {0, 100});
          customer_.cash_sigma = cash.Decimal("sigma", {0, 10});
          customer_.cash_reversion = cash.Decimal("reversion", kUnit);
          customer_.claims = cash.Doc("of rivals").Decimal("claims", {0, 100});
          customer_.floor = cash.Doc("what the treasurer keeps back").Decimal("floor", {0, 100});
          customer_.weekly_payables = cash.Money("weekly_payables");
          ReadCashEvents(cash, &customer_.paying);
        });
    ReadPaying(reader_, &customer_.paying);
    ReadStanding(reader_, &customer_.law);
    customer_.visit_gate = reader_.Doc("chance to be let in").Decimal("visit_gate", kUnit);
    customer_.future_margin =
        reader_.Doc("of future orders, share of the ledger").Decimal("future_margin", kUnit);
    customer_.dependence = reader_.Doc("on us as a supplier").Decimal("dependence", kUnit);
  }

  void ReadInvoices() {
    reader_.Each("invoices", Presence::kRequired, world::kMaxInvoices, [&](ObjectReader& row) {
      Invoice invoice;
      invoice.id = row.Id("id");
      invoice.number = row.Text("number", Presence::kRequired);
      invoice.title = row.Text("title", Presence::kRequired);
      invoice.amount = row.Money("amount");
      invoice.served = row.Doc("receipt or acceptance, from which days to pay run")
                           .DateOf("served", Presence::kOptional);
      invoice.due =
          row.Doc("by the contract; left out where it is silent and \"served\" is given")
              .DateOf("due", invoice.served == kNoDate ? Presence::kRequired : Presence::kOptional);
      invoice.renewed = row.Doc("limitation last began anew: sealed statement, part payment")
                            .DateOf("renewed", Presence::kOptional);
      invoice.collectable = row.Bool("collectable", true);
      invoice.paid = row.Money("paid", 0);
      ReadPlace(row, &invoice);
      if (invoice.paid > invoice.amount) {
        context_.diagnostics->AddError("invoice.overpaid", {invoice.id}, row.At("paid"));
      }
      customer_.invoices.push_back(invoice);
    });
  }

  void ReadTheDeal() {
    const std::vector<std::uint32_t> weights = BlockerWeights(blockers_);
    reader_
        .Doc(
            "the sale, when the case begins before the contract; its invoices follow the list "
            "above")
        .Object("deal", Presence::kOptional, [&](ObjectReader& row) {
          ReadDeal(row, {people_, documents_, links_, weights}, scenario_, &customer_);
        });
  }

  // Where the invoice stands in their process at the opening.
  void ReadPlace(ObjectReader& row, Invoice* invoice) {
    const Gate otherwise =
        customer_.invoices.size() == customer_.claim ? claim_told_ : Gate::kApproval;
    invoice->told_gate = row.Doc("where we believe it stands")
                             .NameOf<Gate>("told_gate", kGateNames, otherwise);
    invoice->gate = row.Doc("where it stands when nothing blocks it")
                        .NameOf<Gate>("gate", kGateNames, Gate::kApproval);
    const Date starts =
        row.Doc("its process runs from this day; without it from the opening")
            .DateOf("starts", Presence::kOptional);
    if (starts != kNoDate && !row.describing()) {
      const std::size_t day = BusinessDayFrom(scenario_, starts);
      invoice->starts = static_cast<Day>(std::min<std::size_t>(day, scenario_.days.size()));
    }
    invoice->retention =
        row.Doc("warranty money, which nobody pays unasked").Bool("retention", false);
    invoice->blocker_weights = BlockerWeights(OwnBlockers(row, blockers_));
    std::uint64_t sum = 0;
    for (const std::uint32_t weight : invoice->blocker_weights) sum += weight;
    if (!row.describing() && sum == 0 && invoice->collectable) {
      context_.diagnostics->AddError("weights.zero", {What("blockers")}, row.At("blockers"));
    }
  }

  void ReadPeople() {
    reader_.Each("people", Presence::kRequired, world::kMaxPeople, [&](ObjectReader& row) {
      Person person;
      person.id = row.Id("id");
      person.role = row.NameOf<Role>("role", kRoleNames);
      person.portrait = Byte(row.Integer("portrait", 0, 63, 0));
      person.name = row.Text("name", Presence::kRequired);
      person.familiar = row.Doc("what friends at work call them").Text("familiar", Presence::kOptional);
      person.title = row.Text("title", Presence::kRequired);
      person.part = row.Doc("what they do in the payment").Text("part", Presence::kRequired);
      person.known_at_start = row.Bool("known_at_start", false);
      person.gatekeeper = row.Doc("answers the main number").Bool("gatekeeper", false);
      person.behind_gatekeeper = row.Bool("behind_gatekeeper", false);
      person.duties = static_cast<std::uint16_t>(
          row.Doc("gates owned").NameBits("duties", kGateNames, Presence::kOptional));
      person.listens_to = PeopleBits(row.Refs("listens_to", Presence::kOptional));
      person.superior = Person_(Optional(row, "superior"));
      person.refers_to = Person_(Optional(row.Doc("whom they name when asked who"), "refers_to"));
      person.authority = row.Decimal("authority", kUnit);
      person.honesty = row.Decimal("honesty", kUnit);
      person.trust = row.Doc("at the start").Decimal("trust", kUnit);
      person.trust_spread = row.Doc("± drawn").Decimal("trust_spread", kUnit, 0);
      person.reach = row.Doc("chance to be reached in a call").Decimal("reach", kUnit);
      person.agrees = row.Doc("logit added to requests").Decimal("agrees", kLogit, 0);
      person.wechat = row.Doc("we have their WeChat from the start").Bool("wechat", false);
      customer_.people.push_back(person);
    });
  }

  void ReadProcess() {
    std::size_t gates = 0;
    const Where where = reader_.At("process");
    reader_.Doc("the eight gates in order")
        .Each("process", Presence::kRequired, kGates, [&](ObjectReader& row) {
          const Where at = row.At("gate");
          const auto gate = row.NameOf<Gate>("gate", kGateNames);
          GateDef def;
          const Ref owner = row.RefOf("owner", Presence::kRequired);
          const std::uint8_t person = Person_(owner);
          def.owner = person == kNone ? Byte(0) : person;
          def.hazard =
              row.Doc("chance a day to pass when nothing is in the way").Decimal("hazard", kUnit);
          def.willing =
              row.Doc("faster with urgency, slower with resistance").Bool("willing", false);
          if (row.describing()) return;
          if (static_cast<std::size_t>(gate) != gates) {
            context_.diagnostics->AddError(
                "gate.wrong_order",
                {std::string(kGateNames.NameOf(static_cast<int>(gate))),
                 std::string(kGateNames.NameOf(static_cast<int>(gates)))},
                at);
          }
          customer_.gates[gates++] = def;
        });
    if (!reader_.describing() && reader_.Has("process") && gates != kGates) {
      context_.diagnostics->AddError("gate.incomplete", {std::to_string(gates)}, where);
    }
  }

  void ReadFacts() {
    reader_.Each("facts", Presence::kRequired, world::kMaxFacts, [&](ObjectReader& row) {
      Fact fact;
      fact.id = row.Id("id");
      fact.target =
          row.Doc("the question that brings it out").NameOf<Target>("target", kTargetNames);
      fact.gate = row.NameOf<Gate>("gate", kGateNames);
      fact.blocker = Blocker_(
          Optional(row.Doc("true when this blocker was drawn; without it always"), "blocker"));
      fact.invoice = Invoice_(row);
      fact.problem = row.Doc("it blocks the money").Bool("problem", false);
      fact.reveals_gate = row.Bool("reveals_gate", false);
      fact.due_clause = row.Bool("due_clause", false);
      fact.not_due = row.Bool("not_due", false);
      fact.reveals_dates = row.Bool("reveals_dates", false);
      fact.text = row.Doc("as noted in our file").Text("text", Presence::kRequired);
      fact.tell = row.Doc("when somebody tells it").Text("tell", Presence::kOptional);
      fact.known_by = PeopleBits(row.Refs("known_by", Presence::kOptional));
      fact.logit = row.Doc("ease of telling").Decimal("logit", kLogit, 0);
      fact.introduces = Person_(Optional(row, "introduces"));
      if (fact.known_by != 0 && fact.tell == 0) {
        context_.diagnostics->AddError("fact.no_words", {fact.id}, row.At("known_by"));
      }
      customer_.facts.push_back(fact);
    });
  }

  void ReadFields(ObjectReader& row, Document* document) {
    row.Each("fields", Presence::kOptional, kMaxFields, [&](ObjectReader& item) {
      Field field;
      field.id = item.Id("id");
      field.label = item.Text("label", Presence::kRequired);
      field.value = item.Text("value", Presence::kRequired);
      field.wrong = item.Doc("shown when the blocker was drawn").Text("wrong", Presence::kOptional);
      field.blocker = Blocker_(Optional(item, "blocker"));
      field.fact = Fact_(Optional(item.Doc("learnt by inspecting it"), "fact"));
      document->fields.push_back(field);
    });
    row.Each("seals", Presence::kOptional, 8, [&](ObjectReader& item) {
      Seal seal;
      seal.who = item.Text("who", Presence::kRequired);
      seal.present = item.Bool("present", true);
      seal.missing_if =
          Blocker_(Optional(item.Doc("blocker for which it is missing"), "missing_if"));
      document->seals.push_back(seal);
    });
  }

  void ReadDocuments() {
    reader_.Each("documents", Presence::kRequired, world::kMaxDocuments, [&](ObjectReader& row) {
      Document document;
      document.id = row.Id("id");
      document.form = Byte(row.NameOf<int>("form", kFormNames));
      document.title = row.Text("title", Presence::kRequired);
      document.body = row.Text("body", Presence::kRequired);
      document.in_file = row.Doc("we hold it at the start").Bool("in_file", true);
      document.minutes = Byte(row.Doc("to open").Integer("minutes", 0, 120, 3));
      document.amount = row.Money("amount", 0);
      document.date = row.DateOf("date", Presence::kOptional);
      document.invoice = Invoice_(row);
      document.fact = Fact_(Optional(row.Doc("learnt by opening it"), "fact"));
      ReadFields(row, &document);
      customer_.documents.push_back(std::move(document));
    });
  }

  void ReadSpots() {
    reader_.Each("spots", Presence::kOptional, world::kMaxSpots, [&](ObjectReader& row) {
      Spot spot;
      spot.id = row.Id("id");
      spot.title = row.Text("title", Presence::kRequired);
      spot.plain = row.Doc("seen when nothing special is so").Text("plain", Presence::kRequired);
      spot.minutes = Byte(row.Integer("minutes", 0, 240, 15));
      for (const Ref& ref : row.Doc("seen if true").Refs("facts", Presence::kOptional)) {
        const std::uint8_t fact = Fact_(ref);
        if (fact != kNone) spot.facts.push_back(fact);
      }
      customer_.spots.push_back(std::move(spot));
    });
  }

  // The case's weights, or the customer's own.
  void ReadTypes() {
    std::map<std::string, int> weights = links_.type_weights;
    const auto own =
        reader_.Doc("instead of the case's weights").Weights("types", Presence::kOptional);
    if (!own.empty()) weights.clear();
    for (const auto& [ref, weight] : own) {
      if (Resolve(context_, ref, links_.types, "types") != kNone) weights[ref.id] = weight;
    }
    std::uint64_t sum = 0;
    for (const std::string& type : links_.types) {
      const auto found = weights.find(type);
      const int weight = found == weights.end() ? 0 : found->second;
      customer_.type_weights.push_back(static_cast<std::uint32_t>(weight));
      sum += static_cast<std::uint64_t>(weight);
    }
    if (!reader_.describing() && sum == 0) {
      context_.diagnostics->AddError("weights.zero", {What("types")}, reader_.At("types"));
    }
  }

  ObjectReader& reader_;
  ReadContext& context_;
  const CaseLinks& links_;
  const Scenario& scenario_;
  std::vector<std::string> people_, facts_, invoices_, documents_;
  std::map<std::string, int> blockers_;
  Gate claim_told_ = Gate::kDelivery;
  Customer customer_;
};

}  // namespace

void ReadCustomers(ObjectReader& reader, const CaseLinks& links, Scenario* scenario) {
  reader.Each("customers", Presence::kRequired, world::kMaxCustomers, [&](ObjectReader& row) {
    scenario->customers.push_back(CustomerReader(row, links, *scenario, row.raw()).Read());
  });
}

}  // namespace huikuan::content
