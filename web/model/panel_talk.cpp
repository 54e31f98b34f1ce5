// The conversation: who is on the line and how they look, what has been said, what we may say.
// Without one: whom to contact.
#include <algorithm>
#include <cctype>

#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

// A gatekeeper or a dead line comes before, or instead of, the one we wanted.
bool Begins(EventKind kind) {
  return kind == EventKind::kCallStarted || kind == EventKind::kVisitStarted ||
         kind == EventKind::kGatekeeper || kind == EventKind::kNoAnswer;
}

bool Shown(EventKind kind) {
  return kind != EventKind::kDayStarted && kind != EventKind::kPlanSet &&
         kind != EventKind::kDiarySet && kind != EventKind::kDocumentOpened &&
         kind != EventKind::kFieldInspected && kind != EventKind::kTaskOrdered;
}

Node Line(const Context& c, const Event& event, std::size_t index) {
  const bool ours = SpokenByUs(event.kind);
  const std::string_view typed = WordsTyped(c.see.typed, event);
  const bool theirs = SpokenToUs(event.kind);
  Node node = Words("talk.line." + std::to_string(index),
                    typed.empty() ? c.words.Sentence(event) : std::string(typed),
                    ours     ? Role::kUs
                    : theirs ? Role::kThem
                             : Role::kEvent);
  if (ours) node.value = c.Ui("web.us");
  if (theirs) {
    node.value = c.words.Speaker(event);
    node.hint = c.Ui("web.mood." + std::to_string(static_cast<int>(event.mood)));
    const PersonView* person = c.Person(event.person);
    node.data = {person == nullptr ? 0 : person->portrait, static_cast<int>(event.mood)};
  }
  if (event.kind == EventKind::kConductBreach) node.tone = Shade::kBad;
  if (event.kind == EventKind::kPromised || event.kind == EventKind::kPaymentReceived) {
    node.tone = Shade::kGood;
  }
  return node;
}

// What was typed is shown as it was typed, once, and beneath it what it was understood as.
void AddLine(const Context& c, std::size_t index, std::uint32_t& said, Node& log) {
  const Event& event = c.see.history[index];
  const bool typed = !WordsTyped(c.see.typed, event).empty();
  if (!typed || event.words != said) log.Add(Line(c, event, index));
  if (event.kind == EventKind::kSaid) said = event.words;
  if (!typed) return;
  log.Add(Words("talk.line." + std::to_string(index) + ".as",
                c.Ui("web.typed.understood_as", {{"words", c.words.Sentence(event)}}), Role::kSmall,
                Shade::kMuted));
}

Node Transcript(const Context& c) {
  Node log = Words("talk.log", c.Ui("web.talk.log"));
  log.kind = Kind::kLog;
  const std::vector<Event>& history = c.see.history;
  std::size_t begin = history.size();
  while (begin > 0 && !Begins(history[begin - 1].kind)) --begin;
  if (begin == 0) return log;
  while (begin > 1 && Begins(history[begin - 2].kind)) --begin;
  --begin;
  // Yesterday's talk is in the log; today starts with a clear desk.
  if (!c.see.conversation && history[begin].day != c.see.clock.day) return log;
  std::size_t feedback = 0;
  std::uint32_t said = 0;
  for (std::size_t i = begin; i < history.size(); ++i) {
    if (history[i].customer != c.chosen()) continue;
    if (Shown(history[i].kind)) AddLine(c, i, said, log);
    for (; feedback < c.see.feedback.size() && c.see.feedback[feedback].after <= i; ++feedback) {
      if (c.see.feedback[feedback].after < begin) continue;
      // The last one stands in the drill's card while nobody is on the line.
      if (!c.see.conversation && feedback + 1 == c.see.feedback.size()) continue;
      log.Add(FeedbackNode(c, "talk.feedback." + std::to_string(feedback), c.see.feedback[feedback]));
    }
  }
  return log;
}

