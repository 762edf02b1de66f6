#!/bin/bash
# picture.sh PROGRAM STUDY OUT.png [XDOTOOL ACTION…]: opens a study in a window on a virtual display, does what
# xdotool is told to do there, and takes a picture. Nothing it starts outlives it. SCREEN=WIDTHxHEIGHT is another size.
set -euo pipefail
program=$1 study=$2 out=$3 size=${SCREEN:-1440x900}
shift 3

scratch=$(mktemp -d)
running=()
leave() {
  local id
  for id in "${running[@]}"; do kill "$id" 2>/dev/null || true; done
  for id in "${running[@]}"; do wait "$id" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap leave EXIT

# Asks again until the answer is yes, for at most so many tenths of a second.
within() {
  local tenths=$1
  shift
  while ! "$@"; do
    ((tenths-- > 0)) || return 1
    sleep 0.1
  done
}
shoot() { import -silent -window root "$1" 2>/dev/null; }
# A window that has only just opened is one colour all over; letters have many.
painted() { shoot "$scratch/now.png" && (($(identify -format %k "$scratch/now.png") > 40)); }
still() {
  shoot "$scratch/before.png"
  sleep 0.3
  shoot "$scratch/now.png" && cmp --silent "$scratch/before.png" "$scratch/now.png"
}
gone() { ! kill -0 "$1" 2>/dev/null; }

# The server chooses a free number by itself and says which.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$scratch/display" >"$scratch/server.log" 2>&1 &
server=$!
running+=("$server")
within 100 test -s "$scratch/display" || { echo "The virtual display did not start:" >&2; cat "$scratch/server.log" >&2; exit 1; }
DISPLAY=:$(<"$scratch/display")
export DISPLAY
unset WAYLAND_DISPLAY WAYLAND_SOCKET

LIBGL_ALWAYS_SOFTWARE=1 "$program" "$study" >"$scratch/program.log" 2>&1 &
window=$!
running=("$window" "$server")
opened() { gone "$window" || painted; }
if ! within 300 opened || gone "$window"; then
  echo "The window did not open:" >&2
  cat "$scratch/program.log" >&2
  exit 1
fi
# Without a window manager nobody gives the window the keyboard.
xdotool search --onlyvisible --name Kodebok windowfocus windowsize "${size%x*}" "${size#*x}"
within 30 still || true
if (($#)); then
  xdotool "$@"
  within 50 still || true
fi
# Without dates inside, the same picture is the same file.
convert "$scratch/now.png" -strip -define png:exclude-chunks=date,time -define png:compression-level=9 -define png:compression-filter=5 "$scratch/small.png"
mv "$scratch/small.png" "$out"
