// FixedVector<T, N>: up to N values in place; trivially copyable when T is. For buffers on the
// stack (candidate lists, offers). State itself uses plain arrays with counts, so that its bytes
// are fully determined.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>

namespace huikuan {

template <class T, std::size_t N>
class FixedVector {
 public:
  // Appends; a full vector drops the value and returns false (callers size N so it cannot happen,
  // and content that would exceed a capacity is refused at load).
  bool push_back(const T& value) {
    if (size_ == N) return false;
    items_[size_++] = value;
    return true;
  }
  void clear() { size_ = 0; }
  void pop_back() { --size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  static constexpr std::size_t capacity() { return N; }
  T& operator[](std::size_t i) {
    assert(i < size_);
    return items_[i];
  }
  const T& operator[](std::size_t i) const {
    assert(i < size_);
    return items_[i];
  }
  T* begin() { return items_.data(); }
  T* end() { return items_.data() + size_; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }
  const T* data() const { return items_.data(); }
  T& back() { return items_[size_ - 1]; }

 private:
  std::array<T, N> items_{};
  std::size_t size_ = 0;
};

}  // namespace huikuan