Node AmountSlot(const Context& c, const Say& say) {
  Node select =
      Select(c, "slot.amount", c.Ui("web.slot.amount"), "slot.amount", std::to_string(say.amount));
  std::vector<Cents> amounts = c.see.conversation->amounts;
  if (std::find(amounts.begin(), amounts.end(), say.amount) == amounts.end()) {
    amounts.push_back(say.amount);
  }
  for (const Cents amount : amounts) {
    const std::string value = std::to_string(amount);
    select.Add(Option("slot.amount." + value, value, c.Money(amount)));
  }
  return select;
}

Node DocumentSlot(const Context& c, const Say& say) {
  Node select = Select(c, "slot.document", c.Ui("web.slot.document"), "slot.document",
                       std::to_string(say.document));
  if (say.document == kNone) {
    select.Add(Option("slot.document.none", std::to_string(kNone), c.Ui("web.slot.as_it_stands")));
  }
  for (const DocumentView& document : c.customer().documents) {
    if (!document.in_file || !document.opened) continue;
    const std::string value = std::to_string(document.id);
    select.Add(Option("slot.document." + value, value, c.Text(document.title)));
  }
  return select;
}

Node PersonSlot(const Context& c, const Say& say) {
  Node select =
      Select(c, "slot.person", c.Ui("web.slot.person"), "slot.person", std::to_string(say.person));
  if (say.person == kNone) {
    select.Add(Option("slot.person.none", std::to_string(kNone), c.Ui("web.slot.as_it_stands")));
  }
  for (const PersonView& person : c.customer().people) {
    if (!person.known || person.id == c.see.conversation->person) continue;
    const std::string value = std::to_string(person.id);
    select.Add(Option("slot.person." + value, value, c.PersonTitled(person.id)));
  }
  return select;
}

// What the offer says with the slots as chosen: the very sentence that will be said.
std::string OfferWords(const Context& c, const OfferView& offer, const Say& say) {
  const ConversationView& talk = *c.see.conversation;
  Say said = say;
  if (said.address == Address::kAsFits) said.address = talk.address;
  return c.words.Utterance(said, offer.variant, c.chosen(), c.customer().focus, talk.person, talk.wanted);
}

Node Slots(const Context& c, const OfferView& offer) {
  const Say say = DraftedSay(c, offer);
  Node bar = Group("slots", Role::kCard, c.Ui("web.talk.adjust"));
  bar.Add(Words("slots.preview", OfferWords(c, offer, say), Role::kUs));
  Node pickers = Group("slots.pickers", Role::kColumns);
  if (offer.slots & kSlotAmount) pickers.Add(AmountSlot(c, say));
  if (offer.slots & kSlotDate) {
    pickers.Add(DateSelect(c, "slot.date", c.Ui("web.slot.date"), "slot.date", say.date));
  }
  if (offer.slots & kSlotDocument) pickers.Add(DocumentSlot(c, say));
  if (offer.slots & kSlotPerson) pickers.Add(PersonSlot(c, say));
  Node tone = Select(c, "slot.tone", c.Ui("web.slot.tone"), "slot.tone",
                     std::to_string(static_cast<int>(say.tone)));
  for (int i = 0; i <= static_cast<int>(Tone::kHarsh); ++i) {
    const std::string value = std::to_string(i);
    tone.Add(Option("slot.tone." + value, value, c.Ui("web.tone." + value)));
  }
  pickers.Add(std::move(tone));
  bar.Add(std::move(pickers));
  Node buttons = Group("slots.buttons", Role::kBar);
  buttons.Add(TimedControl(c, "slots.say", c.Ui("web.talk.say_this"), "say:adjusted", offer.minutes,
                           Role::kPrimary));
  buttons.Add(Control(c, "slots.cancel", c.Ui("web.cancel"),
                      "ui:adjust:" + std::to_string(c.ui.adjusting), Role::kQuiet));
  bar.Add(std::move(buttons));
  return bar;
}

