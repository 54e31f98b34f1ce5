// huikuan/text.h, Phrasebook: what a scenario says, and events as sentences.
#include "content/language_files.h"
#include "content/scenario.h"
#include "content/vocabulary.h"
#include "huikuan/deal.h"
#include "huikuan/text.h"

namespace huikuan {
namespace {

using content::Customer;

template <class T>
const T* ItemAt(const std::vector<T>& items, std::uint8_t index) {
  return index < items.size() ? &items[index] : nullptr;
}

// With the year and without the weekday, as contracts and letters write dates.
std::string DateInFull(const Language& language, Date date) {
  if (date == kNoDate) return language.DateLong(date);
  std::string text = language.DateLong(date);
  const std::string weekday = language.Weekday(date);
  if (const std::size_t at = text.find(weekday); at != std::string::npos) {
    text.erase(at, weekday.size());
  }
  const std::size_t first = text.find_first_not_of(" ,");
  const std::size_t last = text.find_last_not_of(" ,");
  return first == std::string::npos ? text : text.substr(first, last - first + 1);
}

// An event's arguments as words, and its sentence.
class EventWords {
 public:
  EventWords(const Phrasebook& book, const Event& event)
      : book_(book),
        scenario_(book.scenario()),
        event_(event),
        customer_(ItemAt(scenario_.customers, event.customer)) {
    if (customer_ == nullptr) return;
    AddPeople();
    AddValues();
    AddThings();
    AddSeveral();
    AddInvoice();
    AddContract();
    // After the event's own, which win: {date} said is not a {date} of the contract.
    for (auto& term : book.Words(customer_->terms)) args_.push_back(std::move(term));
  }

  // The contract's terms speak of the main claim; talk about another invoice names that one.
  void AddInvoice() {
    const bool speaks = event_.kind == EventKind::kSaid || event_.kind == EventKind::kReplied ||
                        event_.kind == EventKind::kMessageSent ||
                        event_.kind == EventKind::kMessageAnswered;
    if (!speaks) return;
    const content::Invoice* invoice = ItemAt(customer_->invoices, event_.item);
    if (invoice == nullptr || event_.item == customer_->claim) return;
    // When a deal's invoice is due hangs on what was signed; the contract's own words say it.
    if (invoice->part != content::DealPart::kNone) return;
    args_.emplace_back("claim_name", book_.Text(invoice->title));
    args_.emplace_back("due_date", DateInFull(book_.language(), invoice->due));
  }
  // A sum greater than the invoice under discussion is that of all that is due.
  void AddSeveral() {
    if (event_.kind != EventKind::kSaid) return;
    const content::Invoice* invoice = ItemAt(customer_->invoices, event_.item);
    if (invoice == nullptr || invoice->part != content::DealPart::kNone) return;
    if (event_.amount <= invoice->amount) return;
    const std::string due = DateInFull(book_.language(), invoice->due);
    args_.emplace_back("claim_name", book_.Ui("said.several"));
    args_.emplace_back("due_date", book_.Ui("said.oldest", {{"date", due}}));
  }
  // Each order of the deal desk has a contract of its own.
  void AddContract() {
    const content::Invoice* invoice = ItemAt(customer_->invoices, event_.item);
    const bool speech = event_.kind == EventKind::kSaid || event_.kind == EventKind::kReplied;
    if (!speech || invoice == nullptr || invoice->deal_order == 0) return;
    for (const TypedArg& term : customer_->terms) {
      if (term.name != "contract_no_2") continue;
      for (auto& word : book_.Words({term})) args_.emplace_back("contract_no", word.second);
    }
  }

  std::string Sentence() const {
    if (customer_ == nullptr) return {};
    switch (event_.kind) {
      case EventKind::kSaid: {
        const content::Act* act = ItemAt(scenario_.acts, event_.act);
        return act == nullptr ? std::string() : Addressed(Say(WordsOf(*act)));
      }
      case EventKind::kReplied:
        return Reply();
      case EventKind::kLetterAnswered:
        return LetterAnswer();
      case EventKind::kObserved:
        return Observed();
      case EventKind::kMessageSent:
      case EventKind::kMessageAnswered:
      case EventKind::kMessageReceived:
      case EventKind::kMessageOverdue:
        return WithWords(MessageWords());
      default:
        return Varied(Key());
    }
  }

