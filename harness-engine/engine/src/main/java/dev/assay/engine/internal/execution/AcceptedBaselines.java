package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CandidateMethod;
import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.result.BaselineFile;
import dev.assay.result.BaselineFiles;
import dev.assay.result.ResultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accepted evaluations of one class's candidates, each read when first needed. */
final class AcceptedBaselines {

    private final String className;
    private final List<String> candidates;
    private final List<String> checks;
    private final BaselineFiles files;
    private final Map<String, BaselineFile> opened = new TreeMap<>();

    AcceptedBaselines(ModelTestClass declaration, Configuration configuration) {
        this.className = declaration.type().getName();
        this.candidates =
                declaration.candidates().stream().map(CandidateMethod::name).toList();
        this.checks = declaration.allChecks().map(CheckMethod::name).toList();
        BaselineFiles folder = BaselineFiles.in(
                configuration.baselines().orElseGet(() -> OutputDirectory.ofBaselines(declaration.type())));
        this.files = configuration.accepting().map(folder::accepting).orElse(folder);
    }

    synchronized BaselineFile of(String candidate) {
        return opened.computeIfAbsent(candidate, name -> files.open(className, name));
    }

    /**
     * Writes the candidate's baseline if it was accepted.
     *
     * @param judging the names of the checks that judged the candidate
     */
    void write(String candidate, List<String> judging) {
        BaselineFile file = of(candidate);
        file.judgedBy(judging, checks);
        file.write();
    }

    /** Returns views that tell what was accepted, and which baselines are of what is there no more. */
    List<Evaluation> remarked(List<Evaluation> evaluations) {
        List<String> removed = new ArrayList<>();
        Map<String, List<String>> ofCandidates = new TreeMap<>();
        for (Path path : list(removed)) {
            look(path, removed, ofCandidates);
        }
        List<Evaluation> remarked = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            List<String> remarks = new ArrayList<>(removed);
            remarks.addAll(ofCandidates.getOrDefault(evaluation.candidate(), List.of()));
            remarks.addAll(of(evaluation.candidate()).remarks());
            remarked.add(remarks.isEmpty() ? evaluation : evaluation.withRemarks(remarks));
        }
        return remarked;
    }

    private List<Path> list(List<String> remarks) {
        try {
            return files.list(className);
        } catch (ResultException e) {
            remarks.add(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void look(Path path, List<String> removed, Map<String, List<String>> ofCandidates) {
        Baseline baseline;
        try {
            baseline = BaselineFile.read(path);
        } catch (ResultException e) {
            // whoever needs it has failed or replaces it; to the others it is only to be told
            removed.add(String.valueOf(e.getMessage()));
            return;
        }
        String place = BaselineFile.shown(path);
        if (!candidates.contains(baseline.candidate())) {
            removed.add(place + " is the baseline of \"" + baseline.candidate()
                    + "\", a candidate that there is no more; delete the file, or bring the candidate back");
            return;
        }
        List<String> gone = baseline.checks().stream()
                .filter(check -> !checks.contains(check))
                .toList();
        if (!gone.isEmpty() && of(baseline.candidate()).remarks().isEmpty()) {
            ofCandidates.put(
                    baseline.candidate(),
                    List.of("its baseline was judged by " + String.join(" and ", gone)
                            + ", which there is no more; accept anew if nothing shall judge so any longer"));
        }
    }
}
