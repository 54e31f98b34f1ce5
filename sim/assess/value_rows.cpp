// The parts of the value as rows of a table: the one list that page, program and print share.
#include "huikuan/debrief.h"

namespace huikuan {

std::vector<ValueRow> ValueRows(const ValueParts& parts) {
  std::vector<ValueRow> rows = {{"cash", parts.cash},
                                {"open", parts.open},
                                {"relationship", parts.relationship},
                                {"costs", -parts.costs},
                                {"concessions", -parts.concessions}};
  // Only where they came up: most cases know no orders and no cash of our own.
  if (parts.goods != 0) rows.push_back({"goods", -parts.goods});
  if (parts.crisis != 0) rows.push_back({"crisis", -parts.crisis});
  if (parts.liabilities != 0) rows.push_back({"liabilities", -parts.liabilities});
  rows.push_back({"total", parts.total});
  rows.push_back({"ledger", parts.ledger});
  return rows;
}

}  // namespace huikuan
