// A whole bundle in memory, as small as a valid one can be: tests of diagnostics and the scenario
// fuzzer change it without depending on the authored cases.
#pragma once

#include <string>

#include "huikuan/scenario.h"

namespace huikuan::test {

inline std::string SmallCase() {
  return R"json({
  // one customer, one blocker, two people
  "id": "small",
  "title": {"zh": "小案例", "en": "Small"},
  "briefing": {"zh": "开始", "en": "Begin"},
  "seller": {"zh": "我们", "en": "Us"},
  "goal": {"zh": "收款", "en": "Collect"},
  "start": "2026-03-02",
  "days": 20,
  "calendar": {
    "holidays": [{"from": "2026-03-09", "to": "2026-03-09", "name": {"zh": "假", "en": "Holiday"}}],
    "workdays": ["2026-03-14"],
    "runs": [8, 31],
    "cut_off_days": 2
  },
  "costs": {"minutes_a_day": 120, "commands_a_day": 20, "minute": "2.50", "visit": "900", "daily_discount_ppm": 250},
  "catalogue": {
    "acts": ["probe", "greet", "ask"],
    "replies": ["REPLIES"],
    "objections": ["later"],
    "types": {"plain": 1},
    "blockers": {"wrong_invoice": 2},
    "tasks": ["reissue"],
    "clauses": ["due"]
  },
  "customers": [{
    "id": "acme",
    "name": {"zh": "甲", "en": "Acme"},
    "note": {"zh": "注", "en": "Note"},
    "claim": "main",
    "told_gate": "delivery",
    "cash": {"mean": "1.2", "sigma": "0.08", "reversion": "0.10", "claims": "1", "floor": "0.35", "weekly_payables": "600000.00"},
    "visit_gate": "0.8",
    "future_margin": "0.15",
    "dependence": "0.4",
    "invoices": [{"id": "main", "number": {"zh": "一", "en": "1"}, "title": {"zh": "货款", "en": "Goods"}, "amount": "384000.05", "due": "2026-02-03"}],
    "people": [
      {"id": "clerk", "role": "payables", "name": {"zh": "王", "en": "Wang"}, "title": {"zh": "会计", "en": "Clerk"}, "part": {"zh": "挂账", "en": "Books"},
       "known_at_start": true, "duties": ["delivery", "acceptance", "reconciliation", "invoice", "booking"], "superior": "chief", "refers_to": "chief",
       "authority": "0.2", "honesty": "0.85", "trust": "0.45", "reach": "0.65"},
      {"id": "chief", "role": "cfo", "name": {"zh": "李", "en": "Li"}, "title": {"zh": "总监", "en": "Chief"}, "part": {"zh": "批款", "en": "Signs"},
       "duties": ["approval", "cash_plan", "payment_run"],
       "authority": "0.9", "honesty": "0.7", "trust": "0.5", "reach": "0.4"}
    ],
    "process": [
      {"gate": "delivery", "owner": "clerk", "hazard": "0.5"},
      {"gate": "acceptance", "owner": "clerk", "hazard": "0.5"},
      {"gate": "reconciliation", "owner": "clerk", "hazard": "0.5"},
      {"gate": "invoice", "owner": "clerk", "hazard": "0.5"},
      {"gate": "booking", "owner": "clerk", "hazard": "0.5"},
      {"gate": "approval", "owner": "chief", "hazard": "0.25", "willing": true},
      {"gate": "cash_plan", "owner": "chief", "hazard": "0.25"},
      {"gate": "payment_run", "owner": "chief", "hazard": "1"}
    ],
    "facts": [
      {"id": "tax_wrong", "target": "papers", "gate": "invoice", "blocker": "wrong_invoice", "problem": true, "reveals_gate": true,
       "text": {"zh": "税号错", "en": "Tax number wrong"}, "tell": {"zh": ["税号不对"], "en": ["The tax number is wrong"]}, "known_by": ["clerk"]},
      {"id": "clause", "target": "papers", "gate": "booking", "due_clause": true, "text": {"zh": "条款", "en": "Clause"}}
    ],
    "documents": [
      {"id": "invoice", "form": "invoice", "title": {"zh": "发票", "en": "Invoice"}, "body": {"zh": "票", "en": "Body"}, "amount": "384000.05",
       "fields": [{"id": "tax", "label": {"zh": "税号", "en": "Tax"}, "value": {"zh": "1", "en": "1"}, "wrong": {"zh": "2", "en": "2"}, "blocker": "wrong_invoice", "fact": "tax_wrong"}],
       "seals": [{"who": {"zh": "我方", "en": "Us"}, "present": true, "missing_if": null}]},
      {"id": "contract", "form": "contract", "title": {"zh": "合同", "en": "Contract"}, "body": {"zh": "文", "en": "Body"}, "fact": "clause"},
      {"id": "new_invoice", "form": "invoice", "in_file": false, "title": {"zh": "新发票", "en": "New invoice"}, "body": {"zh": "票", "en": "Body"}}
    ],
    "spots": [{"id": "shop", "title": {"zh": "车间", "en": "Shop"}, "plain": {"zh": "开工", "en": "Running"}}],
    "terms": {"clause_no": {"zh": "6.3", "en": "6.3"}, "due_date": "2026-02-03", "total": "1280000.00", "days": 60}
  }]
}
)json";
}