  // Of a message: its words alone.
  std::string MessageWords() const {
    if (customer_ == nullptr) return {};
    if (event_.kind == EventKind::kMessageReceived || event_.kind == EventKind::kMessageOverdue) {
      const auto* in = ItemAt(scenario_.incoming, event_.item);
      if (in == nullptr) return {};
      if (event_.kind == EventKind::kMessageReceived) return Say(in->say);
      return in->late != 0 ? Say(in->late) : book_.Text(in->title);
    }
    const auto* purpose = ItemAt(scenario_.messages, event_.act);
    if (purpose == nullptr) return {};
    if (event_.kind == EventKind::kMessageSent) return Say(purpose->act.say);
    if (event_.reply != kNone || event_.fact != kNone) return Reply();
    return purpose->answer != 0 ? Say(purpose->answer) : book_.Ui("message.received");
  }

 private:
  // One of the wordings "<key>", "<key>.1", "<key>.2" … there are: people do not say a thing the
  // same way twice.
  std::string Varied(const std::string& key) const {
    int wordings = 1;
    while (book_.language().Has(key + "." + std::to_string(wordings))) ++wordings;
    const int pick = event_.variant % wordings;
    return book_.Ui(pick == 0 ? key : key + "." + std::to_string(pick), args_);
  }
  // The case spells out the terms of its main claim only.
  TextRef WordsOf(const content::Act& act) const {
    const bool other = event_.item != customer_->claim && event_.item < customer_->invoices.size();
    return other && act.say_other != 0 ? act.say_other : act.say;
  }
  // Friends say 你 to each other.
  std::string Addressed(std::string words) const {
    if (event_.address != Address::kFamiliar || book_.language().tag() != "zh") return words;
    constexpr std::string_view kPolite = "您", kPlain = "你";
    for (std::size_t at = words.find(kPolite); at != std::string::npos; at = words.find(kPolite, at)) {
      words.replace(at, kPolite.size(), kPlain);
    }
    return words;
  }
  TextRef NameOf(const content::Person& person) const {
    const bool friends = event_.kind == EventKind::kSaid && event_.address == Address::kFamiliar;
    return friends && person.familiar != 0 ? person.familiar : person.name;
  }
  void Add(const char* name, std::string words) { args_.emplace_back(name, std::move(words)); }
  std::string Say(TextRef text) const { return book_.Text(text, event_.variant, args_); }

  void AddPeople() {
    const content::Person* person = ItemAt(customer_->people, event_.person);
    const content::Person* other = ItemAt(customer_->people, event_.other);
    if (person != nullptr) Add("listener", book_.Text(NameOf(*person)));
    // In speech {person} is whom they speak of; in reports, who does something.
    const bool answer =
        event_.kind == EventKind::kReplied || event_.kind == EventKind::kMessageAnswered;
    const bool speech = event_.kind == EventKind::kSaid || answer;
    if (answer && other == nullptr && person != nullptr) {
      other = ItemAt(customer_->people, person->refers_to);
    }
    if (speech) {
      if (other != nullptr) Add("person", book_.Text(other->name));
    } else if (person != nullptr) {
      Add("person", book_.Text(person->name));
    } else {
      Add("person", book_.Ui("event.somebody"));
    }
    if (other != nullptr) {
      Add("other", book_.Text(other->name));
      Add("part", book_.Text(other->part));
    }
    Add("customer", book_.Text(customer_->name));
    Add("our_company", book_.Text(scenario_.seller));
  }

  void AddValues() {
    const Language& language = book_.language();
    const bool terms = event_.kind == EventKind::kTermsProposed ||
                       event_.kind == EventKind::kTermsAnswered ||
                       event_.kind == EventKind::kContractSigned;
    if (terms) Add("terms", TermsInWords(language, UnpackTerms(event_.amount)));
    // On the deal desk orders are numbered; others have a title (AddCompany).
    if (customer_->orders.empty() && event_.item < content::kDealOrders) {
      Add("order", std::to_string(event_.item + 1));
    }
    const bool settlement = event_.kind == EventKind::kSettlementOffered ||
                            event_.kind == EventKind::kSettlementAnswered ||
                            event_.kind == EventKind::kSettlementAgreed;
    if (settlement) Add("terms", SettlementInWords(language, UnpackSettlement(event_.amount)));
    Add("amount", language.Money(event_.amount));
    if (event_.kind == EventKind::kDayStarted) {
      Add("date", language.DateLong(TodaysDate()));
    } else if (event_.date != kNoDate) {
      Add("date", language.DateShort(event_.date));
    }
  }
  Date TodaysDate() const {
    if (event_.date != kNoDate) return event_.date;
    const auto day = static_cast<std::size_t>(event_.day);
    return event_.day >= 0 && day < scenario_.days.size() ? scenario_.days[day].date : kNoDate;
  }