void AddOffer(const Context& c, const OfferView& offer, const std::string& key,
              const std::string& action, Node& list) {
  if (c.ui.adjusting == offer.command.act) {
    list.Add(Slots(c, offer));
    return;
  }
  Node row = Group(key + ".row", Role::kRow);
  row.Add(TimedControl(c, key, OfferWords(c, offer, InManner(c, offer.command)), action,
                       offer.minutes, Role::kOffer));
  if (offer.slots != 0) {
    row.Add(Control(c, key + ".adjust", c.Ui("web.talk.adjust"),
                    "ui:adjust:" + std::to_string(offer.command.act), Role::kQuiet));
  }
  list.Add(std::move(row));
}

std::string Folded(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

Node Search(const Context& c) {
  Node group = Group("search", Role::kStack);
  Node input = Words("search.input", c.Ui("web.talk.search"), Role::kSearch);
  input.kind = Kind::kInput;
  input.value = c.ui.Draft("search");
  input.action = "set:search";
  group.Add(std::move(input));
  const std::string wanted = Folded(c.ui.Draft("search"));
  if (wanted.empty()) return group;
  int found = 0;
  for (const OfferView& offer : c.see.conversation->others) {
    const std::string words = Folded(OfferWords(c, offer, offer.command));
    if (words.find(wanted) == std::string::npos || found == 8) continue;
    ++found;
    const std::string act = std::to_string(offer.command.act);
    AddOffer(c, offer, "other." + act, "say:other:" + act, group);
  }
  if (found == 0) {
    group.Add(Words("search.none", c.Ui("web.talk.search_none"), Role::kSmall, Shade::kMuted));
  }
  return group;
}

Node Offers(const Context& c) {
  Node list = Group("offers", Role::kStack, c.Ui("web.talk.offers"));
  list.Add(Heading("offers.title", 3, c.Ui("web.talk.offers")));
  const std::vector<OfferView>& offers = c.see.conversation->offers;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const std::string number = std::to_string(i);
    AddOffer(c, offers[i], "offer." + number, "say:offer:" + number, list);
  }
  if (c.hears) list.Add(OwnWordsPanel(c));
  if (TableShown(c)) list.Add(TablePanel(c));
  // An act found by search stays open while its slots are chosen.
  list.Add(Search(c));
  return list;
}

// By title or as friends do, where they are called anything else by their friends.
Node AddressToggle(const Context& c) {
  const ConversationView& talk = *c.see.conversation;
  Node select = Select(c, "address", c.Ui("web.address"), "address", "0");
  for (int i = 0; i <= static_cast<int>(Address::kFamiliar); ++i) {
    const std::string value = std::to_string(i);
    const Address form = i == 0 ? talk.address : static_cast<Address>(i);
    const std::string name =
        form == Address::kFamiliar ? c.Text(talk.familiar) : c.PersonName(talk.person);
    select.Add(Option("address." + value, value, c.Ui("web.address." + value, {{"name", name}})));
  }
  return select;
}

// The second one on the line, and how to speak to them instead.
Node SecondOne(const Context& c) {
  const ConversationView& talk = *c.see.conversation;
  Node bar = Group("talk.second", Role::kBar);
  const PersonView* person = c.Person(talk.joined);
  bar.Add(PersonFigure(c, "talk.second.portrait", talk.joined,
                       person == nullptr ? Mood::kCalm : person->mood));
  bar.Add(Words("talk.second.name",
                c.Ui("web.talk.second", {{"name", c.PersonTitled(talk.joined)}}), Role::kSmall));
  bar.Add(Control(c, "talk.turn", c.Ui("web.talk.turn", {{"name", c.PersonName(talk.joined)}}),
                  "turn:" + std::to_string(talk.joined), Role::kQuiet));
  return bar;
}

Node Partner(const Context& c) {
  const ConversationView& talk = *c.see.conversation;
  Node bar = Group("talk.partner", Role::kBar);
  bar.Add(PersonFigure(c, "talk.portrait", talk.person, talk.mood));
  Node text = Group("talk.who", Role::kStack);
  text.Add(Heading("talk.name", 2, c.PersonTitled(talk.person)));
  std::string how = c.Ui("web.mood." + std::to_string(static_cast<int>(talk.mood)));
  if (talk.wanted != kNone && talk.wanted != talk.person) {
    how += c.Ui("web.list_comma") + c.Ui("web.talk.wanted", {{"name", c.PersonName(talk.wanted)}});
  }
  text.Add(Words("talk.mood", how, Role::kSmall, Shade::kMuted));
  bar.Add(std::move(text));
  bar.Add(Control(c, "talk.end",
                  c.Ui(talk.channel == Channel::kVisit ? "web.visit.leave" : "web.talk.end"),
                  "end"));
  if (talk.familiar != 0 && talk.wanted == kNone) bar.Add(AddressToggle(c));
  return bar;
}

