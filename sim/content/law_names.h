// The closed lists of catalogue/law/*.json, as vocabulary.h for the rest.
#pragma once

#include "content/vocabulary.h"

namespace huikuan::content {

extern const NameSet kAnswerNames;
extern const NameSet kPayerNames;
extern const NameSet kLawKindNames;
extern const NameSet kInterruptionNames;
extern const NameSet kSuspensionNames;
extern const NameSet kSecurityNames;
extern const NameSet kFormalityNames;
extern const NameSet kClawbackNames;
extern const NameSet kDutyNames;
extern const NameSet kConductNames;
extern const NameSet kConfidenceNames;
extern const NameSet kLateForNames;   // 0 general, 1 sme
extern const NameSet kRuleNames;
extern const NameSet kRunsFromNames;  // 0 due_date, 1 end_of_year

}  // namespace huikuan::content
