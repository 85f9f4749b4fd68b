def log = new File(basedir, 'build.log').getText('UTF-8')
// three demands of the POM, two of the tests
assert log.contains('5 demands on model quality are met') : log

def report = new File(basedir, 'target/reports/assay')
assert new File(report, 'index.html').getText('UTF-8').contains('Model quality of green-gate')
assert new File(report, 'org.clinic.TumourModelTest.html').exists() : report.list()
assert new File(report, 'summary.md').getText('UTF-8').contains('logistic regression')
assert new File(report, 'model-cards/org.clinic.TumourModelTest/forest.md').exists()

def history = new File(basedir, 'assay-history.jsonl').readLines('UTF-8')
assert history.size() == 1
assert new groovy.json.JsonSlurper().parseText(history[0]).schema == 'assay-history/1'

// other projects write there, too
assert new File(stepSummary).getText('UTF-8').contains('logistic regression')

return true
