// The one file that includes Random123: under Emscripten 3.1.6 its feature header does not know
// the architecture, and the build passes -D__riscv to this file alone (the portable code path).
#include "core/philox.h"

#include <Random123/philox.h>

namespace huikuan {

PhiloxCounter Philox(PhiloxCounter counter, PhiloxKey key) {
  const r123::Philox4x32 rng;
  const r123::Philox4x32::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32::key_type k = {{key[0], key[1]}};
  const r123::Philox4x32::ctr_type out = rng(c, k);
  return {out[0], out[1], out[2], out[3]};
}

}  // namespace huikuan
