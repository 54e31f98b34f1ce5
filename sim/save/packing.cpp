#include "save/packing.h"

#include <type_traits>

namespace huikuan::save {

namespace {

// Say is most of every save and gets one bit; every other command 1 + its frozen wire tag.
constexpr int kTagBits = 5;

int WidthFor(std::size_t count) {
  int bits = 0;
  while ((1ULL << bits) < count) ++bits;
  return bits == 0 ? 1 : bits;
}

// One description of each command serves both directions: Io is Writer or Reader.
class Writer {
 public:
  explicit Writer(BitWriter& out) : out_(out) {}
  template <class T>
  void Field(T& value, int bits) {
    out_.Put(static_cast<std::uint64_t>(value), bits);
  }
  static constexpr bool kReads = false;

 private:
  BitWriter& out_;
};

class Reader {
 public:
  explicit Reader(BitReader& in) : in_(in) {}
  template <class T>
  void Field(T& value, int bits) {
    value = static_cast<T>(in_.Get(bits));
  }
  static constexpr bool kReads = true;

 private:
  BitReader& in_;
};

// Amounts people name: shares of the main claim in whole thousands, the full amount of an invoice,
// other whole thousands; anything else is written out.
enum class AmountCode : std::uint8_t { kNone, kAll, k80, k50, k30, kInvoice, kThousands, kRaw };
constexpr int kShares[] = {0, 100, 80, 50, 30};
constexpr Cents kThousand = 1000'00;
constexpr int kThousandsBits = 24;

const content::Customer& Whose(const Scenario& content, CustomerId c) {
  return content.customers[c < content.customers.size() ? c : 0];
}

Cents ShareOf(const Scenario& content, CustomerId c, int code) {
  const content::Customer& customer = Whose(content, c);
  const Cents all = customer.invoices[customer.claim].amount;
  if (code == 1) return all;
  return DivRound(all * kShares[code], 100) / kThousand * kThousand;
}

// The first invoice of exactly this amount; kNone if there is none.
InvoiceId InvoiceOf(const Scenario& content, CustomerId c, Cents amount) {
  const auto& invoices = Whose(content, c).invoices;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    if (invoices[i].amount == amount) return static_cast<InvoiceId>(i);
  }
  return kNone;
}

AmountCode CodeOf(const Scenario& content, CustomerId c, Cents amount) {
  if (amount == 0) return AmountCode::kNone;
  for (int i = 1; i < 5; ++i) {
    if (ShareOf(content, c, i) == amount) return static_cast<AmountCode>(i);
  }
  if (InvoiceOf(content, c, amount) != kNone) return AmountCode::kInvoice;
  const bool round = amount > 0 && amount % kThousand == 0;
  return round && amount / kThousand < (1LL << kThousandsBits) ? AmountCode::kThousands
                                                               : AmountCode::kRaw;
}

template <class Io>
void Money(const Scenario& content, CustomerId c, Io& io, Cents& amount) {
  AmountCode code = AmountCode::kRaw;
  if constexpr (!Io::kReads) code = CodeOf(content, c, amount);
  io.Field(code, 3);
  switch (code) {
    case AmountCode::kRaw:
      io.Field(amount, 50);  // up to ¥10 trillion in cents
      return;
    case AmountCode::kInvoice: {
      InvoiceId invoice = 0;
      if constexpr (!Io::kReads) invoice = InvoiceOf(content, c, amount);
      io.Field(invoice, 5);
      const auto& invoices = Whose(content, c).invoices;
      if constexpr (Io::kReads) amount = invoice < invoices.size() ? invoices[invoice].amount : 0;
      return;
    }
    case AmountCode::kThousands: {
      std::uint32_t thousands = 0;
      if constexpr (!Io::kReads) thousands = static_cast<std::uint32_t>(amount / kThousand);
      io.Field(thousands, kThousandsBits);
      if constexpr (Io::kReads) amount = static_cast<Cents>(thousands) * kThousand;
      return;
    }
    default:
      if constexpr (Io::kReads) {
        amount = code == AmountCode::kNone ? 0 : ShareOf(content, c, static_cast<int>(code));
      }
      return;
  }
}

// Days from the start of the run (up to rules::kMaxDateOffset); 0 = none.
template <class Io>
void Day(const Scenario& content, Io& io, Date& date) {
  std::uint16_t offset = 0;
  if constexpr (!Io::kReads) {
    if (date != kNoDate) offset = static_cast<std::uint16_t>(date - content.start + 1);
  }
  io.Field(offset, 10);
  if constexpr (Io::kReads) date = offset == 0 ? kNoDate : content.start + offset - 1;
}

template <class Io>
void CustomerField(const Scenario& content, Io& io, CustomerId& c) {
  if (content.customers.size() > 1) io.Field(c, 4);
}

template <class Io>
void Fields(const Scenario& s, Io& io, OpenDocument& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.document, 5);
}
template <class Io>
void Fields(const Scenario& s, Io& io, InspectField& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.document, 5);
  io.Field(c.field, 4);
}
template <class Io>
void Fields(const Scenario& s, Io& io, SetPlan& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.gate, 3);
  io.Field(c.ability, 2);
  io.Field(c.willingness, 2);
  std::uint8_t fives = static_cast<std::uint8_t>(c.probability / 5);
  io.Field(fives, 5);
  if constexpr (Io::kReads) c.probability = static_cast<std::uint8_t>(fives * 5);
  Money(s, c.customer, io, c.amount);
  Day(s, io, c.date);
}
template <class Io>
void Fields(const Scenario& s, Io& io, StartCall& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.person, 4);
}
// Tone; and where it is not as offered, the form of address and the hash of what was typed. A plain
// tone marked as another one says that those follow: older saves never wrote it.
template <class Io>
void Manner(Io& io, Say& c) {
  std::uint8_t more = c.address != Address::kAsFits || c.words != 0 ? 1 : 0;
  std::uint8_t toned = c.tone != Tone::kPlain || more != 0 ? 1 : 0;
  io.Field(toned, 1);
  if (toned == 0) return;
  Tone tone = more != 0 ? Tone::kPlain : c.tone;
  io.Field(tone, 2);
  if (tone != Tone::kPlain) {
    c.tone = tone;
    return;
  }
  io.Field(c.tone, 2);
  io.Field(c.address, 2);
  std::uint8_t typed = c.words != 0 ? 1 : 0;
  io.Field(typed, 1);
  if (typed != 0) io.Field(c.words, 32);
}
template <class Io>
void Fields(const Scenario& s, Io& io, Say& c) {
  io.Field(c.act, WidthFor(s.acts.size()));
  if (c.act >= s.acts.size()) return;  // refused on replay
  Manner(io, c);
  const std::uint8_t slots = s.acts[c.act].slots;
  if ((slots & kSlotAmount) != 0) Money(s, 0, io, c.amount);
  if ((slots & kSlotDate) != 0) Day(s, io, c.date);
  if ((slots & kSlotDocument) != 0) io.Field(c.document, 5);
  if ((slots & kSlotPerson) != 0) {
    std::uint8_t named = static_cast<std::uint8_t>(c.person + 1);  // 0 = none
    io.Field(named, 4);
    if constexpr (Io::kReads) c.person = static_cast<PersonId>(named - 1);
  }
}
template <class Io>
void Fields(const Scenario&, Io&, EndConversation&) {}
template <class Io>
void Fields(const Scenario& s, Io& io, SendDocument& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.person, 4);
  io.Field(c.document, 5);
}
template <class Io>
void Fields(const Scenario& s, Io& io, SendLetter& c) {
  CustomerField(s, io, c.customer);
  LetterReading& r = c.reading;
  io.Field(r.level, s.HasFurtherLetters() ? 3 : 2);
  io.Field(r.delivery, 2);
  io.Field(r.tone, 2);
  io.Field(r.quality, 7);
  io.Field(r.recipients, 12);
  io.Field(r.clauses, static_cast<int>(s.clauses.size() < 64 ? s.clauses.size() : 64));
  // Copies, enclosures and later flags follow where there are any: the eighth bit says so.
  constexpr std::uint16_t kMore = 0x80;
  std::uint16_t low = static_cast<std::uint16_t>(r.flags & (kMore - 1));
  std::uint16_t high = static_cast<std::uint16_t>(r.flags >> 7);
  if (high != 0 || r.copies != 0 || r.enclosures != 0) low |= kMore;
  io.Field(low, 8);
  if ((low & kMore) != 0) {
    io.Field(high, 9);
    io.Field(r.copies, 12);
    io.Field(r.enclosures, 16);
  }
  if (Io::kReads) {
    r.flags =
        static_cast<std::uint16_t>((low & (kMore - 1)) | ((low & kMore) != 0 ? high << 7 : 0));
  }
  Money(s, c.customer, io, r.amount);
  Day(s, io, r.pay_by);
  std::uint8_t words = c.words != 0 ? 1 : 0;
  io.Field(words, 1);
  if (words != 0) io.Field(c.words, 32);
}
template <class Io>
void Fields(const Scenario& s, Io& io, OrderTask& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.task, WidthFor(s.tasks.size()));
}
template <class Io>
void Fields(const Scenario& s, Io& io, StartVisit& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.person, 4);
}
template <class Io>
void Fields(const Scenario&, Io& io, Observe& c) {
  io.Field(c.spot, 4);
}
template <class Io>
void Fields(const Scenario&, Io& io, MeetPerson& c) {
  io.Field(c.person, 4);
}
template <class Io>
void Fields(const Scenario& s, Io& io, ConfirmPromise& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.promise, 3);
}
template <class Io>
void Fields(const Scenario& s, Io& io, SetDiary& c) {
  CustomerField(s, io, c.customer);
  std::uint8_t named = static_cast<std::uint8_t>(c.person + 1);
  io.Field(named, 4);
  if constexpr (Io::kReads) c.person = static_cast<PersonId>(named - 1);
  Day(s, io, c.date);
}
template <class Io>
void Fields(const Scenario& s, Io& io, Wait& c) {
  io.Field(c.until, 3);
  if (c.until == Until::kDate) Day(s, io, c.date);
}
template <class Io>
void Fields(const Scenario& s, Io& io, WriteNote& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.words, 32);
}
template <class Io>
void Fields(const Scenario& s, Io& io, DecideBill& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.bill, 2);
  io.Field(c.decision, 2);
}

