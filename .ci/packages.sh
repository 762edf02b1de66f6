# Sourced by the scripts that need more than Rust: install PACKAGE… installs what is missing, where it may.
# Succeeds when all of them are there in the end; says in plain words what it does, and what it cannot do.

# What the window needs; everything else it opens at run time if it is there.
window_packages=(libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1)
# What a window on a virtual display needs beyond that, and what presses its keys and takes its picture.
display_packages=(libgl1-mesa-dri xvfb xdotool imagemagick x11-utils x11-xkb-utils xclip strace)

# What holds an export against the schemas of its standard.
schema_packages=(libxml2-utils)

# What makes file systems in a file and shuts them down, for power cuts; as root only.
power_packages=(e2fsprogs xfsprogs mount)
# What checks how a package tells a desktop of the program.
package_packages=(desktop-file-utils)
# What keeps two folders in step in a test, and asks it how far it is.
sync_packages=(syncthing curl)

missing() {
  local package state
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    state=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $state == installed ]] || echo "$package"
  done
}

install() {
  local lacking as_root=()
  # Names of packages hold no spaces.
  lacking=($(missing "$@"))
  ((${#lacking[@]})) || return 0
  ((EUID == 0)) || as_root=(sudo -n)
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "These system packages are missing, and this user may not install them: ${lacking[*]}" >&2
    echo "Somebody who may can write:  sudo apt-get install --no-install-recommends ${lacking[*]}" >&2
    return 1
  fi
  echo "Installing ${lacking[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
  if "${as_root[@]}" "${apt[@]}" update &&
    "${as_root[@]}" "${apt[@]}" install --yes --no-install-recommends "${lacking[@]}" >/dev/null; then
    return 0
  fi
  echo "Installing failed; what apt-get said stands above." >&2
  return 1
}
