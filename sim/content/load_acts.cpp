// Acts and the effects language.
#include <string>

#include "content/json_schema.h"
#include "content/loader.h"
#include "content/numbers.h"

namespace huikuan::content {
namespace {

using Kind = JsonValue::Kind;
constexpr std::size_t kMaxEffects = 12;  // an act
constexpr std::size_t kMaxWhen = 8;      // conditions of an effect or an act

void AddError(ReadContext& context, const JsonValue& at, const char* code,
              std::vector<std::string> args) {
  context.diagnostics->AddError(code, std::move(args), {context.file, at.line, at.column});
}

std::string SuggestFrom(std::string_view given, const NameSet& names) {
  std::vector<std::string> known;
  for (const Name& row : names.rows) known.emplace_back(row.name);
  return Suggest(given, known);
}

// The value of a condition's parameter.
std::int32_t ReadConditionValue(ReadContext& context, const ConditionRow& row,
                                const JsonValue& value) {
  const Parameter& parameter = row.parameter;
  const std::string name(row.name);
  switch (parameter.type) {
    case Parameter::Type::kName:
      if (value.kind == Kind::kString) {
        if (const Name* found = parameter.names->Find(value.text)) return found->value;
      }
      AddError(context, value, "name.unknown",
               {What(parameter.names->what), Clip(value.text),
                SuggestFrom(value.text, *parameter.names)});
      return 0;
    case Parameter::Type::kInteger: {
      const auto number = value.kind == Kind::kNumber ? ParseWhole(value.text) : std::nullopt;
      if (number && *number >= parameter.low && *number <= parameter.high) {
        return static_cast<std::int32_t>(*number);
      }
      break;
    }
    case Parameter::Type::kDecimal: {
      const auto number = value.kind == Kind::kString ? ParseQ16(value.text) : std::nullopt;
      if (number && *number >= parameter.low * kOne && *number <= parameter.high * kOne) {
        return *number;
      }
      break;
    }
    case Parameter::Type::kNone:
      break;
  }
  AddError(context, value, "number.range",
           {name, Clip(value.text), std::to_string(parameter.low), std::to_string(parameter.high)});
  return 0;
}

// "greeted", "!greeted", {"turn_at_least": 3}, {"not": …}.
void ReadCondition(ReadContext& context, const JsonValue& value, bool hidden_allowed,
                   std::vector<Condition>* out) {
  const JsonValue* at = &value;
  Condition condition;
  while (at->kind == Kind::kObject && at->keys.size() == 1 && at->keys[0].name == "not") {
    condition.negated = !condition.negated;
    at = &at->items[0];
  }
  const JsonValue* argument = nullptr;
  std::string_view name;
  if (at->kind == Kind::kString) {
    name = at->text;
    if (!name.empty() && name[0] == '!') {
      condition.negated = !condition.negated;
      name.remove_prefix(1);
    }
  } else if (at->kind == Kind::kObject && at->keys.size() == 1) {
    name = at->keys[0].name;
    argument = &at->items[0];
  } else {
    AddError(context, *at, "condition.shape", {});
    return;
  }
  const ConditionRow* row = FindCondition(name);
  if (row == nullptr) {
    AddError(context, *at, "name.unknown",
             {What(kConditionNames.what), Clip(name), SuggestFrom(name, kConditionNames)});
    return;
  }
  if (row->hidden && !hidden_allowed) {
    AddError(context, *at, "effect.hidden_in_requires", {std::string(name)});
  }
  condition.kind = row->kind;
  const bool wants = row->parameter.type != Parameter::Type::kNone;
  if (wants != (argument != nullptr)) {
    AddError(context, *at, wants ? "condition.needs_value" : "condition.takes_no_value",
             {std::string(name)});
  } else if (wants) {
    condition.value = ReadConditionValue(context, *row, *argument);
  }
  out->push_back(condition);
}

void ReadConditions(ReadContext& context, const JsonValue* list, bool hidden_allowed,
                    std::vector<Condition>* out) {
  if (list == nullptr) return;
  if (list->kind != Kind::kArray) {
    AddError(context, *list, "condition.not_a_list", {});
    return;
  }
  if (list->items.size() > kMaxWhen) {
    AddError(context, *list, "list.too_long", {"", std::to_string(kMaxWhen)});
    return;
  }
  for (const JsonValue& item : list->items) ReadCondition(context, item, hidden_allowed, out);
}

void ReadParameter(ObjectReader& reader, const Parameter& parameter, Effect* effect) {
  if (parameter.type == Parameter::Type::kDecimal) {
    effect->amount = reader.Decimal(parameter.name, {parameter.low, parameter.high});
    return;
  }
  const int value = reader.NameOf<int>(parameter.name, *parameter.names);
  switch (parameter.slot) {
    case Parameter::Slot::kVariable:
      effect->variable = static_cast<Variable>(value);
      break;
    case Parameter::Slot::kAudience:
      effect->audience = static_cast<Audience>(value);
      break;
    case Parameter::Slot::kTarget:
      effect->target = static_cast<Target>(value);
      break;
    case Parameter::Slot::kRequest:
      effect->request = static_cast<Request>(value);
      break;
    case Parameter::Slot::kValue:
      effect->value = static_cast<std::uint8_t>(value);
      break;
    case Parameter::Slot::kAmount:
      break;  // decimals alone, above
  }
}

// What the rules ask of an act as a whole, from its effects.
void Derive(const Effect& effect, Act* act) {
  if (effect.kind == EffectKind::kDiagnose && act->target == Target::kNothing) {
    act->target = effect.target;
  } else if (effect.kind == EffectKind::kRequest && act->request == Request::kNothing) {
    act->request = effect.request;
  } else if (effect.kind == EffectKind::kChain) {
    act->chain = static_cast<std::uint8_t>(act->chain | 1U << effect.value);
  }
}

void ReadEffect(ObjectReader& reader, Scenario* scenario, Act* act) {
  ReadContext& context = reader.context();
  Effect effect;
  effect.kind = reader.NameOf<EffectKind>("do", kEffectNames);
  const JsonValue* when = reader.Raw("when", Presence::kOptional, {});
  for (const EffectRow& row : Effects()) {
    if (row.kind != effect.kind) continue;
    for (const Parameter& parameter : row.parameters) ReadParameter(reader, parameter, &effect);
  }
  effect.when_begin = static_cast<std::uint16_t>(scenario->conditions.size());
  ReadConditions(context, when, true, &scenario->conditions);
  effect.when_end = static_cast<std::uint16_t>(scenario->conditions.size());
  Derive(effect, act);
  scenario->effects.push_back(effect);
}

// The contract test an act carries: said to such a listener after such acts, it must do `expect`.
void ReadExample(ObjectReader& reader, const Links& links, const Act& act,
                 const Scenario* scenario) {
  reader.NameOf<Role>("listener_role", kRoleNames);
  const std::vector<Ref> after = reader.Refs("after", Presence::kRequired);
  const Where where = reader.At("expect");
  const auto expect = reader.NameOf<EffectKind>("expect", kEffectNames);
  if (links.bundle == nullptr) return;
  const std::vector<std::string> acts = CatalogueIds(*links.bundle, "acts");
  for (const Ref& ref : after) Resolve(reader.context(), ref, acts, "act");
  for (int i = act.effects_begin; i < act.effects_end; ++i) {
    if (scenario->effects[static_cast<std::size_t>(i)].kind == expect) return;
  }
  reader.context().diagnostics->AddError(
      "example.no_such_effect", {std::string(kEffectNames.NameOf(static_cast<int>(expect)))},
      where);
}

// Words that speak of a slot the act does not have would show an empty place.
void CheckSlots(ReadContext& context, const Act& act, const Where& where) {
  for (const Name& slot : kSlotNames.rows) {
    if ((act.slots & slot.value) != 0) continue;
    for (const auto& wordings : (*context.texts)[act.say].by_language) {
      for (const std::string& words : wordings) {
        const std::string placeholder = "{" + std::string(slot.name) + "}";
        if (words.find(placeholder) == std::string::npos) continue;
        context.diagnostics->AddError("act.slot_missing", {placeholder, std::string(slot.name)},
                                      where);
        return;
      }
    }
  }
}

}  // namespace

Act ReadAct(ObjectReader& reader, const Links& links, Scenario* scenario) {
  ReadContext& context = reader.context();
  Act act;
  act.purpose = reader.Doc("what it is for; bots and the page group acts by it")
                    .NameOf<Purpose>("purpose", kPurposeNames);
  act.label = reader.Doc("short name, for search").Text("label", Presence::kRequired);
  const Where say = reader.At("say");
  act.say = reader.Doc("whole sentences to choose from").Text("say", Presence::kRequired);
  act.say_other = reader
                      .Doc("the same about an invoice that is not the main claim, whose terms the "
                           "case does not spell out; without it the same words")
                      .Text("say_other", Presence::kOptional);
  if (reader.Has("channels") || reader.describing()) {
    act.channels =
        static_cast<std::uint8_t>(reader.NameBits("channels", kChannelNames, Presence::kOptional));
  }
  act.features =
      reader.Doc("what it is like, 0 to 1").FeaturesOf("features", kUnit, Presence::kRequired);
  act.slots = static_cast<std::uint8_t>(reader.NameMask("slots", kSlotNames, Presence::kOptional));
  act.minutes = static_cast<std::uint8_t>(reader.Integer("minutes", 0, 60, 2));
  const JsonValue* conditions =
      reader.Doc("when it may be said; only what the trainee can know")
          .Raw("requires", Presence::kOptional,
               schema::ListOf(schema::Reference("known_condition"), kMaxWhen));
  act.requires_begin = static_cast<std::uint16_t>(scenario->conditions.size());
  ReadConditions(context, conditions, false, &scenario->conditions);
  act.requires_end = static_cast<std::uint16_t>(scenario->conditions.size());
  ReadEffectsOf(reader, scenario, &act);
  reader.Doc("the contract test every act carries")
      .Object("example", Presence::kRequired,
              [&](ObjectReader& example) { ReadExample(example, links, act, scenario); });
  CheckSlots(context, act, say);
  return act;
}

std::pair<std::uint16_t, std::uint16_t> ReadKnownConditions(ObjectReader& reader,
                                                            std::string_view key,
                                                            Scenario* scenario) {
  const JsonValue* conditions =
      reader.Raw(key, Presence::kOptional,
                 schema::ListOf(schema::Reference("known_condition"), kMaxWhen));
  const auto begin = static_cast<std::uint16_t>(scenario->conditions.size());
  ReadConditions(reader.context(), conditions, false, &scenario->conditions);
  return {begin, static_cast<std::uint16_t>(scenario->conditions.size())};
}

void ReadEffectsOf(ObjectReader& reader, Scenario* scenario, Act* into) {
  Act& act = *into;
  act.effects_begin = static_cast<std::uint16_t>(scenario->effects.size());
  if (reader.describing()) {
    reader.Raw("effects", Presence::kRequired,
               schema::ListOf(schema::Reference("effect"), kMaxEffects));
  } else {
    reader.Each("effects", Presence::kRequired, kMaxEffects,
                [&](ObjectReader& effect) { ReadEffect(effect, scenario, &act); });
  }
  act.effects_end = static_cast<std::uint16_t>(scenario->effects.size());
}

std::string ConditionSchema(bool with_hidden) {
  std::string names, objects;
  for (const ConditionRow& row : Conditions()) {
    const Parameter& p = row.parameter;
    if (row.hidden && !with_hidden) continue;
    if (p.type == Parameter::Type::kNone) {
      for (const std::string_view sign : {"", "!"}) {
        names +=
            (names.empty() ? "" : ", ") + schema::Quote(std::string(sign) + std::string(row.name));
      }
      continue;
    }
    const std::string value = p.type == Parameter::Type::kName ? schema::OneOf(*p.names)
                              : p.type == Parameter::Type::kInteger
                                  ? schema::Integer(p.low, p.high)
                                  : schema::Decimal({p.low, p.high});
    objects += ", " + schema::Quote(row.name) + ": " + schema::WithDoc(value, row.doc);
  }
  return "{\"anyOf\": [{\"enum\": [" + names +
         "]}, {\"type\": \"object\", \"minProperties\": 1, \"maxProperties\": 1, "
         "\"additionalProperties\": false, \"properties\": {\"not\": " +
         schema::Reference(with_hidden ? "condition" : "known_condition") + objects + "}}]}";
}

std::string EffectSchema() {
  std::string kinds;
  for (const EffectRow& row : Effects()) {
    std::string properties = "\"do\": {\"const\": " + schema::Quote(row.name) + "}";
    std::string required = "\"do\"";
    for (const Parameter& p : row.parameters) {
      properties += ", " + schema::Quote(p.name) + ": " +
                    (p.type == Parameter::Type::kName ? schema::OneOf(*p.names)
                                                      : schema::Decimal({p.low, p.high}));
      required += ", " + schema::Quote(p.name);
    }
    properties += ", \"when\": " + schema::ListOf(schema::Reference("condition"), kMaxWhen);
    kinds += (kinds.empty() ? "" : ", ") + std::string("{\"type\": \"object\", \"description\": ") +
             schema::Quote(row.doc) + ", \"additionalProperties\": false, \"properties\": {" +
             properties + "}, \"required\": [" + required + "]}";
  }
  return "{\"oneOf\": [" + kinds + "]}";
}

}  // namespace huikuan::content
