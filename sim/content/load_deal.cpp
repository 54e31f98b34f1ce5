// The "deal" of a customer: the sale from the quotation on, and the invoices its contract makes.
#include <algorithm>
#include <string>

#include "content/loader.h"

namespace huikuan::content {
namespace {

constexpr Name kPartRows[] = {
    {"deposit", static_cast<int>(DealPart::kDeposit), "due with signing"},
    {"delivery", static_cast<int>(DealPart::kDelivery), "due with delivery"},
    {"balance", static_cast<int>(DealPart::kBalance), "due after acceptance"},
    {"retention", static_cast<int>(DealPart::kRetention), "warranty money"},
};
constexpr NameSet kPartNames{"deal_part", kPartRows};
constexpr Name kClauseRows[] = {
    {"deemed_acceptance", 0, "accepted unless they object within a set time"},
    {"late_fee", 1, "agreed interest on late payment"},
    {"suspension_right", 2, "we may stop deliveries while something is overdue"},
    {"security", 3, "guarantee, or title kept until paid"},
    {"sme_declaration", 4, "we declare that we are a small or medium enterprise"},
    {"right_entity", 5, "legal entity and tax data checked and written in"},
    {"statement_monthly", 6, "a statement each month, to be sealed"},
    {"address_clause", 7, "where notices may be served"},
};
constexpr NameSet kClauseNames{"deal_clause", kClauseRows};
constexpr std::string_view kNumberNames[kDealNumbers] = {"deposit", "delivery", "retention",
                                                         "term_days", "retention_months"};
constexpr int kNumberMax[kDealNumbers] = {100, 100, 100, 250, 60};
constexpr std::string_view kHomework[] = {"credit_check", "delivery_papers"};

std::string IssueName(int issue) {
  if (issue < kDealNumbers) return std::string(kNumberNames[issue]);
  return std::string(kClauseRows[issue - kDealNumbers].name);
}

// Of one issue, 0..1: they like to pay little now, late, and to hold something back, and to bind
// themselves to nothing.
Q16 Liking(const Deal& deal, const DealTerms& terms, int issue) {
  if (issue >= kDealNumbers) {
    return (terms.clauses >> (issue - kDealNumbers) & 1) != 0 ? 0 : kOne;
  }
  const DealRange range = deal.ranges[static_cast<std::size_t>(issue)];
  if (range.high == range.low) return kOne;
  const int value = NumberAt(terms, issue);
  const bool less_is_better = issue < 2;  // deposit, part due with delivery
  const int from = less_is_better ? range.high - value : value - range.low;
  return static_cast<Q16>(DivRound(static_cast<std::int64_t>(from) * kOne, range.high - range.low));
}

class DealReader {
 public:
  DealReader(ObjectReader& reader, const DealNames& names, const Scenario& scenario,
             Customer* customer)
      : reader_(reader),
        context_(reader.context()),
        names_(names),
        scenario_(scenario),
        customer_(*customer),
        deal_(customer->deal) {}

  void Read() {
    deal_.on = true;
    deal_.price = reader_.Doc("of one order").Money("price");
    deal_.cost = reader_.Doc("of the goods of one order, to us").Money("cost");
    reader_.Doc("lowest and highest of each number that can be proposed")
        .Object("ranges", Presence::kRequired, [&](ObjectReader& row) {
          for (int i = 0; i < kDealNumbers; ++i) {
            const auto [low, high] = row.IntegerPair(kNumberNames[i], 0, kNumberMax[i]);
            deal_.ranges[static_cast<std::size_t>(i)] = {static_cast<std::uint8_t>(low),
                                                         static_cast<std::uint8_t>(high)};
          }
        });
    reader_.Doc("what our house would like")
        .Object("ours", Presence::kRequired, [&](ObjectReader& row) { deal_.ours = Terms(row); });
    reader_.Doc("what they open with; signing at once signs this")
        .Object("theirs", Presence::kRequired,
                [&](ObjectReader& row) { deal_.theirs = Terms(row); });
    reader_.Doc("how heavily each issue weighs for them, on any scale; 0: they do not mind")
        .Object("weights", Presence::kRequired, [&](ObjectReader& row) {
          for (int i = 0; i < kDealIssues; ++i) {
            deal_.weights[static_cast<std::size_t>(i)] = row.Decimal(IssueName(i), {0, 100}, 0);
          }
        });
    ReadBargaining();
    ReadTimes();
    ReadNeglect();
    ReadInvoices();
    if (!reader_.describing()) Check();
  }

