#!/usr/bin/env bash
# Times the same metrics on the same data in Assay, scikit-learn and Tribuo, one after another; see README.md.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: compare-metrics.sh [--quick]

  --quick   a tenth of the rows: to see that it works, not for figures

environment
  HEAP      the heap of the Java processes, unless set a quarter of the memory, as Java chooses
  PYTHON    the Python that has scikit-learn, python3 unless set; without one that has it,
            a virtual environment with the newest is made in target/venv
USAGE
}

size=full
for argument in "$@"; do
  case "$argument" in
    --quick) size=quick ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done

cd "$(dirname "$0")"
module=$PWD
root=$module/../..
data=$module/target/compare
results=$data/results.tsv
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "$@" >&2; }

build() {
  say "Building …"
  (cd "$root" && ./mvnw -B -ntp -q -pl harness-engine/benchmarks -am -DskipTests -Pclass-path package)
}

# The heap has its full size at once, in memory: growing it between runs, and having pages of it made or brought back by
# the operating system, took longer than some of the metrics.
metrics_comparison() { # part
  local heap=(-XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=25)
  if [ -n "${HEAP:-}" ]; then
    heap=("-Xms$HEAP" "-Xmx$HEAP")
  fi
  "$java" "${heap[@]}" -XX:+AlwaysPreTouch -cp "$module/target/classes:$(cat "$module/target/class-path")" \
    dev.assay.benchmarks.MetricsComparison "$1" "$data" "$size"
}

has_sklearn() { "$1" -c 'import sklearn.metrics' >/dev/null 2>&1; }

# Prints which Python has scikit-learn; fails if none has it and it cannot be installed.
find_python() {
  local venv=$module/target/venv candidate
  for candidate in "${PYTHON:-python3}" "$venv/bin/python"; do
    if has_sklearn "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  say "Installing scikit-learn into target/venv …"
  "${PYTHON:-python3}" -m venv "$venv" >&2 &&
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check scikit-learn >&2 &&
    has_sklearn "$venv/bin/python" &&
    echo "$venv/bin/python"
}

machine() {
  local processor=''
  if [ -r /proc/cpuinfo ]; then
    processor=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
  elif command -v sysctl >/dev/null; then
    processor=$(sysctl -n machdep.cpu.brand_string 2>/dev/null || true)
  fi
  echo "$(uname -sm), $(getconf _NPROCESSORS_ONLN) processors${processor:+, $processor}"
}

versions() {
  printf 'version\tmachine\t%s\n' "$(machine)"
  printf 'version\tJava\t%s\n' "$("$java" -version 2>&1 | sed -n 2p)"
  printf 'version\tAssay\t%s\n' "$(git describe --always --dirty 2>/dev/null || echo unknown)"
}

build
mkdir -p "$data"
say "Making data …"
metrics_comparison data
versions >"$results"

say "Timing Assay …"
metrics_comparison assay >>"$results"
if python=$(find_python); then
  say "Timing scikit-learn …"
  "$python" "$module/compare_metrics.py" "$data" >>"$results"
else
  say "scikit-learn is not there and could not be installed; its columns stay empty."
fi
say "Timing Tribuo …"
metrics_comparison tribuo >>"$results"

awk -F '\t' -f "$module/compare-metrics.awk" "$results"
say "All times and values are in harness-engine/benchmarks/${results#"$module/"}."
