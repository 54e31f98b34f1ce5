// Typed words made into utterances of this case and moment.
#include "huikuan/typed.h"

#include <algorithm>
#include <optional>

#include "content/vocabulary.h"
#include "rules/call/slots.h"
#include "rules/rules.h"
#include "session/impl.h"

namespace huikuan {

namespace {

// What may be said now is likelier meant than what must wait for something said before it, as the
// debt waits for the greeting in the same breath (design value).
constexpr Q16 kSayableLater = Hundredths(35);

bool HasEffect(const Scenario& content, const content::Act& act, content::EffectKind kind) {
  for (std::size_t i = act.effects_begin; i < act.effects_end; ++i) {
    if (content.effects[i].kind == kind) return true;
  }
  return false;
}

bool Binding(const Scenario& content, const content::Act& act) {
  using content::EffectKind;
  return HasEffect(content, act, EffectKind::kConcede) ||
         HasEffect(content, act, EffectKind::kBreach) ||
         HasEffect(content, act, EffectKind::kEnd) ||
         HasEffect(content, act, EffectKind::kAcceptVague);
}

ConductBreach BreachOf(Misconduct kind) {
  switch (kind) {
    case Misconduct::kThreat:
      return ConductBreach::kThreat;
    case Misconduct::kDisclosure:
      return ConductBreach::kDisclosure;
    case Misconduct::kFalseClaim:
      return ConductBreach::kFalseStatement;
  }
  return ConductBreach::kThreat;
}

std::string Folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// How much of the name stands in the words, in bytes: all of it, or the family name that ends it
// where names are written in words ("Ms Shen"); 0: none. Precondition: both folded.
std::size_t Named(const std::string& words, const std::string& name) {
  if (!name.empty() && words.find(name) != std::string::npos) return name.size();
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string::npos) return 0;
  const std::string family = name.substr(blank + 1);
  const auto letter = [&](std::size_t i) {
    return i < words.size() && words[i] >= 'a' && words[i] <= 'z';
  };
  for (std::size_t at = words.find(family); at != std::string::npos;
       at = words.find(family, at + 1)) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + family.size())) return family.size();
  }
  return 0;
}

// One reading in one conversation.
class TypedWordsReader {
 public:
  TypedWordsReader(const Scenario& content, const world::Known& known, std::string_view words)
      : content_(content), known_(known), words_(Folded(words)) {
    address_ = AddressIn(words, Listener());
  }

  std::vector<MayBeMeant> MayBe() const {
    std::vector<MayBeMeant> may;
    for (std::size_t a = 0; a < content_.acts.size(); ++a) {
      Say say;
      if (!rules::DefaultSlots(content_, known_, static_cast<ActId>(a), &say)) continue;
      may.push_back({content_.acts[a].id, Sayable(say) ? kOne : kSayableLater});
    }
    return may;
  }

  std::optional<TypedAct> Act(const HeardAct& heard) const {
    const auto act = Find(heard.act);
    if (!act) return std::nullopt;
    TypedAct out;
    if (!rules::DefaultSlots(content_, known_, *act, &out.offer.command)) return std::nullopt;
    const content::Act& def = content_.acts[*act];
    out.offer.command.address = address_;
    out.offer.text = def.say;
    out.offer.variant = rules::OfferVariant(known_, *act);
    out.offer.slots = def.slots;
    out.offer.minutes = def.minutes;
    out.probability = heard.probability;
    out.because = heard.because;
    out.binding = Binding(content_, def);
    for (const HeardSlot& slot : heard.slots) Fill(def, slot, &out);
    FillPerson(def, &out);
    out.now = Sayable(out.offer.command);
    return out;
  }

  // The act of the case that breaks the limit: one that may be said now before one that may not.
  std::optional<Say> Breaking(Misconduct kind) const {
    std::optional<Say> any;
    for (std::size_t a = 0; a < content_.acts.size(); ++a) {
      const content::Act& act = content_.acts[a];
      bool breaks = false;
      for (std::size_t i = act.effects_begin; i < act.effects_end; ++i) {
        const content::Effect& effect = content_.effects[i];
        breaks |= effect.kind == content::EffectKind::kBreach &&
                  static_cast<ConductBreach>(effect.value) == BreachOf(kind);
      }
      Say say;
      if (!breaks || !rules::DefaultSlots(content_, known_, static_cast<ActId>(a), &say)) continue;
      say.address = address_;
      if (Sayable(say)) return say;
      if (!any) any = say;
    }
    return any;
  }

 private:
  bool Sayable(const Say& say) const {
    return rules::CheckCommand(content_, known_, Command{say}) == rules::Refusal::kNone;
  }
  std::optional<ActId> Find(const std::string& id) const {
    for (std::size_t a = 0; a < content_.acts.size(); ++a) {
      if (content_.acts[a].id == id) return static_cast<ActId>(a);
    }
    return std::nullopt;
  }

