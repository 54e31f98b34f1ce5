// OpenDocument, InspectField, SendDocument: the contract file.
#include "rules/commands.h"
#include "rules/file/handover.h"
#include "rules/file/inspection.h"
#include "rules/knowledge.h"

namespace huikuan::rules {

namespace {

bool InFile(const world::Known& known, CustomerId c, DocumentId d) {
  return ((known.customers[c].documents_in_file >> d) & 1) != 0;
}
bool Opened(const world::Known& known, CustomerId c, DocumentId d) {
  return ((known.customers[c].documents_opened >> d) & 1) != 0;
}

// Which of its wordings the paper bears, seen by opening it: bit i = field i shows `wrong`,
// bit 16 + i = seal i is missing.
std::uint64_t WhatItSays(const World& world, CustomerId c, const content::Document& document) {
  const auto& claim = world.state.truth.customers[c].invoices[InvoiceNow(
      world.content.customers[c], world.state.known.customers[c], document.invoice)];
  std::uint64_t bits = 0;
  for (std::size_t f = 0; f < document.fields.size(); ++f) {
    const content::Field& field = document.fields[f];
    if (field.blocker != kNone && field.blocker == claim.blocker) bits |= 1ULL << f;
  }
  for (std::size_t s = 0; s < document.seals.size(); ++s) {
    const std::uint8_t missing = document.seals[s].missing_if;
    if (missing != kNone && missing == claim.blocker) bits |= 1ULL << (16 + s);
  }
  return bits;
}

}  // namespace

bool Inspected(const world::CustomerKnown& known, DocumentId d, int field) {
  return ((known.fields_inspected[d / 4] >> ((d % 4) * 16 + field)) & 1) != 0;
}

Refusal Check(const Scenario& content, const world::Known& known, const OpenDocument& open) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, open.customer, Minutes(content, known, open));
  if (setting != Refusal::kNone) return setting;
  if (open.document >= content.customers[open.customer].documents.size())
    return Refusal::kUnknownId;
  if (!InFile(known, open.customer, open.document)) return Refusal::kNotInFile;
  return Opened(known, open.customer, open.document) ? Refusal::kAlready : Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const OpenDocument& open) {
  if (open.customer >= content.customers.size()) return 0;
  const auto& documents = content.customers[open.customer].documents;
  return open.document < documents.size() ? documents[open.document].minutes : 0;
}

void Apply(World& world, const OpenDocument& open) {
  const content::Document& document = world.customer(open.customer).documents[open.document];
  SpendMinutes(world, document.minutes);
  world.noted(open.customer).documents_opened |= 1U << open.document;
  world.Tell(EventKind::kDocumentOpened, open.customer, [&](Event& e) {
    e.document = open.document;
    e.amount = static_cast<Cents>(WhatItSays(world, open.customer, document));
  });
  Learn(world, open.customer, document.fact, Source::kPaper, kNone);
}

Refusal Check(const Scenario& content, const world::Known& known, const InspectField& look) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, look.customer, Minutes(content, known, look));
  if (setting != Refusal::kNone) return setting;
  const auto& documents = content.customers[look.customer].documents;
  if (look.document >= documents.size() || look.field >= documents[look.document].fields.size()) {
    return Refusal::kUnknownId;
  }
  if (!Opened(known, look.customer, look.document)) return Refusal::kNotOpened;
  return Inspected(known.customers[look.customer], look.document, look.field) ? Refusal::kAlready
                                                                              : Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const InspectField&) {
  return content.costs.inspect_minutes;
}

void Apply(World& world, const InspectField& look) {
  SpendMinutes(world, world.content.costs.inspect_minutes);
  const content::Document& document = world.customer(look.customer).documents[look.document];
  const content::Field& field = document.fields[look.field];
  world.noted(look.customer).fields_inspected[look.document / 4] |=
      1ULL << ((look.document % 4) * 16 + look.field);
  Event e = world.NewEvent(EventKind::kFieldInspected, look.customer);
  e.document = look.document;
  e.value = look.field;
  // What stands on the paper stays there, even when the problem has been cleared since.
  const InvoiceId about =
      InvoiceNow(world.customer(look.customer), world.seen(look.customer), document.invoice);
  const bool wrong =
      field.blocker != kNone && field.blocker == world.truth(look.customer).invoices[about].blocker;
  if (field.fact != kNone && (wrong || IsTrue(world, look.customer, field.fact)))
    e.fact = field.fact;
  world.Emit(e);
  if (e.fact != kNone) LearnFromPaper(world, look.customer, e.fact);
}

Refusal Check(const Scenario& content, const world::Known& known, const SendDocument& send) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, send.customer, Minutes(content, known, send));
  if (setting != Refusal::kNone) return setting;
  const content::Customer& customer = content.customers[send.customer];
  if (send.document >= customer.documents.size() || send.person >= customer.people.size()) {
    return Refusal::kUnknownId;
  }
  if (known.customers[send.customer].people[send.person].known == 0) return Refusal::kPersonUnknown;
  if (!InFile(known, send.customer, send.document)) return Refusal::kNotInFile;
  return Opened(known, send.customer, send.document) ? Refusal::kNone : Refusal::kNotOpened;
}

int Minutes(const Scenario& content, const world::Known&, const SendDocument&) {
  return content.costs.send_minutes;
}

void Apply(World& world, const SendDocument& send) {
  SpendMinutes(world, world.content.costs.send_minutes);
  Event e = world.NewEvent(EventKind::kDocumentSent, send.customer);
  e.document = send.document;
  e.person = send.person;
  world.Emit(e);
  HandOver(world, send.customer, send.person, send.document);
}

}  // namespace huikuan::rules
