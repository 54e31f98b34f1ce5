// A command as an instruction: "Call Li Na", "Say: Ask which step it is at".
#include "content/scenario.h"
#include "huikuan/review.h"

namespace huikuan {

namespace {

class InWords {
 public:
  InWords(const Phrasebook& words, CustomerId customer, PersonId listener)
      : words_(words), s_(words.scenario()), c_(customer), listener_(listener) {}

  std::string operator()(const OpenDocument& open) const {
    return Ui("open_document", {{"document", Document(open.document)}});
  }
  std::string operator()(const InspectField& look) const {
    return Ui("inspect_field", {{"document", Document(look.document)}});
  }
  std::string operator()(const SetPlan&) const { return Ui("set_plan"); }
  std::string operator()(const StartCall& call) const {
    return Ui("start_call", {{"person", Person(call.person)}});
  }
  std::string operator()(const Say& say) const {
    std::string what = words_.Text(s_.acts[say.act].label);
    TextArgs args = {{"act", what}, {"person", Person(listener_)}};
    const char* key = "say";
    if (say.document != kNone && (s_.acts[say.act].slots & kSlotDocument) != 0) {
      args.push_back({"with", Document(say.document)});
      key = "say_with";
    } else if (say.amount > 0 && (s_.acts[say.act].slots & kSlotAmount) != 0) {
      args.push_back({"with", words_.language().Money(say.amount)});
      key = "say_with";
    } else if (say.date != kNoDate && (s_.acts[say.act].slots & kSlotDate) != 0) {
      args.push_back({"with", words_.language().DateShort(say.date)});
      key = "say_with";
    }
    return Ui(key, args);
  }
  std::string operator()(const EndConversation&) const { return Ui("end_conversation"); }
  std::string operator()(const SendDocument& send) const {
    return Ui("send_document",
              {{"document", Document(send.document)}, {"person", Person(send.person)}});
  }
  std::string operator()(const SendLetter& letter) const {
    const auto level = static_cast<std::size_t>(letter.reading.level);
    return Ui("send_letter", {{"level", words_.Text(s_.letters[level].title)}});
  }
  std::string operator()(const OrderTask& order) const {
    return Ui("order_task", {{"task", words_.Text(s_.tasks[order.task].title)}});
  }
  std::string operator()(const StartVisit& visit) const {
    return Ui("start_visit", {{"person", Person(visit.person)}});
  }
  std::string operator()(const Observe& look) const {
    return Ui("observe", {{"spot", words_.Text(Customer().spots[look.spot].title)}});
  }
  std::string operator()(const MeetPerson& meet) const {
    return Ui("meet_person", {{"person", Person(meet.person)}});
  }
  std::string operator()(const ConfirmPromise&) const { return Ui("confirm_promise"); }
  std::string operator()(const SetDiary&) const { return Ui("set_diary"); }
  std::string operator()(const Wait& wait) const {
    const char* const keys[] = {"wait.afternoon", "wait.next_day", "wait.date",
                                "wait.reply",     "wait.run",      "wait.promise"};
    TextArgs args;
    if (wait.date != kNoDate) args.push_back({"date", words_.language().DateShort(wait.date)});
    return Ui(keys[static_cast<int>(wait.until)], args);
  }
  std::string operator()(const WriteNote&) const { return Ui("write_note"); }
  std::string operator()(const DecideOrder& order) const {
    const char* const keys[] = {"order.release", "order.hold", "order.prepay"};
    return Ui(keys[static_cast<int>(order.decision)],
              {{"order", words_.Text(Customer().orders[order.order].title)}});
  }
  std::string operator()(const DecideBill& bill) const {
    const char* const keys[] = {"bill.keep", "bill.discount", "bill.refuse"};
    return Ui(keys[static_cast<int>(bill.decision)]);
  }
  std::string operator()(const ProposeTerms&) const { return Ui("propose_terms"); }
  std::string operator()(const SignContract&) const { return Ui("sign_contract"); }
  std::string operator()(const OfferSettlement& offer) const {
    return Ui("offer_settlement",
              {{"terms", SettlementInWords(words_.language(), offer.terms)}});
  }
  std::string operator()(const TakeSettlement&) const { return Ui("take_settlement"); }
  std::string operator()(const TurnTo& turn) const {
    return Ui("turn_to", {{"person", Person(turn.person)}});
  }
  std::string operator()(const SendMessage& message) const {
    const std::string what =
        message.purpose < s_.messages.size() ? words_.Text(s_.messages[message.purpose].act.label) : "";
    if (message.person == kNone) return Ui("send_message.group", {{"purpose", what}});
    return Ui("send_message", {{"purpose", what}, {"person", Person(message.person)}});
  }

