@REM Starts the llmsim of this image. JVM options: JAVA_OPTS or JDK_JAVA_OPTIONS. Not run by its author: no Windows at hand.
@SETLOCAL
@SET LLMSIM_GC=-XX:+UseG1GC -XX:GCTimeRatio=4 -XX:MaxHeapFreeRatio=50
@ECHO "%JAVA_OPTS% %JDK_JAVA_OPTIONS% %JAVA_TOOL_OPTIONS%" | FINDSTR /R /C:"-XX:+Use[A-Za-z0-9]*GC" >NUL && SET LLMSIM_GC=
@SET LLMSIM_AOT=
@IF EXIST "%~dp0..\lib\llmsim.aot" SET LLMSIM_AOT="-XX:AOTCache=%~dp0..\lib\llmsim.aot" -Xlog:aot*=off,cds*=off
@ECHO "%JAVA_OPTS% %JDK_JAVA_OPTIONS% %JAVA_TOOL_OPTIONS%" | FINDSTR /C:"-XX:AOT" >NUL && SET LLMSIM_AOT=
@"%~dp0java" %LLMSIM_AOT% --enable-native-access=org.jline.terminal.ffm -Xms32m -XX:MetaspaceSize=64m %LLMSIM_GC% %JAVA_OPTS% -m llmsim.cli/llmsim.cli.Main %*
@EXIT /B %ERRORLEVEL%
