// The one table of what authored files may say: every closed list of names and the effects
// language. The loader, lint, the JSON Schemas and the editor's help all read it, so a new name is
// one row here (and, for a new kind of effect, one file in sim/rules/effects/).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "content/scenario.h"

namespace huikuan::content {

struct Name {
  std::string_view name;
  int value = 0;  // the enumerator
  std::string_view doc = {};
};
// The value of a row.
template <class E>
constexpr int V(E e) {
  return static_cast<int>(e);
}

struct NameSet {
  std::string_view what;  // interface string "error.what.<what>"
  std::span<const Name> rows;

  const Name* Find(std::string_view name) const;
  // The name of an enumerator; "" when there is none.
  std::string_view NameOf(int value) const;
};

extern const NameSet kGateNames;  // without the end, kPaid
enum class CaseKind : std::uint8_t { kCase, kDrill };
extern const NameSet kCaseKindNames;  // values: CaseKind
extern const NameSet kRoleNames;
extern const NameSet kDepartmentNames;
extern const NameSet kChannelNames;
extern const NameSet kTargetNames;
extern const NameSet kToneNames;
extern const NameSet kLetterLevelNames;
extern const NameSet kDeliveryNames;
extern const NameSet kMoodNames;
extern const NameSet kVariableNames;
extern const NameSet kAudienceNames;
extern const NameSet kRequestNames;
extern const NameSet kPurposeNames;
extern const NameSet kReplyKindNames;
extern const NameSet kSaidByNames;  // values: SaidBy bits
extern const NameSet kFlagNames;       // values: world::ConversationFlag bits
extern const NameSet kChainNames;      // values: steps 0 … 4; sets of them are bits
extern const NameSet kLetterElementNames;  // values: LetterElement
extern const NameSet kBreachNames;     // values: ConductBreach
extern const NameSet kSlotNames;       // values: SlotBit
extern const NameSet kFormNames;       // values: Document::form
extern const NameSet kNeedNames;       // values: NeedKind
extern const NameSet kPaymentNames;  // values: PaymentKind
extern const NameSet kOrderDecisionNames;
extern const NameSet kMessageChannelNames;
extern const NameSet kMessageToNames;  // bits: 1 a person, 2 the group
extern const NameSet kIncomingKindNames;
extern const NameSet kIncomingWantsNames;
extern const NameSet kEffectNames;     // values: EffectKind
extern const NameSet kConditionNames;  // values: ConditionKind
extern const NameSet kEventNames;      // values: EventKind; interface strings "event.<name>"

// One parameter of a condition or effect.
struct Parameter {
  enum class Type : std::uint8_t { kNone, kName, kInteger, kDecimal };
  // Where an effect keeps it.
  enum class Slot : std::uint8_t { kVariable, kAudience, kTarget, kRequest, kValue, kAmount };
  std::string_view name = {};
  Type type = Type::kNone;
  const NameSet* names = nullptr;
  int low = 0, high = 0;  // kInteger, kDecimal: inclusive
  Slot slot = Slot::kValue;
};

struct ConditionRow {
  ConditionKind kind;
  std::string_view name;
  Parameter parameter;  // the value beside the name, {"turn_at_least": 3}; kNone = the name alone
  bool hidden = false;  // about Truth: never in `requires`, legality must not leak it
  std::string_view doc;
};
struct EffectRow {
  EffectKind kind;
  std::string_view name;
  std::span<const Parameter> parameters;  // beside "do"; every effect may also have "when"
  std::string_view doc;
};
std::span<const ConditionRow> Conditions();
std::span<const EffectRow> Effects();
const ConditionRow* FindCondition(std::string_view name);
const EffectRow* FindEffect(std::string_view name);

// Names of Features, in the order of its members.
inline constexpr std::string_view kFeatureNames[kFeatures] = {"pressure",  "face_threat", "empathy",
                                                              "evidence",  "specificity", "warmth",
                                                              "deception", "deference"};
Q16& FeatureAt(Features& features, int index);
Q16 FeatureAt(const Features& features, int index);

}  // namespace huikuan::content
