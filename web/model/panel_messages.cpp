// Messages: what was sent and received, and the one being written.
#include "model/message_draft.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

// As somebody typed it, without what would reorder or break a line on the page.
std::string AsPlainLine(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view three = std::string_view(text).substr(i, 3);
    const bool bidi = three.size() == 3 && byte == 0xe2 &&
                      ((three[1] == '\x80' && (three[2] == '\x8e' || three[2] == '\x8f' ||
                                               (three[2] >= '\xaa' && three[2] <= '\xae'))) ||
                       (three[1] == '\x81' && three[2] >= '\xa6' && three[2] <= '\xa9'));
    if (bidi) {
      i += 2;
    } else {
      out += byte < 0x20 || byte == 0x7f ? ' ' : text[i];
    }
  }
  return out;
}

bool InThread(EventKind kind) {
  return kind == EventKind::kMessageSent || kind == EventKind::kMessageAnswered ||
         kind == EventKind::kMessageReceived || kind == EventKind::kMessageOverdue ||
         kind == EventKind::kFaceLost || kind == EventKind::kPhotoRefused ||
         kind == EventKind::kLetterSent || kind == EventKind::kLetterAnswered;
}

// What went, in the trainee's words where they are kept.
std::string SentWords(const Context& c, const Event& event) {
  for (const TypedWords& own : c.see.typed) {
    if (event.words != 0 && own.hash == event.words) return AsPlainLine(own.words);
  }
  return event.words != 0 ? c.words.Sentence(event) : c.words.MessageWords(event);
}

std::string WayOf(const Context& c, const Event& event) {
  if (event.kind == EventKind::kMessageSent && event.person == kNone) {
    return c.Ui("web.messages.group", {{"name", c.Text(c.customer().messages->group)}});
  }
  return c.Ui("web.messages.channel." + std::to_string(event.value));
}

Node ThreadLine(const Context& c, const Event& event, std::size_t index) {
  const std::string key = "messages.line." + std::to_string(index);
  const std::string day = c.Short(c.DateOf(event.day));
  if (event.kind == EventKind::kMessageSent) {
    Node line = Words(key, SentWords(c, event), Role::kUs);
    line.value = c.Ui("web.us");
    const std::string to = event.person == kNone ? std::string() : " → " + c.PersonName(event.person);
    line.hint = c.Ui("web.messages.when", {{"date", day}, {"way", WayOf(c, event) + to}});
    return line;
  }
  if (event.kind == EventKind::kMessageAnswered || event.kind == EventKind::kMessageReceived) {
    Node line = Words(key, c.words.MessageWords(event), Role::kThem);
    line.value = c.PersonName(event.person);
    line.hint = day;
    const PersonView* person = c.Person(event.person);
    line.data = {person == nullptr ? 0 : person->portrait, static_cast<int>(event.mood)};
    return line;
  }
  Node line = Words(key, c.words.Sentence(event), Role::kEvent);
  line.hint = day;
  const bool bad = event.kind == EventKind::kFaceLost || event.kind == EventKind::kMessageOverdue;
  if (bad) line.tone = Shade::kBad;
  return line;
}

Node Thread(const Context& c) {
  Node log = Words("messages.thread", c.Ui("web.messages.thread"));
  log.kind = Kind::kLog;
  const std::vector<Event>& history = c.see.history;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (history[i].customer != c.chosen() || !InThread(history[i].kind)) continue;
    log.Add(ThreadLine(c, history[i], i));
  }
  return log;
}

Node ToSelect(const Context& c, const MessageDraft& draft) {
  const MessagesView& view = *c.customer().messages;
  const bool group = draft.command.person == kNone;
  Node select = Select(c, "message.to", c.Ui("web.messages.to"), "message.to",
                       group ? "group" : std::to_string(draft.command.person));
  for (const PersonView& person : c.customer().people) {
    if (!person.known) continue;
    const std::string value = std::to_string(person.id);
    select.Add(Option("message.to." + value, value, c.PersonTitled(person.id)));
  }
  if (view.group != 0) {
    select.Add(Option("message.to.group", "group",
                      c.Ui("web.messages.group", {{"name", c.Text(view.group)}})));
  }
  return select;
}

Node PurposeSelect(const Context& c, const MessageDraft& draft) {
  Node select = Select(c, "message.purpose", c.Ui("web.messages.purpose"), "message.purpose",
                       std::to_string(draft.command.purpose));
  for (const MessagePurposeView& purpose : c.customer().messages->purposes) {
    const std::string value = std::to_string(purpose.id);
    select.Add(Option("message.purpose." + value, value, c.Text(purpose.title)));
  }
  return select;
}

Node ChannelSelect(const Context& c, const MessageDraft& draft) {
  Node select = Select(c, "message.channel", c.Ui("web.messages.channel"), "message.channel",
                       std::to_string(static_cast<int>(draft.command.channel)));
  for (int way = 0; way < kMessageChannels; ++way) {
    const std::string value = std::to_string(way);
    select.Add(Option("message.channel." + value, value, c.Ui("web.messages.channel." + value)));
  }
  return select;
}

