def log = new File(basedir, 'build.log').getText('UTF-8')
[
    'rule 1 (testClass *.TumourModelTest, candidate logistic*, metric f1, minimum 0.97, confidence 0.95):',
    '[logistic regression on tumours: 5-fold stratified cross-validation x 2, seed 42]',
    'Expecting F1 of "malignant" to be at least 0.9700 at 95 % confidence',
    '  evidence: ',
    'org.clinic.TumourModelTest/logistic%20regression.json',
    'the report is up to date',
].each { assert log.contains(it) : "The log lacks: $it\n$log" }
assert log.count('BUILD FAILURE') == 1
assert log.count('BUILD SUCCESS') == 1
assert !log.contains('rule 2 (')
assert new File(basedir, 'target/reports/assay/index.html').exists()

return true
