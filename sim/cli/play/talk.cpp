// A conversation, on the telephone or on a visit.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

std::string Folded(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

void Game::Talk() {
  Items items;
  if (see_.conversation) {
    const ConversationView& talk = *see_.conversation;
    const PersonView& person = Customer().people[talk.person];
    Show(words_.Ui("cli.talk.with",
                   {{"name", Titled(words_, person)},
                    {"mood", words_.Ui(fmt::format("web.mood.{}", static_cast<int>(talk.mood)))}}) +
         "\n");
    if (talk.joined != kNone) {
      const std::string name = Titled(words_, Customer().people[talk.joined]);
      Show(words_.Ui("web.talk.second", {{"name", name}}) + "\n");
    }
    AddOffers(talk.offers, items);
    if (talk.joined != kNone) {
      const std::string name = words_.Text(Customer().people[talk.joined].name);
      items.push_back({words_.Ui("web.talk.both"), words_.Ui("web.talk.turn", {{"name", name}}),
                       [this, person = talk.joined] { Submit(TurnTo{person}); }});
    }
    if (Customer().settlement && Customer().settlement->open) {
      items.push_back({words_.Ui("web.table"), words_.Ui("cli.menu.table"), [this] { DealTable(); }});
    }
  }
  if (see_.visit.active) AddVisit(items);
  const bool talking = see_.conversation.has_value();
  const Answer answer = Choose(items, talking ? "x m e" : "x",
                               talking ? "cli.talk.hint" : "cli.talk.hint_visit", talking);
  if (answer.kind == Answer::kItem) items[answer.item].run();
  if (answer.kind == Answer::kTyped) OwnWords(answer.word);
  if (answer.kind != Answer::kWord) return;
  if (answer.word == "x") Submit(EndConversation{});
  if (answer.word == "m") MoreOffers(answer.rest);
  if (answer.word == "e") Adjust(answer.rest);
}

void Game::AddOffers(const std::vector<OfferView>& offers, Items& items) {
  for (const OfferView& offer : offers) {
    const std::string sentence = Sentence(offer);
    items.push_back({words_.Ui("web.talk.offers"), WithMinutes(sentence, offer.minutes),
                     [this, say = offer.command] { Submit(say); }});
  }
}

void Game::AddVisit(Items& items) {
  const std::string heading =
      words_.Ui("web.visit.here") +
      words_.Ui("cli.in_brackets",
                {{"text",
                  words_.Ui("web.visit.left", {{"n", std::to_string(see_.visit.minutes_left)}})}});
  for (const SpotView& spot : see_.visit.spots) {
    if (spot.seen) continue;
    items.push_back({heading,
                     WithMinutes(words_.Ui("web.visit.look", {{"spot", words_.Text(spot.title)}}),
                                 spot.minutes),
                     [this, s = spot.id] { Submit(Observe{s}); }});
  }
  for (const PersonId person : see_.visit.reachable) {
    const std::string name = Titled(words_, Customer().people[person]);
    items.push_back({heading, words_.Ui("web.visit.meet", {{"name", name}}),
                     [this, person] { Submit(MeetPerson{person}); }});
  }
}

// The sentences not on offer just now that contain the wanted words; all of them without any.
void Game::MoreOffers(const std::string& wanted) {
  std::vector<OfferView> found;
  for (const OfferView& offer : see_.conversation->others) {
    const std::string sentence = Sentence(offer);
    if (Folded(sentence).find(Folded(wanted)) != std::string::npos) found.push_back(offer);
  }
  if (found.empty()) {
    Show(words_.Ui("web.talk.search_none") + "\n");
    return;
  }
  Items items;
  AddOffers(found, items);
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

// Changes amount, date, paper, person and tone of an offer, then says it.
void Game::Adjust(const std::string& number) {
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  const ConversationView& talk = *see_.conversation;
  if (index < 1 || index > talk.offers.size()) {
    Show(words_.Ui("cli.play.what") + "\n");
    return;
  }
  const OfferView offer = talk.offers[index - 1];
  Say say = offer.command;
  if ((offer.slots & kSlotAmount) && !AskMoney(words_.Ui("web.slot.amount"), say.amount)) return;
  if ((offer.slots & kSlotDate) && !AskDate(words_.Ui("web.slot.date"), say.date)) return;
  std::vector<std::string> labels;
  std::vector<std::uint8_t> ids;
  const auto pick = [&](const char* key, std::uint8_t& id) {
    const auto at = std::find(ids.begin(), ids.end(), id);
    const int choice =
        Pick(words_.Ui(key), labels, at == ids.end() ? -1 : static_cast<int>(at - ids.begin()));
    if (choice >= 0) id = ids[static_cast<std::size_t>(choice)];
    labels.clear();
    ids.clear();
    return !quit_;
  };
  if (offer.slots & kSlotDocument) {
    for (const DocumentView& paper : Customer().documents) {
      if (!paper.in_file || !paper.opened) continue;
      labels.push_back(words_.Text(paper.title));
      ids.push_back(paper.id);
    }
    if (!pick("web.slot.document", say.document)) return;
  }
  if (offer.slots & kSlotPerson) {
    for (const PersonView& person : Customer().people) {
      if (!person.known || person.id == talk.person) continue;
      labels.push_back(Titled(words_, person));
      ids.push_back(person.id);
    }
    if (!pick("web.slot.person", say.person)) return;
  }
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(Tone::kHarsh); ++i) {
    labels.push_back(words_.Ui(fmt::format("web.tone.{}", i)));
    ids.push_back(i);
  }
  auto tone = static_cast<std::uint8_t>(say.tone);
  if (!pick("web.slot.tone", tone)) return;
  say.tone = static_cast<Tone>(tone);
  if (talk.familiar != 0 && talk.wanted == kNone) {
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(Address::kFamiliar); ++i) {
      const Address form = i == 0 ? talk.address : static_cast<Address>(i);
      const TextRef name = form == Address::kFamiliar ? talk.familiar
                                                      : Customer().people[talk.person].name;
      labels.push_back(
          words_.Ui(fmt::format("web.address.{}", i), {{"name", words_.Text(name)}}));
      ids.push_back(i);
    }
    auto address = static_cast<std::uint8_t>(say.address);
    if (!pick("web.address", address)) return;
    say.address = static_cast<Address>(address);
  }
  Submit(say);
}

}  // namespace huikuan::cli