void AddSlots(const Context& c, const MessageDraft& draft, Node& to) {
  const std::uint8_t slots = draft.purpose->slots;
  if ((slots & kSlotAmount) != 0) {
    Node amount = Words("message.amount", c.Ui("web.messages.amount"), Role::kNumber);
    amount.kind = Kind::kInput;
    const std::string& typed = c.ui.Draft("message.amount");
    amount.value = typed.empty() ? c.Money(draft.command.amount) : typed;
    amount.action = "set:message.amount";
    to.Add(std::move(amount));
  }
  if ((slots & kSlotDate) != 0) {
    to.Add(DateSelect(c, "message.date", c.Ui("web.messages.date"), "message.date",
                      draft.command.date));
  }
  if ((slots & kSlotDocument) == 0) return;
  const DocumentId chosen = draft.command.document;
  Node select = Select(c, "message.document", c.Ui("web.messages.document"), "message.document",
                       chosen == kNone ? std::string() : std::to_string(chosen));
  if (chosen == kNone) {
    select.Add(Option("message.document.none", "", c.Ui("web.messages.no_document")));
  }
  for (const DocumentView& document : c.customer().documents) {
    if (!document.in_file || !document.opened) continue;
    const std::string value = std::to_string(document.id);
    select.Add(Option("message.document." + value, value, c.Text(document.title)));
  }
  to.Add(std::move(select));
}

// Who reads a post, before it is written.
void AddGroup(const Context& c, Node& to) {
  const MessagesView& view = *c.customer().messages;
  std::string names;
  for (const PersonView& person : c.customer().people) {
    if (((view.members >> person.id) & 1) == 0) continue;
    if (!names.empty()) names += c.Ui("web.list_comma");
    names += person.known ? c.PersonName(person.id) : c.Ui("web.messages.somebody");
  }
  to.Add(Words("message.members", c.Ui("web.messages.members", {{"names", names}}), Role::kSmall,
               Shade::kMuted));
  if (view.outsiders == 0) return;
  to.Add(Words("message.outsiders",
               c.Ui("web.messages.outsiders", {{"who", c.Text(view.outsiders)}}), Role::kNote,
               Shade::kWarn));
}

Node Compose(const Context& c, const MessageDraft& draft) {
  Node side = Group("message.compose", Role::kStack);
  side.Add(ToSelect(c, draft));
  if (draft.command.person == kNone) AddGroup(c, side);
  side.Add(PurposeSelect(c, draft));
  side.Add(ChannelSelect(c, draft));
  AddSlots(c, draft, side);
  Node words = Words("message.words", c.Ui("web.messages.words"));
  words.kind = Kind::kTextarea;
  words.value = draft.words;
  words.action = "set:message.words";
  words.level = 5;  // lines
  side.Add(std::move(words));
  AddMessageOffences(c, draft, "message.offence.", side);
  Node bar = Group("message.bar", Role::kBar);
  bar.Add(TimedControl(c, "message.send", c.Ui("web.messages.send"), "message:send",
                       draft.purpose->minutes, Role::kPrimary));
  if (draft.edited) {
    bar.Add(Control(c, "message.unwrite", c.Ui("web.messages.recompose"), "ui:unwrite",
                    Role::kQuiet));
  }
  side.Add(std::move(bar));
  return side;
}

}  // namespace

Node MessagesPanel(const Context& c) {
  Node panel = Group("messages", Role::kStack);
  if (!c.customer().messages) return panel;
  const MessagesView& view = *c.customer().messages;
  panel.Add(Heading("messages.title", 2, c.Ui("web.messages.title")));
  if (view.wanted != kNone) {
    panel.Add(Words("messages.wanted",
                    c.Ui("web.messages.wanted", {{"date", c.Short(view.wanted_since)},
                                                 {"title", c.Text(view.wanted_title)}}),
                    Role::kNote, Shade::kWarn));
  }
  Node columns = Group("messages.columns", Role::kColumns);
  const MessageDraft draft = DraftedMessage(c);
  if (draft.purpose != nullptr) columns.Add(Compose(c, draft));
  Node side = Group("messages.side", Role::kStack);
  side.Add(Heading("messages.thread.title", 3, c.Ui("web.messages.thread")));
  Node thread = Thread(c);
  if (thread.children.empty()) {
    side.Add(Words("messages.none", c.Ui("web.messages.none"), Role::kNone, Shade::kMuted));
  } else {
    side.Add(std::move(thread));
  }
  if (view.pending) {
    side.Add(
        Words("messages.pending", c.Ui("web.messages.pending"), Role::kSmall, Shade::kMuted));
  }
  columns.Add(std::move(side));
  panel.Add(std::move(columns));
  return panel;
}

}  // namespace huikuan::web
