// Runs after the two builds of this project, whose results are in one folder.

def folder = new File(basedir, 'target/allure-results')
def json = new groovy.json.JsonSlurper()
def read = { String ending -> folder.listFiles().findAll { it.name.endsWith(ending) }.collect { json.parse(it, 'UTF-8') } }
def tests = read('-result.json')
def fixtures = read('-container.json')

assert tests.collect { it.name }.countBy { it } == [
    'is good enough': 2, 'is better than nothing tree': 2, 'is better than nothing majority class': 2, 'tree wins': 2]
assert tests.every { it.status == (it.name == 'is good enough' ? 'failed' : 'passed') }
assert !new File(basedir, 'allure-results').exists() : 'Surefire knows another folder'

// Other values, the same history.
tests.groupBy { it.name }.each { name, runs ->
    assert runs.collect { it.historyId }.unique().size() == 1 : name
    assert runs.collect { it.testCaseId }.unique().size() == 1 : name
}
assert tests.collect { it.historyId }.unique().size() == 4
tests.each { test ->
    def counted = test.parameters.findAll { !it.excluded && it.name != 'UniqueId' }
    assert counted.isEmpty() : "${test.name} is told apart by ${counted}"
}
def values = tests.findAll { it.name == 'tree wins' }*.parameters.flatten()
assert values.size() == 2 && values.every { it.name == 'accuracy of tree' && it.excluded }
assert values[0].value != values[1].value
assert tests.find { it.name == 'tree wins' }.steps*.name == [
    '"tree" to be the best by accuracy', '"tree" to be significantly better than "majority class" by accuracy']

// Each criterion is a step.
def good = tests.find { it.name == 'is good enough' }
assert good.steps.collect { [it.name, it.status] } == [
    ['tree: macro F1 to be at least 0.7000', 'passed'],
    ['tree: accuracy to be at least 0.9900 at 95 % confidence', 'failed']]

// Its numbers are those of the message.
def numbers = good.steps[1].parameters.collectEntries { [it.name, it.value] }
assert numbers.keySet() == ['outcome', 'metric', 'value', 'threshold', 'confidence', 'finding'] as Set
assert numbers.subMap('outcome', 'metric', 'threshold', 'confidence') == [
    outcome: 'not met', metric: 'accuracy', threshold: '0.99', confidence: '0.95']
assert good.statusDetails.message.contains("the value is ${numbers.value.substring(0, 6)}") : good.statusDetails.message

def labels = good.labels.groupBy { it.name }.collectEntries { name, all -> [name, all*.value] }
assert labels.subMap('epic', 'feature', 'story') == [
    epic: ['Model quality'], feature: ['WineModelTest'], story: ['tree']]
assert labels.suite.size() == 1

// Plots and tables are a fixture of each test.
def evidence = fixtures.findAll { good.uuid in it.children }.collectMany { it.afters ?: [] }
assert evidence*.name.sort() == ['Evidence: all candidates', 'Evidence: tree']
evidence.each { fixture ->
    assert fixture.attachments*.type.unique().sort() == ['image/svg+xml', 'text/csv']
    fixture.attachments.each { assert new File(folder, it.source).length() > 0 : it.name }
}

// With -Pallure there is a report, in which the second run of a test replaces the first.
def report = new File(basedir, 'target/allure-report')
if (report.exists()) {
    def history = json.parse(new File(report, 'history/history.json'), 'UTF-8')
    assert history.keySet() == tests*.historyId as Set
    def shown = new File(report, 'data/test-cases').listFiles().collect { json.parse(it, 'UTF-8') }.findAll { !it.hidden }
    assert shown*.name.sort() == tests*.name.unique().sort()
    shown.each { test ->
        assert test.testStage.steps.size() > 0 && test.afterStages.size() == 2 : test.name
        test.afterStages*.attachments.flatten().each {
            assert new File(report, "data/attachments/${it.source}").length() > 0 : it.name
        }
    }
}

def log = new File(basedir, 'build.log').getText('UTF-8')
assert ['COMPILATION ERROR', 'Could not resolve dependencies'].findAll { log.contains(it) } == []
