// Messages at a terminal: to whom, what for, by what channel, in which words.
#include <fmt/format.h>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

bool InMessages(EventKind kind) {
  return kind == EventKind::kMessageSent || kind == EventKind::kMessageAnswered ||
         kind == EventKind::kMessageReceived || kind == EventKind::kPhotoRefused;
}

// The last few lines of what went to and fro.
std::string RecentMessages(const Phrasebook& words, const Observation& see, CustomerId customer) {
  constexpr std::size_t kLines = 6;
  std::vector<std::string> lines;
  for (const Event& event : see.history) {
    if (event.customer != customer || !InMessages(event.kind)) continue;
    std::string sentence = words.Sentence(event);
    for (const TypedWords& own : see.typed) {
      if (event.words != 0 && own.hash == event.words) sentence += " " + own.words;
    }
    const Date date = DateOfDay(see, event.day);
    lines.push_back(Wrapped(sentence, "  " + words.language().DateShort(date) + "  ") + "\n");
  }
  std::string out;
  for (std::size_t i = lines.size() > kLines ? lines.size() - kLines : 0; i < lines.size(); ++i) {
    out += lines[i];
  }
  return out;
}

Event MessageEvent(const SendMessage& m, std::uint8_t variant, InvoiceId focus) {
  Event event;
  event.kind = EventKind::kMessageSent;
  event.customer = m.customer;
  event.person = m.person;
  event.act = m.purpose;
  event.item = focus;
  event.value = static_cast<std::uint8_t>(m.channel);
  event.amount = m.amount;
  event.date = m.date;
  event.document = m.document;
  event.variant = variant;
  return event;
}

}  // namespace

void Game::Messages() {
  const MessagesView& view = *Customer().messages;
  Show("\n" + RecentMessages(words_, see_, Customer().id));
  if (view.pending) Show(Wrapped(words_.Ui("web.messages.pending"), "") + "\n");
  if (view.wanted != kNone) {
    const std::string date = words_.language().DateShort(view.wanted_since);
    Show(Wrapped(words_.Ui("web.messages.wanted",
                           {{"date", date}, {"title", words_.Text(view.wanted_title)}}),
                 "  ! ") +
         "\n");
  }
  Items items;
  for (const PersonView& person : Customer().people) {
    if (!person.known) continue;
    items.push_back({words_.Ui("web.messages.to"), Titled(words_, person),
                     [this, p = person.id] { MessageTo(p); }});
  }
  if (view.group != 0) {
    items.push_back({words_.Ui("web.messages.to"),
                     words_.Ui("web.messages.group", {{"name", words_.Text(view.group)}}),
                     [this] { MessageTo(kNone); }});
  }
  const Answer answer = Choose(items, "", "cli.messages.hint");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::MessageTo(PersonId person) {
  const MessagesView view = *Customer().messages;
  if (person == kNone && view.outsiders != 0) {
    Show(Wrapped(words_.Ui("web.messages.outsiders", {{"who", words_.Text(view.outsiders)}}),
                 "  ! ") +
         "\n");
  }
  Items items;
  for (const MessageOffer& offer : view.offers) {
    if (offer.command.person != person) continue;
    for (const MessagePurposeView& purpose : view.purposes) {
      if (purpose.id != offer.command.purpose) continue;
      items.push_back({words_.Ui("web.messages.purpose"),
                       WithMinutes(words_.Text(purpose.title), purpose.minutes),
                       [this, offer] { Message(offer); }});
    }
  }
  const Answer answer = Choose(items, "", "cli.messages.hint");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Message(const MessageOffer& offer) {
  SendMessage m = offer.command;
  std::uint8_t slots = 0;
  for (const MessagePurposeView& purpose : Customer().messages->purposes) {
    if (purpose.id == m.purpose) slots = purpose.slots;
  }
  std::string own;
  bool done = false;
  while (!done && !quit_) {
    const std::string words =
        own.empty() ? words_.MessageWords(MessageEvent(m, offer.variant, Customer().focus)) : own;
    Show("\n" + Wrapped(words, "    | ") + "\n");
    Items items;
    const std::string send = words_.Ui("web.messages.send");
    for (int way = 0; way < kMessageChannels; ++way) {
      if (((offer.channels >> way) & 1) == 0) continue;
      items.push_back({send, words_.Ui(fmt::format("web.messages.channel.{}", way)), [&, way] {
                         m.channel = static_cast<MessageChannel>(way);
                         done = true;
                       }});
    }
    const std::string more = words_.Ui("cli.menu.more");
    items.push_back({more, words_.Ui("cli.messages.write"), [&] {
                       if (!ReadLine(words_.Ui("cli.messages.own") + "\n> ", own)) own.clear();
                     }});
    if ((slots & kSlotAmount) != 0) {
      items.push_back({more, words_.Ui("web.messages.amount"),
                       [&] { AskMoney(words_.Ui("web.messages.amount"), m.amount); }});
    }
    if ((slots & kSlotDate) != 0) {
      items.push_back({more, words_.Ui("web.messages.date"),
                       [&] { AskDate(words_.Ui("web.messages.date"), m.date); }});
    }
    for (const DocumentView& paper : Customer().documents) {
      if ((slots & kSlotDocument) == 0 || !paper.opened || paper.id == m.document) continue;
      items.push_back({words_.Ui("web.messages.document"), words_.Text(paper.title),
                       [&m, d = paper.id] { m.document = d; }});
    }
    const Answer answer = Choose(items, "", "cli.messages.hint");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
  if (done) SendDrafted(m, own);
}

// What everybody reads, or what breaks a rule, goes only when that is meant.
void Game::SendDrafted(SendMessage m, const std::string& words) {
  std::string warning;
  if (m.person == kNone) warning = Wrapped(words_.Ui("web.messages.ask.group"), "  ! ") + "\n";
  if (!words.empty()) {
    const MessageReading reading =
        ReadMessage(recogniser_ ? &*recogniser_ : nullptr, words, see_.clock.date);
    m.flags = reading.flags;
    std::size_t at = 0;
    for (int flag = 1; flag <= kMessageDisclosure; flag *= 2) {
      if ((reading.flags & flag) == 0) continue;
      const std::string quoted = at < reading.quoted.size() ? reading.quoted[at] : "";
      ++at;
      warning += Wrapped(words_.Ui(fmt::format("web.messages.offence.{}", flag),
                                   {{"words", quoted}}),
                         "  ! ") +
                 "\n";
    }
  }
  if (!warning.empty()) {
    Show(warning);
    const int choice =
        Pick(words_.Ui("web.messages.ask"),
             {words_.Ui("web.messages.ask.back"), words_.Ui("web.messages.ask.send")}, 0);
    if (choice != 1) return;
  }
  Submit(m, words);
}

}  // namespace huikuan::cli
