def log = new File(basedir, 'build.log').getText('UTF-8')
// three demands of the POM, two of the tests
assert log.contains('5 demands on model quality are met') : log

def report = new File(basedir, 'target/reports/assay')
assert new File(report, 'index.html').getText('UTF-8').contains('Model quality of green-gate')
assert new File(report, 'org.clinic.TumourModelTest.html').exists() : report.list()
assert new File(report, 'summary.md').getText('UTF-8').contains('logistic regression')
assert new File(report, 'model-cards/org.clinic.TumourModelTest/forest.md').exists()

def history = new File(basedir, 'assay-history.jsonl').readLines('UTF-8')
def runs = history.collect { new groovy.json.JsonSlurper().parseText(it) }
assert runs.size() == 2
assert runs.every { it.schema == 'assay-history/1' }
assert runs[1].run == 'second'
assert log.contains('tests are skipped, so there is no run to add to the history')
assert new File(report, 'index.html').getText('UTF-8').contains('over builds in TumourModelTest, 2 builds.')
assert new File(report, 'org.clinic.TumourModelTest.html').getText('UTF-8').contains('fit time')

// other projects write there, too
assert new File(stepSummary).getText('UTF-8').contains('logistic regression')

return true
