// Words typed in a conversation: what they are understood as, then said.
#include <fmt/format.h>

#include "layout.h"
#include "play/game.h"

namespace huikuan::cli {

namespace {

std::string Quoted(const Phrasebook& words, const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += words.Ui("web.list_comma");
    out += words.Ui("web.typed.quote", {{"words", piece}});
  }
  return out;
}

}  // namespace

std::string Game::Sentence(const OfferView& offer) const {
  const ConversationView& talk = *see_.conversation;
  Say say = offer.command;
  if (say.address == Address::kAsFits) say.address = talk.address;
  return words_.Utterance(say, offer.variant, Customer().id, Customer().focus,
                          talk.person, talk.wanted);
}

void Game::OwnWords(const std::string& typed) {
  if (!recogniser_) {
    Show(words_.Ui("cli.typed.learning") + "\n");
    Result<Recogniser> learnt = Recogniser::Learn(cli_.bundle());
    if (!learnt.ok()) {
      Show(cli_.Explain(learnt.error()) + "\n");
      return;
    }
    recogniser_ = std::move(learnt).value();
  }
  const TypedReading reading = session_.ReadTyped(*recogniser_, typed);
  TellReading(reading);
  if (reading.plain()) {
    SayAll(reading.ToSay(), typed);
    return;
  }
  Items items;
  if (!reading.acts.empty()) {
    items.push_back({{}, words_.Ui("web.typed.say"), [&] { SayAll(reading.ToSay(), typed); }});
  }
  for (std::size_t i = 0; i < reading.others.size(); ++i) {
    const OfferView& offer = reading.others[i].offer;
    items.push_back({words_.Ui("web.typed.meant"), WithMinutes(Sentence(offer), offer.minutes),
                     [&, i] { SayAll(reading.ToSay(static_cast<int>(i)), typed); }});
  }
  const Answer answer = Choose(items, "", "cli.typed.hint");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::TellReading(const TypedReading& reading) const {
  if (reading.acts.empty()) Show(words_.Ui("web.typed.lost") + "\n");
  for (const TypedAct& act : reading.acts) {
    Show(Wrapped(Sentence(act.offer), words_.Ui("web.typed.understood") + words_.Ui("cli.colon")) +
         "\n");
    if (!act.because.empty()) {
      Show("  " + words_.Ui("web.typed.because", {{"words", Quoted(words_, act.because)}}) + "\n");
    }
    if (act.slot_unfit) Show("  " + words_.Ui("web.typed.unfit") + "\n");
    if (act.binding) Show("  " + words_.Ui("web.typed.binding") + "\n");
  }
  if (!reading.acts.empty() && !reading.acts.front().now) {
    const Status status = session_.Check(reading.acts.front().offer.command);
    if (!status.ok()) Show("  " + cli_.Explain(status.error()) + "\n");
  }
  for (const TypedOffence& offence : reading.offences) {
    Show("! " +
         words_.Ui(fmt::format("web.typed.offence.{}", static_cast<int>(offence.kind)),
                   {{"words", offence.words}}) +
         "\n");
  }
}

// One after the other, as long as somebody listens.
void Game::SayAll(const std::vector<Say>& utterances, const std::string& typed) {
  for (const Say& say : utterances) {
    if (!see_.conversation || !Submit(say, typed)) return;
  }
}

}  // namespace huikuan::cli
