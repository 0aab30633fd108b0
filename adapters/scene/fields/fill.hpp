// Puts bound words into a described value. What nothing was said of keeps the value it was made
// with; days and times have none, so the codec refuses them later where they are required.
// Not a reader of JSON: that is adapters/codec, which a word in braces is handed to.
#pragma once

#include "adapters/scene/fields/bind.hpp"
#include "adapters/scene/fields/setting.hpp"

namespace kallad::scene {

/// Binds the words and fills the struct at `target`. Throws StoryFault.
void fill(const codec::Shape& structure, void* target, std::span<const Word> words,
          const Setting& setting, const Binding& how = {});

/// Whether a field of that name names principals as well as parties, so that "region" stands for
/// the region itself: what consent covers, and who agrees to a plan.
bool is_as_written(const codec::Field& field);

}  // namespace kallad::scene
