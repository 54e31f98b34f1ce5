// The recogniser as shipped, learnt once for all tests.
#pragma once

#include "huikuan/recognise.h"
#include "unit/test_bundle.h"

namespace huikuan::test {

inline const Recogniser& Learnt() {
  static const Recogniser recogniser = Recogniser::Learn(RealBundle()).value();
  return recogniser;
}

}  // namespace huikuan::test
