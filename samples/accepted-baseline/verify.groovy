// Runs after the six builds of this project; their logs are one behind the other.

def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split(/(?m)^.*Tests run: 2, .*Time elapsed.*$/)
assert runs.length == 7 : "There are ${runs.length - 1} runs of tests"

// Each part of the log has the messages of one build, behind the summary of the tests that the line above cut off.
def none = runs[1]
def worse = runs[4]

def check = { String name, String text, List<String> expectedLines ->
    def missing = expectedLines.findAll { !text.contains(it) }
    assert missing.isEmpty() : "The log of ${name} lacks: ${missing}\n${text}"
}
check('the build without a baseline', none, [
    'Expecting macro F1 not to have regressed',
    '              but there is no baseline yet, assay-baselines/org.cellar.WineModelTest/logistic%20regression.json;',
    '  to accept it: mvn test -Dtest=WineModelTest -Dassay.baseline=accept',
    'BUILD FAILURE',
])
check('the build of a worse model', worse, [
    '[logistic regression on wines: 10-fold stratified cross-validation, seed 42]',
    'Expecting macro F1 not to have regressed from 0.9',
    ' worse, beyond chance: one-sided p ',
    '  paired: by row, over the same 178 examples; permutation test with 10,000 draws',
    '  flipped: ',
    ' from right to wrong, ',
    '    example 0: truth and before "class_0", now "class_',
    '  by label: ',
    '  baseline: assay-baselines/org.cellar.WineModelTest/logistic%20regression.json',
    '  to accept it: mvn test -Dtest=WineModelTest -Dassay.baseline=accept',
    'BUILD FAILURE',
])
check('the build that accepts', log, [
    'note on logistic regression: accepted as the baseline: macro F1 of 0.9',
    ', where nothing was accepted before',
    ' instead of 0.9',
])
assert log.count('BUILD SUCCESS') == 4
assert log.count('BUILD FAILURE') == 2
['COMPILATION ERROR', 'Could not resolve dependencies'].each { assert !log.contains(it) : it }

// The worse model is the baseline now, and what judged it is known.
def baseline = new groovy.json.JsonSlurper()
        .parse(new File(basedir, 'assay-baselines/org.cellar.WineModelTest/logistic%20regression.json'), 'UTF-8')
assert baseline.checks == ['hasNotRegressed', 'isBetterThanChance']
assert baseline.metrics.accuracy.value < 0.9 : baseline.metrics
assert baseline.rows.predicted.size() == 178
