def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('BUILD FAILURE') == 3
[
    'truncated/org.clinic.TumourModelTest/forest.json: not a whole result of Assay: ',
    'future/org.clinic.TumourModelTest/forest.json: has the form assay-result/99, but this version of Assay reads assay-result/1',
    'foreign/org.clinic.TumourModelTest/forest.json: not a result of Assay',
].each { assert log.contains(it) : "The log lacks: $it\n$log" }

return true
