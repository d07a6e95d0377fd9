# Sourced by ./wasmledger and ./mvnw: sets JAVA_HOME to a JDK >= 21, or says in one line what is missing and exits.
# Looks at JAVA_HOME, then at the javac on the PATH, then at the usual install folders, newest release first.

WASMLEDGER_MIN_JDK=21

# Prints the feature release (21, 25, ...) of the JDK in folder $1, or nothing where there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

jdk_fits() {
  jdk_found=$(jdk_release "$1")
  [ -n "$jdk_found" ] && [ "$jdk_found" -ge "$WASMLEDGER_MIN_JDK" ]
}

find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && jdk_fits "$JAVA_HOME"; then
    return 0
  fi
  jdk_javac=$(command -v javac || :)
  if [ -n "$jdk_javac" ]; then
    jdk_home=$(dirname "$(dirname "$(readlink -f "$jdk_javac")")")
    if jdk_fits "$jdk_home"; then
      JAVA_HOME=$jdk_home
      return 0
    fi
  fi
  set +f
  jdk_best=
  jdk_best_release=0
  for jdk_home in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /usr/local/jdk* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME-/nonexistent}"/.sdkman/candidates/java/* "${HOME-/nonexistent}"/.jdks/* \
    "${HOME-/nonexistent}"/.local/share/mise/installs/java/* "${HOME-/nonexistent}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_fits "$jdk_home" && [ "$jdk_found" -gt "$jdk_best_release" ]; then
      jdk_best=$jdk_home
      jdk_best_release=$jdk_found
    fi
  done
  set -f
  [ -n "$jdk_best" ] || return 1
  JAVA_HOME=$jdk_best
}

if ! find_jdk; then
  echo "wasmledger: no JDK >= $WASMLEDGER_MIN_JDK found; install one (Debian's openjdk-21-jdk-headless or Eclipse Temurin, for instance) or set JAVA_HOME to the folder of one" >&2
  exit 1
fi
export JAVA_HOME