  // A slot the act does not take was only mentioned. The first of a kind counts.
  void Fill(const content::Act& act, const HeardSlot& slot, TypedAct* out) const {
    Say say = out->offer.command;
    switch (slot.kind) {
      case HeardSlot::Kind::kAmount:
        if ((act.slots & kSlotAmount) == 0) return;
        say.amount = slot.amount;
        break;
      case HeardSlot::Kind::kShare:
        if ((act.slots & kSlotAmount) == 0) return;
        say.amount = DivRound(
            rules::KnownOutstanding(content_, known_, Customer()) * slot.basis_points, 10'000);
        break;
      case HeardSlot::Kind::kDate:
        if ((act.slots & kSlotDate) == 0) return;
        say.date = slot.date;
        break;
      case HeardSlot::Kind::kPaper:
        if ((act.slots & kSlotDocument) == 0) return;
        say.document = PaperOf(slot.paper, say.document);
        break;
    }
    if (rules::CheckSlots(content_, known_, act, say) == rules::Refusal::kNone) {
      out->offer.command = say;
    } else {
      out->slot_unfit = true;
    }
  }

  void FillPerson(const content::Act& act, TypedAct* out) const {
    if ((act.slots & kSlotPerson) == 0) return;
    Say say = out->offer.command;
    std::size_t most = 0;
    const auto& people = content_.customers[Customer()].people;
    for (std::size_t p = 0; p < people.size(); ++p) {
      for (const auto& wordings : content_.texts[people[p].name].by_language) {
        for (const std::string& name : wordings) {
          const std::size_t named = Named(words_, Folded(name));
          if (named <= most) continue;
          Say other = say;
          other.person = static_cast<PersonId>(p);
          if (rules::CheckSlots(content_, known_, act, other) != rules::Refusal::kNone) continue;
          most = named;
          out->offer.command = other;
        }
      }
    }
  }

  // What whoever is on the line may be called, in every language of the case. A front desk is
  // nobody in particular.
  CalledBy Listener() const {
    CalledBy called;
    if (known_.conversation.person == kNone || known_.conversation.wanted != kNone) return called;
    const content::Person& person =
        content_.customers[Customer()].people[known_.conversation.person];
    for (const auto& wordings : content_.texts[person.name].by_language) {
      called.title.insert(called.title.end(), wordings.begin(), wordings.end());
    }
    if (person.familiar == 0) return called;
    for (const auto& wordings : content_.texts[person.familiar].by_language) {
      called.familiar.insert(called.familiar.end(), wordings.begin(), wordings.end());
    }
    return called;
  }

  CustomerId Customer() const { return known_.conversation.customer; }

  // The paper of that kind one could hand over now, the one that serves here first; any other of it
  // else; kNone: there is none.
  DocumentId PaperOf(PaperKind kind, DocumentId serves) const {
    const auto& documents = content_.customers[Customer()].documents;
    if (serves != kNone && Looks(documents[serves].form, kind)) return serves;
    const std::uint32_t opened = known_.customers[Customer()].documents_opened;
    DocumentId any = kNone;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      if (!Looks(documents[d].form, kind)) continue;
      if (((opened >> d) & 1) != 0) return static_cast<DocumentId>(d);
      if (any == kNone) any = static_cast<DocumentId>(d);
    }
    return any;
  }
  // Cases draw papers in fewer forms than people have words for.
  static bool Looks(std::uint8_t form, PaperKind kind) {
    const std::string_view name = content::kFormNames.NameOf(form);
    switch (kind) {
      case PaperKind::kContract:
        return name == "contract";
      case PaperKind::kDeliveryNote:
        return name == "note";
      case PaperKind::kInvoice:
        return name == "invoice";
      case PaperKind::kStatement:
        return name == "statement";
      case PaperKind::kAcceptance:
      case PaperKind::kServiceReport:
        return name == "report";
    }
    return false;
  }

  const Scenario& content_;
  const world::Known& known_;
  std::string words_;
  Address address_ = Address::kAsFits;
};

}  // namespace

bool TypedReading::plain() const {
  return sure == Sureness::kSure && offences.empty() && !acts.empty() && acts.front().now &&
         std::none_of(acts.begin(), acts.end(),
                      [](const TypedAct& act) { return act.binding || act.slot_unfit; });
}

std::vector<Say> TypedReading::ToSay(int other) const {
  std::vector<Say> out;
  for (const TypedOffence& offence : offences) out.push_back(offence.said);
  const auto add = [&](const TypedAct& act) {
    const auto same = [&](const Say& say) { return say.act == act.offer.command.act; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(act.offer.command);
  };
  if (other >= 0 && static_cast<std::size_t>(other) < others.size()) {
    add(others[static_cast<std::size_t>(other)]);
  } else {
    for (const TypedAct& act : acts) add(act);
  }
  return out;
}

TypedReading Session::ReadTyped(const Recogniser& recogniser, std::string_view words) const {
  TypedReading out;
  const Scenario& content = *impl_->scenario;
  const world::Known& known = impl_->state.known;
  if (known.conversation.active == 0) return out;
  const TypedWordsReader reader(content, known, words);
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  const Heard heard = recogniser.Hear(words, today, reader.MayBe());
  out.sure = heard.sure;
  for (const HeardAct& act : heard.acts) {
    if (auto typed = reader.Act(act)) out.acts.push_back(std::move(*typed));
  }
  if (out.acts.empty()) out.sure = Sureness::kLost;
  for (const HeardAct& act : heard.others) {
    const auto understood = [&](const HeardAct& a) { return a.act == act.act; };
    if (heard.acts.size() == 1 && std::any_of(heard.acts.begin(), heard.acts.end(), understood)) {
      continue;
    }
    if (auto typed = reader.Act(act)) out.others.push_back(std::move(*typed));
  }
  for (const HeardMisconduct& wrong : heard.misconduct) {
    if (const auto say = reader.Breaking(wrong.kind)) {
      out.offences.push_back(
          {wrong.kind, *say, std::string(words.substr(wrong.from, wrong.to - wrong.from))});
    }
  }
  return out;
}

}  // namespace huikuan
