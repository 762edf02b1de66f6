#!/bin/bash
# Makes the pictures of the README anew, on a virtual display, from a fresh copy of the sample study:
#   docs/screenshots.sh            all of them
#   docs/screenshots.sh history    only those whose name contains a word
#   KODEBOK=target/debug/kodebok docs/screenshots.sh     with a program that is built already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .ci/packages.sh
install "${window_packages[@]}" "${display_packages[@]}"
if [[ -z ${KODEBOK:-} ]]; then
  cargo build --release --locked
  KODEBOK=${CARGO_TARGET_DIR:-target}/release/kodebok
fi
only=${1:-}

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p docs/pictures

# shoot NAME LANGUAGE THEME [XDOTOOL ACTION…]
shoot() {
  local name=$1 language=$2 theme=$3
  shift 3
  [[ $name == *$only* ]] || return 0
  rm -rf "$place/data" "$place/studies"
  mkdir -p "$place/data"
  # The coder is one of the two who coded the sample study.
  cat >"$place/data/preferences.toml" <<END
language = "$language"
theme = "$theme"

[coder]
id = "4b617269000040008000000000000001"
name = "Kari"
END
  local study
  study=$(KODEBOK_DATA=$place/data "$KODEBOK" sample "$place/studies")
  KODEBOK_DATA=$place/data docs/picture.sh "$KODEBOK" "$study" "docs/pictures/$name.png" mousemove 700 899 "$@"
  echo "docs/pictures/$name.png"
}

# F8 goes from coding to coding, as far into the interview as several of them lie close together.
coding=(key --delay 120 --repeat 22 F8)
shoot code nb light "${coding[@]}"
shoot code-dark en dark "${coding[@]}"
shoot palette nb light "${coding[@]}" sleep 0.5 mousemove 640 330 click --repeat 3 --delay 60 1 sleep 0.5 type --delay 60 mark
shoot segments nb light mousemove 110 689 click 1 sleep 0.3 key ctrl+2
shoot cases nb light key ctrl+3
shoot structure nb light key ctrl+4
shoot structure-en en dark key ctrl+4
shoot history en light key ctrl+5
shoot words nb light key ctrl+7 sleep 3
shoot analyses en light key ctrl+9
shoot review nb light key ctrl+8
shoot help nb light key F1 sleep 1 mousemove 90 74 click 1
