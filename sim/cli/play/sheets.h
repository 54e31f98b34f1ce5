// What can be looked at without taking time: the clock, the state of things, a paper, the briefing.
#pragma once

#include <string>

#include "huikuan/debrief.h"
#include "huikuan/observation.h"
#include "huikuan/text.h"

namespace huikuan::cli {

std::string BriefingSheet(const Phrasebook& words, const Observation& see);
std::string ClockLine(const Phrasebook& words, const Observation& see);
// Ledger, payment process, people, what we know, promises, diary, our departments.
std::string StatusSheet(const Phrasebook& words, const Observation& see);
// Our own cash, payments and orders; empty where the case has none.
std::string CompanySheet(const Phrasebook& words, const Observation& see);
// One bill: what it is, for how much, due when, and what became of it.
std::string BillLine(const Phrasebook& words, const BillView& bill);
std::string PaperSheet(const Phrasebook& words, const CustomerView& customer,
                       const DocumentView& paper);
std::string DebriefSheet(const Phrasebook& words, const Observation& see, const Debrief& debrief);

// A line of its own above a part of a sheet; `key` below "ui".
std::string Heading(const Phrasebook& words, const std::string& key);
// "Ms Lu (buyer)".
std::string Titled(const Phrasebook& words, const PersonView& person);
std::string NameOf(const Phrasebook& words, const CustomerView& customer, PersonId person);
std::string GateName(const Phrasebook& words, Gate gate);
Date DateOfDay(const Observation& see, Day day);

}  // namespace huikuan::cli