inline void AddSmallCatalogue(Bundle* bundle) {
  auto& files = bundle->files;
  files["catalogue/acts/greet.json"] = R"json({"id": "greet", "purpose": "open",
 "label": {"zh": "问好", "en": "Greet"}, "say": {"zh": ["{listener}您好"], "en": ["Hello {listener}"]},
 "features": {"warmth": "0.5"},
 "effects": [{"do": "flag", "flag": "greeted"}],
 "example": {"listener_role": "payables", "after": [], "expect": "flag"}}
)json";
  files["catalogue/acts/probe.json"] = R"json({"id": "probe", "purpose": "diagnose",
 "label": {"zh": "问", "en": "Probe"}, "say": {"zh": ["走到哪了"], "en": ["Where is it"]},
 "features": {"specificity": "0.8"}, "minutes": 3,
 "requires": ["greeted", {"turn_at_least": 1}],
 "effects": [{"do": "diagnose", "target": "gate"},
  {"do": "adjust", "variable": "trust", "audience": "listener", "by": "-0.01", "when": ["!debt_stated", {"trust_at_least": "0.2"}]},
  {"do": "chain", "step": "probe"}],
 "example": {"listener_role": "payables", "after": ["greet"], "expect": "diagnose"}}
)json";
  files["catalogue/acts/ask.json"] = R"json({"id": "ask", "purpose": "ask",
 "label": {"zh": "要", "en": "Ask"}, "say": {"zh": ["{date}付{amount}"], "en": ["{amount} by {date}"]},
 "features": {"pressure": "0.3"}, "slots": ["amount", "date"], "channels": ["call"],
 "requires": ["greeted", {"not": {"listener_role": "reception"}}],
 "effects": [{"do": "request", "request": "payment"}],
 "example": {"listener_role": "cfo", "after": ["greet"], "expect": "request"}}
)json";
  files["catalogue/objections/later.json"] = R"json({"id": "later", "reply": "defer",
 "label": {"zh": "再等等", "en": "Later"}, "say": {"zh": ["再等等"], "en": ["Later"]},
 "gates": ["booking"], "causes": ["wrong_invoice"], "weight": "1", "settled_by": ["probe"], "evidence": "0.3",
 "best": ["greet", "probe"], "bad": ["ask"]}
)json";
  files["catalogue/types/plain.json"] = R"json({"id": "plain",
 "name": {"zh": "普通", "en": "Plain"}, "note": {"zh": "无", "en": "None"},
 "reactance_to": {"pressure": "0.14"}, "trust_to": {"evidence": "0.05"}, "urgency_to": {},
 "openness": "0.4", "vague": "0.25"}
)json";
  files["catalogue/blockers/wrong_invoice.json"] = R"json({"id": "wrong_invoice",
 "name": {"zh": "错", "en": "Wrong"}, "story": {"zh": "错", "en": "Wrong"}, "remedy": {"zh": "改", "en": "Mend"},
 "gate": "invoice", "needs": [{"document": "new_invoice"}, {"task": "reissue"}]}
)json";
  files["catalogue/tasks/reissue.json"] = R"json({"id": "reissue", "department": "finance",
 "title": {"zh": "重开", "en": "Re-issue"}, "note": {"zh": "注", "en": "Note"}, "done": {"zh": "好", "en": "Done"},
 "days": [3, 5], "minutes": 10, "cost": "50.00", "produces": "new_invoice",
 "needs_problem": "wrong_invoice", "reveals": []}
)json";
  files["catalogue/clauses/due.json"] = R"json({"id": "due",
 "title": {"zh": "到期", "en": "Due"}, "text": {"zh": "第{clause_no}条", "en": "Clause {clause_no}"},
 "levels": ["reminder", "first_demand"], "required": ["first_demand"], "order": 30,
 "features": {"evidence": "1"}, "cites_due": true, "needs_document": "contract"}
)json";
  std::string levels;
  for (const char* level : {"statement", "reminder", "first_demand", "second_demand", "final_notice",
                            "lawyer_letter"}) {
    levels += std::string(levels.empty() ? "" : ",\n") + R"json({"level": ")json" + level +
              R"json(", "title": {"zh": "函", "en": "Letter"}, "minutes": 15, "fits": [-60, 400],
 "urgency": "0.04", "pressure_cost": "0.02", "misfit": "0.02"})json";
  }
  files["catalogue/letters.json"] = "{\"levels\": [" + levels + "]}\n";
}

inline Bundle SmallBundle() {
  Bundle bundle;
  auto& files = bundle.files;
  std::string replies;
  for (const char* kind :
       {"greet", "acknowledge", "disclose", "defer", "deflect", "plead", "dispute", "deny",
        "promise_vague", "promise_dated", "agree", "request_document", "refuse", "hang_up",
        "dont_know", "thank", "tell_gate"}) {
    const std::string name(kind);
    files["catalogue/replies/" + name + ".json"] =
        "{\"id\": \"" + name + "\", \"kind\": \"" + name +
        "\", \"say\": {\"zh\": \"好\", \"en\": [\"Well\", \"So\"]}}\n";
    replies += (replies.empty() ? "" : "\", \"") + name;
  }
  AddSmallCatalogue(&bundle);
  std::string text = SmallCase();
  text.replace(text.find("REPLIES"), 7, replies);
  files["cases/small/case.json"] = text;
  for (const char* tag : {"en", "zh"}) {
    files["lang/" + std::string(tag) + ".json"] = "{\"tag\": \"" + std::string(tag) + R"json(",
 "name": "Name", "formats": {"money": "¥{units}", "group": ",", "decimal": ".",
 "date_short": "{day} {month}", "date_long": "{weekday} {day} {month} {year}", "percent": "{n}%",
 "months": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
 "weekdays": ["a", "b", "c", "d", "e", "f", "g"]},
 "strings": {"app.title": "Title", "event.promised": "{person}: {amount} {date}"}}
)json";
  }
  return bundle;
}

}  // namespace huikuan::test
