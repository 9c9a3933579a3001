; The installer for Windows: for one person, without an administrator, in Thai and English.
; Exit codes: 0 done, 3 Windows too old, 4 no room, 5 the program is open, 6 not renamed,
; 7 a newer version is installed.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!insertmacro VersionCompare

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\TambonRianru"
!define KIND "TambonRianru.Bundle"
!define KEPT "$LOCALAPPDATA\tambon-rianru"

Name "ตำบลเรียนรู้"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\TambonRianru"
SetCompressor /SOLID ${COMPRESSOR}
!if "${COMPRESSOR}" == "lzma"
SetCompressorDictSize 64
!endif
CRCCheck force
BrandingText "Tambon Rianru ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Tambon Rianru"
VIAddVersionKey "FileDescription" "Tambon Rianru setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"
ManifestDPIAware true
ManifestSupportedOS Win10

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tambon-rianru.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEEPS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Thai"

LangString OLD ${LANG_THAI} "ต้องใช้ Windows 10 รุ่น 1809 ขึ้นไป แบบ 64 บิต"
LangString OLD ${LANG_ENGLISH} "Windows 10 version 1809 or later, 64-bit, is needed."
LangString NEWER ${LANG_THAI} "เครื่องนี้มีรุ่น $0 อยู่แล้ว ซึ่งใหม่กว่ารุ่นนี้ (${VERSION}) ไม่ได้ติดตั้งอะไร"
LangString NEWER ${LANG_ENGLISH} "Version $0 is installed, which is newer than this one (${VERSION}). Nothing was installed."
LangString BUSY ${LANG_THAI} "โปรแกรมตำบลเรียนรู้เปิดอยู่ ปิดหน้าต่างของโปรแกรมก่อน แล้วลองใหม่"
LangString BUSY ${LANG_ENGLISH} "Tambon Rianru is open. Close its window and try again."
LangString SPACE ${LANG_THAI} "เขียนแฟ้มไม่ครบ ที่ว่างในเครื่องอาจไม่พอ (ต้องการ ${SIZEMB} MB) รุ่นเดิมยังอยู่ครบและใช้ได้"
LangString SPACE ${LANG_ENGLISH} "Not all files could be written; perhaps there is no room (${SIZEMB} MB are needed). The version that was there is whole and works."
LangString PLACE ${LANG_THAI} "เปลี่ยนรุ่นไม่สำเร็จ รุ่นเดิมยังอยู่ครบและใช้ได้"
LangString PLACE ${LANG_ENGLISH} "The new version could not take its place. The one that was there is whole and works."
LangString KEEPS ${LANG_THAI} "จะเอาโปรแกรมออกจากเครื่องนี้ ข้อมูลของศูนย์ไม่ถูกลบ และยังอยู่ที่ ${KEPT}"
LangString KEEPS ${LANG_ENGLISH} "The program will be removed from this computer. The centre's data is not deleted; it stays in ${KEPT}"
LangString KEPTTHERE ${LANG_THAI} "เอาโปรแกรมออกแล้ว ข้อมูลของศูนย์ยังอยู่ที่ ${KEPT}"
LangString KEPTTHERE ${LANG_ENGLISH} "The program is removed. The centre's data is still in ${KEPT}"
LangString BUNDLE ${LANG_THAI} "แฟ้มส่งข้อมูลของตำบลเรียนรู้"
LangString BUNDLE ${LANG_ENGLISH} "Tambon Rianru bundle"

; A running program holds its libraries: they cannot be opened for writing. Its folder might still
; be renamed, and then half of it would be another version.
!macro NoticeOpen PREFIX
Function ${PREFIX}NoticeOpen
  Pop $1
  StrCpy $R0 ""
  ${If} ${FileExists} "$1\python\python3.dll"
    ClearErrors
    FileOpen $0 "$1\python\python3.dll" a
    ${If} ${Errors}
      StrCpy $R0 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$1\python\python311.dll"
    ClearErrors
    FileOpen $0 "$1\python\python311.dll" a
    ${If} ${Errors}
      StrCpy $R0 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd
