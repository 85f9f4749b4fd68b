def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('BUILD SUCCESS') == 2
assert log.count('BUILD FAILURE') == 1
assert log.contains('rule 1 (testClass *.WineModelTest, metric accuracy, minimum 0.99):')
assert log.contains('  evidence: ') && log.contains('wines/target/assay/org.cellar.WineModelTest/forest.json')
['quality/target/reports/assay-aggregate', 'target/reports/assay-aggregate'].each {
    def report = new File(basedir, it)
    def names = report.list().sort() as List
    assert names.containsAll(['index.html', 'org.cellar.WineModelTest.html', 'org.clinic.TumourModelTest.html']) : names
}

assert log.contains('there is nothing to accept in ')
['tumours', 'wines'].each { assert new File(basedir, "$it/assay-baselines").exists() : it }

return true
