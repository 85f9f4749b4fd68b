#!/usr/bin/env bash
# Times reading a file of predictions in Assay and in pandas, one after another; see README.md.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: compare-files.sh [--quick]

  --quick   a tenth of the rows: to see that it works, not for figures

environment
  HEAP      the heap of the Java process, 1g unless set
  PYTHON    the Python that has pandas, python3 unless set; without one that has it,
            a virtual environment with the newest is made in target/venv-pandas
USAGE
}

rows=1000000
for argument in "$@"; do
  case "$argument" in
    --quick) rows=100000 ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done

cd "$(dirname "$0")"
module=$PWD
root=$module/../..
data=$module/target/compare
file=$data/predictions-$rows.csv
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "$@" >&2; }

has_pandas() { "$1" -c 'import pandas' >/dev/null 2>&1; }

# Prints which Python has pandas; fails if none has it and it cannot be installed.
find_python() {
  local venv=$module/target/venv-pandas candidate
  for candidate in "${PYTHON:-python3}" "$venv/bin/python"; do
    if has_pandas "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  say "Installing pandas into target/venv-pandas …"
  "${PYTHON:-python3}" -m venv "$venv" >&2 &&
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check pandas >&2 &&
    has_pandas "$venv/bin/python" &&
    echo "$venv/bin/python"
}

say "Building …"
(cd "$root" && ./mvnw -B -ntp -q -pl harness-engine/benchmarks -am -DskipTests -Pclass-path package)
mkdir -p "$data"
assay=("$java" "-Xmx${HEAP:-1g}" -cp "$module/target/classes:$(cat "$module/target/class-path")"
  dev.assay.benchmarks.PredictionFileReading)
[ -e "$file" ] || { say "Making data …" && "${assay[@]}" make "$file" "$rows"; }

say "Timing Assay …"
"${assay[@]}" read "$file" >"$data/files.tsv"
parquet=${file%.csv}.parquet
[ -e "$parquet" ] || "${assay[@]}" convert "$file" "$parquet"
"${assay[@]}" read "$parquet" >>"$data/files.tsv"
if python=$(find_python); then
  say "Timing pandas …"
  "$python" "$module/compare_files.py" "$file" >>"$data/files.tsv"
else
  say "pandas is not there and could not be installed."
fi

awk -F '\t' -v rows="$rows" '
  { version[$1] = $2; median[$1] = $3; first[$1] = $4; shortest[$1] = $5; longest[$1] = $6 }
  function line(library) {
    printf "%s: median %.3f s (shortest %.3f, longest %.3f), first %.3f s\n", version[library], median[library], shortest[library], longest[library], first[library]
  }
  END {
    printf "%d rows of 10 scores\n", rows
    line("assay")
    line("parquet")
    if ("pandas" in median) {
      line("pandas")
      printf "ratio %.2f (Assay by pandas), of the first reading %.2f\n", median["assay"] / median["pandas"], first["assay"] / first["pandas"]
    }
  }' "$data/files.tsv"
