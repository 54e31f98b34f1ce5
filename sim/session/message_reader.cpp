// What typed words of a message commit, whatever they were written for: by the recogniser where it
// is there, and by the list of words no letter should contain.
#include "huikuan/message.h"
#include "huikuan/recognise.h"
#include "session/letter_lexicon.h"

namespace huikuan {

namespace {

constexpr std::uint8_t kMessageFlags[] = {kMessageThreat, kMessageFalseClaim, kMessageDisclosure};

std::uint8_t FlagOf(Misconduct kind) {
  switch (kind) {
    case Misconduct::kThreat:
      return kMessageThreat;
    case Misconduct::kFalseClaim:
      return kMessageFalseClaim;
    case Misconduct::kDisclosure:
      return kMessageDisclosure;
  }
  return 0;
}

std::uint8_t FlagOf(letters::Wrong wrong) {
  switch (wrong) {
    case letters::Wrong::kThreat:
      return kMessageThreat;
    case letters::Wrong::kFalseSuit:
      return kMessageFalseClaim;
    case letters::Wrong::kDisclosure:
      return kMessageDisclosure;
    default:
      return 0;
  }
}

}  // namespace

MessageReading ReadMessage(const Recogniser* recogniser, std::string_view words, Date today) {
  std::string quoted[std::size(kMessageFlags)];
  MessageReading out;
  const auto note = [&](std::uint8_t flag, std::string where) {
    for (std::size_t i = 0; i < std::size(kMessageFlags); ++i) {
      if (kMessageFlags[i] == flag && quoted[i].empty()) quoted[i] = std::move(where);
    }
    out.flags = static_cast<std::uint8_t>(out.flags | flag);
  };
  if (recogniser != nullptr) {
    for (const HeardMisconduct& wrong : recogniser->Hear(words, today).misconduct) {
      note(FlagOf(wrong.kind), std::string(words.substr(wrong.from, wrong.to - wrong.from)));
    }
  }
  const letters::LetterText text(words);
  for (const letters::Hit& hit : letters::FindWrongWords(text)) {
    const std::uint8_t flag = FlagOf(hit.wrong);
    if (flag != 0) note(flag, text.Typed(hit.span));
  }
  for (std::size_t i = 0; i < std::size(kMessageFlags); ++i) {
    if ((out.flags & kMessageFlags[i]) != 0) out.quoted.push_back(quoted[i]);
  }
  return out;
}

}  // namespace huikuan