  void AddThings() {
    if (const auto* fact = ItemAt(customer_->facts, event_.fact)) {
      Add("fact", book_.Text(fact->text));
      Add("tell", book_.Text(TellOf(*fact), event_.variant));
    }
    if (const auto* document = ItemAt(customer_->documents, event_.document)) {
      Add("document", book_.Text(document->title));
      if (const auto* field = ItemAt(document->fields, event_.value)) {
        Add("field", book_.Text(field->label));
      }
    }
    if (const auto* task = ItemAt(scenario_.tasks, event_.item)) {
      Add("task", book_.Text(task->title));
      Add("done", book_.Text(task->done));
    }
    if (const auto* spot = ItemAt(customer_->spots, event_.item)) {
      Add("spot", book_.Text(spot->title));
    }
    if (const auto* invoice = ItemAt(customer_->invoices, event_.item)) {
      Add("invoice", book_.Text(invoice->title));
    }
    AddCompany();
    if (event_.kind == EventKind::kGateTold || event_.kind == EventKind::kReplied ||
        event_.kind == EventKind::kMessageAnswered) {
      const bool paid = event_.value >= kGates;
      Add("gate", book_.Ui("gate." + (paid ? "paid" : Named(content::kGateNames))));
    }
    if (event_.kind == EventKind::kBillOffered || event_.kind == EventKind::kBillDishonoured) {
      Add("instrument", book_.Ui("instrument." + std::to_string(event_.value)));
    }
    if (event_.kind == EventKind::kLetterSent || event_.kind == EventKind::kLetterAnswered) {
      Add("level", book_.Ui("letter." + Named(content::kLetterLevelNames)));
    }
    if (event_.kind == EventKind::kFactLearnt) {
      Add("source", book_.Ui("source." + std::to_string(event_.value)));
    }
  }
  void AddCompany() {
    if (const auto* order = ItemAt(customer_->orders, event_.item)) {
      Add("order", book_.Text(order->title));
      Add("note", book_.Text(order->note));
    }
    if (const auto* payment = ItemAt(scenario_.company.payments, event_.item)) {
      Add("payment", book_.Text(payment->title));
    }
    if (const auto* task = ItemAt(scenario_.tasks, event_.item)) {
      Add("reason", book_.Text(task->refusal.reason));
    }
  }
  std::string Named(const content::NameSet& names) const {
    return std::string(names.NameOf(event_.value));
  }