 private:
  DealTerms Terms(ObjectReader& row) {
    DealTerms terms;
    for (int i = 0; i < kDealNumbers; ++i) {
      NumberAt(terms, i) =
          static_cast<std::uint8_t>(row.Integer(kNumberNames[i], 0, kNumberMax[i], 0));
    }
    terms.clauses =
        static_cast<std::uint8_t>(row.NameBits("clauses", kClauseNames, Presence::kOptional));
    for (int i = 0; i < kDealNumbers && !row.describing(); ++i) {
      const DealRange range = deal_.ranges[static_cast<std::size_t>(i)];
      const int value = NumberAt(terms, i);
      if (value >= range.low && value <= range.high) continue;
      Add("deal.range",
          {IssueName(i), std::to_string(value), std::to_string(range.low),
           std::to_string(range.high)},
          row.At(kNumberNames[i]));
    }
    return terms;
  }

  void ReadBargaining() {
    deal_.reservation = reader_.Doc("utility below which they would rather buy elsewhere")
                            .Decimal("reservation", kUnit);
    deal_.spread = reader_.Doc("± drawn").Decimal("spread", kUnit, 0);
    deal_.margin = reader_.Doc("how much more they ask for at first").Decimal("margin", kUnit, 0);
    deal_.patience = reader_.Doc("rounds, ± 1 drawn").Integer("patience", 2, 10, 4);
    deal_.minutes = reader_.Doc("of one proposal").Integer("minutes", 1, 120, 25);
    deal_.sign_minutes = reader_.Integer("sign_minutes", 1, 120, 20);
    const std::uint8_t signer = Resolve(
        context_, reader_.Doc("speaks and signs for them").RefOf("signer", Presence::kRequired),
        names_.people, "person");
    deal_.signer = signer == kNone ? PersonId{0} : signer;
    deal_.contract = Resolve(context_,
                             reader_.Doc("the paper that enters our file when signed")
                                 .RefOf("contract", Presence::kOptional),
                             names_.documents, "document");
    for (const Ref& ref : reader_.Doc("the papers that enter it with each delivery")
                              .Refs("papers", Presence::kOptional)) {
      const std::uint8_t paper = Resolve(context_, ref, names_.documents, "document");
      if (paper < world::kMaxDocuments) deal_.papers |= 1U << paper;
    }
    deal_.credit_task = Resolve(
        context_,
        reader_.Doc("task: our homework before signing").RefOf("credit_check", Presence::kOptional),
        names_.links.tasks, "tasks");
    deal_.delivery_task = Resolve(context_,
                                  reader_.Doc("task: our homework before delivery")
                                      .RefOf("delivery_papers", Presence::kOptional),
                                  names_.links.tasks, "tasks");
  }

