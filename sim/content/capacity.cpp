#include "content/capacity.h"

namespace huikuan::content {

int SaveLength(int days, int commands_a_day) {
  const int bits = kSaveHeaderBytes * 8 + days * commands_a_day * kSaveBitsPerCommand;
  return (bits + 5) / 6;
}

}  // namespace huikuan::content
