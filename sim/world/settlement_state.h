// A settlement in the making, agreed or broken.
#pragma once

#include <cstdint>
#include <type_traits>

#include "huikuan/settlement.h"
#include "huikuan/values.h"

namespace huikuan::world {

struct SettlementKnown {
  Cents debt = 0;          // asked for when it was agreed
  std::uint32_t invoices = 0;  // bit per invoice it is about, once agreed
  std::uint16_t ours = 0;    // PackSettlement: our last offer
  std::uint16_t theirs = 0;  // … their last terms, or those agreed
  std::uint8_t state = 0;    // SettlementState
  std::uint8_t round = 0;    // offers made since the talks began
  std::uint8_t person = kNone;
  // Business day of the last answer, from the agreement on that of the agreement.
  std::uint8_t agreed = 0;
  std::uint8_t spare[4] = {};
};

struct SettlementTruth {
  // Drawn at the opening: utility of carrying on without a deal before anybody spoke, and how many
  // offers they hear.
  std::uint16_t reservation = 0;  // 1/65536
  std::uint8_t rounds = 0;
  // Once agreed: positions of the share now that they could afford, bits 0–4; security that could
  // be offered besides the balance, bits 5–7 by position 2–4.
  std::uint8_t at_hand = 0;
  // In the talks: what they asked for last and what our last offer was worth to them. Once agreed:
  // their reservation and the worth of the terms, for the debrief.
  std::uint16_t last_target = 0;
  std::uint16_t last_offer = 0;
};

static_assert(sizeof(SettlementKnown) == 24);
static_assert(sizeof(SettlementTruth) == 8);
static_assert(std::has_unique_object_representations_v<SettlementKnown>);
static_assert(std::has_unique_object_representations_v<SettlementTruth>);

}  // namespace huikuan::world