!macroend
!insertmacro NoticeOpen ""
!insertmacro NoticeOpen "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_ICONSTOP "$(NEWER)" /SD IDOK
      SetErrorLevel 7
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  SetOverwrite on
  ; What an earlier try left half made goes; what it had set aside comes back.
  RMDir /r "$INSTDIR\new"
  ${IfNot} ${FileExists} "$INSTDIR\current\*.*"
  ${AndIf} ${FileExists} "$INSTDIR\old\*.*"
    Rename "$INSTDIR\old" "$INSTDIR\current"
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  ClearErrors
  !include "${FILES}"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\new"
    MessageBox MB_ICONSTOP "$(SPACE)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetOutPath "$INSTDIR"
  again:
  Push "$INSTDIR\current"
  Call NoticeOpen
  ${If} $R0 == ""
  ${AndIf} ${FileExists} "$INSTDIR\current\*.*"
    Rename "$INSTDIR\current" "$INSTDIR\old"
    ${If} ${Errors}
      StrCpy $R0 "open"
    ${EndIf}
  ${EndIf}
  ${If} $R0 != ""
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(BUSY)" /SD IDCANCEL IDRETRY again
    RMDir /r "$INSTDIR\new"
    SetErrorLevel 5
    Abort
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\new" "$INSTDIR\current"
  ${If} ${Errors}
    Rename "$INSTDIR\old" "$INSTDIR\current"
    MessageBox MB_ICONSTOP "$(PLACE)" /SD IDOK
    SetErrorLevel 6
    Abort
  ${EndIf}
  ; The starters stand above the versions, each put in place in one step: a start that falls into
  ; the exchange of two versions finds the one that is there.
  Push "tambon-rianru.exe"
  Call PutInPlace
  Push "tambon-rianru-commands.exe"
  Call PutInPlace
  RMDir /r "$INSTDIR\old"
  SetOutPath "$PROFILE"
  CreateShortcut "$SMPROGRAMS\ตำบลเรียนรู้.lnk" "$INSTDIR\tambon-rianru.exe"
  CreateShortcut "$DESKTOP\ตำบลเรียนรู้.lnk" "$INSTDIR\tambon-rianru.exe"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\Classes\.bundle\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\.receipt\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(BUNDLE)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\tambon-rianru.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\tambon-rianru.exe" --take "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  WriteRegStr HKCU "${KEY}" "DisplayName" "ตำบลเรียนรู้ (Tambon Rianru)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "Tambon Rianru"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\tambon-rianru.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZEKB}
SectionEnd

Function PutInPlace
  Pop $1
  ; MOVEFILE_REPLACE_EXISTING and MOVEFILE_WRITE_THROUGH: one step, and on the disk when it returns.
  CopyFiles /SILENT "$INSTDIR\current\$1" "$INSTDIR\$1.new"
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\$1.new", w "$INSTDIR\$1", i 9) i .r0'
FunctionEnd

Section Uninstall
  SetShellVarContext current
  Push "$INSTDIR\current"
  Call un.NoticeOpen
  ${If} $R0 == ""
  ${AndIf} ${FileExists} "$INSTDIR\current\*.*"
    Rename "$INSTDIR\current" "$INSTDIR\old"
    ${If} ${Errors}
      StrCpy $R0 "open"
    ${EndIf}
  ${EndIf}
  ${If} $R0 != ""
    MessageBox MB_ICONEXCLAMATION "$(BUSY)" /SD IDOK
    SetErrorLevel 5
    Abort
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  RMDir /r "$INSTDIR\new"
  Delete "$INSTDIR\tambon-rianru.exe"
  Delete "$INSTDIR\tambon-rianru.exe.new"
  Delete "$INSTDIR\tambon-rianru-commands.exe"
  Delete "$INSTDIR\tambon-rianru-commands.exe.new"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\ตำบลเรียนรู้.lnk"
  Delete "$DESKTOP\ตำบลเรียนรู้.lnk"
  DeleteRegValue HKCU "Software\Classes\.bundle\OpenWithProgids" "${KIND}"
  DeleteRegValue HKCU "Software\Classes\.receipt\OpenWithProgids" "${KIND}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${KEY}"
  MessageBox MB_ICONINFORMATION "$(KEPTTHERE)" /SD IDOK
SectionEnd
