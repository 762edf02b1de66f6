#!/bin/bash
# Takes a picture of every room and sheet of the window, and draws every figure, of a fresh copy of the sample study, to be looked
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

# code_twice STUDY: Ola codes two of three segments of Kari's in three interviews as well, some with other bounds, so that
# there are figures of agreement to look at.
code_twice() {
  KODEBOK_DATA=$place/data "$KODEBOK" export "$1" segments "$place/segments.csv" --language nb 2>/dev/null >&2
  awk -F';' '$8 == "Kari" && $2 ~ /[123]$/ && ++n % 3 {
    gsub(" › ", " > ", $1)
    less = n % 4 ? 0 : 12
    print $2 "\t" $6 + less ".." $7 - less / 2 "\t" $1
  }' "$place/segments.csv" |
    KODEBOK_DATA=$place/data "$KODEBOK" code "$1" --lines --coder Ola >/dev/null
}

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
  code_twice "$study"
  local actions=()
  # view NAME ACTION…: does something with the keyboard, waits until it is drawn, and takes a picture.
  view() {
    local view=$1
    shift
    actions+=(mousemove 700 899 "$@" sleep 1.2 exec --sync --terminator END import -silent -window root "$out/$name-$view.png" END)
  }
  # ask WORDS: finds a command by words of its title or hint, and carries it out.
  ask() { view "$1" key ctrl+k sleep 0.6 type --delay 60 --terminator END "$2" END sleep 0.6 key Return; }
  local small_talk passphrase hits
  case $language in
    nb) small_talk=foresl passphrase=passfrase hits=samsvar ;;
    *) small_talk=propose passphrase=passphrase hits=agreement ;;
  esac
  view code key ctrl+1 sleep 0.6 key --delay 120 --repeat 22 F8
  view palette key Escape sleep 0.3 key Escape F4 sleep 0.6 type --delay 60 --terminator END mark END
  view compare key Escape sleep 0.3 key Escape ctrl+shift+r
  view correct key Escape sleep 0.6 key ctrl+r
  view replace key Escape sleep 0.6 key ctrl+h sleep 0.6 type --delay 60 --terminator END klyngen END
  actions+=(key Escape sleep 0.6)
  ask small-talk "$small_talk"
  actions+=(key Escape sleep 0.6)
  ask one-file "$passphrase"
  actions+=(key Escape sleep 0.6)
  view menu mousemove $((70 * scale / 100)) $((22 * scale / 100)) sleep 0.4 click 1
  actions+=(key Escape sleep 0.6)
  view segments key ctrl+2
  view cases key ctrl+3
  view structure key ctrl+4
  view history key ctrl+5
  view names key ctrl+6
  view words key ctrl+7
  view search key ctrl+f sleep 0.8 type --delay 60 --terminator END klynge END
  view review key Escape sleep 0.6 key ctrl+8
  ask agreement "kappa"
  # The head of the first column is the last thing the keyboard comes to; below it are the figures of the first code.
  view agreement-behind key shift+Tab sleep 0.3 key Down sleep 0.3 key Right sleep 0.3 key Return
  actions+=(key Escape sleep 0.3)
  view analyses key ctrl+9
  view settings key ctrl+comma
  view help key F1
  view help-hits sleep 0.6 type --delay 60 --terminator END "$hits" END
  view help-page key Return
  view import key Escape sleep 0.6 key ctrl+o sleep 2 type --delay 20 --terminator END "$PWD/sample_transcripts/Informant 2.docx" END sleep 0.6 key Return
  view start key Escape sleep 0.6 key ctrl+w
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
  done
done
# A figure may take several pages, a picture each.
for page in "$out"/*-figure-*.png; do
  [[ $page == *-grey.png ]] || convert "$page" -colorspace Gray "${page%.png}-grey.png" 2>/dev/null ||
    echo "$page is too long for ImageMagick; it has no grey one" >&2
done
echo "$out/*-figure-*.png"
