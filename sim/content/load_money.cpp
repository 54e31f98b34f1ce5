// How a customer pays: seasons and shocks of its cash, insolvency, instruments.
#include "content/loader.h"

namespace huikuan::content {

namespace {

constexpr std::size_t kMaxSeasons = 12;  // a customer

}  // namespace

void ReadCashEvents(ObjectReader& cash, Paying* paying) {
  cash.Doc("dates between which their mean cash is another")
      .Each("season", Presence::kOptional, kMaxSeasons, [&](ObjectReader& row) {
        Season season;
        season.from = row.DateOf("from", Presence::kRequired);
        season.to = row.DateOf("to", Presence::kRequired);
        season.factor = row.Doc("of the mean").Decimal("factor", {0, 4});
        if (season.from == kNoDate || season.to == kNoDate) return;
        if (season.from > season.to) {
          row.context().diagnostics->AddError(
              "season.order", {FormatIso(season.from), FormatIso(season.to)}, row.At("from"));
          return;
        }
        paying->seasons.push_back(season);
      });
  paying->shock =
      cash.Doc("chance a month of losing half a week's cash").Decimal("shock", kUnit, 0);
}

void ReadPaying(ObjectReader& customer, Paying* paying) {
  paying->insolvency = customer.Doc("chance a day of filing while their cash is at nothing")
                           .Decimal("insolvency", kUnit, 0);
  paying->settles = customer
                        .Doc(
                            "chance a day that a difference about goods, account or invoice is "
                            "cleared up without us")
                        .Decimal("settles", kUnit, 0);
  customer.Doc("how often each instrument is the one they offer; without it, transfer")
      .Object("pays_by", Presence::kOptional, [&](ObjectReader& row) {
        static constexpr const char* kNames[kInstruments] = {"transfer", "bank_bill",
                                                             "commercial_bill", "voucher"};
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < kInstruments; ++i) {
          paying->pays_by[i] = static_cast<std::uint32_t>(row.Integer(kNames[i], 0, 1000, 0));
          sum += paying->pays_by[i];
        }
        if (row.describing() || sum != 0) return;
        row.context().diagnostics->AddError("weights.zero", {"pays_by"}, row.At(""));
        paying->pays_by = {1, 0, 0, 0};
      });
  // Bills run six months at most since 2023, vouchers normally so and never longer than a year
  // (PBOC; domain.md §1, gate 8).
  paying->bill_days =
      customer.Doc("calendar days their bills run").Integer("bill_days", 1, 360, 180);
  paying->cash_term = customer.Doc("the contract says: by transfer").Bool("cash_term", false);
}

}  // namespace huikuan::content
