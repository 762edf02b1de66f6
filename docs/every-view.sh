#!/bin/bash
# Takes a picture of every room of the window, and draws every figure, of a fresh copy of the sample study, to be looked
# at: target/views/. In both languages, light and dark, at 100, 150 and 200 per cent, and in a narrow window.
#   docs/every-view.sh             all of them (some ten minutes)
#   docs/every-view.sh nb-light    only windows whose name contains a word; figures always
#   KODEBOK=target/debug/kodebok docs/every-view.sh     with a program that is built already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source .ci/packages.sh
install "${window_packages[@]}" "${display_packages[@]}"
if [[ -z ${KODEBOK:-} ]]; then
  cargo build --release --locked
  KODEBOK=${CARGO_TARGET_DIR:-target}/release/kodebok
fi
only=${1:-}
out=$PWD/target/views
mkdir -p "$out"

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# look NAME: a window of that name, as LANGUAGE-THEME-SCALE-WIDTH, in all its rooms, one after the other.
look() {
  local name=$1 language theme scale width study
  [[ $name == *$only* ]] || return 0
  IFS=- read -r language theme scale width <<<"$name"
  rm -rf "$place/data" "$place/studies"
  mkdir -p "$place/data"
  cat >"$place/data/preferences.toml" <<END
language = "$language"
theme = "$theme"
interface_zoom = $scale

[coder]
id = "4b617269000040008000000000000001"
name = "Kari"
END
  study=$(KODEBOK_DATA=$place/data "$KODEBOK" sample "$place/studies")
  local actions=()
  # room NAME KEY [ACTION…]: goes there, waits until it is drawn, and takes a picture.
  room() {
    local room=$1 key=$2
    shift 2
    actions+=(key "$key" sleep 1.2 "$@" sleep 1.2 exec --sync --terminator END import -silent -window root "$out/$name-$room.png" END)
  }
  room code ctrl+1 key --delay 120 --repeat 22 F8
  room segments ctrl+2
  room cases ctrl+3
  room structure ctrl+4
  room history ctrl+5
  room names ctrl+6
  room words ctrl+7
  room search ctrl+f type --delay 60 --terminator END klynge END
  room analyses ctrl+9
  room settings ctrl+comma
  KODEBOK_DATA=$place/data SCREEN=${width}x900 docs/picture.sh "$KODEBOK" "$study" "$place/last.png" "${actions[@]}"
  echo "$out/$name-*.png"
}

for language in nb en; do
  for theme in light dark; do
    for scale in 100 150 200; do look "$language-$theme-$scale-1440"; done
    look "$language-$theme-100-900"
  done
done

# Every figure, in both languages, as it is printed; and without its colours, as a copier gives it.
rm -rf "$place/studies"
study=$(KODEBOK_DATA=$place/data "$KODEBOK" sample "$place/studies")
for language in nb en; do
  for figure in $("$KODEBOK" analyse --list --language en | awk '$2 == "figure" { print $1 }'); do
    KODEBOK_DATA=$place/data "$KODEBOK" analyse "$study" "$figure" "$out/$language-figure-$figure.png" --language "$language" >/dev/null
    convert "$out/$language-figure-$figure.png" -colorspace Gray "$out/$language-figure-$figure-grey.png"
  done
done
echo "$out/*-figure-*.png"
