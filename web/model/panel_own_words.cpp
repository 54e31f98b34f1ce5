// What the trainee types in a conversation, and how it is understood.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

std::string Heard(const Context& c, const TypedAct& act) {
  const ConversationView& talk = *c.see.conversation;
  Say say = act.offer.command;
  if (say.address == Address::kAsFits) say.address = talk.address;
  return c.words.Utterance(say, act.offer.variant, c.chosen(), c.customer().focus,
                           talk.person, talk.wanted);
}

std::string Quoted(const Context& c, const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += c.Ui("web.list_comma");
    out += c.Ui("web.typed.quote", {{"words", piece}});
  }
  return out;
}

void AddUnderstood(const Context& c, Node& card) {
  const TypedReading& typed = *c.typed;
  if (typed.acts.empty()) {
    card.Add(Words("typed.lost", c.Ui("web.typed.lost"), Role::kNone, Shade::kMuted));
    return;
  }
  card.Add(Heading("typed.understood", 4, c.Ui("web.typed.understood")));
  for (std::size_t i = 0; i < typed.acts.size(); ++i) {
    const TypedAct& act = typed.acts[i];
    const std::string key = "typed.act." + std::to_string(i);
    card.Add(Words(key, Heard(c, act), Role::kUs));
    if (!act.because.empty()) {
      card.Add(Words(key + ".because",
                     c.Ui("web.typed.because", {{"words", Quoted(c, act.because)}}), Role::kSmall,
                     Shade::kMuted));
    }
    if (act.slot_unfit) card.Add(Words(key + ".unfit", c.Ui("web.typed.unfit"), Role::kSmall));
    if (act.binding) card.Add(Words(key + ".binding", c.Ui("web.typed.binding"), Role::kSmall));
  }
}

void AddOffences(const Context& c, Node& card) {
  for (std::size_t i = 0; i < c.typed->offences.size(); ++i) {
    const TypedOffence& offence = c.typed->offences[i];
    const std::string kind = std::to_string(static_cast<int>(offence.kind));
    card.Add(Words("typed.offence." + std::to_string(i),
                   c.Ui("web.typed.offence." + kind, {{"words", offence.words}}), Role::kNone,
                   Shade::kBad));
  }
}

Node Understood(const Context& c) {
  const TypedReading& typed = *c.typed;
  Node card = Group("typed.card", Role::kCard, c.Ui("web.typed.understood"));
  AddUnderstood(c, card);
  AddOffences(c, card);
  int minutes = 0;
  for (const TypedAct& act : typed.acts) minutes += act.offer.minutes;
  if (!typed.acts.empty()) {
    card.Add(
        TimedControl(c, "typed.say", c.Ui("web.typed.say"), "say:typed", minutes, Role::kPrimary));
  }
  if (!typed.others.empty()) card.Add(Heading("typed.meant", 4, c.Ui("web.typed.meant")));
  for (std::size_t i = 0; i < typed.others.size(); ++i) {
    const std::string number = std::to_string(i);
    card.Add(TimedControl(c, "typed.meant." + number, Heard(c, typed.others[i]),
                          "say:meant:" + number, typed.others[i].offer.minutes, Role::kOffer));
  }
  return card;
}

}  // namespace

Node OwnWordsPanel(const Context& c) {
  Node group = Group("typed", Role::kStack, c.Ui("web.typed.title"));
  Node text = Words("typed.text", c.Ui("web.typed.title"));
  text.kind = Kind::kTextarea;
  text.value = c.ui.Draft("typed.text");
  text.hint = c.Ui("web.typed.hint");
  text.action = "set:typed.text";
  text.level = 2;  // lines
  group.Add(std::move(text));
  group.Add(Control(c, "typed.ask", c.Ui("web.typed.ask"), "ui:hear", Role::kPrimary));
  if (c.typed != nullptr) group.Add(Understood(c));
  return group;
}

}  // namespace huikuan::web
