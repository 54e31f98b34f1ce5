#include "model/actions.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "huikuan/session.h"
#include "model/letter_draft.h"
#include "model/message_draft.h"

namespace huikuan::web {
namespace {

using Parts = std::vector<std::string_view>;

Parts Split(std::string_view id) {
  Parts parts;
  while (true) {
    const std::size_t colon = id.find(':');
    parts.push_back(id.substr(0, colon));
    if (colon == std::string_view::npos) return parts;
    id.remove_prefix(colon + 1);
  }
}

// A position below 255; -1 when it is none.
int Index(const Parts& parts, std::size_t i) {
  if (i >= parts.size()) return -1;
  int value = -1;
  const std::string_view text = parts[i];
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return -1;
  return value >= 0 && value < kNone ? value : -1;
}

std::uint8_t Id(int index) { return static_cast<std::uint8_t>(index); }

Parsed ParseSay(const Context& c, const Parts& parts) {
  if (!c.see.conversation || parts.size() < 2) return Unknown{};
  const ConversationView& talk = *c.see.conversation;
  const int index = Index(parts, 2);
  if (parts[1] == "offer" && index >= 0 && index < static_cast<int>(talk.offers.size())) {
    return Submission{InManner(c, talk.offers[static_cast<std::size_t>(index)].command), {}, "slot."};
  }
  if (parts[1] == "other" && index >= 0) {
    if (const OfferView* offer = FindOffer(c, index)) {
      return Submission{InManner(c, offer->command), {}, "slot."};
    }
  }
  if (c.typed != nullptr) {
    if (parts[1] == "typed" && !c.typed->acts.empty()) return TypedSubmission(c, *c.typed);
    if (parts[1] == "meant" && index >= 0 && index < static_cast<int>(c.typed->others.size())) {
      return TypedSubmission(c, *c.typed, index);
    }
  }
  if (parts[1] == "adjusted") {
    if (const OfferView* offer = FindOffer(c, c.ui.adjusting)) {
      return Submission{DraftedSay(c, *offer), {}, "slot."};
    }
  }
  return Unknown{};
}

Parsed ParseWait(const Context& c, const Parts& parts) {
  if (parts.size() != 2) return Unknown{};
  static constexpr std::pair<std::string_view, Until> kNames[] = {
      {"afternoon", Until::kAfternoon}, {"next_day", Until::kNextDay},
      {"date", Until::kDate},           {"reply", Until::kReply},
      {"run", Until::kPaymentRun},      {"promise", Until::kPromise}};
  for (const auto& [name, until] : kNames) {
    if (parts[1] != name) continue;
    return Submission{Wait{until, until == Until::kDate ? DraftedWaitDate(c) : kNoDate}, {}, {}};
  }
  return Unknown{};
}

Parsed ParseForm(const Context& c, std::string_view id) {
  if (id == "plan:set") return Submission{DraftedPlan(c), {}, "plan."};
  if (id == "diary:add") return Submission{DraftedDiary(c), {}, "diary."};
  if (id == "deal:propose" && c.customer().deal) return Submission{DraftedTerms(c), {}, "deal."};
  if (id == "table:offer" && c.customer().settlement) {
    return Submission{DraftedSettlement(c), {}, "table."};
  }
  if (id == "table:take") return Submission{TakeSettlement{}, {}, "table."};
  if (id == "deal:sign") return Submission{SignContract{c.ui.customer}, {}, "deal."};
  if (id == "note:save") {
    const std::string& words = c.ui.Draft("note");
    if (words.empty()) return Unknown{};
    return Submission{WriteNote{c.chosen(), WordsHash(words)}, words, "note"};
  }
  if (id == "letter:send" || id == "letter:send_anyway") {
    const LetterDraft draft = DraftedLetter(c);
    const LetterCheck check = ReadLetter(c.words.scenario(), c.see, draft);
    // Without a recipient or a sum it goes only after a second look.
    if (id == "letter:send" && !LetterWarning(check).empty()) {
      return UiChange{"dialog", "letter", {}};
    }
    return Submission{SendLetter{c.chosen(), check.reading, WordsHash(draft.words)}, draft.words,
                      "letter."};
  }
  if ((id == "message:send" || id == "message:send_anyway") && c.customer().messages) {
    const MessageDraft draft = DraftedMessage(c);
    const bool lawful = c.check(draft.command).ok();
    // What everybody reads, or what breaks a rule, goes only after a second look.
    if (lawful && id == "message:send" && (draft.command.person == kNone || draft.reading.flags != 0)) {
      return UiChange{"dialog", "message", {}};
    }
    return Submission{draft.command, draft.edited ? draft.words : std::string(), "message."};
  }
  return Unknown{};
}

Parsed ParseBill(const Context& c, const Parts& parts) {
  const int bill = Index(parts, 1);
  if (parts.size() != 3 || bill < 0) return Unknown{};
  static constexpr std::pair<std::string_view, BillDecision> kNames[] = {
      {"keep", BillDecision::kKeep},
      {"discount", BillDecision::kDiscount},
      {"refuse", BillDecision::kRefuse}};
  for (const auto& [name, decision] : kNames) {
    if (parts[2] == name) return Submission{DecideBill{c.ui.customer, Id(bill), decision}, {}, {}};
  }
  return Unknown{};
}

// The days a drill has left, one after the other.
Parsed FinishDrill(const Context& c) {
  if (!c.see.drill || c.see.clock.ended) return Unknown{};
  const Command day = Wait{Until::kNextDay, kNoDate};
  Submission finish{day, {}, {}};
  finish.then.assign(static_cast<std::size_t>(c.see.clock.days - c.see.clock.day - 1), day);
  return finish;
}

// Actions of the form verb:index.
Parsed ParseSimple(const Context& c, const Parts& parts) {
  const int index = Index(parts, 1);
  if (index < 0) return Unknown{};
  const CustomerId customer = c.chosen();
  const std::string_view verb = parts[0];
  const std::uint8_t id = Id(index);
  if (parts.size() == 2) {
    if (verb == "call") return Submission{StartCall{customer, id}, {}, {}};
    if (verb == "visit") return Submission{StartVisit{customer, id}, {}, {}};
    if (verb == "meet") return Submission{MeetPerson{id}, {}, {}};
    if (verb == "observe") return Submission{Observe{id}, {}, {}};
    if (verb == "open") return Submission{OpenDocument{customer, id}, {}, {}};
    if (verb == "task") return Submission{OrderTask{customer, id}, {}, {}};
    if (verb == "turn") return Submission{TurnTo{id}, {}, {}};
    if (verb == "confirm") return Submission{ConfirmPromise{customer, id}, {}, {}};
  }
  const int second = Index(parts, 2);
  if (parts.size() == 3 && second >= 0) {
    if (verb == "inspect") return Submission{InspectField{customer, id, Id(second)}, {}, {}};
    if (verb == "send_document") return Submission{SendDocument{customer, Id(second), id}, {}, {}};
  }
  const int third = Index(parts, 3);
  if (verb == "order" && parts.size() == 4 && second >= 0 && third >= 0 &&
      third < kOrderDecisions) {
    return Submission{DecideOrder{id, Id(second), static_cast<OrderDecision>(third)}, {}, {}};
  }
  return Unknown{};
}

bool KnownTab(std::string_view tab) {
  return tab == "talk" || tab == "papers" || tab == "letter" || tab == "log" || tab == "deal" ||
         tab == "debrief" || tab == "messages";
}

Parsed ParseUi(const Parts& parts, std::string_view value) {
  if (parts.size() < 2) return Unknown{};
  if (parts[1] == "hear") return UiChange{"hear", {}, {}};
  const std::string key(parts.size() > 2 ? parts[2] : std::string_view());
  static constexpr std::string_view kVerbs[] = {
      "tab",  "dialog",  "person", "document",  "adjust",   "language", "theme",
      "zoom", "reading", "notice", "recompose", "customer", "reword",   "decision", "guess",
      "unwrite"};
  if (std::find(std::begin(kVerbs), std::end(kVerbs), parts[1]) == std::end(kVerbs)) {
    return Unknown{};
  }
  if (parts[1] == "tab" && !KnownTab(key)) return Unknown{};
  return UiChange{std::string(parts[1]), key, std::string(value)};
}

}  // namespace

Submission TypedSubmission(const Context& c, const TypedReading& reading, int other) {
  const std::vector<Say> utterances = reading.ToSay(other);
  Submission out{utterances.front(), c.ui.Draft("typed.asked"), "typed"};
  out.then.assign(utterances.begin() + 1, utterances.end());
  return out;
}

const OfferView* FindOffer(const Context& c, int act) {
  if (!c.see.conversation || act < 0) return nullptr;
  for (const auto* list : {&c.see.conversation->offers, &c.see.conversation->others}) {
    for (const OfferView& offer : *list) {
      if (offer.command.act == act) return &offer;
    }
  }
  return nullptr;
}

Say InManner(const Context& c, Say say) {
  const std::int64_t address = c.ui.Number("address", static_cast<int>(say.address));
  if (address >= 0 && address <= static_cast<int>(Address::kFamiliar)) {
    say.address = static_cast<Address>(address);
  }
  return say;
}

Say DraftedSay(const Context& c, const OfferView& offer) {
  Say say = InManner(c, offer.command);
  if (offer.slots & kSlotAmount) say.amount = c.ui.Number("slot.amount", say.amount);
  if (offer.slots & kSlotDate) say.date = static_cast<Date>(c.ui.Number("slot.date", say.date));
  if (offer.slots & kSlotDocument) {
    say.document = static_cast<DocumentId>(c.ui.Number("slot.document", say.document));
  }
  if (offer.slots & kSlotPerson) {
    say.person = static_cast<PersonId>(c.ui.Number("slot.person", say.person));
  }
  const std::int64_t tone = c.ui.Number("slot.tone", static_cast<int>(say.tone));
  if (tone >= 0 && tone <= static_cast<int>(Tone::kHarsh)) say.tone = static_cast<Tone>(tone);
  return say;
}

SetPlan DraftedPlan(const Context& c) {
  const CustomerView& customer = c.customer();
  SetPlan plan = customer.plan;
  plan.customer = c.chosen();
  if (!customer.plan_set) {
    plan.amount = customer.outstanding;
    for (const GateView& gate : customer.gates) {
      if (gate.here) plan.gate = gate.gate;
    }
  }
  plan.gate = static_cast<Gate>(c.ui.Number("plan.gate", static_cast<int>(plan.gate)));
  plan.ability = Id(static_cast<int>(c.ui.Number("plan.ability", plan.ability)));
  plan.willingness = Id(static_cast<int>(c.ui.Number("plan.willingness", plan.willingness)));
  plan.probability = Id(static_cast<int>(c.ui.Number("plan.probability", plan.probability)));
  if (!c.ui.Draft("plan.amount").empty()) plan.amount = ParseMoney(c.ui.Draft("plan.amount"));
  plan.date = static_cast<Date>(c.ui.Number("plan.date", plan.date));
  return plan;
}

SetDiary DraftedDiary(const Context& c) {
  SetDiary diary;
  diary.customer = c.chosen();
  diary.person = static_cast<PersonId>(c.ui.Number("diary.person", kNone));
  diary.date = static_cast<Date>(c.ui.Number("diary.date", kNoDate));
  return diary;
}

SetDiary DraftedCheck(const Context& c, PersonId person) {
  SetDiary diary;
  diary.customer = c.chosen();
  diary.person = person;
  diary.date = static_cast<Date>(c.ui.Number("wrap.date", CheckDay(c)));
  return diary;
}

ProposeTerms DraftedTerms(const Context& c) {
  ProposeTerms propose;
  propose.customer = c.ui.customer;
  if (!c.customer().deal) return propose;
  const DealView& deal = *c.customer().deal;
  propose.terms = deal.ours;
  for (int i = 0; i < kDealNumbers; ++i) {
    const std::int64_t n = c.ui.Number("deal." + std::to_string(i), NumberAt(deal.ours, i));
    if (n >= 0 && n <= 255) NumberAt(propose.terms, i) = static_cast<std::uint8_t>(n);
  }
  for (int i = 0; i < kDealClauses; ++i) {
    const unsigned bit = 1U << i;
    const std::int64_t on =
        c.ui.Number("deal.clause." + std::to_string(i), (deal.ours.clauses & bit) != 0 ? 1 : 0);
    propose.terms.clauses = static_cast<std::uint8_t>(on != 0 ? propose.terms.clauses | bit
                                                              : propose.terms.clauses & ~bit);
  }
  return propose;
}

OfferSettlement DraftedSettlement(const Context& c) {
  OfferSettlement offer;
  if (!c.customer().settlement) return offer;
  const SettlementView& table = *c.customer().settlement;
  offer.terms = table.ours;
  for (int i = 0; i < kSettlementIssues; ++i) {
    const std::int64_t n = c.ui.Number("table." + std::to_string(i), IssueAt(table.ours, i));
    if (n >= 0 && n < kSettlementSizes[static_cast<std::size_t>(i)]) {
      IssueAt(offer.terms, i) = static_cast<std::uint8_t>(n);
    }
  }
  return offer;
}

Date DraftedWaitDate(const Context& c) {
  const Date chosen = static_cast<Date>(c.ui.Number("wait.date", kNoDate));
  if (chosen > c.see.clock.date) return chosen;
  for (const CalendarDayView& day : c.see.calendar) {
    if (day.day != kNever && day.date > c.see.clock.date) return day.date;
  }
  return kNoDate;
}

Parsed ParseAction(const Context& c, std::string_view id, std::string_view value) {
  if (id.substr(0, 4) == "set:" && id.size() > 4) {
    return UiChange{"set", std::string(id.substr(4)), std::string(value)};
  }
  if (id.substr(0, 7) == "toggle:" && id.size() > 7) {
    return UiChange{"toggle", std::string(id.substr(7)), std::string(value)};
  }
  if (id.substr(0, 4) == "app:" && id.size() > 4) return AppRequest{std::string(id.substr(4))};
  const Parts parts = Split(id);
  if (parts[0] == "ui") return ParseUi(parts, value);
  if (c.see.customers.empty()) return Unknown{};
  if (id == "end") return Submission{EndConversation{}, {}, {}};
  if (parts[0] == "say") return ParseSay(c, parts);
  if (parts[0] == "wait") return ParseWait(c, parts);
  if (parts[0] == "bill") return ParseBill(c, parts);
  if (id == "drill:finish") return FinishDrill(c);
  if (parts[0] == "diary" && parts.size() == 3 && parts[1] == "with" && Index(parts, 2) >= 0) {
    return Submission{DraftedCheck(c, Id(Index(parts, 2))), {}, "wrap."};
  }
  const Parsed form = ParseForm(c, id);
  return std::holds_alternative<Unknown>(form) ? ParseSimple(c, parts) : form;
}

namespace {

// Puts another customer on the desk. Drafts begun for the one before wait for the return.
void ShowCustomer(const Context& c, CustomerId customer, UiState& ui) {
  if (customer >= c.see.customers.size() || customer == ui.customer) return;
  ui.KeepDrafts(ui.customer);
  ui.customer = customer;
  ui.TakeDrafts(customer);
  ui.person = kNone;
  ui.document = kNone;
  ui.adjusting = -1;
}

}  // namespace

void ApplyUi(const Context& c, const UiChange& change, UiState& ui) {
  const Parts key = {change.key};
  const int index = Index(key, 0);
  ui.notice.clear();
  if (change.verb == "set") {
    ui.drafts[change.key] = change.value;
    // Another level asks for other clauses; words already edited stay the trainee's.
    if (change.key == "letter.level") ui.Forget("letter.clause.");
    if (change.key == "typed.text") ui.drafts.erase("typed.asked");
    // Another purpose, another message; words already written are gone with it.
    if (change.key == "message.purpose" || change.key == "message.to") {
      for (const char* key : {"amount", "date", "document", "words", "channel"}) {
        ui.drafts.erase(std::string("message.") + key);
      }
    }
  }
  if (change.verb == "toggle") ui.drafts[change.key] = change.value == "1" ? "1" : "0";
  if (change.verb == "tab") ui.tab = change.key;
  if (change.verb == "dialog") ui.dialog = change.key;
  if (change.verb == "person") ui.person = index < 0 ? kNone : Id(index);
  if (change.verb == "document") {
    ui.document = index < 0 ? kNone : Id(index);
    ui.tab = "papers";
  }
  if (change.verb == "adjust") {
    ui.adjusting = ui.adjusting == index ? -1 : index;
    ui.Forget("slot.");
  }
  if (change.verb == "customer" && index >= 0) ShowCustomer(c, Id(index), ui);
  if (change.verb == "language") ui.language = change.key;
  if (change.verb == "theme") ui.theme = change.key;
  if (change.verb == "zoom" && index > 0) ui.zoom = std::clamp(index, 80, 200);
  if (change.verb == "reading") ui.reading = change.key == "1" || !ui.can_draw;
  if (change.verb == "recompose") ui.drafts.erase("letter.words");
  if (change.verb == "unwrite") ui.drafts.erase("message.words");
  if (change.verb == "reword") {
    ui.drafts["letter.wording"] = std::to_string(ui.Number("letter.wording", 0) + 1);
    ui.drafts.erase("letter.words");
  }
  if (change.verb == "decision") {
    ui.drafts["review.open"] = change.key;
    ui.drafts.erase("review.guess");
  }
  if (change.verb == "guess") ui.drafts["review.guess"] = change.key;
  if (change.verb == "hear") ui.drafts["typed.asked"] = ui.Draft("typed.text");
}

void FollowCommand(const Command& command, UiState& ui) {
  ui.adjusting = -1;
  if (std::holds_alternative<StartCall>(command) || std::holds_alternative<StartVisit>(command) ||
      std::holds_alternative<MeetPerson>(command)) {
    ui.tab = "talk";
    ui.dialog.clear();
    ui.drafts.erase("search");
    ui.drafts.erase("address");
  }
  if (std::holds_alternative<TurnTo>(command)) ui.drafts.erase("address");
  if (std::holds_alternative<Say>(command)) ui.drafts.erase("search");
  if (const auto* call = std::get_if<StartCall>(&command)) ui.customer = call->customer;
  if (const auto* visit = std::get_if<StartVisit>(&command)) ui.customer = visit->customer;
  if (const auto* open = std::get_if<OpenDocument>(&command)) {
    ui.document = open->document;
    ui.tab = "papers";
  }
  if (std::holds_alternative<Wait>(command)) {
    ui.dialog.clear();
    ui.drafts.erase("wait.date");
  }
  if (std::holds_alternative<SetDiary>(command)) ui.dialog.clear();
  if (std::holds_alternative<SendLetter>(command)) {
    ui.tab = "talk";
    ui.dialog.clear();
  }
  if (std::holds_alternative<SendMessage>(command)) {
    ui.tab = "messages";
    ui.dialog.clear();
  }
  if (std::holds_alternative<SignContract>(command)) ui.tab = "talk";
}

}  // namespace huikuan::web
