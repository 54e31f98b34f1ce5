#include <gtest/gtest.h>

#include "core/date.h"
#include "core/fixed.h"
#include "core/hash.h"
#include "core/philox.h"
#include "core/tables.h"

namespace huikuan {
namespace {

TEST(Fixed, RoundsHalfToEven) {
  EXPECT_EQ(DivRound(5, 2), 2);
  EXPECT_EQ(DivRound(7, 2), 4);
  EXPECT_EQ(DivRound(-5, 2), -2);
  EXPECT_EQ(DivRound(-7, 2), -4);
  EXPECT_EQ(DivRound(1, 3), 0);
  EXPECT_EQ(DivRound(-1, 3), 0);
  EXPECT_EQ(DivRound(2, 3), 1);
}

TEST(Fixed, MoneyNeverOverflowsAtATrillion) {
  const Cents trillion = 1'000'000'000'000'00LL;
  EXPECT_EQ(MulMoney(trillion, kOne), trillion);
  EXPECT_EQ(MulMoney(trillion, kOne / 2), trillion / 2);
  EXPECT_EQ(MulMoney(kMaxMoney, 4 * kOne), 4 * kMaxMoney);
  EXPECT_EQ(MulPpm(kMaxMoney, 1'000'000), kMaxMoney);
  EXPECT_EQ(MulPpm(-100, 500'000), -50);
}

TEST(Fixed, HundredthsAreExactlyRounded) {
  EXPECT_EQ(Hundredths(100), kOne);
  EXPECT_EQ(Hundredths(50), kOne / 2);
  EXPECT_EQ(Hundredths(-100), -kOne);
}

TEST(Dates, RoundTripEveryDayOfThreeCenturies) {
  for (Date d = FromCivil(1900, 1, 1); d <= FromCivil(2199, 12, 31); d += 1) {
    const Civil c = ToCivil(d);
    ASSERT_EQ(FromCivil(c.year, c.month, c.day), d);
  }
}

TEST(Dates, KnownWeekdays) {
  EXPECT_EQ(Weekday(FromCivil(1970, 1, 1)), 3);   // Thursday
  EXPECT_EQ(Weekday(FromCivil(2026, 3, 2)), 0);   // Monday
  EXPECT_EQ(Weekday(FromCivil(2000, 2, 29)), 1);  // Tuesday
}

TEST(Dates, StrictIso) {
  EXPECT_EQ(ParseDate("2026-03-02").value(), FromCivil(2026, 3, 2));
  EXPECT_EQ(FormatIso(FromCivil(2026, 3, 2)), "2026-03-02");
  for (const char* bad : {"", "2026-3-2", "2026-02-30", "2026-13-01", "2026/03/02", "20260302",
                          "2026-03-02 ", "１２３４-03-02", "1899-01-01", "2026-00-10"}) {
    const Result<Date> r = ParseDate(bad);
    ASSERT_FALSE(r.ok()) << bad;
    EXPECT_EQ(r.error().code, "date.bad");
  }
}

// Known-answer vectors of Random123 (kat_vectors, philox4x32 10).
TEST(Philox, KnownAnswers) {
  EXPECT_EQ(Philox({0, 0, 0, 0}, {0, 0}),
            (PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(Philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(Philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Tables, LogisticIsMonotoneAndSymmetric) {
  Q16 last = 0;
  for (Q16 x = -9 * kOne; x <= 9 * kOne; x += 777) {
    const Q16 y = Logistic(x);
    EXPECT_GE(y, last);
    EXPECT_LE(std::abs(y + Logistic(-x) - kOne), 2);
    last = y;
  }
  EXPECT_EQ(Logistic(0), kOne / 2);
  EXPECT_NEAR(Logistic(kOne), 47911, 4);  // 1/(1+e^-1) = 0.731059
}

TEST(Tables, NormalBinsAreQuantiles) {
  for (int bin = 0; bin < 32; ++bin) {
    EXPECT_EQ(NormalBin(bin), NormalQuantile(static_cast<std::uint16_t>(bin * 2048 + 1024))) << bin;
  }
}

TEST(Tables, NormalQuantileIsSymmetric) {
  for (int u = 0; u < 65536; u += 321) {
    const Q16 a = NormalQuantile(static_cast<std::uint16_t>(u));
    EXPECT_LT(a, 4 * kOne);
    EXPECT_GT(a, -4 * kOne);
  }
  EXPECT_NEAR(NormalQuantile(32768), 0, 200);
}

TEST(Hash, DependsOnEveryByteAndTheLength) {
  const std::uint64_t a = HashText(0, "abcdefgh");
  EXPECT_NE(a, HashText(0, "abcdefgi"));
  EXPECT_NE(a, HashText(1, "abcdefgh"));
  EXPECT_NE(HashText(0, std::string_view("a\0", 2)), HashText(0, "a"));
}

}  // namespace
}  // namespace huikuan
