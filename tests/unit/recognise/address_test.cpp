// Forms of address in typed words.
#include <gtest/gtest.h>

#include "huikuan/recognise.h"

namespace huikuan {
namespace {

const CalledBy kLu{{"陆经理", "Ms Lu"}, {"小陆", "Min"}};
const CalledBy kLin{{"小林", "Ms Lin"}, {}};

TEST(AddressInWords, TitlesFriendsAndContempt) {
  const std::pair<const char*, Address> kRows[] = {
      {"陆经理，您好", Address::kTitle},
      {"陆总，您看这样行不行", Address::kTitle},
      {"陆主管，你看这样行不行", Address::kTitle},
      {"您好，我是砺舟的周晨", Address::kTitle},
      {"小陆，那笔款怎么样了", Address::kFamiliar},
      {"老陆，您给句话", Address::kFamiliar},
      {"陆姐，帮帮忙", Address::kFamiliar},
      {"你看什么时候能付", Address::kFamiliar},
      {"你们财务哪天付款", Address::kAsFits},
      {"你好，请问发票收到了吗", Address::kAsFits},
      {"姓陆的，今天必须给说法", Address::kBare},
      {"Good morning, Ms Lu, a quick question", Address::kTitle},
      {"Mrs. Lu, could we settle a date?", Address::kTitle},
      {"Hi Min, how are things?", Address::kFamiliar},
      {"In a minute we could settle it", Address::kAsFits},
      {"Lu, when will you pay?", Address::kBare},
      {"Listen, Lu, I need an answer", Address::kBare},
      {"When will it be paid?", Address::kAsFits},
      {"", Address::kAsFits},
  };
  for (const auto& [words, address] : kRows) EXPECT_EQ(AddressIn(words, kLu), address) << words;
}

TEST(AddressInWords, SomebodyWhoIsCalledSoByEverybodyIsNotTooNear) {
  EXPECT_EQ(AddressIn("小林，麻烦转一下采购", kLin), Address::kTitle);
  EXPECT_EQ(AddressIn("Lin, put me through", kLin), Address::kBare);
}

TEST(AddressInWords, HostileTextIsWords) {
  const std::string kLong(200000, 'x');
  EXPECT_EQ(AddressIn(kLong, kLu), Address::kAsFits);
  EXPECT_EQ(AddressIn("\xff\xfe 您 \xe4\xbd", kLu), Address::kTitle);
}

}  // namespace
}  // namespace huikuan
