@REM Finds a JDK of version 25 or later and sets JAVA_HOME; called by mvnw.cmd and llmsim.cmd.
@REM Order: JAVA_HOME, JAVA_HOME_25_X64 and _ARM64, the usual install folders. Not run by its author: no Windows at hand.
@SET LLMSIM_JDK=
@CALL :try "%JAVA_HOME%"
@CALL :try "%JAVA_HOME_25_X64%"
@CALL :try "%JAVA_HOME_25_ARM64%"
@FOR %%P IN ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") DO @FOR /D %%D IN ("%%~P\*") DO @CALL :try "%%~D"
@IF NOT DEFINED LLMSIM_JDK (
  ECHO llmsim needs a JDK of version 25 or later and found none: install one ^(for example from https://adoptium.net^) or set JAVA_HOME to it. 1>&2
  EXIT /B 1
)
@SET "JAVA_HOME=%LLMSIM_JDK%"
@EXIT /B 0

:try
@IF DEFINED LLMSIM_JDK EXIT /B 0
@IF NOT EXIST "%~1\release" EXIT /B 0
@IF NOT EXIST "%~1\bin\javac.exe" EXIT /B 0
@FOR /F "tokens=2 delims==" %%V IN ('FINDSTR /B "JAVA_VERSION=" "%~1\release"') DO @FOR /F "tokens=1 delims=.+-" %%F IN ("%%~V") DO @IF %%F GEQ 25 SET "LLMSIM_JDK=%~1"
@EXIT /B 0