// Nobody on the line: everybody whose number we have, with what contacting them takes.
Node Contacts(const Context& c) {
  Node list = Group("contacts", Role::kStack, c.Ui("web.contacts"));
  list.Add(Heading("contacts.title", 2, c.Ui("web.contacts")));
  const std::size_t after_title = list.children.size();
  std::string why;  // nobody can be called now: said once, not in every row
  for (const PersonView& person : c.customer().people) {
    if (!person.known) continue;
    const std::string id = std::to_string(person.id);
    const std::string key = "contacts." + id;
    Node row = Group(key, Role::kRow);
    row.Add(PersonFigure(c, key + ".portrait", person.id, person.mood));
    Node text = Group(key + ".who", Role::kStack);
    text.Add(Words(key + ".name", c.PersonTitled(person.id)));
    text.Add(Words(key + ".part",
                   person.part_known ? c.Text(person.part) : c.Ui("web.person.part_unknown"),
                   Role::kSmall, Shade::kMuted));
    row.Add(std::move(text));
    Node call = TimedControl(c, key + ".call", c.Ui("web.call"), "call:" + id, c.see.minutes.call,
                             Role::kPrimary);
    Node visit =
        TimedControl(c, key + ".visit", c.Ui("web.visit"), "visit:" + id, c.see.minutes.visit);
    for (Node* button : {&call, &visit}) {
      if (button->enabled) continue;
      if (why.empty()) why = button->hint;
      button->hint.clear();
    }
    row.Add(std::move(call));
    row.Add(std::move(visit));
    list.Add(std::move(row));
  }
  if (!why.empty()) {
    list.children.insert(list.children.begin() + static_cast<std::ptrdiff_t>(after_title),
                         Words("contacts.why", why, Role::kSmall, Shade::kMuted));
  }
  return list;
}

}  // namespace

Node TalkLine(const Context& c, const Event& event, std::size_t index) {
  return Line(c, event, index);
}

Node NotePanel(const Context& c) {
  Node group = Group("note", Role::kStack, c.Ui("web.note"));
  Node text = Words("note.text", c.Ui("web.note"));
  text.kind = Kind::kTextarea;
  text.value = c.ui.Draft("note");
  text.hint = c.Ui("web.note.hint");
  text.action = "set:note";
  text.level = 3;  // lines
  group.Add(std::move(text));
  group.Add(TimedControl(c, "note.save", c.Ui("web.note.save"), "note:save", c.see.minutes.note));
  return group;
}

Node TalkPanel(const Context& c) {
  Node panel = Group("talk", Role::kStack);
  if (c.see.conversation) panel.Add(Partner(c));
  if (c.see.conversation && c.see.conversation->joined != kNone) panel.Add(SecondOne(c));
  if (!c.see.conversation && !c.see.visit.active) {
    Node today = TodayPanel(c);
    if (!today.children.empty()) panel.Add(std::move(today));
  }
  Node log = Transcript(c);
  if (!log.children.empty()) panel.Add(std::move(log));
  if (c.see.visit.active) panel.Add(VisitPanel(c));
  Node wrap = Group("wrap", Role::kCard);
  if (c.see.conversation) {
    panel.Add(Offers(c));
  } else if (!c.see.visit.active) {
    wrap = WrapPanel(c);
    if (!wrap.children.empty()) panel.Add(wrap);
    panel.Add(Contacts(c));
  }
  if (wrap.children.empty()) panel.Add(NotePanel(c));  // the wrap-up has it otherwise
  return panel;
}

}  // namespace huikuan::web
