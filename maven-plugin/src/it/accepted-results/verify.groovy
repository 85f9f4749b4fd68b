def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('BUILD FAILURE') == 2
assert log.count('BUILD SUCCESS') == 2
[
    'there is no baseline yet, ',
    'accepted assay-baselines/org.clinic.TumourModelTest/forest.json, without predictions of single examples',
    '4 demands on model quality are met',
    'Expecting F1 of "malignant" not to have regressed from 0.9',
    ' by more than 0.0100',
    ' worse, beyond chance: ',
    '  paired: by fold, over the same 10 folds; corrected resampled t test',
].each { assert log.contains(it) : "The log lacks: $it\n$log" }
assert new File(basedir, 'assay-baselines/org.clinic.TumourModelTest').list().sort() as List ==
    ['forest.json', 'logistic%20regression.json']

return true
