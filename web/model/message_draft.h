// The message as drafted on the page: to whom, what for, by what channel, in which words.
#pragma once

#include <string>

#include "huikuan/message.h"
#include "model/context.h"

namespace huikuan::web {

struct MessageDraft {
  SendMessage command;
  std::string unedited;  // as offered
  std::string words;     // as they stand
  bool edited = false;
  MessageReading reading;  // of edited words
  const MessagePurposeView* purpose = nullptr;  // null: the case has none
};

// Precondition: the customer has messages.
MessageDraft DraftedMessage(const Context& c);
// What the words commit, one note each; keys begin with `key`.
void AddMessageOffences(const Context& c, const MessageDraft& draft, const std::string& key,
                        Node& to);

}  // namespace huikuan::web