  // Kinds that need more than one sentence have a key for each.
  std::string Key() const {
    std::string key =
        "event." + std::string(content::kEventNames.NameOf(static_cast<int>(event_.kind)));
    switch (event_.kind) {
      case EventKind::kGatekeeper: {
        static constexpr const char* kOutcomes[] = {".blocked", ".through", ".refused"};
        return key + kOutcomes[event_.value < 3 ? event_.value : 0];
      }
      case EventKind::kGateTold:
        return event_.person == kNone ? key + ".found" : key;
      case EventKind::kTaskDone: {
        const auto* task = ItemAt(scenario_.tasks, event_.item);
        const bool nothing = task != nullptr && task->diagnostic && event_.fact == kNone;
        return nothing ? key + ".nothing" : key;
      }
      case EventKind::kCallStarted:
        if (event_.value == static_cast<int>(Channel::kVisit)) return key + ".visit";
        return event_.item == 1 ? key + ".transferred" : key;
      case EventKind::kNoAnswer:
        return event_.value != 0 ? key + ".visit" : key;
      case EventKind::kConversationEnded:
        if (event_.value != 0) return key + ".them";
        return event_.item == 1 ? key + ".visit" : key + ".us";
      case EventKind::kFieldInspected:
        return key + (event_.fact == kNone ? ".fine" : ".wrong");
      case EventKind::kVisitStarted:
        return key + (event_.value != 0 ? ".in" : ".refused");
      case EventKind::kPromised:
        return event_.date == kNoDate ? key + ".vague" : key;
      case EventKind::kPromiseBroken:
        return event_.amount > 0 ? key + ".part" : key;
      case EventKind::kDiaryDue:
      case EventKind::kDiarySet:
        return event_.person == kNone ? key + ".nobody" : key;
      case EventKind::kFactLearnt:
        return event_.person == kNone ? key : key + ".told";
      case EventKind::kConductBreach:
        return key + "." + Named(content::kBreachNames);
      case EventKind::kOrderDecided:
        return key + "." + Named(content::kOrderDecisionNames);
      case EventKind::kOrderAnswered:
        return key + (event_.value != 0 ? ".yes" : ".no");
      case EventKind::kForecastTaken:
        return event_.amount > 0 ? key : key + ".none";
      case EventKind::kBillDecided: {
        static constexpr const char* kDecisions[kBillDecisions] = {".keep", ".discount", ".refuse"};
        return key + kDecisions[event_.value < kBillDecisions ? event_.value : 0];
      }
      case EventKind::kMoneyReturned:
        return key +
               (event_.value == static_cast<int>(MoneyBack::kRecourse) ? ".recourse" : ".clawback");
      case EventKind::kLimitationRenewed:
        return event_.value != 0 ? key + ".revived" : key;
      case EventKind::kLimitationUnproved:
        return event_.value != 0 ? key + ".never" : key;
      case EventKind::kRuleCited: {
        static constexpr const char* kAnswers[] = {".no", ".disputed", ".yes"};
        return key + kAnswers[event_.value < 3 ? event_.value : 1];
      }
      case EventKind::kInterestClaimed:
        return key + (event_.value != 0 ? ".lawful" : event_.amount > 0 ? ".too_much" : ".none");
      case EventKind::kTermsAnswered: {
        static constexpr const char* kAnswers[] = {".accepted", ".countered", ".last", ".walked"};
        return key + kAnswers[event_.value < 4 ? event_.value : 1];
      }
      case EventKind::kSettlementAnswered: {
        static constexpr const char* kAnswers[] = {".countered", ".countered", ".last", ".put_off",
                                                   ".broken_off"};
        return key + kAnswers[event_.value < 5 ? event_.value : 1];
      }
      case EventKind::kSettlementAgreed:
        return event_.value != 0 ? key + ".written" : key;
      case EventKind::kSettlementEnded: {
        static constexpr const char* kEnds[] = {".kept", ".theirs", ".ours"};
        return key + kEnds[event_.value < 3 ? event_.value : 0];
      }
      case EventKind::kGoodsAccepted:
        return event_.value != 0 ? key + ".deemed" : key;
      case EventKind::kJoined: {
        static constexpr const char* kOutcomes[] = {".came", ".not_there", ".would_not"};
        return key + kOutcomes[event_.value < 3 ? event_.value : 1];
      }
      case EventKind::kFace: {
        static constexpr const char* kMatters[kFaceMatters] = {".too_familiar", ".bare", ".stiff",
                                                               ".near", ".pressed", ".restored"};
        return key + kMatters[event_.value < kFaceMatters ? event_.value : 0];
      }
      case EventKind::kFaceLost:
        return event_.value != 0 ? key + ".outsiders" : key;
      case EventKind::kDealLost:
        return event_.value != 0 ? key + ".walked" : key;
      case EventKind::kTaskOrdered:
        return event_.date == kNoDate ? key + ".undated" : key;
      default:
        return key;
    }
  }

  std::string Reply() const {
    if (const auto* fact = ItemAt(customer_->facts, event_.fact)) return Say(TellOf(*fact));
    const auto* reply = ItemAt(scenario_.replies, event_.reply);
    if (const auto* objection = ItemAt(scenario_.objections, event_.objection)) {
      const bool asked = reply != nullptr && reply->kind == content::ReplyKind::kRestate;
      return Say(asked && objection->detail != 0 ? objection->detail : objection->say);
    }
    if (reply == nullptr) return book_.Ui("event.replied", args_);
    const bool annoyed = event_.mood == Mood::kAnnoyed && reply->say_annoyed != 0;
    return Say(annoyed ? reply->say_annoyed : reply->say);
  }
  static TextRef TellOf(const content::Fact& fact) {
    return fact.tell != 0 ? fact.tell : fact.text;
  }
  std::string LetterAnswer() const {
    TextArgs args = args_;
    args.insert(args.begin(), {"reply", Reply()});
    return book_.Ui("event.letter_answered", args);
  }
  // Own words are kept beside the save; a sentence only says what they were for.
  std::string OwnWords() const {
    const auto* purpose = ItemAt(scenario_.messages, event_.act);
    return book_.Ui("message.own_words",
                    {{"title", purpose == nullptr ? "" : book_.Text(purpose->act.label)}});
  }
  // … with who wrote them and how.
  std::string WithWords(std::string words) const {
    TextArgs args = args_;
    args.insert(args.begin(), {"words", std::move(words)});
    if (event_.kind != EventKind::kMessageSent) return book_.Ui(Key(), args);
    if (event_.words != 0) args.front().second = OwnWords();
    const std::string way = event_.person == kNone ? "group" : Named(content::kMessageChannelNames);
    return book_.Ui(Key() + "." + way, args);
  }
  std::string Observed() const {
    const auto* spot = ItemAt(customer_->spots, event_.item);
    if (spot == nullptr) return {};
    TextArgs args = args_;
    const auto* fact = ItemAt(customer_->facts, event_.fact);
    args.insert(args.begin(), {"fact", book_.Text(fact != nullptr ? fact->text : spot->plain)});
    return book_.Ui("event.observed", args);
  }

