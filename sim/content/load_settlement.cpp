// How an open debt may be bargained over: "settlement" of a customer, "bargaining" of a type.
#include "content/loader.h"

namespace huikuan::content {
namespace {

constexpr Name kStyleRows[] = {
    {"competing", static_cast<int>(BargainingStyle::kCompeting), "gives way late, if at all"},
    {"collaborating", static_cast<int>(BargainingStyle::kCollaborating),
     "looks for what costs one little and helps the other"},
    {"compromising", static_cast<int>(BargainingStyle::kCompromising), "meets half-way, steadily"},
    {"avoiding", static_cast<int>(BargainingStyle::kAvoiding),
     "names no terms of their own before they must"},
    {"accommodating", static_cast<int>(BargainingStyle::kAccommodating), "gives way early"},
};
constexpr NameSet kStyleNames{"bargaining_style", kStyleRows};

// A position of an issue as one name: issue × kWide + position.
constexpr int kWide = 8;
constexpr Name kPositionRows[] = {
    {"now_0", 0, "nothing at once"},
    {"now_25", 1, "a quarter at once"},
    {"now_50", 2, "half at once"},
    {"now_75", 3, "three quarters at once"},
    {"now_100", 4, "all at once"},
    {"rest_next_run", kWide + 0, "the rest from the next payment run on"},
    {"rest_run_2", kWide + 1, "… from the one after"},
    {"rest_run_3", kWide + 2, "… from the third"},
    {"rest_run_4", kWide + 3, "… from the fourth"},
    {"one_part", 2 * kWide + 0, "the rest in one sum"},
    {"two_parts", 2 * kWide + 1, "the rest in two parts"},
    {"three_parts", 2 * kWide + 2, "the rest in three parts"},
    {"six_parts", 2 * kWide + 3, "the rest in six parts"},
    {"no_security", 3 * kWide + 0, "nothing secures the rest"},
    {"signed_balance", 3 * kWide + 1, "they sign and seal what is owed"},
    {"bank_draft", 3 * kWide + 2, "a bank acceptance bill"},
    {"guarantee", 3 * kWide + 3, "a guarantee"},
    {"retention_of_title", 3 * kWide + 4, "goods stay ours until paid"},
    {"no_discount", 4 * kWide + 0, "no discount"},
    {"discount_half", 4 * kWide + 1, "0.5 %"},
    {"discount_1", 4 * kWide + 2, "1 %"},
    {"discount_2", 4 * kWide + 3, "2 %"},
    {"hold", 5 * kWide + 0, "no goods meanwhile"},
    {"prepay", 5 * kWide + 1, "goods against money first"},
    {"continue", 5 * kWide + 2, "goods as usual"},
    {"priority", 5 * kWide + 3, "goods before others"},
};
constexpr NameSet kPositionNames{"settlement_position", kPositionRows};
constexpr std::string_view kConcernNames[kBargainingConcerns] = {"liquidity", "security", "discount",
                                                                 "supply"};

}  // namespace

void ReadBargaining(ObjectReader& reader, Bargaining* bargaining) {
  reader.Doc("how their people bargain over a debt")
      .Object("bargaining", Presence::kOptional, [&](ObjectReader& row) {
        bargaining->style = row.NameOf<BargainingStyle>("style", kStyleNames);
        row.Doc("how heavily each concern weighs, on any scale; at least one above 0")
            .Object("weights", Presence::kRequired, [&](ObjectReader& weights) {
              Q16 sum = 0;
              for (int i = 0; i < kBargainingConcerns; ++i) {
                sum += bargaining->weights[static_cast<std::size_t>(i)] =
                    weights.Decimal(kConcernNames[i], {0, 100}, 0);
              }
              if (sum == 0 && !weights.describing()) {
                weights.context().diagnostics->AddError("settlement.weights", {}, weights.At(""));
                bargaining->weights[0] = kOne;
              }
            });
        bargaining->reciprocity = row.Doc("weight of tit-for-tat in what they ask for")
                                      .Decimal("reciprocity", kUnit, 0);
      });
}

void ReadSettlement(ObjectReader& reader, const std::vector<std::string>& facts,
                    Customer* customer) {
  reader.Doc("the deal table: how the open debt may be bargained over")
      .Object("settlement", Presence::kOptional, [&](ObjectReader& row) {
        Settlement& s = customer->settlement;
        s.on = true;
        s.reservation = row.Doc("utility of carrying on without a deal, before anybody spoke")
                            .Decimal("reservation", kUnit, Hundredths(55));
        s.spread = row.Doc("± drawn").Decimal("spread", kUnit, Hundredths(10));
        s.rounds = row.Doc("offers they hear before their last word, ± 1 drawn")
                       .Integer("rounds", 2, 8, 5);
        s.minutes = row.Doc("of one offer").Integer("minutes", 1, 60, 10);
        row.Doc("what makes a position worth more to them than it seems")
            .Each("interests", Presence::kOptional, kMaxInterests, [&](ObjectReader& item) {
              SettlementInterest interest;
              const int position = item.NameOf<int>("wants", kPositionNames);
              interest.issue = static_cast<std::uint8_t>(position / kWide);
              interest.value = static_cast<std::uint8_t>(position % kWide);
              interest.extra = item.Doc("where 1 is all they let on").Decimal("extra", kUnit);
              const std::uint8_t fact =
                  Resolve(item.context(),
                          item.Doc("what they say when asked why").RefOf("fact", Presence::kRequired),
                          facts, "fact");
              interest.fact = fact == kNone ? FactId{0} : fact;
              s.interests.push_back(interest);
            });
      });
}

}  // namespace huikuan::content
