// Strings across the border to the engine, for the page and for its workers: `call` gets a pointer for
// each of `texts`, valid while it runs.
(function () {
  'use strict';
  self.withStrings = function (engine, texts, call) {
    const pointers = texts.map((text) => {
      const size = engine.lengthBytesUTF8(text) + 1;
      const pointer = engine._malloc(size);
      engine.stringToUTF8(text, pointer, size);
      return pointer;
    });
    const result = call(...pointers);
    pointers.forEach((pointer) => engine._free(pointer));
    return result;
  };
})();
