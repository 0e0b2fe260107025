@REM Runs llmsim from its sources: builds its image when there is none or a source is newer, then runs it.
@REM Not run by its author: no Windows at hand. Two first starts at the same time are not kept apart here, as llmsim does.
@SETLOCAL
@SET "LLMSIM_ROOT=%~dp0"
@SET "LLMSIM_TARGET=%~dp0modules\llmsim.image\target"
@IF NOT EXIST "%LLMSIM_TARGET%\image.stamp" GOTO build
@powershell -NoProfile -Command "Set-Location $env:LLMSIM_ROOT; $stamp = (Get-Item ($env:LLMSIM_TARGET + '\image.stamp')).LastWriteTimeUtc; if (Get-ChildItem pom.xml, modules\*\pom.xml, modules\*\src\main, modules\*\src\image -Recurse | Where-Object LastWriteTimeUtc -gt $stamp | Select-Object -First 1) { exit 1 }"
@IF NOT ERRORLEVEL 1 GOTO run

:build
@ECHO Building llmsim (about a minute) ... 1>&2
@IF NOT EXIST "%LLMSIM_TARGET%" MKDIR "%LLMSIM_TARGET%"
@PUSHD "%LLMSIM_ROOT%"
@CALL mvnw.cmd -B -pl modules/llmsim.image -am package -Dmaven.test.skip -Djacoco.skip -Denforcer.skip -Dspotless.check.skip >"%LLMSIM_TARGET%\image.log" 2>&1
@IF ERRORLEVEL 1 (
  TYPE "%LLMSIM_TARGET%\image.log" 1>&2
  POPD
  EXIT /B 1
)
@POPD

:run
@"%LLMSIM_TARGET%\image\bin\llmsim.cmd" %*
