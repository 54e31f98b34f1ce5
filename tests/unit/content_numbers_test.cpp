// Decimals and money from text are exact.
#include <gtest/gtest.h>

#include "content/numbers.h"

namespace huikuan::content {
namespace {

TEST(ContentNumbers, DecimalsRoundHalfToEven) {
  EXPECT_EQ(ParseQ16("0"), 0);
  EXPECT_EQ(ParseQ16("1"), kOne);
  EXPECT_EQ(ParseQ16("0.35"), 22938);  // 22937.6
  EXPECT_EQ(ParseQ16("-0.35"), -22938);
  EXPECT_EQ(ParseQ16("0.5"), 32768);
  EXPECT_EQ(ParseQ16("0.000007629"), 0);  // below half a step
  EXPECT_EQ(ParseQ16("0.000007630"), 1);
  EXPECT_EQ(ParseQ16("9999.999999999"), 9999 * kOne + kOne);
}

TEST(ContentNumbers, WhatIsNoDecimal) {
  for (const char* text : {"", "-", ".5", "5.", "1e3", "+1", "0x1", "01", "1,5", " 1", "1 ", "--1",
                           "12345", "0.1234567890", "1e999", "NaN", "１"}) {
    EXPECT_FALSE(ParseQ16(text)) << text;
  }
}

TEST(ContentNumbers, MoneyIsExact) {
  bool too_large = false;
  EXPECT_EQ(ParseMoney("384000.00", &too_large), 38'400'000);
  EXPECT_EQ(ParseMoney("0.5", &too_large), 50);
  EXPECT_EQ(ParseMoney("-1.25", &too_large), -125);
  EXPECT_EQ(ParseMoney("7", &too_large), 700);
  for (const char* text : {"", "1.234", "1e3", "1,000", "¥5", "1.", "00"}) {
    EXPECT_FALSE(ParseMoney(text, &too_large)) << text;
    EXPECT_FALSE(too_large);
  }
  EXPECT_EQ(ParseMoney("10000000000000", &too_large), kMaxMoney);
  EXPECT_FALSE(ParseMoney("10000000000000.01", &too_large));
  EXPECT_TRUE(too_large);
  EXPECT_FALSE(ParseMoney("99999999999999999999999999", &too_large));
  EXPECT_TRUE(too_large);
}

TEST(ContentNumbers, WholeNumbers) {
  EXPECT_EQ(ParseWhole("-60"), -60);
  EXPECT_FALSE(ParseWhole("1.0"));
  EXPECT_FALSE(ParseWhole("1e2"));
  EXPECT_FALSE(ParseWhole("9999999999999"));
}

}  // namespace
}  // namespace huikuan::content
