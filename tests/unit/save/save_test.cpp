#include "save/save.h"

#include <gtest/gtest.h>

#include <cstring>

#include "save/bits.h"
#include "save/packing.h"
#include "unit/rules/stage.h"

namespace huikuan::save {
namespace {

TEST(Bits, RoundTrip) {
  BitWriter out;
  for (int bits = 1; bits <= 64; ++bits) {
    out.Put(0x9e3779b97f4a7c15ULL >> (64 - bits), bits);
  }
  BitReader in(out.bytes().data(), out.bytes().size());
  for (int bits = 1; bits <= 64; ++bits) {
    EXPECT_EQ(in.Get(bits), 0x9e3779b97f4a7c15ULL >> (64 - bits));
  }
  EXPECT_TRUE(in.ok());
  in.Get(64);
  EXPECT_FALSE(in.ok());
}

TEST(Base64Url, Rfc4648Vectors) {
  const std::pair<const char*, const char*> kVectors[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, coded] : kVectors) {
    const std::string text(plain);
    EXPECT_EQ(Base64Url(std::vector<std::uint8_t>(text.begin(), text.end())), coded);
    std::vector<std::uint8_t> back;
    ASSERT_TRUE(FromBase64Url(coded, &back));
    EXPECT_EQ(std::string(back.begin(), back.end()), plain);
  }
  std::vector<std::uint8_t> bytes;
  EXPECT_FALSE(FromBase64Url("A", &bytes));
  EXPECT_FALSE(FromBase64Url("Zm9+", &bytes));
  EXPECT_FALSE(FromBase64Url("Zm9v=", &bytes));
}

// Every command with every slot, amounts at the edges.
TEST(Packing, EveryCommandRoundTrips) {
  const ScenarioPtr s = test::FirstCase();
  std::vector<Command> commands = {OpenDocument{0, 7},
                                   InspectField{0, 3, 11},
                                   SetPlan{0, Gate::kCashPlan, 2, 0, 95, 384'000'00, s->start + 60},
                                   StartCall{0, 5},
                                   EndConversation{},
                                   SendDocument{0, 3, 9},
                                   OrderTask{0, 4},
                                   StartVisit{0, 2},
                                   Observe{3},
                                   MeetPerson{1},
                                   ConfirmPromise{0, 6},
                                   SetDiary{0, kNone, s->start + 9},
                                   SetDiary{0, 4, s->start + 9},
                                   Wait{Until::kNextDay, kNoDate},
                                   Wait{Until::kDate, s->start + 30},
                                   WriteNote{0, 0xfedcba98U},
                                   TurnTo{7}};
  SendLetter letter;
  letter.reading = {0x155555,
                    384'000'00,
                    s->start + 12,
                    0x3f,
                    0x3f,
                    LetterLevel::kSecondDemand,
                    Delivery::kRegistered,
                    87,
                    Tone::kFirm};
  letter.words = 0x12345679;
  commands.emplace_back(letter);
  letter.reading.flags = 0x3ff;  // later flags, copies and enclosures follow where there are any
  letter.reading.copies = 0x40;
  letter.reading.enclosures = 0x8001;
  commands.emplace_back(letter);
  for (std::size_t a = 0; a < s->acts.size(); ++a) {
    Say say;
    say.act = static_cast<ActId>(a);
    const std::uint8_t slots = s->acts[a].slots;
    for (const Cents amount : {Cents{1}, Cents{192'000'00}, Cents{384'000'00}}) {
      if ((slots & kSlotAmount) != 0) say.amount = amount;
      if ((slots & kSlotDate) != 0) say.date = s->start + 400;
      if ((slots & kSlotDocument) != 0) say.document = 4;
      if ((slots & kSlotPerson) != 0) say.person = 2;
      say.tone = a % 2 == 0 ? Tone::kPlain : Tone::kHarsh;
      commands.emplace_back(say);
    }
  }
  BitWriter out;
  for (const Command& c : commands) PackCommand(*s, c, out);
  BitReader in(out.bytes().data(), out.bytes().size());
  for (const Command& c : commands) {
    Command back;
    ASSERT_TRUE(UnpackCommand(*s, in, &back));
    ASSERT_EQ(back.index(), c.index());
    BitWriter one, two;
    PackCommand(*s, c, one);
    PackCommand(*s, back, two);
    EXPECT_EQ(one.bytes(), two.bytes());
    if (const auto* sent = std::get_if<SendLetter>(&c)) {
      const LetterReading& read = std::get<SendLetter>(back).reading;
      EXPECT_EQ(std::memcmp(&read, &sent->reading, sizeof read), 0);
    }
  }
}

// Form of address and typed words follow where there are any; sentences without them are packed as
// they always were, so that older saves read on.
TEST(Packing, TheMannerOfASentenceComesBack) {
  const ScenarioPtr s = test::FirstCase();
  const auto packed = [&](const Command& command) {
    BitWriter out;
    PackCommand(*s, command, out);
    return out.bytes();
  };
  for (int tone = 0; tone < 4; ++tone) {
    for (int address = 0; address < kAddresses; ++address) {
      for (const std::uint32_t words : {0U, 1U, 0xfedcba99U}) {
        Say say;
        while ((s->acts[say.act].slots & kSlotPerson) == 0) ++say.act;
        say.tone = static_cast<Tone>(tone);
        say.address = static_cast<Address>(address);
        say.words = words;
        say.person = 2;
        const std::vector<std::uint8_t> bytes = packed(say);
        BitReader in(bytes.data(), bytes.size());
        Command back;
        ASSERT_TRUE(UnpackCommand(*s, in, &back));
        const Say& read = std::get<Say>(back);
        EXPECT_EQ(read.tone, say.tone);
        EXPECT_EQ(read.address, say.address);
        EXPECT_EQ(read.words, say.words);
        EXPECT_EQ(read.person, say.person);
      }
    }
  }
  // 0 (a sentence), the act, a tone or not, the tone: nothing more.
  const int act_bits = s->acts.size() > 32 ? 6 : 5;
  Say plain;
  plain.act = 0;
  BitWriter old;
  old.Put(0, 1);
  old.Put(0, act_bits);
  old.Put(1, 1);
  old.Put(static_cast<std::uint64_t>(Tone::kFirm), 2);
  plain.tone = Tone::kFirm;
  EXPECT_EQ(packed(plain), old.bytes());
}

TEST(Save, EnvelopeSaysWhatIsWrong) {
  const ScenarioPtr s = test::FirstCase();
  SaveFile save;
  save.seed = 77;
  const std::string text = Encode(*s, save);
  ASSERT_TRUE(Decode(*s, text).ok());
  EXPECT_EQ(Decode(*s, text + "\n")->seed, 77U) << "a trailing line end is forgiven";
  Scenario other = *s;
  other.id = "another";
  EXPECT_EQ(Decode(other, text).error().code, "save.case");
  other = *s;
  other.rules_hash ^= 8;
  EXPECT_EQ(Decode(other, text).error().code, "save.rules");
  EXPECT_EQ(Decode(*s, std::string(100000, 'A')).error().code, "save.damaged");
}

}  // namespace
}  // namespace huikuan::save
