# Sourced by examples/run and tests/run: installs what is missing, configures, builds. Nothing is done twice.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

newly_installed=false

say() { printf '\n== %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "this needs root or sudo: $*" >&2
    return 1
  fi
}

# install_packages SECTION...: the packages of these sections that are not there yet.
install_packages() {
  local names=() section name
  while read -r section name; do
    case "$section" in '' | \#*) continue ;; esac
    [[ " $* " == *" $section "* ]] || continue
    names+=("$name")
  done <"$root/tests/support/packages"
  install_named "${names[@]}"
}

# install_named PACKAGE...: those of them that are not there yet.
install_named() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing ${missing[*]}"
  newly_installed=true
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends)
  # The lists of a fresh system are empty or old: fetch them only where the first try fails.
  as_root "${install[@]}" "${missing[@]}" >/dev/null 2>&1 && return 0
  as_root apt-get -qq update && as_root "${install[@]}" "${missing[@]}" >/dev/null
}

# jobs: one a core, fewer where memory is short (a compiler takes up to 1.5 GB).
jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  [ "$memory" -lt 1 ] && memory=1
  echo $((cores < memory ? cores : memory))
}

# build PRESET [TARGET...]: configures where that was not done, or packages came since, then builds; everything without
# targets.
build() {
  local preset=$1 targets=()
  shift
  [ $# -gt 0 ] && targets=(--target "$@")
  cd "$root"
  if $newly_installed || [ ! -f "build/$preset/build.ninja" ]; then
    say "configuring $preset"
    mkdir -p "build/$preset"
    cmake --preset "$preset" >"build/$preset/configure.log" 2>&1 || { cat "build/$preset/configure.log" >&2; return 1; }
  fi
  say "building $preset"
  cmake --build --preset "$preset" --parallel "$(jobs)" "${targets[@]}" >&2
}
