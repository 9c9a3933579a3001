/* tambon-rianru.exe: starts the program that lies beside it.
 *
 * Installed, the program lies in `current`; while one version takes the place of another it may
 * for a moment be there only as `old`. In a portable folder it lies right here. Whatever was given
 * goes on to the program. Compiled a second time with COMMANDS for the command line.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define ROOM 32768

#ifdef COMMANDS
#define PYTHON L"python.exe"
#else
#define PYTHON L"pythonw.exe"
#endif

static const wchar_t *const PLACES[] = { L"current\\", L"old\\", L"" };

/* The rest of the command line after the program's own name, as it was typed. */
static const wchar_t *
given (void)
{
    const wchar_t *line = GetCommandLineW ();
    int quoted = 0;

    while (*line && (quoted || (*line != L' ' && *line != L'\t'))) {
        if (*line == L'"')
            quoted = !quoted;
        line++;
    }
    while (*line == L' ' || *line == L'\t')
        line++;
    return line;
}

static int
start (void)
{
    static wchar_t here[ROOM], python[ROOM], line[ROOM];
    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    DWORD length = GetModuleFileNameW (NULL, here, ROOM);
    wchar_t *slash = wcsrchr (here, L'\\');
    size_t each;

    if (length == 0 || length >= ROOM - 64 || slash == NULL)
        return -1;
    slash[1] = L'\0';
    for (each = 0; each < sizeof PLACES / sizeof *PLACES; each++) {
        DWORD code = 0;
        _snwprintf (python, ROOM, L"%ls%lspython\\" PYTHON, here, PLACES[each]);
        if (GetFileAttributesW (python) == INVALID_FILE_ATTRIBUTES)
            continue;
        if (_snwprintf (line, ROOM, L"\"%ls\" -m desktop %ls", python, given ()) < 0)
            return -1;
        if (!CreateProcessW (python, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
            continue;
        CloseHandle (process.hThread);
#ifdef COMMANDS
        WaitForSingleObject (process.hProcess, INFINITE);
        GetExitCodeProcess (process.hProcess, &code);
#endif
        CloseHandle (process.hProcess);
        return (int) code;
    }
    return -1;
}

#ifdef COMMANDS
int
wmain (void)
{
    int code = start ();

    if (code == -1)
        fputws (L"The program's folder is not whole. Install it again.\n", stderr);
    return code == -1 ? 1 : code;
}
#else
int WINAPI
wWinMain (HINSTANCE own, HINSTANCE before, PWSTR words, int show)
{
    (void) own, (void) before, (void) words, (void) show;
    if (start () == -1) {
        MessageBoxW (NULL,
                     L"แฟ้มของโปรแกรมไม่ครบ ติดตั้งใหม่อีกครั้ง ข้อมูลของศูนย์ยังอยู่\n\n"
                     L"The program's folder is not whole. Install it again; the centre's data is "
                     L"still there.",
                     L"ตำบลเรียนรู้", MB_ICONERROR);
        return 1;
    }
    return 0;
}
#endif