template <class Io>
void Fields(const Scenario& s, Io& io, DecideOrder& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.order, 3);
  io.Field(c.decision, 2);
}

template <class Io>
void Fields(const Scenario& s, Io& io, ProposeTerms& c) {
  CustomerField(s, io, c.customer);
  for (int i = 0; i < kDealNumbers; ++i) io.Field(NumberAt(c.terms, i), i < 3 ? 7 : 8);
  io.Field(c.terms.clauses, kDealClauses);
}
template <class Io>
void Fields(const Scenario& s, Io& io, SignContract& c) {
  CustomerField(s, io, c.customer);
}

template <class Io>
void Fields(const Scenario&, Io& io, OfferSettlement& c) {
  std::uint16_t terms = 0;
  if constexpr (!Io::kReads) terms = static_cast<std::uint16_t>(PackSettlement(c.terms));
  io.Field(terms, 13);
  if constexpr (Io::kReads) c.terms = UnpackSettlement(terms);
}
template <class Io>
void Fields(const Scenario&, Io&, TakeSettlement&) {}
template <class Io>
void Fields(const Scenario&, Io& io, TurnTo& c) {
  io.Field(c.person, 4);
}

// Slots only where the purpose has them, flags and words only where there are any.
template <class Io>
void Fields(const Scenario& s, Io& io, SendMessage& c) {
  CustomerField(s, io, c.customer);
  io.Field(c.purpose, WidthFor(s.messages.size()));
  if (c.purpose >= s.messages.size()) return;  // refused on replay
  std::uint8_t named = static_cast<std::uint8_t>(c.person + 1);  // 0 = the group
  io.Field(named, 4);
  if constexpr (Io::kReads) c.person = static_cast<PersonId>(named - 1);
  io.Field(c.channel, 2);
  const std::uint8_t slots = s.messages[c.purpose].act.slots;
  if ((slots & kSlotAmount) != 0) Money(s, c.customer, io, c.amount);
  if ((slots & kSlotDate) != 0) Day(s, io, c.date);
  if ((slots & kSlotDocument) != 0) io.Field(c.document, 5);
  std::uint8_t own = c.words != 0 || c.flags != 0 ? 1 : 0;
  io.Field(own, 1);
  if (own == 0) return;
  io.Field(c.flags, 3);
  io.Field(c.words, 32);
}

