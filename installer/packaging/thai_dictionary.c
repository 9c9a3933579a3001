/* Where thai.dll finds its dictionary: thbrk.tri in its own folder.
 *
 * libthai opens a path of its build in the narrow letters of the system. An installed program lies
 * where its person's name says, and that name may be Thai on an English Windows.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <datrie/trie.h>

#define NAME L"thbrk.tri"

Trie *
brk_load_default_dict (void)
{
    static const int here;
    static wchar_t path[32768];
    HMODULE own;
    DWORD length;
    wchar_t *slash;
    FILE *file;
    Trie *trie;

    if (!GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
                             | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                             (LPCWSTR) &here, &own))
        return NULL;
    length = GetModuleFileNameW (own, path, sizeof path / sizeof *path);
    if (length == 0 || length + wcslen (NAME) >= sizeof path / sizeof *path)
        return NULL;
    slash = wcsrchr (path, L'\\');
    if (slash == NULL)
        return NULL;
    wcscpy (slash + 1, NAME);
    file = _wfopen (path, L"rb");
    if (file == NULL)
        return NULL;
    trie = trie_fread (file);
    fclose (file);
    return trie;
}
