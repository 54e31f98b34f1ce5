// The first case with a company of our own, a credit limit and two orders, as text put into the
// authored file: tests of these rules need a whole case.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "huikuan/scenario.h"
#include "unit/test_bundle.h"

namespace huikuan::test {

inline void PutIn(std::string& text, const std::string& find, const std::string& replace) {
  const std::size_t at = text.find(find);
  ASSERT_NE(at, std::string::npos) << find;
  text.replace(at, find.size(), replace);
}

inline constexpr char kCompanyText[] = R"json("company": {
    "cash": "200000.00",
    "payments": [
      {"id": "tax", "kind": "tax", "date": "2026-04-20", "amount": "30000.00", "title": {"zh": "税款", "en": "Tax"}},
      {"id": "rent", "kind": "rent", "date": "2026-03-02", "amount": "10000.00", "title": {"zh": "房租", "en": "Rent"}},
      {"id": "wages_mar", "kind": "wages", "date": "2026-03-14", "amount": "150000.00", "title": {"zh": "三月工资", "en": "March wages"}},
      {"id": "steel", "kind": "supplier", "date": "2026-03-20", "amount": "60000.00", "title": {"zh": "钢材款", "en": "Steel"}},
      {"id": "wages_apr", "kind": "wages", "date": "2026-04-15", "amount": "150000.00", "title": {"zh": "四月工资", "en": "April wages"}},
      {"id": "later", "kind": "rent", "date": "2026-12-01", "amount": "1.00", "title": {"zh": "以后", "en": "Later"}}
    ],
    "overdraft_ppm_a_day": 600, "finance_spends": "0.5", "queue_days": 2,
    "refusals": [{"task": "service_log", "chance": "1", "reason": {"zh": "人手都派出去了", "en": "Everybody is out on a job."}}]
  },
  "catalogue": {)json";

inline constexpr char kOrdersText[] = R"json("credit_limit": "450000.00",
      "orders": [
        {"id": "spare", "date": "2026-03-03", "amount": "100000.00", "margin": "0.25", "term_days": 30,
         "title": {"zh": "备件一批", "en": "Spare parts"}, "note": {"zh": "急用", "en": "They are in a hurry."}},
        {"id": "second", "date": "2026-03-28", "amount": "200000.00", "margin": "0.2", "term_days": 45,
         "title": {"zh": "二期设备", "en": "Second machine"}}
      ],
      "invoices": [)json";

inline Bundle CompanyBundle() {
  Bundle bundle = RealBundle();
  std::string& text = bundle.files["cases/first-invoice/case.json"];
  PutIn(text, "\"catalogue\": {", kCompanyText);
  PutIn(text, "\"invoices\": [", kOrdersText);
  return bundle;
}

inline ScenarioPtr CompanyCase() {
  static const ScenarioPtr scenario = LoadScenario(CompanyBundle(), "first-invoice").scenario;
  return scenario;
}

// Working minutes cost nothing, so that every cost is cash.
inline ScenarioPtr CashOnlyCase() {
  static const ScenarioPtr scenario = [] {
    Bundle bundle = CompanyBundle();
    std::string& text = bundle.files["cases/first-invoice/case.json"];
    const std::size_t key = text.find("\"minute\": \"");
    const std::size_t from = key + 11;
    text.replace(from, text.find('"', from) - from, "0");
    return LoadScenario(bundle, "first-invoice").scenario;
  }();
  return scenario;
}

}  // namespace huikuan::test
