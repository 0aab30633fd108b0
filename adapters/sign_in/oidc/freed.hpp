// A deleter made of a C library's function, for what std::unique_ptr owns.
// Not a type of its own for each library: `std::unique_ptr<CURL, Freed<curl_easy_cleanup>>`.
#pragma once

namespace kallad {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};

}  // namespace kallad
