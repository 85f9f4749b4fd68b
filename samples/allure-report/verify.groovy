// Runs after the two builds of this project, whose results are in one folder.

def folder = new File(basedir, 'target/allure-results')
def json = new groovy.json.JsonSlurper()
def read = { String ending -> folder.listFiles().findAll { it.name.endsWith(ending) }.collect { json.parse(it, 'UTF-8') } }
def tests = read('-result.json')
def fixtures = read('-container.json')

assert tests.collect { it.name }.countBy { it } == [
    'is good enough': 2, 'is better than nothing tree': 2, 'is better than nothing majority class': 2, 'tree wins': 2]

// Other values, the same history.
tests.groupBy { it.name }.each { name, runs ->
    assert runs.collect { it.historyId }.unique().size() == 1 : name
    assert runs.collect { it.testCaseId }.unique().size() == 1 : name
}
def values = tests.findAll { it.name == 'tree wins' }*.parameters.flatten()
assert values.size() == 2 && values.every { it.name == 'accuracy of tree' && it.excluded }
assert values[0].value != values[1].value

// Each criterion is a step.
def good = tests.find { it.name == 'is good enough' }
assert good.steps.collect { [it.name, it.status] } == [
    ['tree: macro F1 to be at least 0.7000', 'passed'],
    ['tree: accuracy to be at least 0.9900 at 95 % confidence', 'failed']]
assert good.labels.find { it.name == 'story' }.value == 'tree'

// Plots and tables are a fixture of each test.
def evidence = fixtures.findAll { good.uuid in it.children }.collectMany { it.afters ?: [] }
assert evidence*.name.sort() == ['Evidence: all candidates', 'Evidence: tree']
evidence.each { fixture ->
    assert fixture.attachments*.type.unique().sort() == ['image/svg+xml', 'text/csv']
    fixture.attachments.each { assert new File(folder, it.source).length() > 0 : it.name }
}

def log = new File(basedir, 'build.log').getText('UTF-8')
['COMPILATION ERROR', 'Could not resolve dependencies'].each { assert !log.contains(it) : it }