template <class T>
bool Read(const Scenario& content, BitReader& in, Command* command) {
  T value;
  Reader reader(in);
  Fields(content, reader, value);
  *command = value;
  return in.ok();
}

}  // namespace

void PackCommand(const Scenario& content, const Command& command, BitWriter& out) {
  std::visit(
      [&](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        if constexpr (std::is_same_v<T, Say>) {
          out.Put(0, 1);
        } else {
          out.Put(1, 1);
          out.Put(T::kTag, kTagBits);
        }
        T copy = c;
        Writer writer(out);
        Fields(content, writer, copy);
      },
      command);
}

bool UnpackCommand(const Scenario& content, BitReader& in, Command* command) {
  if (in.Get(1) == 0) return in.ok() && Read<Say>(content, in, command);
  switch (in.Get(kTagBits)) {
    case OpenDocument::kTag:
      return Read<OpenDocument>(content, in, command);
    case InspectField::kTag:
      return Read<InspectField>(content, in, command);
    case SetPlan::kTag:
      return Read<SetPlan>(content, in, command);
    case StartCall::kTag:
      return Read<StartCall>(content, in, command);
    case EndConversation::kTag:
      return Read<EndConversation>(content, in, command);
    case SendDocument::kTag:
      return Read<SendDocument>(content, in, command);
    case SendLetter::kTag:
      return Read<SendLetter>(content, in, command);
    case OrderTask::kTag:
      return Read<OrderTask>(content, in, command);
    case StartVisit::kTag:
      return Read<StartVisit>(content, in, command);
    case Observe::kTag:
      return Read<Observe>(content, in, command);
    case MeetPerson::kTag:
      return Read<MeetPerson>(content, in, command);
    case ConfirmPromise::kTag:
      return Read<ConfirmPromise>(content, in, command);
    case SetDiary::kTag:
      return Read<SetDiary>(content, in, command);
    case Wait::kTag:
      return Read<Wait>(content, in, command);
    case WriteNote::kTag:
      return Read<WriteNote>(content, in, command);
    case DecideOrder::kTag:
      return Read<DecideOrder>(content, in, command);
    case DecideBill::kTag:
      return Read<DecideBill>(content, in, command);
    case ProposeTerms::kTag:
      return Read<ProposeTerms>(content, in, command);
    case SignContract::kTag:
      return Read<SignContract>(content, in, command);
    case OfferSettlement::kTag:
      return Read<OfferSettlement>(content, in, command);
    case TakeSettlement::kTag:
      return Read<TakeSettlement>(content, in, command);
    case TurnTo::kTag:
      return Read<TurnTo>(content, in, command);
    case SendMessage::kTag:
      return Read<SendMessage>(content, in, command);
    default:
      return false;
  }
}

}  // namespace huikuan::save
