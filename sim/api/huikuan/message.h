// Messages: e-mail and WeChat, to a person or into the project group.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

class Recogniser;

enum class MessageChannel : std::uint8_t { kEmail, kText, kVoice, kPhoto };  // the last three: WeChat
inline constexpr int kMessageChannels = 4;

// What typed words did beyond their purpose; read before sending, rules never see words.
enum MessageFlag : std::uint8_t { kMessageThreat = 1, kMessageFalseClaim = 2, kMessageDisclosure = 4 };

struct SendMessage {
  static constexpr int kTag = 23;
  CustomerId customer = 0;
  PersonId person = kNone;  // kNone: into the project group
  MessageChannel channel = MessageChannel::kEmail;
  std::uint8_t purpose = 0;  // place among the case's purposes
  std::uint8_t flags = 0;    // MessageFlag bits
  DocumentId document = kNone;
  Cents amount = 0;
  Date date = kNoDate;
  std::uint32_t words = 0;  // hash of the trainee's own words kept beside the save; 0 = as offered
};

// ---- as seen --------------------------------------------------------------------------------------

// One person and purpose, or the group: lawful now, with sensible slots.
struct MessageOffer {
  SendMessage command;
  std::uint8_t variant = 0;
  std::uint8_t channels = 0;  // bit per MessageChannel by which it may go
};
struct MessagePurposeView {
  std::uint8_t id = 0;
  TextRef title = 0;
  std::uint8_t slots = 0;  // SlotBit
  int minutes = 0;
};
struct MessagesView {
  std::vector<MessagePurposeView> purposes;
  std::vector<MessageOffer> offers;
  std::uint16_t wechat = 0;  // bit per person whose contact we have
  TextRef group = 0;         // its name; 0 = there is none
  std::uint16_t members = 0;  // of theirs
  TextRef outsiders = 0;      // who else reads it; 0 = nobody
  bool pending = false;       // the last one may yet be answered
  std::uint8_t wanted = kNone;   // what they wrote and wait for: place among the case's incoming
  TextRef wanted_title = 0;
  Date wanted_since = kNoDate;
};

// What typed words commit, and where; from the recogniser where there is one, else from a word list.
struct MessageReading {
  std::uint8_t flags = 0;
  std::vector<std::string> quoted;  // the words, one for each flag, lowest bit first
};
MessageReading ReadMessage(const Recogniser* recogniser, std::string_view words, Date today);

}  // namespace huikuan