  const Phrasebook& book_;
  const Scenario& scenario_;
  const Event& event_;
  const Customer* customer_;
  TextArgs args_;
};

}  // namespace

Phrasebook::Phrasebook(Language language, ScenarioPtr scenario)
    : language_(std::move(language)), scenario_(std::move(scenario)) {}

std::string Phrasebook::Ui(std::string_view key, const TextArgs& args) const {
  return language_.Ui(key, args);
}

std::string Phrasebook::Text(TextRef text, int variant, const TextArgs& args) const {
  if (text == 0 || text >= scenario_->texts.size()) return {};
  const content::Text& entry = scenario_->texts[text];
  for (std::size_t i = 0; i < scenario_->languages.size(); ++i) {
    if (scenario_->languages[i] != language_.tag()) continue;
    const std::vector<std::string>& wordings = entry.by_language[i];
    if (wordings.empty()) return {};
    const auto pick = static_cast<std::size_t>(variant < 0 ? 0 : variant) % wordings.size();
    return content::FillPlaceholders(wordings[pick], args);
  }
  return {};
}

TextArgs Phrasebook::Words(const std::vector<TypedArg>& args) const {
  TextArgs words;
  for (const TypedArg& arg : args) {
    std::string text;
    switch (arg.kind) {
      case TypedArg::Kind::kNumber:
        text = std::to_string(arg.value);
        break;
      case TypedArg::Kind::kMoney:
        text = language_.Money(arg.value);
        break;
      case TypedArg::Kind::kDate:
        text = DateInFull(language_, static_cast<Date>(arg.value));
        break;
      case TypedArg::Kind::kText:
        text = Text(static_cast<TextRef>(arg.value));
        break;
      case TypedArg::Kind::kPercent:
        text = language_.Percent(static_cast<Q16>(arg.value));
        break;
    }
    words.emplace_back(arg.name, std::move(text));
  }
  return words;
}

std::string Phrasebook::Sentence(const Event& event) const {
  return EventWords(*this, event).Sentence();
}

std::string Phrasebook::MessageWords(const Event& event) const {
  return EventWords(*this, event).MessageWords();
}

std::string Phrasebook::Speaker(const Event& event) const {
  // Other sentences name who acts themselves.
  const bool speech = SpokenToUs(event.kind);
  const Customer* customer = ItemAt(scenario_->customers, event.customer);
  if (!speech || customer == nullptr) return {};
  const content::Person* person = ItemAt(customer->people, event.person);
  return person == nullptr ? std::string() : Text(person->name);
}

std::string Phrasebook::Utterance(const Say& say, int variant, CustomerId customer,
                                  InvoiceId about, PersonId listener, PersonId wanted) const {
  Event event;
  event.kind = EventKind::kSaid;
  event.customer = customer;
  event.item = about;
  event.person = listener;
  event.other = say.person != kNone ? say.person : wanted;
  event.act = say.act;
  event.document = say.document;
  event.date = say.date;
  event.amount = say.amount;
  event.address = say.address;
  event.variant = static_cast<std::uint8_t>(variant);
  return Sentence(event);
}

bool SaysTheSame(const Event& before, const Event& event) {
  return event.kind == EventKind::kFactLearnt && before.fact == event.fact &&
         (before.kind == EventKind::kObserved || before.kind == EventKind::kFieldInspected);
}

}  // namespace huikuan
