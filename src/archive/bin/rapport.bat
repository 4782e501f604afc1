@echo off
rem Runs the rapport command of this archive with a Java 25, which it looks for in RAPPORT_JAVA, JAVA_HOME and the path. The first
rem use makes a class cache, so that every later one starts in a second or two.
rem
rem   RAPPORT_JAVA           the java.exe to use
rem   RAPPORT_JAVA_OPTIONS   further options for it, such as -Xmx4g
rem   RAPPORT_CACHE          folder of the class cache (default: %LOCALAPPDATA%\rapport); "off" for none
setlocal EnableExtensions EnableDelayedExpansion
chcp 65001 >nul
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"

set "JAVA="
set "FOUND="
if defined RAPPORT_JAVA call :try "%RAPPORT_JAVA%"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do if not defined JAVA call :try "%%~D\bin\java.exe"
if not defined JAVA (
    echo There is no Java [25] or later on this machine. Found: [!FOUND!] 1>&2
    echo Maybe install one from https://adoptium.net, or say where it is: set RAPPORT_JAVA=C:\path\to\bin\java.exe 1>&2
    exit /b 2
)

for %%F in ("%HOME_DIR%\lib\rapport-*.jar") do (
    set "APPLICATION=%%~fF"
    set "STAMP=%%~nF-%%~zF"
)
rem Windows expands lib\* in the order of names, the same at every start.
set "CLASSES=%APPLICATION%;%HOME_DIR%\lib\*"
set "COMMAND=io.rapport.console.command.RapportCommand"
set "SHORT=-XX:TieredStopAtLevel=1"
for %%W in (%*) do for %%L in (start import dry-run fit quality) do if "%%~W"=="%%L" set "SHORT="
rem An engine takes the classes from the cache, not what the JIT learned when it was made: that has crashed once.
set "LEARNED="
for %%W in (%*) do for %%L in (start import) do if "%%~W"=="%%L" set "LEARNED=-XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"
set "OPTIONS=-XX:+UseSerialGC -Dio.netty.noUnsafe=false --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

if not defined RAPPORT_CACHE set "RAPPORT_CACHE=%LOCALAPPDATA%\rapport"
set "AOT="
if /i not "%RAPPORT_CACHE%"=="off" (
    if not exist "%RAPPORT_CACHE%" mkdir "%RAPPORT_CACHE%" 2>nul
    rem each archive keeps its own, named after the place where it was unpacked
    set "PLACE=%HOME_DIR::=%"
    set "PLACE=!PLACE:\=-!"
    set "CACHE=%RAPPORT_CACHE%\rapport-!PLACE!-%STAMP%-!FEATURE!.aot"
    if not exist "!CACHE!" (
        echo Preparing faster starts: once, about half a minute ... 1>&2
        rem Made beside its place and moved when whole: who starts meanwhile, or stops this, finds no half of one.
        set "MAKING=!CACHE!.!RANDOM!"
        "!JAVA!" -XX:AOTCacheOutput="!MAKING!" %OPTIONS% -Drapport.home="%HOME_DIR%" -cp "%CLASSES%" %COMMAND% rehearse >nul 2>nul
        if exist "!MAKING!" (
            del /q "%RAPPORT_CACHE%\rapport-!PLACE!-*.aot" 2>nul
            move /y "!MAKING!" "!CACHE!" >nul 2>nul
        )
    )
    if exist "!CACHE!" set AOT=-XX:AOTCache="!CACHE!"
)

rem From here on an exclamation mark in a word of the command is a sign like any other.
setlocal DisableDelayedExpansion
"%JAVA%" %AOT% -Xlog:aot=off -Xlog:cds=off %LEARNED% %SHORT% %OPTIONS% %RAPPORT_JAVA_OPTIONS% -Drapport.home="%HOME_DIR%" -cp "%CLASSES%" %COMMAND% %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" goto :eof
set "SAID="
set "NUMBER="
for /f tokens^=2^ delims^=^" %%V in ('""%~1" -version 2^>^&1"') do if not defined SAID set "SAID=%%V"
for /f "delims=.-+" %%N in ("!SAID!") do set "NUMBER=%%N"
rem Not by percent signs: an empty one would end this whole script.
if defined NUMBER if !NUMBER! GEQ 25 (
    set "JAVA=%~1"
    set "FEATURE=!SAID!"
    goto :eof
)
set "FOUND=!FOUND! %~1 is Java !SAID!"
goto :eof
