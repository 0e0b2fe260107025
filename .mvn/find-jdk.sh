# Finds a JDK of at least llmsim_jdk and exports its folder as JAVA_HOME; sourced by mvnw and llmsim.
# It starts no process unless it must ask PATH or macOS, for it runs at every start of llmsim.
# Order: JAVA_HOME, JAVA_HOME_25_*, `javac` on the PATH, the usual install folders (exactly 25 before a newer one).

llmsim_jdk=25

# Sets llmsim_found to the feature release of the JDK in folder $1; fails when there is no complete JDK of 25 or later.
llmsim_is_jdk() {
  [ -n "$1" ] && [ -r "$1/release" ] || return 1
  { [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; } || { [ -f "$1/bin/java.exe" ] && [ -f "$1/bin/javac.exe" ]; } || return 1
  llmsim_found=
  while IFS='=' read -r llmsim_key llmsim_value; do
    [ "$llmsim_key" = JAVA_VERSION ] || continue
    llmsim_value=${llmsim_value#\"}
    llmsim_found=${llmsim_value%%[!0-9]*}
    break
  done <"$1/release"
  [ "${llmsim_found:-0}" -ge "$llmsim_jdk" ]
}

llmsim_use_jdk() {
  JAVA_HOME=$1
  export JAVA_HOME
}

# The folder of the JDK whose javac stands on the PATH, through its symbolic links.
llmsim_jdk_on_path() {
  llmsim_javac=$(command -v javac) || return 1
  llmsim_javac=$(readlink -f "$llmsim_javac" 2>/dev/null) || return 1
  printf '%s\n' "${llmsim_javac%/bin/javac*}"
}

# Tries folders; takes the first that is exactly 25, else keeps the first newer one in llmsim_newer.
llmsim_try() {
  for llmsim_dir in "$@"; do
    llmsim_is_jdk "$llmsim_dir" || continue
    [ "$llmsim_found" -ne "$llmsim_jdk" ] || { llmsim_use_jdk "$llmsim_dir"; return 0; }
    [ -n "$llmsim_newer" ] || llmsim_newer=$llmsim_dir
  done
  return 1
}

find_jdk() {
  llmsim_newer=
  if llmsim_is_jdk "${JAVA_HOME-}"; then export JAVA_HOME; return 0; fi
  for llmsim_dir in "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" "${JAVA_HOME_25_arm64-}" "${JAVA_HOME_25-}"; do
    if llmsim_is_jdk "$llmsim_dir"; then llmsim_use_jdk "$llmsim_dir"; return 0; fi
  done
  llmsim_dir=$(llmsim_jdk_on_path) && llmsim_is_jdk "$llmsim_dir" && { llmsim_use_jdk "$llmsim_dir"; return 0; }
  llmsim_home=${HOME-}
  llmsim_try \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$llmsim_home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${SDKMAN_DIR:-$llmsim_home/.sdkman}"/candidates/java/* \
    "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$llmsim_home/.local/share}/mise}"/installs/java/* \
    "${ASDF_DATA_DIR:-$llmsim_home/.asdf}"/installs/java/* \
    "$llmsim_home"/.jdks/* "$llmsim_home"/.jdks/*/Contents/Home "$llmsim_home"/.jbang/cache/jdks/* \
    "$llmsim_home"/.gradle/jdks/* "$llmsim_home"/.gradle/jdks/*/Contents/Home \
    && return 0
  [ -z "$llmsim_newer" ] || { llmsim_use_jdk "$llmsim_newer"; return 0; }
  echo "llmsim needs a JDK of version $llmsim_jdk or later and found none: install one (for example from https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}
