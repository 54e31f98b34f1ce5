#include "rules/bargaining/domain.h"

namespace huikuan::rules::bargaining {

bool Valid(const Domain& domain) {
  if (domain.issues < 1 || domain.issues > kMaxIssues) return false;
  int count = 1;
  for (int i = 0; i < domain.issues; ++i) {
    if (domain.sizes[i] < 1 || domain.sizes[i] > kMaxValues) return false;
    count *= domain.sizes[i];  // at most 5^6
  }
  if (count > kMaxOutcomes) return false;
  if (domain.settling < 0) return true;
  if (domain.settling >= domain.issues || (domain.moot >> domain.issues) != 0) return false;
  if (((domain.moot >> domain.settling) & 1) != 0) return false;
  return domain.settled >= 0 && domain.settled < domain.sizes[domain.settling];
}

int Count(const Domain& domain) {
  int count = 1;
  for (int i = 0; i < domain.issues; ++i) count *= domain.sizes[i];
  return count;
}

int IndexOf(const Domain& domain, const Outcome& outcome) {
  int index = 0;
  for (int i = 0; i < domain.issues; ++i) index = index * domain.sizes[i] + outcome.value[i];
  return index;
}

Outcome OutcomeAt(const Domain& domain, int index) {
  Outcome outcome;
  for (int i = domain.issues - 1; i >= 0; --i) {
    outcome.value[i] = static_cast<std::uint8_t>(index % domain.sizes[i]);
    index /= domain.sizes[i];
  }
  return outcome;
}

bool IsMoot(const Domain& domain, const Outcome& outcome, int issue) {
  return domain.settling >= 0 && outcome.value[domain.settling] == domain.settled &&
         ((domain.moot >> issue) & 1) != 0;
}

Outcome Canonical(const Domain& domain, const Outcome& outcome) {
  Outcome canonical = outcome;
  for (int i = 0; i < domain.issues; ++i) {
    if (IsMoot(domain, outcome, i)) canonical.value[i] = 0;
  }
  return canonical;
}

}  // namespace huikuan::rules::bargaining
