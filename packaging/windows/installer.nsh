; For this reader alone: no page that offers all users, so no elevation.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

; october:// links. electron-builder registers its `protocols` on macOS and Linux only.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\october" "" "URL:In Defence of October"
  WriteRegStr HKCU "Software\Classes\october" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\october\DefaultIcon" "" "$appExe,0"
  WriteRegStr HKCU "Software\Classes\october\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\october"
  ${endIf}
!macroend
