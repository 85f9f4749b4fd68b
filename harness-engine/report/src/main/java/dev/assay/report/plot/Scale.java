package dev.assay.report.plot;

/**
 * Maps values to pixels; what lies outside is drawn at the edge.
 *
 * @param domain the values
 * @param start where its least value is
 * @param end where its greatest is, perhaps before the start
 */
record Scale(Domain domain, double start, double end) {

    double at(double value) {
        double inside = Math.max(domain.from(), Math.min(domain.to(), value));
        // halves, because a difference of huge values could be infinite
        double share = (inside / 2 - domain.from() / 2) / (domain.to() / 2 - domain.from() / 2);
        return start + share * (end - start);
    }
}
