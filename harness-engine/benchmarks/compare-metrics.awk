# Makes the table of compare-metrics.sh from its results.

BEGIN {
  cases = split("all-float32 all-float64 auc-float32 auc-float64 counts", order, " ")
  title["all-float32"] = "all metrics, 10 labels, float32"
  title["all-float64"] = "all metrics, 10 labels, float64"
  title["auc-float32"] = "exact binary AUC, float32"
  title["auc-float64"] = "exact binary AUC, float64"
  title["counts"] = "count metrics, 10 labels"
}

$1 == "version" { print $2 ": " $3 }
$1 == "time" { rows[$2, $3] = $4; seconds[$2, $3] = $5 }
$1 == "value" && $3 == "assay" { values[$2, $4] = $5 }
$1 == "value" && $3 != "assay" && ($2, $4) in values && rows[$2, $3] == rows[$2, "assay"] {
  compareValues($2, $3, $4, $5 + 0, values[$2, $4] + 0)
}

function compareValues(what, who, metric, theirs, ours,   difference) {
  difference = theirs > ours ? theirs - ours : ours - theirs
  if (!((what, who) in largest) || difference > largest[what, who]) {
    largest[what, who] = difference
    where[what, who] = metric
  }
}

function duration(what, who) {
  return (what, who) in seconds ? sprintf("%.3f s", seconds[what, who]) : "-"
}

# Time per row over Assay's, because not all get as many rows.
function ratio(what, who) {
  if (!((what, who) in seconds) || !((what, "assay") in seconds)) {
    return "-"
  }
  return sprintf("%.1f", \
      seconds[what, who] / rows[what, who] / (seconds[what, "assay"] / rows[what, "assay"]))
}

function speed(what) {
  return sprintf("%.1f M", rows[what, "assay"] / seconds[what, "assay"] / 1e6)
}

function differences(who, what,   i) {
  for (i = 1; i <= cases; i++) {
    what = order[i]
    if ((what, who) in largest) {
      printf "%s, %s: values within %.1e of Assay's (%s)\n", \
          title[what], who, largest[what, who], where[what, who]
    }
  }
}

END {
  layout = "%-32s %10s %10s %10s %9s  %12s %6s  %10s %6s\n"
  print ""
  printf layout, "", "rows", "Assay", "(metrics)", "rows/s", "scikit-learn", "ratio", "Tribuo", "ratio"
  for (i = 1; i <= cases; i++) {
    what = order[i]
    if ((what, "assay") in seconds) {
      printf layout, title[what], rows[what, "assay"], duration(what, "assay"), \
          duration(what, "assay, metrics alone"), speed(what), duration(what, "scikit-learn"), \
          ratio(what, "scikit-learn"), duration(what, "tribuo"), ratio(what, "tribuo")
    }
  }
  if (("counts", "scikit-learn") in rows) {
    printf "scikit-learn makes the confusion matrix of %d rows.\n", rows["counts", "scikit-learn"]
  }
  print "Medians; a ratio is the other's time per row over Assay's."
  print ""
  differences("scikit-learn")
  differences("tribuo")
}