 private:
  const content::Customer& Customer() const { return s_.customers[c_]; }
  std::string Ui(std::string_view key, const TextArgs& args = {}) const {
    return words_.Ui("command." + std::string(key), args);
  }
  std::string Person(PersonId person) const {
    return person < Customer().people.size() ? words_.Text(Customer().people[person].name) : "";
  }
  std::string Document(DocumentId document) const {
    return document < Customer().documents.size()
               ? words_.Text(Customer().documents[document].title)
               : "";
  }

  const Phrasebook& words_;
  const Scenario& s_;
  CustomerId c_;
  PersonId listener_;
};

}  // namespace

std::string CommandWords(const Phrasebook& words, CustomerId customer, PersonId listener,
                         const Command& command) {
  return std::visit(InWords(words, customer, listener), command);
}

namespace {

std::string Advice(const Phrasebook& words, CustomerId customer, PersonId person, InvoiceId about,
                   const Command& command) {
  const auto* say = std::get_if<Say>(&command);
  if (say == nullptr || person == kNone) return CommandWords(words, customer, person, command);
  Say said = *say;
  if (said.address == Address::kAsFits) said.address = Address::kTitle;
  std::string sentence = words.Utterance(said, 0, customer, about, person, kNone);
  // Whoever quotes it ends the sentence.
  for (const std::string_view stop : {"。", "."}) {
    if (sentence.size() > stop.size() && std::string_view(sentence).substr(
            sentence.size() - stop.size()) == stop) {
      sentence.resize(sentence.size() - stop.size());
    }
  }
  return words.Ui("command.say_words", {{"words", sentence}});
}

}  // namespace

std::string AdviceWords(const Phrasebook& words, const ReviewedDecision& decision,
                        const Command& command) {
  return Advice(words, decision.customer, decision.person, decision.about, command);
}
std::string AdviceWords(const Phrasebook& words, const ReviewedSlide& slide) {
  return Advice(words, slide.customer, slide.person, slide.about, slide.best);
}

std::string LostWords(const Phrasebook& words, double loss, Cents exposure) {
  const Language& language = words.language();
  const double cents = loss * static_cast<double>(exposure);
  const Cents rounded = static_cast<Cents>(cents / 10000 + 0.5) * 10000;  // to a hundred yuan
  return words.Ui("report.lost", {{"amount", language.Money(rounded)},
                                  {"share", language.PercentOf(loss)}});
}

std::string SlideDates(const Phrasebook& words, const ReviewedSlide& slide) {
  const std::string from = words.language().DateLong(slide.from);
  if (slide.from == slide.to) return from;
  return words.Ui("report.slide_when",
                  {{"from", from}, {"to", words.language().DateLong(slide.to)}});
}

std::string CauseWords(const Phrasebook& words, const ReviewedDecision& decision,
                       const ReviewedCause& cause) {
  return words.Ui("report.why",
                  {{"cause", words.Ui("review.cause." + cause.id)},
                   {"advice", words.Ui("review.advice." + cause.id,
                                       {{"best", AdviceWords(words, decision, decision.best)}})}});
}

}  // namespace huikuan
