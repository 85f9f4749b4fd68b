package dev.assay.progress;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where a run stands.
 *
 * @param title the candidate and the data
 * @param done how many folds have ended
 * @param folds how many there are
 * @param elapsed nanoseconds since the first began
 * @param spent nanoseconds that those that have ended took together
 * @param running for how many nanoseconds each of the others has been running
 */
record RunState(String title, int done, int folds, long elapsed, long spent, List<Long> running) {

    RunState {
        running = List.copyOf(running);
    }

    /**
     * Estimates how many nanoseconds it will take yet: folds as long as those that have ended took on average, and as many
     * at once as were on average so far.
     *
     * @return the estimate; empty as long as no fold has ended
     */
    OptionalLong left() {
        if (done == 0) {
            return OptionalLong.empty();
        }
        double mean = (double) spent / done;
        int waiting = folds - done - running.size();
        double ofRunning =
                running.stream().mapToDouble(time -> rest(mean, time)).sum();
        double busy = spent + running.stream().mapToDouble(time -> time).sum();
        double atOnce = elapsed == 0 ? 1 : Math.min(busy / elapsed, folds - done);
        double together = (waiting * mean + ofRunning) / atOnce;
        double longest = waiting > 0
                ? mean
                : running.stream().mapToDouble(time -> rest(mean, time)).max().orElse(0);
        return OptionalLong.of(done == folds ? 0 : Math.round(Math.max(together, longest)));
    }

    private static double rest(double mean, long time) {
        return Math.max(0, mean - time);
    }

    /** Says all but the title, such as "17 of 30 folds, 12 s, about 9 s left". */
    String counts() {
        String soFar = done + " of " + folds + (folds == 1 ? " fold, " : " folds, ") + TimeText.ofElapsed(elapsed);
        OptionalLong left = left();
        return left.isPresent() && done < folds
                ? soFar + ", about " + TimeText.ofRest(left.getAsLong()) + " left"
                : soFar;
    }

    @Override
    public String toString() {
        return title + ": " + counts();
    }
}
