"""Makes `thbrk/thbrk.tri`, the dictionary of libthai, out of the lists of words.

    python -m resources.words.make_dictionary

libthai is what Qt asks where a line may end. With these words it parts Thai on the screen just
where the papers part it. Run it after a change of a list; a test tells when it was forgotten.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

from resources.words import BREAKING, common_words, place_names

_LETTERS = ((0x0E01, 0x0E3A), (0x0E40, 0x0E4E))


def make(target: Path) -> None:
    """Write the dictionary.

    Raises:
        OSError: if libdatrie, on which libthai stands, is not here, or the file cannot be written.
    """
    library = ctypes.CDLL("libdatrie.so.1")
    library.alpha_map_new.restype = library.trie_new.restype = ctypes.c_void_p
    library.alpha_map_add_range.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32]
    library.trie_new.argtypes = [ctypes.c_void_p]
    library.trie_store.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int32]
    library.trie_save.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    letters = library.alpha_map_new()
    for first, last in _LETTERS:
        library.alpha_map_add_range(letters, first, last)
    trie = library.trie_new(letters)
    for word in sorted({*common_words(), *place_names()}):
        if not library.trie_store(trie, (ctypes.c_uint32 * (len(word) + 1))(*map(ord, word)), 0):
            raise ValueError(f"not a Thai word: {word}")
    if library.trie_save(trie, str(target).encode()):
        raise OSError(f"not written: {target}")


if __name__ == "__main__":
    make(BREAKING)