  void ReadTimes() {
    const int last = static_cast<int>(scenario_.days.size());
    deal_.valid_days = reader_.Doc("business days for which the enquiry, or a second order, waits")
                           .Integer("valid_days", 1, world::kMaxDays, 10);
    deal_.lead_days = reader_.Doc("business days from signing to delivery, the deposit being in")
                          .Integer("lead_days", 1, world::kMaxDays, 10);
    deal_.deposit_days =
        reader_.Doc("calendar days from signing to the deposit").Integer("deposit_days", 0, 90, 7);
    deal_.delivery_days = reader_.Doc("calendar days from delivery to the part due with it")
                              .Integer("delivery_days", 0, 90, 7);
    deal_.accept_days =
        reader_.Doc("calendar days acceptance usually takes").Integer("accept_days", 0, 120, 14);
    deal_.deemed_days = reader_.Doc("calendar days after which it is deemed to be given")
                            .Integer("deemed_days", 1, 120, 10);
    const Date second = reader_.Doc("the day on which they order again")
                            .DateOf("second_order", Presence::kOptional);
    deal_.repeat = static_cast<std::uint32_t>(
        reader_
            .Doc("weight added at the second order to what stood in the way of the first, if its "
                 "cause was left as it was")
            .Integer("repeat", 0, 1000, 4));
    if (reader_.describing()) return;
    for (const DayInfo& day : scenario_.days) deal_.dates.push_back(day.date);
    if (deal_.valid_days >= last) {
      Add("deal.days", {"valid_days", std::to_string(last)}, reader_.At("valid_days"));
    }
    if (second == kNoDate) return;
    deal_.orders = 2;
    const std::size_t day = BusinessDayFrom(scenario_, second);
    deal_.second = static_cast<Day>(day);
    if (second < scenario_.start ||
        day + static_cast<std::size_t>(deal_.lead_days) >= scenario_.days.size()) {
      Add("deal.date", {}, reader_.At("second_order"));
      deal_.second = 0;
    }
  }

  std::vector<std::uint32_t> Weights(ObjectReader& row, std::string_view key) {
    std::vector<std::uint32_t> out(names_.links.blockers.size() + 1, 0);
    for (const auto& [ref, weight] : row.Weights(key, Presence::kOptional)) {
      const std::uint8_t blocker = Resolve(context_, ref, names_.links.blockers, "blockers");
      if (blocker != kNone) out[blocker] = static_cast<std::uint32_t>(weight);
    }
    return out;
  }
  void ReadNeglect() {
    deal_.blockers = names_.weights;
    for (auto& row : deal_.neglect) row.assign(names_.links.blockers.size() + 1, 0);
    reader_
        .Doc(
            "what each neglected item adds to the weights of blockers drawn at delivery; the "
            "credit check's counts once for each 30 days of the term")
        .Object("neglect", Presence::kOptional, [&](ObjectReader& row) {
          for (int i = 0; i < kDealClauses; ++i) {
            deal_.neglect[static_cast<std::size_t>(i)] = Weights(row, kClauseRows[i].name);
          }
          for (int i = 0; i < 2; ++i) {
            deal_.neglect[static_cast<std::size_t>(kDealClauses + i)] = Weights(row, kHomework[i]);
          }
        });
  }

