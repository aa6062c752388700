#!/bin/sh
# Checks sources against .clang-tidy. $1: clang-tidy, $2: the build folder, $3: `src` (all below it),
# `all` (below tests, too), `changed` or `recent`. `changed` takes the sources that differ from the commit
# where this branch left the main one (on the main branch: from the commit before), and one source that
# includes each changed header; `recent` those below src of the last six hours of the history. Without git
# or its history, as in a shallow clone, these two end with 77, which CTest reports as skipped.
set -eu
tidy=$1
build=$2
which=$3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

SIX_HOURS=21600

# The newest commit that is six hours older than the last, or the oldest there is.
before_recent() {
  end=$(($(git log -1 --format=%ct) - SIX_HOURS))
  git log --first-parent --before="$end" -1 --format=%H | grep . || git rev-list --max-parents=0 HEAD | tail -n 1
}

base() {
  for branch in origin/HEAD origin/main main; do
    if found=$(git merge-base HEAD "$branch" 2>/dev/null) && [ "$found" != "$(git rev-parse HEAD)" ]; then
      echo "$found"
      return
    fi
  done
  git rev-parse --verify --quiet HEAD~1
}

# Reads names of files; prints the sources among them and, for each header, a source that includes it.
sources() {
  while read -r file; do
    [ -f "$file" ] || continue
    case $file in
      src/*.cpp | tests/*.cpp) echo "$file" ;;
      include/*.h | src/*.h | tests/*.h)
        grep -rlF --include='*.cpp' "\"${file#*/}\"" src tests | head -n 1 || true ;;
    esac
  done | sort -u
}

if [ "$which" = src ]; then
  find src -name '*.cpp' | sort >"$work/sources"
elif [ "$which" = all ]; then
  find src tests -name '*.cpp' -not -path '*/node_modules/*' | sort >"$work/sources"
else
  git rev-parse --git-dir >/dev/null 2>&1 || { echo 'tidy: no git here: nothing to compare with'; exit 77; }
  if [ "$which" = recent ]; then from=$(before_recent) below=src; else from=$(base) below=.; fi ||
    { echo 'tidy: no history here: nothing to compare with'; exit 77; }
  { git diff --name-only "$from" -- "$below"; git ls-files --others --exclude-standard "$below"; } |
    sources >"$work/sources"
fi
echo "tidy: $(wc -l <"$work/sources") sources"

# Takes the build's commands without the precompiled header, and only one for each source: every test
# executable compiles boost_main.cpp.
awk '
  /^\{/ { text = "" }
  { text = text $0 "\n" }
  /^  "file":/ { file = $0 }
  /^\}/ && !seen[file]++ { sub(/\},?\n$/, "}", text); printf "%s%s", separator, text; separator = ",\n" }
  BEGIN { print "[" }
  END { print "\n]" }' "$build/compile_commands.json" |
  sed -E 's/ -Winvalid-pch//; s/ -include [^ ]*cmake_pch[^ ]*//g' >"$work/compile_commands.json"

xargs -r -n 4 -P "$(nproc)" "$tidy" -p "$work" --quiet --extra-arg=-Wno-unknown-warning-option \
  <"$work/sources" 2>"$work/counts" || { cat "$work/counts" >&2; exit 1; }