  void ReadInvoices() {
    for (auto& order : deal_.invoices) order.fill(kNone);
    reader_.Doc("of each order: deposit, delivery, balance and retention")
        .Each("invoices", Presence::kRequired, kDealOrders * (kDealParts - 1),
              [&](ObjectReader& row) { ReadInvoice(row); });
  }
  void ReadInvoice(ObjectReader& row) {
    Invoice invoice;
    invoice.id = row.Id("id");
    invoice.number = row.Text("number", Presence::kRequired);
    invoice.title = row.Text("title", Presence::kRequired);
    const int order = row.Integer("order", 1, kDealOrders) - 1;
    invoice.part = row.NameOf<DealPart>("part", kPartNames);
    if (row.describing()) return;
    invoice.deal_order = static_cast<std::uint8_t>(order);
    invoice.blocker_weights.assign(names_.links.blockers.size() + 1, 0);
    invoice.blocker_weights.back() = 1;
    auto& place =
        deal_.invoices[static_cast<std::size_t>(order)][static_cast<std::size_t>(invoice.part)];
    if (place != kNone || order >= deal_.orders) {
      Add("deal.part_twice", {invoice.id}, row.At("part"));
      return;
    }
    if (customer_.invoices.size() >= world::kMaxInvoices) {
      Add("capacity.exceeded",
          {What("invoice"), std::to_string(customer_.invoices.size() + 1),
           std::to_string(world::kMaxInvoices)},
          row.At("id"));
      return;
    }
    place = static_cast<InvoiceId>(customer_.invoices.size());
    // What can be drawn against the order is about its balance: whoever checks that all of it can
    // be found and cured looks there.
    if (order == 0 && invoice.part == DealPart::kBalance) {
      for (std::size_t b = 0; b < names_.links.blockers.size(); ++b) {
        std::uint32_t weight = deal_.blockers[b];
        for (const auto& neglected : deal_.neglect) weight += neglected[b];
        invoice.blocker_weights[b] = weight;
      }
    }
    const int share = invoice.part == DealPart::kDeposit    ? deal_.ours.deposit
                      : invoice.part == DealPart::kDelivery ? deal_.ours.delivery
                      : invoice.part == DealPart::kRetention
                          ? deal_.ours.retention
                          : 100 - deal_.ours.deposit - deal_.ours.delivery - deal_.ours.retention;
    invoice.amount = DivRound(deal_.price * share, 100);
    if (deal_.dates.empty()) return;  // the calendar was reported
    const Day asked = order == 0 ? Day{0} : deal_.second;
    const std::size_t day =
        std::min<std::size_t>(static_cast<std::size_t>(asked), deal_.dates.size() - 1);
    invoice.due = deal_.dates[day] + deal_.accept_days + deal_.ours.term_days;
    customer_.invoices.push_back(invoice);
  }

  void Check() {
    int shares = 0;
    for (int i = 0; i < 3; ++i) shares += deal_.ranges[static_cast<std::size_t>(i)].high;
    if (shares > 100 - kLeastBalance) {
      Add("deal.shares", {std::to_string(shares), std::to_string(100 - kLeastBalance)},
          reader_.At("ranges"));
    }
    if (deal_.cost >= deal_.price) Add("deal.cost", {}, reader_.At("cost"));
    for (int order = 0; order < deal_.orders; ++order) {
      for (int part = 1; part < kDealParts; ++part) {
        if (deal_.invoices[static_cast<std::size_t>(order)][static_cast<std::size_t>(part)] !=
            kNone)
          continue;
        Add("deal.part_missing", {std::to_string(order + 1), std::string(kPartNames.NameOf(part))},
            reader_.At("invoices"));
      }
    }
    // They would not sign what they ask for themselves.
    if (DealUtility(deal_, deal_.theirs) < deal_.reservation + deal_.spread + deal_.margin) {
      Add("deal.refuse_own", {}, reader_.At("theirs"));
    }
  }

  void Add(std::string code, std::vector<std::string> args, Where where) {
    context_.diagnostics->AddError(std::move(code), std::move(args), std::move(where));
  }

  ObjectReader& reader_;
  ReadContext& context_;
  const DealNames& names_;
  const Scenario& scenario_;
  Customer& customer_;
  Deal& deal_;
};

}  // namespace

std::int64_t DealLiking(const Deal& deal, const DealTerms& terms, int issue) {
  const Q16 weight = deal.weights[static_cast<std::size_t>(issue)];
  return static_cast<std::int64_t>(weight) * Liking(deal, terms, issue);
}

Q16 DealMean(const Deal& deal, std::int64_t likings) {
  std::int64_t weights = 0;
  for (const Q16 weight : deal.weights) weights += weight;
  return weights == 0 ? kOne : static_cast<Q16>(DivRound(likings, weights));
}

Q16 DealUtility(const Deal& deal, const DealTerms& terms) {
  std::int64_t sum = 0;
  for (int i = 0; i < kDealIssues; ++i) sum += DealLiking(deal, terms, i);
  return DealMean(deal, sum);
}

void ReadDeal(ObjectReader& reader, const DealNames& names, const Scenario& scenario,
              Customer* customer) {
  DealReader(reader, names, scenario, customer).Read();
}

}  // namespace huikuan::content
